// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changeset.h"
#include "session/chartfactsreader.h"
#include "storage/database.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <iterator>

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
};

PULLPUSH_TEST(TestChartFactsReader)
#include "tst_chartfactsreader.moc"
