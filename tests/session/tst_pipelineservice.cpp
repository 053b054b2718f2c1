// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/dwell.h"
#include "analytics/funnel.h"
#include "analytics/moves.h"
#include "session/pipelinecolumns.h"
#include "session/pipelineservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/stagestore.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/stagetable.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

/// On both databases.
class TestPipelineService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TeamWorkspace> m_test;

    PipelineService service() { return PipelineService(**m_test); }
    const QList<Stage> &stages() { return (*m_test)->stages(); }
    Stage stage(const QString &key) { return stages().value(indexOfStage(stages(), key)); }
    const QList<PipelineVersion> &versions() { return (*m_test)->pipelineStages().versions(); }
    QHash<StageId, int> counts()
    {
        return (*m_test)
            ->database()
            ->read(&StageTable::counts)
            .result()
            .value_or(QHash<StageId, int>());
    }
    void undo()
    {
        (*m_test)->undoStack()->undo();
        QVERIFY(m_test->settle());
    }
    /// What is stored, read by another window.
    QList<Stage> stored()
    {
        const auto other = m_test->another();
        return other ? other->stages() : QList<Stage>();
    }
    int indexOf(const QString &key) { return indexOfStage(stages(), key); }
    ProspectId personAt(const QString &key)
    {
        Prospect nora;
        nora.name = u"Nora Field"_s;
        nora.stage = stage(key).id;
        const ProspectId id = (*m_test)->prospects().create(nora);
        return m_test->settle() ? id : ProspectId();
    }
    /// Nothing where it worked, else why not.
    QString retire(const QString &key, const QString &to)
    {
        std::optional<QString> fault;
        service().retire(stage(key).id, stage(to).id, this,
            [&fault](const Result<> &done) { fault = done ? QString() : done.error().message; });
        const auto isAnswered = [&fault] { return fault.has_value(); };
        if (!QTest::qWaitFor(isAnswered) || !m_test->settle())
            return u"It takes too long"_s;
        return *fault;
    }
    /// What charts are made of, as it is stored now.
    ReportData charts()
    {
        const auto data =
            PipelineColumns::readNow(**m_test, ColumnsBuilder::NoCutOff, {ChartFact::Activity});
        return data ? *data : ReportData {ColumnsBuilder(stages(), (*m_test)->zone()).finish()};
    }
    /// How many were put from the offer to the conversation by a change of the pipeline, and how many went there, as "put, went".
    QString fromTheOffer(const ProspectColumns &columns)
    {
        const MoveMatrix matrix = moveMatrix(columns, {});
        const int talk = indexOf(u"conversation"_s);
        const int offer = indexOf(u"offer"_s);
        const qint64 put = matrix.count(offer, matrix.putElsewhere());
        return put == matrix.count(matrix.fromRetired(), talk)
            ? u"%1, %2"_s.arg(put).arg(matrix.count(offer, talk))
            : u"not as many came as left"_s;
    }
    /// How many the funnel of \a window counts, of those who are at \a stage where one is given; -1 where nothing can be read.
    static qint64 counted(const Workspace &window, std::optional<StageId> stage = {})
    {
        const auto columns = PipelineColumns::readNow(window, ColumnsBuilder::NoCutOff);
        FunnelQuery query;
        if (stage)
            query.stages = QList {*stage};
        return columns ? funnel(**columns, query).total.cohort : -1;
    }
    /// How many the list of \a window finds at \a stage, of everybody's people or of its own circle.
    static qint64 listed(const Workspace &window, StageId stage, bool isOfCircle)
    {
        ProspectQuery query;
        query.stages = {stage};
        query.privateCircle = isOfCircle;
        const auto totals =
            window.database()
                ->read([query](Connection &c) { return ProspectTable::stageTotals(c, query); })
                .result();
        qint64 sum = totals ? 0 : -1;
        for (const StageTotal &total : totals.value_or(QList<StageTotal>()))
            sum += total.prospects;
        return sum;
    }
    static QStringList names(const QList<Stage> &stages)
    {
        QStringList names;
        for (const Stage &stage : stages)
            names << stage.name;
        return names;
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("file") << false;
        QTest::newRow("server") << true;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, onServer);
        m_test = std::make_unique<TeamWorkspace>();
        User rep;
        rep.id = UserId(50);
        rep.login = u"rep"_s;
        rep.name = u"Rita"_s;
        rep.role = Role::SalesRep;
        QCOMPARE(m_test->open(onServer, {rep}), QString());
    }
    void cleanup() { m_test.reset(); }

    void theFirstVersionIsTheDefaultPipeline()
    {
        QCOMPARE(versions().size(), 1);
        QCOMPARE(versions().first().number, 1);
        QCOMPARE(versions().first().at, 0);
        QCOMPARE(names(pipelineFromJson(versions().first().stages)), names(stages()));
    }

    void addsAVersionWithEachChange()
    {
        m_test->clock.advance(5000);
        QVERIFY(service().add(u"Trial"_s, Side::Push));
        QCOMPARE(stage(u"trial"_s).name, u"Trial"_s); // shown at once
        QVERIFY(m_test->settle());
        QCOMPARE(stage(u"trial"_s).since, m_test->clock.now());
        QVERIFY(service().rename(stage(u"trial"_s).id, u"Test drive"_s));
        QVERIFY(m_test->settle());
        QCOMPARE(versions().size(), 3);
        QCOMPARE(versions().last().number, 3);
        QCOMPARE(versions().last().by, (*m_test)->viewer().user);
        QVERIFY(names(pipelineFromJson(versions().at(1).stages)).contains(u"Trial"_s));
        QVERIFY(names(pipelineFromJson(versions().last().stages)).contains(u"Test drive"_s));
        QCOMPARE(names(stored()), names(stages()));
        undo();
        undo();
        QCOMPARE(versions().size(), 1);
        QCOMPARE(names(stored()), names(defaultPipeline()));
        (*m_test)->undoStack()->redo();
        QVERIFY(m_test->settle());
        QCOMPARE(versions().size(), 2);
        QVERIFY(names(stored()).contains(u"Trial"_s));
    }

    void writesNothingThatDoesNotHold()
    {
        QVERIFY(!service().add(u"WARM"_s, Side::Pull));
        QVERIFY(!service().rename(stage(u"cold"_s).id, u" "_s));
        QVERIFY(service().rename(stage(u"cold"_s).id, stage(u"cold"_s).name)); // is no change
        QVERIFY(!(*m_test)->isWriting());
        QCOMPARE(versions().size(), 1);
    }

    void onlyAManagerChangesIt()
    {
        const auto rep = m_test->another(u"rep"_s);
        QVERIFY(rep);
        QVERIFY(!PipelineService(*rep).mayChange());
        QVERIFY(!PipelineService(*rep).add(u"Trial"_s, Side::Push));
        QVERIFY(service().mayChange());
    }

    void whoIsInARetiredStageMovesOn()
    {
        Prospect nora;
        nora.name = u"Nora Field"_s;
        nora.stage = stage(u"offer"_s).id;
        const ProspectId id = (*m_test)->prospects().create(nora);
        QVERIFY(m_test->settle());
        QCOMPARE(counts().value(stage(u"offer"_s).id), 1);
        m_test->clock.advance(60000);
        std::optional<bool> isDone;
        service().retire(stage(u"offer"_s).id, stage(u"conversation"_s).id, this,
            [&isDone](const Result<> &done) { isDone = done.has_value(); });
        QTRY_VERIFY(isDone.has_value());
        QVERIFY(*isDone);
        QVERIFY(m_test->settle());
        QVERIFY(stage(u"offer"_s).isRetired());
        QVERIFY(!names(offeredStages(stages())).contains(u"Offer"_s));
        QVERIFY(names(stages()).contains(u"Offer"_s)); // histories name it
        QCOMPARE(counts().value(stage(u"conversation"_s).id), 1);
        QCOMPARE(counts().value(stage(u"offer"_s).id), 0);
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(id);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        QCOMPARE(dossier.moves().size(), 2);
        const auto moved = std::ranges::find(dossier.moves(), stage(u"offer"_s).id, &Move::from);
        QVERIFY(moved != dossier.moves().end());
        QVERIFY(moved->reason.contains(u"Offer"_s));
        QVERIFY(moved->by.isNull());
        QCOMPARE(moved->at.ms, stage(u"offer"_s).retiredAt);
        QVERIFY(dossier.prospect()->lastActivityAt < m_test->clock.now()); // no sign of life
        undo();
        QVERIFY(!stage(u"offer"_s).isRetired());
        QCOMPARE(counts().value(stage(u"offer"_s).id), 1);
    }

    void chartsTellItFromMoves()
    {
        QVERIFY(!personAt(u"offer"_s).isNull());
        const size_t deeds = charts().facts.activity->moves.size();
        m_test->clock.advance(3 * DayMs);
        QCOMPARE(retire(u"offer"_s, u"conversation"_s), QString());
        const auto cutShort = [this](const ProspectColumns &columns) {
            const auto dwells = stageDwells(columns, {.asOf = m_test->clock.now()});
            const StageDwell &offer = dwells.at(indexOf(u"offer"_s));
            return offer.curve.events == 0 ? offer.cutShort : -1;
        };
        const ReportData retired = charts();
        QCOMPARE(fromTheOffer(*retired.columns), u"1, 0"_s);
        QCOMPARE(cutShort(*retired.columns), 1);
        QCOMPARE(retired.facts.activity->moves.size(), deeds); // nobody made it
        undo();
        QCOMPARE(fromTheOffer(*charts().columns), u"0, 0"_s);
        QCOMPARE(cutShort(*charts().columns), 0);
        (*m_test)->undoStack()->redo();
        QVERIFY(m_test->settle());
        QCOMPARE(fromTheOffer(*charts().columns), u"1, 0"_s);
        // That the stage is offered again changes nothing of what was.
        QVERIFY(service().restore(stage(u"offer"_s).id));
        QVERIFY(m_test->settle());
        QCOMPARE(fromTheOffer(*charts().columns), u"1, 0"_s);
    }

    void chartsThatAreOpenTellItToo()
    {
        const ProspectId id = personAt(u"offer"_s);
        PipelineColumns &pipeline = (*m_test)->pipeline();
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        m_test->clock.advance(DayMs);
        QCOMPARE(retire(u"offer"_s, u"conversation"_s), QString());
        QTRY_COMPARE(fromTheOffer(*pipeline.columns()), u"1, 0"_s);
        // The next move of that person is theirs again, and is read alone.
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(id);
        QTRY_VERIFY(dossier.prospect());
        m_test->clock.advance(DayMs);
        (*m_test)->prospects().moveTo(*dossier.prospect(), stage(u"customer"_s).id, u"signed"_s);
        const auto sold = [&] {
            return moveMatrix(*pipeline.columns(), {})
                .count(indexOf(u"conversation"_s), indexOf(u"customer"_s));
        };
        QTRY_COMPARE(sold(), 1);
        QCOMPARE(fromTheOffer(*pipeline.columns()), u"1, 0"_s);
        QVERIFY(m_test->settle());
    }

    void whoIsOfAPrivateCircleStaysAndIsFound()
    {
        const StageId offer = stage(u"offer"_s).id;
        const StageId talk = stage(u"conversation"_s).id;
        QVERIFY(!personAt(u"offer"_s).isNull());
        {
            const auto rep = m_test->another(u"rep"_s);
            QVERIFY(rep);
            Prospect kit;
            kit.name = u"Kit"_s;
            kit.stage = offer;
            kit.privateTo = rep->viewer().user;
            QVERIFY(!rep->prospects().create(kit).isNull());
            QTRY_VERIFY(!rep->isWriting());
        }
        m_test->clock.advance(60000);
        QCOMPARE(retire(u"offer"_s, u"conversation"_s), QString());
        const auto rep = m_test->another(u"rep"_s);
        QVERIFY(rep);
        QCOMPARE(listed(*rep, offer, true), 1);
        QCOMPARE(listed(*rep, offer, false), 0);
        for (const bool isOfCircle : {false, true}) // nobody else is told of Kit
            QCOMPARE(listed(**m_test, offer, isOfCircle), 0);
        QCOMPARE(listed(**m_test, talk, false), 1);
        for (const Workspace *window : {m_test->get(), rep.get()}) {
            QCOMPARE(counted(*window), 2);
            QCOMPARE(counted(*window, offer), 1);
            QCOMPARE(counted(*window, talk), 1);
            qint64 sum = counted(*window, StageId());
            const QList<Stage> all = stagesOfPeople(window->stages());
            for (const Stage &one : all)
                sum += counted(*window, one.id);
            QCOMPARE(sum, 2);
        }
    }

    void whoLeftByAnExitStaysThere()
    {
        QVERIFY(!personAt(u"lost"_s).isNull());
        QVERIFY(!retire(u"lost"_s, QString()).isEmpty()); // the only one
        QVERIFY(service().add(u"Gone"_s, Side::Exit));
        QVERIFY(m_test->settle());
        QCOMPARE(retire(u"lost"_s, QString()), QString());
        QVERIFY(stage(u"lost"_s).isRetired());
        QCOMPARE(counts().value(stage(u"lost"_s).id), 1);
    }

    void retiresNoSaleAndToNoRetiredStage()
    {
        QStringList faults;
        const auto note = [&faults](const Result<> &done) {
            faults << (done ? QString() : done.error().message);
        };
        service().retire(stage(u"customer"_s).id, stage(u"loyal"_s).id, this, note);
        service().retire(stage(u"offer"_s).id, stage(u"offer"_s).id, this, note);
        service().retire(stage(u"offer"_s).id, StageId(99), this, note);
        service().retire(stage(u"offer"_s).id, stage(u"customer"_s).id, this, note);
        service().retire(stage(u"offer"_s).id, stage(u"lost"_s).id, this, note);
        service().retire(stage(u"loyal"_s).id, stage(u"offer"_s).id, this, note);
        QCOMPARE(faults.size(), 6); // said at once
        QVERIFY(!faults.contains(QString()));
        QVERIFY(!(*m_test)->isWriting());
    }

    void anotherWindowFollows()
    {
        const auto other = m_test->another(u"rep"_s);
        QVERIFY(other);
        QVERIFY(service().move(stage(u"warm"_s).id, 1));
        QVERIFY(m_test->settle());
        QTRY_COMPARE(
            other->stages().value(indexOfStage(other->stages(), u"warm"_s)).side, Side::Push);
        QCOMPARE(other->pipelineStages().shown().number, 2);
    }
};

PULLPUSH_TEST(TestPipelineService)
#include "tst_pipelineservice.moc"
