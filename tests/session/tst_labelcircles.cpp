// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/setupkeep.h"
#include "session/workspace.h"
#include "storage/batchtable.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "test_support/fakeclock.h"
#include "test_support/pgcluster.h"
#include "test_support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr int CarryFollowMs = 8000; ///< until another window has followed, at the most
const ProspectId Known(201); ///< the team's, green
const ProspectId Kept(202); ///< of Sam's circle, green
const ProspectId Both(203); ///< of Sam's circle, green and eco
} // namespace

/// Somebody merges labels of people whom they may not know of, on both databases.
class TestLabelCircles : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PgCluster> m_cluster;
    std::shared_ptr<Workspace> m_boss;
    std::shared_ptr<Workspace> m_sam;
    LabelId m_green;
    LabelId m_eco;
    LabelId m_bio;

    [[nodiscard]] QUndoStack &undo() const { return *m_boss->undoStack(); }
    static bool settle(Workspace &workspace)
    {
        return QTest::qWaitFor([&workspace] { return !workspace.isWriting(); });
    }
    static QList<LabelId> labels(Workspace &workspace, ProspectId id)
    {
        const auto rows = workspace.database()
                              ->read([id](Connection &c) { return SalesTable::labels(c, id); })
                              .result();
        QList<LabelId> found;
        for (const ProspectLabel &label : rows.value_or(QList<ProspectLabel>()))
            found << label.label;
        return found;
    }
    static qint64 number(Workspace &workspace, const QString &sql)
    {
        const auto found =
            workspace.database()->read([&sql](Connection &c) { return c.number(sql); }).result();
        return found ? found->value_or(-1) : -1;
    }
    /// Rows of people with a label that is gone.
    static qint64 dangling(Workspace &workspace)
    {
        return number(workspace,
            u"SELECT count(*) FROM live_prospect_label WHERE label_id NOT IN "
            "(SELECT id FROM live_label)"_s);
    }
    RowEdits person(ProspectId id, UserId circle, const QList<LabelId> &labels) const
    {
        Prospect prospect;
        prospect.id = id;
        prospect.name = u"Person "_s + id.toString();
        prospect.stage = m_boss->stages().first().id;
        prospect.privateTo = circle;
        RowEdits edits {insertion(prospect)};
        for (qsizetype i = 0; i < labels.size(); ++i) {
            ProspectLabel on;
            on.id = ProspectLabelId(id.value() * 10 + i);
            on.prospect = id;
            on.label = labels.at(i);
            edits << insertion(on);
        }
        return edits;
    }
    LabelId addLabel(const QString &name) const
    {
        Label label;
        label.name = name;
        return m_boss->plan().addLabel(label);
    }
    /// The empty text, or why there is no workspace with its labels and people.
    QString open(bool onServer)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QString location = m_folder->filePath(u"test.pullpush"_s);
        if (onServer) {
            auto cluster = PgCluster::start();
            if (!cluster)
                return cluster.error().message;
            m_cluster = std::move(*cluster);
            const auto url = m_cluster->createDatabase(u"labels"_s);
            if (!url)
                return url.error().message;
            location = *url;
        }
        m_boss =
            Workspace::createNow(location, {"Europe/Berlin", false}, m_clock).value_or(nullptr);
        if (!m_boss)
            return u"not created"_s;
        m_boss->apply({insertion(User {UserId(12), u"sam"_s, u"Sam"_s, Role::SalesRep})});
        m_green = addLabel(u"green"_s);
        m_eco = addLabel(u"eco"_s);
        m_bio = addLabel(u"bio"_s);
        if (!settle(*m_boss))
            return u"not written"_s;
        m_sam = Workspace::openNow(location, m_clock, u"sam"_s).value_or(nullptr);
        if (!m_sam)
            return u"not opened"_s;
        const RowEdits edits = person(Known, {}, {m_green}) + person(Kept, UserId(12), {m_green})
            + person(Both, UserId(12), {m_green, m_eco});
        const auto written = m_sam->database()
                                 ->write([&edits](Transaction &t) { return applyEdits(t, edits); })
                                 .result();
        return written ? QString() : written.error().message;
    }
    static void backends()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }

private slots:
    void cleanup()
    {
        m_sam.reset();
        m_boss.reset();
        m_cluster.reset();
        m_folder.reset();
    }

    void theyFollowUnseen_data() { backends(); }
    void theyFollowUnseen();
    void eachMergeIsTakenBackByItself_data() { backends(); }
    void eachMergeIsTakenBackByItself();
    void aDeletedOneGoesUnseen_data() { backends(); }
    void aDeletedOneGoesUnseen();
    void anUndoneImportLeavesThem_data() { backends(); }
    void anUndoneImportLeavesThem();
    void anOpenPageFollows_data() { backends(); }
    void anOpenPageFollows();
};

#define OPEN_LABELS                                                                                \
    QFETCH(bool, onServer);                                                                        \
    if (const QString reason = open(onServer); !reason.isEmpty()) {                                \
        if (onServer && !PgCluster::isRequired())                                                  \
            QSKIP(qPrintable(reason));                                                             \
        QFAIL(qPrintable(reason));                                                                 \
    }                                                                                              \
    QTRY_COMPARE(undo().count(), 3);

void TestLabelCircles::theyFollowUnseen()
{
    OPEN_LABELS
    std::optional<int> used;
    SetUpkeep::countUse(*m_boss, SetUpkeep::Kind::Label, m_green.value(), this,
        [&used](const Result<SetUpkeep::Use> &use) { used = use ? use->prospects : -1; });
    QTRY_VERIFY(used);
    QCOMPARE(*used, 1);
    SetUpkeep::mergeLabels(*m_boss, m_green, m_eco);
    QTRY_COMPARE(undo().count(), 4);
    for (const ProspectId id : {Known, Kept, Both})
        QCOMPARE(labels(*m_sam, id), QList<LabelId> {m_eco});
    QVERIFY(labels(*m_boss, Kept).isEmpty()); // as before
    QCOMPARE(dangling(*m_sam), 0);
    // The log has nothing of them: rows of the one whom everybody knows, and that something changed.
    QCOMPARE(number(*m_boss,
                 u"SELECT count(*) FROM change WHERE table_name = 'prospect_label' AND op = "
                 "'update' AND row_id <> 2010"_s),
        0);

    undo().undo();
    QTRY_VERIFY(settle(*m_boss));
    QCOMPARE(labels(*m_sam, Known), QList<LabelId> {m_green});
    QCOMPARE(labels(*m_sam, Kept), QList<LabelId> {m_green});
    QCOMPARE(labels(*m_sam, Both), (QList<LabelId> {m_green, m_eco}));
    QCOMPARE(m_boss->plan().labels().size(), 3);

    undo().redo();
    QTRY_VERIFY(settle(*m_boss));
    for (const ProspectId id : {Known, Kept, Both})
        QCOMPARE(labels(*m_sam, id), QList<LabelId> {m_eco});
    QCOMPARE(dangling(*m_sam), 0);
}

void TestLabelCircles::eachMergeIsTakenBackByItself()
{
    OPEN_LABELS
    SetUpkeep::mergeLabels(*m_boss, m_green, m_eco);
    QTRY_COMPARE(undo().count(), 4);
    SetUpkeep::mergeLabels(*m_boss, m_eco, m_bio);
    QTRY_COMPARE(undo().count(), 5);
    for (const ProspectId id : {Known, Kept, Both})
        QCOMPARE(labels(*m_sam, id), QList<LabelId> {m_bio});
    undo().undo();
    QTRY_VERIFY(settle(*m_boss));
    for (const ProspectId id : {Known, Kept, Both})
        QCOMPARE(labels(*m_sam, id), QList<LabelId> {m_eco});
    // Who is let out of the circle meanwhile was not of the merge that everybody saw, and comes back as well.
    const auto letOut = m_sam->database()->write([](Transaction &t) {
        return t.execute(u"UPDATE prospect SET private_to_id = NULL WHERE id = 202"_s);
    });
    QVERIFY(letOut.result());
    undo().undo();
    QTRY_VERIFY(settle(*m_boss));
    QCOMPARE(labels(*m_boss, Known), QList<LabelId> {m_green});
    QCOMPARE(labels(*m_boss, Kept), QList<LabelId> {m_green});
    QCOMPARE(labels(*m_sam, Both), (QList<LabelId> {m_green, m_eco}));
    QCOMPARE(dangling(*m_sam), 0);
    QCOMPARE(number(*m_sam, u"SELECT count(*) FROM prospect_label WHERE carried <> ''"_s), 0);
}

