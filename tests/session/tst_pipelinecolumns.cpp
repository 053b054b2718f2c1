// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/offer.h"
#include "domain/touch.h"
#include "session/chartpeople.h"
#include "session/generator.h"
#include "session/pipelinecolumns.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/recordservice.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "test_support/awayview.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace {
/// A workspace with one person, and what a report tells of some facts there, asked again whenever they change.
class FollowedFacts
{
public:
    FollowedFacts(const FactNeeds &needs, const std::function<QString(const ChartFacts &)> &words)
    {
        m_kind.needs = needs;
        m_kind.make = [words](const ReportData &data, const ReportQuestion &) {
            Report report;
            report.chart.title = words(data.facts);
            return report;
        };
    }
    /// False where the columns do not come.
    [[nodiscard]] bool begin()
    {
        if (!test.isOpen())
            return false;
        nora = test.person(u"Nora"_s);
        PipelineColumns &pipeline = test->pipeline();
        pipeline.load();
        const auto isReady = [&pipeline] { return pipeline.state() == StoreState::Ready; };
        if (nora.isNull() || !QTest::qWaitFor(isReady))
            return false;
        QObject::connect(&pipeline, &Store::changed, &m_context, [this] { ask(); });
        ask();
        return true;
    }

    TestWorkspace test;
    ProspectId nora;
    QString told;

private:
    void ask()
    {
        test->pipeline().report(
            m_kind, {}, &m_context, [this](const Report &report) { told = report.chart.title; });
    }

    ReportKind m_kind;
    QObject m_context;
};

/// A report whose title names the people of its question.
ReportKind tellsPeople()
{
    ReportKind kind;
    kind.make = [](const ReportData &, const ReportQuestion &question) {
        QStringList ids;
        for (const qint64 id : question.filter.people->ids())
            ids << QString::number(id);
        Report report;
        report.chart.title = question.filter.people->name() + u": "_s + ids.join(u", "_s);
        return report;
    };
    return kind;
}
} // namespace

class TestPipelineColumns : public QObject
{
    Q_OBJECT
private slots:
    void staysInStepWithEdits()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QVERIFY(generateWorkload(*test, {.prospects = 400, .messagesPerProspect = 0, .posts = 0}));
        PipelineColumns &pipeline = test->pipeline();
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        FunnelQuery query;
        query.by = Breakdown::Source;
        query.asOf = test.clock.now();
        const Funnel before = funnel(*pipeline.columns(), query);
        QCOMPARE(before.total.cohort, 400);

