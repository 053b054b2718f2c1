// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changeset.h"
#include "session/chartfactsreader.h"
#include "storage/database.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
const QList<ChartFact> everyFact(std::begin(AllChartFacts), std::end(AllChartFacts));

Result<ChartFacts> factsOf(const TestWorkspace &test, const QList<ChartFact> &kinds)
{
    return test->database()
        ->read(
            [kinds](Connection &connection) { return ChartFactsReader::read(connection, kinds); })
        .result();
}
} // namespace

/// Which facts are read, and when they are out of date.
class TestChartFactsReader : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatIsAskedForAndNoMore()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        for (const ChartFact asked : everyFact) {
            const auto facts = factsOf(test, {asked});
            QVERIFY(facts);
            for (const ChartFact kind : everyFact)
                QCOMPARE(facts->has(kind), kind == asked);
        }
    }

    void factsAreAddedAndDropped()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const auto all = factsOf(test, everyFact);
        QVERIFY(all);
        for (const ChartFact dropped : everyFact) {
            ChartFacts facts;
            facts.add(*all);
            facts.drop(dropped);
            for (const ChartFact kind : everyFact)
                QCOMPARE(facts.has(kind), kind != dropped);
        }
    }

    void aChangeMakesFactsOutOfDate_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QList<ChartFact>>("outdated");
        QTest::newRow("touch") << u"touch"_s << QList<ChartFact> {ChartFact::Touches};
        QTest::newRow("handover") << u"handover"_s << QList<ChartFact> {ChartFact::Handovers};
        QTest::newRow("a move") << u"move"_s
                                << QList<ChartFact> {ChartFact::Exits, ChartFact::Activity};
        QTest::newRow("a message")
            << u"message"_s
            << QList<ChartFact> {ChartFact::Contacts, ChartFact::Hops, ChartFact::Activity};
        QTest::newRow("who may read")
            << u"conversation_share"_s
            << QList<ChartFact> {ChartFact::Contacts, ChartFact::Hops, ChartFact::Activity};
        QTest::newRow("a hop") << u"hop"_s << QList<ChartFact> {ChartFact::Hops};
        QTest::newRow("a person") << u"prospect"_s << everyFact;
        QTest::newRow("something else") << u"snippet"_s << QList<ChartFact> {};
    }
    void aChangeMakesFactsOutOfDate()
    {
        QFETCH(QString, table);
        QFETCH(QList<ChartFact>, outdated);
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const auto all = factsOf(test, everyFact);
        QVERIFY(all);
        ChangeSet changes;
        changes.rows[table].insert(1);
        QCOMPARE(ChartFactsReader::outdated(*all, changes), outdated);
        QVERIFY(ChartFactsReader::outdated({}, changes).isEmpty());
    }

    void catchesUpWithThePeopleConcernedAlone_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<qint64>("row"); // 0: the whole table
        QTest::addColumn<bool>("isReadAnew");
        QTest::newRow("their conversation") << u"conversation"_s << qint64(70) << true;
        QTest::newRow("another one") << u"conversation"_s << qint64(71) << false;
        QTest::newRow("themselves") << u"prospect"_s << qint64(7) << true;
        QTest::newRow("somebody else") << u"prospect"_s << qint64(8) << false;
        QTest::newRow("a message that is not there") << u"message"_s << qint64(1) << false;
        QTest::newRow("a share that is not there") << u"conversation_share"_s << qint64(1) << true;
        QTest::newRow("all messages") << u"message"_s << qint64(0) << true;
        QTest::newRow("all that concerns nobody's words") << u"offer"_s << qint64(0) << false;
    }
    void catchesUpWithThePeopleConcernedAlone()
    {
        QFETCH(QString, table);
        QFETCH(qint64, row);
        QFETCH(bool, isReadAnew);
        TestWorkspace test;
        QVERIFY(test.isOpen());
        // The workspace knows nothing of this person, so whoever reads of them anew finds nothing.
        LastContacts known;
        known.rows = {{ProspectId(7), {1000, Precision::Exact}}};
        known.places = {{ConversationId(70), ProspectId(7)}};
        ChartFacts behind;
        behind.contacts = std::make_shared<LastContacts>(known);
        ChangeSet missed;
        if (row == 0)
            missed.whole.insert(table);
        else
            missed.rows[table].insert(row);
        const auto facts = test->database()
                               ->read([&](Connection &connection) {
                                   return ChartFactsReader::catchUp(connection,
                                       {ChartFact::Contacts, ChartFact::Hops}, behind, missed);
                               })
                               .result();
        QVERIFY(facts);
        QVERIFY(facts->has(ChartFact::Hops)); // of which nothing was known
        QCOMPARE(facts->contacts->rows.empty(), isReadAnew);
        QCOMPARE(facts->contacts->places.empty(), isReadAnew);
    }

    void daysOfAnotherZoneAreCountedAnew()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        RepFacts known;
        known.zone = QTimeZone("Asia/Tokyo");
        known.replies = {{ProspectId(7), UserId(1), 1000, 0, true}};
        ChartFacts behind;
        behind.activity = std::make_shared<RepFacts>(known);
        ChangeSet missed;
        missed.rows[u"prospect"_s].insert(8);
        const auto facts = test->database()
                               ->read([&](Connection &connection) {
                                   return ChartFactsReader::catchUp(
                                       connection, {ChartFact::Activity}, behind, missed);
                               })
                               .result();
        QVERIFY(facts);
        QVERIFY(facts->activity->replies.empty());
        QCOMPARE(facts->activity->zone, QTimeZone("Europe/Berlin"));
    }
};

PULLPUSH_TEST(TestChartFactsReader)
#include "tst_chartfactsreader.moc"