void TestLabelCircles::aDeletedOneGoesUnseen()
{
    OPEN_LABELS
    SetUpkeep::remove(*m_boss, SetUpkeep::Kind::Label, m_green.value());
    QTRY_COMPARE(undo().count(), 4);
    QVERIFY(labels(*m_sam, Known).isEmpty());
    QVERIFY(labels(*m_sam, Kept).isEmpty());
    QCOMPARE(labels(*m_sam, Both), QList<LabelId> {m_eco});
    QCOMPARE(dangling(*m_sam), 0);
    // The log has nothing of them.
    QCOMPARE(number(*m_boss,
                 u"SELECT count(*) FROM change WHERE table_name = 'prospect_label' AND op = "
                 "'remove' AND row_id <> 2010"_s),
        0);

    undo().undo();
    QTRY_VERIFY(settle(*m_boss));
    QCOMPARE(labels(*m_sam, Known), QList<LabelId> {m_green});
    QCOMPARE(labels(*m_sam, Kept), QList<LabelId> {m_green});
    QCOMPARE(labels(*m_sam, Both), (QList<LabelId> {m_green, m_eco}));
    QCOMPARE(number(*m_sam, u"SELECT count(*) FROM prospect_label WHERE carried <> ''"_s), 0);

    undo().redo();
    QTRY_VERIFY(settle(*m_boss));
    QVERIFY(labels(*m_sam, Kept).isEmpty());
    QCOMPARE(dangling(*m_sam), 0);
}

void TestLabelCircles::anUndoneImportLeavesThem()
{
    OPEN_LABELS
    ImportBatch batch;
    batch.id = BatchId(900);
    batch.state = BatchState::Live;
    const auto undone = m_boss->database()->write([this, &batch](Transaction &t) -> Result<> {
        if (auto done = BatchTable::insert(t, batch); !done)
            return done;
        auto brought = t.execute(u"UPDATE label SET batch_id = 900 WHERE id IN (?, ?)"_s,
            {m_green.value(), m_bio.value()});
        if (!brought)
            return tl::unexpected(brought.error());
        // Nobody whom the boss may know of has it any more.
        auto taken = t.execute(u"DELETE FROM prospect_label WHERE prospect_id = 201"_s);
        if (!taken)
            return tl::unexpected(taken.error());
        return BatchTable::setState(t, batch.id, BatchState::Undone, {});
    });
    const Result<> done = undone.result();
    QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
    QCOMPARE(labels(*m_sam, Kept), QList<LabelId> {m_green});
    QCOMPARE(number(*m_sam, u"SELECT count(*) FROM live_label WHERE name = 'green'"_s), 1);
    QCOMPARE(number(*m_sam, u"SELECT count(*) FROM live_label WHERE name = 'bio'"_s), 0);
    QCOMPARE(dangling(*m_sam), 0);
}

void TestLabelCircles::anOpenPageFollows()
{
    OPEN_LABELS
    ProspectDossier dossier(*m_sam, nullptr);
    dossier.open(Kept);
    QTRY_COMPARE_WITH_TIMEOUT(dossier.state(), StoreState::Ready, CarryFollowMs);
    QCOMPARE(dossier.labels().size(), 1);
    QCOMPARE(dossier.labels().first().label, m_green);
    SetUpkeep::mergeLabels(*m_boss, m_green, m_eco);
    QTRY_VERIFY_WITH_TIMEOUT(
        dossier.labels().size() == 1 && dossier.labels().first().label == m_eco, CarryFollowMs);
}

PULLPUSH_TEST(TestLabelCircles)
#include "tst_labelcircles.moc"