        Prospect prospect;
        prospect.name = u"Nora"_s;
        prospect.source = u"a new source"_s;
        const ProspectId id = test->prospects().create(prospect);
        QTRY_COMPARE(funnel(*pipeline.columns(), query).total.cohort, 401);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(id);
        QTRY_VERIFY(dossier.prospect());
        test->prospects().moveTo(*dossier.prospect(), test->stages().at(4).id, u"signed"_s);
        const qint64 customers = before.total.steps.at(4).reached;
        QTRY_COMPARE(funnel(*pipeline.columns(), query).total.steps.at(4).reached, customers + 1);
        const QList<ProspectId> behind =
            prospectsAt(*pipeline.columns(), query, 4, u"a new source"_s);
        QCOMPARE(behind, QList<ProspectId> {id});
        // What is kept in step is what a fresh read gives.
        QTRY_VERIFY(!test->isWriting());
        const auto fresh = PipelineColumns::readNow(*test, std::numeric_limits<qint64>::max());
        QVERIFY(fresh);
        QCOMPARE(funnel(**fresh, query), funnel(*pipeline.columns(), query));
        test->undoStack()->undo();
        test->undoStack()->undo();
        QTRY_COMPARE(funnel(*pipeline.columns(), query), before);
    }

    void saysThatItCannotReadAndMissesNothing()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        PipelineColumns &pipeline = test->pipeline();
        const auto create = [&test](const QString &name) {
            Prospect prospect;
            prospect.name = name;
            return test->prospects().create(prospect);
        };
        FunnelQuery query;
        query.asOf = test.clock.now() + 86400000;
        const auto cohort = [&pipeline, &query] {
            return funnel(*pipeline.columns(), query).total.cohort;
        };
        AwayView away(*test->database(), u"live_prospect"_s);
        QVERIFY(away.isAway());
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Failed);
        QVERIFY(!pipeline.error().message.isEmpty());
        QVERIFY(!pipeline.columns());
        QVERIFY(away.comeBack());
        pipeline.retry();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        const ProspectId nora = create(u"Nora"_s);
        QTRY_COMPARE(cohort(), 1);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(nora);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);

        AwayView again(*test->database(), u"live_prospect"_s);
        QVERIFY(again.isAway());
        test->prospects().remove(dossier);
        QTRY_COMPARE(pipeline.state(), StoreState::Failed);
        QCOMPARE(cohort(), 1); // what was known stays
        QVERIFY(again.comeBack());
        create(u"Cleo"_s);
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        QTRY_COMPARE(cohort(), 1); // Cleo is there, and that Nora is gone was not missed
    }

    void readsFactsThatAReportNeeds()
    {
        FollowedFacts facts({ChartFact::Touches},
            [](const ChartFacts &read) { return QString::number(read.touches->rows.size()); });
        QVERIFY(facts.begin());
        const TestWorkspace &test = facts.test;
        QTRY_COMPARE(facts.told, u"0"_s);
        Touch touch;
        touch.id = TouchId::create(test->ids());
        touch.prospect = facts.nora;
        touch.kind = TouchKind::Commented;
        touch.at = {test.clock.now(), Precision::Exact};
        test->commit({insertion(touch)}, u"touch"_s);
        QTRY_COMPARE(facts.told, u"1"_s);
        test->undoStack()->undo();
        QTRY_COMPARE(facts.told, u"0"_s);
    }

    void followsWordsAndOffers()
    {
        FollowedFacts facts({ChartFact::Contacts, ChartFact::Deals}, [](const ChartFacts &read) {
            return u"%1 %2"_s.arg(read.contacts->rows.size()).arg(read.deals->offers.size());
        });
        QVERIFY(facts.begin());
        const TestWorkspace &test = facts.test;
        QTRY_COMPARE(facts.told, u"0 0"_s);
        Offer offer;
        offer.id = OfferId::create(test->ids());
        offer.prospect = facts.nora;
        offer.valueMinor = 100;
        offer.currency = u"EUR"_s;
        offer.madeAt = {test.clock.now(), Precision::Exact};
        test->commit({insertion(offer)}, u"offer"_s);
        QTRY_COMPARE(facts.told, u"0 1"_s);
        Conversation conversation;
        conversation.id = ConversationId::create(test->ids());
        conversation.prospect = facts.nora;
        conversation.owner = test->viewer().user;
        Message met;
        met.id = MessageId::create(test->ids());
        met.conversation = conversation.id;
        met.medium = Medium::Meeting;
        met.sentAt = {test.clock.now(), Precision::Exact};
        test->commit({insertion(conversation), insertion(met)}, u"meeting"_s);
        QTRY_COMPARE(facts.told, u"1 1"_s);
        test->undoStack()->undo();
        QTRY_COMPARE(facts.told, u"0 1"_s);
    }

    void readsFactsOnlyWhereTheQuestionNeedsThem()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        PipelineColumns &pipeline = test->pipeline();
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        AwayView away(*test->database(), u"live_touch"_s);
        QVERIFY(away.isAway());
        const ReportKind &kind = *reportKind(u"funnel"_s);
        bool isTold = false;
        const auto tell = [&isTold](const Report &) { isTold = true; };
        pipeline.report(kind, {.filter = {}, .by = Breakdown::Source}, this, tell);
        QTRY_VERIFY(isTold);
        isTold = false;
        pipeline.report(kind, {.filter = {}, .by = Breakdown::Channel}, this, tell);
        QTRY_COMPARE(pipeline.state(), StoreState::Failed);
        QVERIFY(!isTold);
        QVERIFY(away.comeBack());
    }

    void countsWhomAQueryFinds()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        PipelineColumns &pipeline = test->pipeline();
        const ProspectId nora = test.person(u"Nora"_s);
        const ProspectId cleo = test.person(u"Cleo"_s);
        CustomField field;
        field.name = u"Size"_s;
        field.id = test->records().addField(field);
        const auto say = [&](ProspectId who, const QString &what) {
            CustomValue value;
            value.id = CustomValueId::create(test->ids());
            value.prospect = who;
            value.field = field.id;
            value.value = what;
            test->commit({insertion(value)}, u"value"_s);
        };
        say(nora, u"big"_s);
        QVERIFY(test.settle());
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        PeopleChoice big {u"Size: big"_s, {}};
        big.query.field = field.id;
        big.query.fieldValue = u"big"_s;
        QStringList told {{}, {}};
        int answers = 0;
        QObject asker;
        // Two charts of a board ask at once.
        const auto ask = [&] {
            for (const int i : {0, 1}) {
                pipeline.report(tellsPeople(), {.filter = {}, .people = big}, &asker,
                    [&told, &answers, i](const Report &report) {
                        told[i] = report.chart.title;
                        ++answers;
                    });
            }
        };
        const auto both = [](const QString &text) { return QStringList {text, text}; };
        ask();
        QTRY_COMPARE(told, both(u"Size: big: %1"_s.arg(nora.toString())));
        connect(&pipeline, &Store::changed, &asker, ask);
        say(cleo, u"big"_s);
        QTRY_COMPARE(told, both(u"Size: big: %1, %2"_s.arg(nora.toString(), cleo.toString())));
        QVERIFY(test.settle());
        const auto now = ChartPeople::readNow(*test, big);
        QVERIFY(now);
        QCOMPARE(now->name(), u"Size: big"_s);
        QCOMPARE(now->ids(), (std::vector<qint64> {nora.value(), cleo.value()}));
        test->undoStack()->undo();
        QTRY_COMPARE(told, both(u"Size: big: %1"_s.arg(nora.toString())));
        const int before = answers;
        say(cleo, u"small"_s);
        QTRY_VERIFY(answers >= before + 2);
        QCOMPARE(told, both(u"Size: big: %1"_s.arg(nora.toString())));
    }

    void saysThatItCannotReadPeople()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        PipelineColumns &pipeline = test->pipeline();
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        AwayView away(*test->database(), u"live_custom_value"_s);
        QVERIFY(away.isAway());
        PeopleChoice big {u"Size: big"_s, {}};
        big.query.field = CustomFieldId(1);
        big.query.fieldValue = u"big"_s;
        bool isTold = false;
        pipeline.report(tellsPeople(), {.filter = {}, .people = big}, this,
            [&isTold](const Report &) { isTold = true; });
        QTRY_COMPARE(pipeline.state(), StoreState::Failed);
        QVERIFY(!isTold);
        QVERIFY(away.comeBack());
    }

    void saysThatItCannotReadFacts()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        PipelineColumns &pipeline = test->pipeline();
        pipeline.load();
        QTRY_COMPARE(pipeline.state(), StoreState::Ready);
        AwayView away(*test->database(), u"live_touch"_s);
        QVERIFY(away.isAway());
        ReportKind kind;
        kind.needs = {ChartFact::Touches};
        kind.make = [](const ReportData &, const ReportQuestion &) { return Report(); };
        bool isTold = false;
        pipeline.report(kind, {}, this, [&isTold](const Report &) { isTold = true; });
        QTRY_COMPARE(pipeline.state(), StoreState::Failed);
        QVERIFY(!isTold);
        QVERIFY(away.comeBack());
    }

    void repeatsTheSameWorkload()
    {
        QList<Funnel> funnels;
        for (int i = 0; i < 2; ++i) {
            TestWorkspace test;
            QVERIFY(test.isOpen());
            QVERIFY(generateWorkload(
                *test, {.prospects = 500, .messagesPerProspect = 1, .posts = 5, .seed = 9}));
            const auto columns =
                PipelineColumns::readNow(*test, std::numeric_limits<qint64>::max());
            QVERIFY(columns);
            FunnelQuery query;
            query.by = Breakdown::Source;
            query.asOf = test.clock.now();
            funnels << funnel(**columns, query);
        }
        QCOMPARE(funnels.at(0), funnels.at(1));
        QVERIFY(funnels.at(0).total.steps.at(4).reached > 20);
    }
};

PULLPUSH_TEST(TestPipelineColumns)
#include "tst_pipelinecolumns.moc"
