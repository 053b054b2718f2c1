// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/arrivals.h"
#include "analytics/funnel.h"
#include "randomwalks.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone &zone()
{
    return RandomWalks::zone();
}

Moment noon(int dayOfMarch)
{
    return {localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone()), Precision::Exact};
}

Moment dayOf(int dayOfMarch)
{
    return {startOfDay(QDate(2026, 3, dayOfMarch), zone()), Precision::Day};
}

Moment someTime()
{
    return {0, Precision::Unknown};
}

ColumnsPointer columnsOf(const QList<RandomWalks::Move> &moves, int prospects = 1)
{
    RandomWalks walks;
    walks.prospects = prospects;
    walks.stages = QList<qint64>(prospects, 0);
    walks.moves = moves;
    return walks.columns();
}

ArrivalsQuery randomQuery()
{
    using rc::gen::inRange;
    ArrivalsQuery query;
    query.period = *rc::gen::element(Period::Day, Period::Week, Period::Month);
    if (*rc::gen::arbitrary<bool>())
        query.filter.span.from = QDate(2026, 3, 1).addDays(*inRange(0, 80));
    if (*rc::gen::arbitrary<bool>())
        query.filter.span.to = QDate(2026, 3, 1).addDays(*inRange(0, 80));
    if (*rc::gen::arbitrary<bool>())
        query.filter.asOf = RandomWalks::at(*inRange(0, 90));
    if (*rc::gen::arbitrary<bool>())
        query.filter.sources = QStringList {u"a"_s};
    return query;
}

} // namespace

class TestArrivals : public QObject
{
    Q_OBJECT
private slots:
    void firstArrivalsByWeek()
    {
        const auto columns = columnsOf(
            {{1, Cold, noon(2)}, {1, Warm, noon(4)}, {1, Lost, noon(5)}, {2, Cold, noon(3)},
                {2, Customer, noon(10)}, {2, Warm, noon(11)}, {3, Cold, someTime()},
                {3, Warm, noon(5)}, {4, Cold, noon(3)}, {4, Warm, someTime()}},
            4);
        const Arrivals result = arrivals(*columns, {.filter = {.asOf = noon(18).ms}});
        QCOMPARE(result.rows.size(), 3);
        QCOMPARE(result.rows[0].span.from, QDate(2026, 3, 2));
        QCOMPARE(result.rows[0].arrived, QList<qint64>({3, 1, 0, 0, 0, 0, 0}));
        QCOMPARE(result.rows[1].came, QList<qint64>({0, 1, 1, 1, 1, 0, 0}));
        QCOMPARE(result.rows[1].arrived, QList<qint64>({3, 2, 1, 1, 1, 0, 0}));
        QVERIFY(result.rows[1].span.isComplete());
        QCOMPARE(result.rows[2].arrived, result.rows[1].arrived);
        QVERIFY(!result.rows[2].span.isOver);
        QCOMPARE(result.undated, QList<qint64>({1, 2, 0, 0, 0, 0, 0}));
        QCOMPARE(result.before, QList<qint64>(7, 0));
        const ChartFilter all;
        QCOMPARE(arrivedAt(*columns, all, 1, {{}, result.rows[1].span.to}),
            QList({ProspectId(1), ProspectId(2)}));
        QCOMPARE(arrivedAt(*columns, all, 1, result.rows[1].span.days()), {ProspectId(2)});
    }

    void aSpanBeginsWithThoseBefore()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(2)}, {2, Cold, noon(12)}, {3, Cold, noon(25)}}, 3);
        const Arrivals result = arrivals(*columns,
            {.filter = {.span = {QDate(2026, 3, 11), QDate(2026, 3, 20)}, .asOf = noon(30).ms}});
        QCOMPARE(result.before.first(), 1);
        QCOMPARE(result.rows.size(), 2);
        QCOMPARE(result.rows[0].span,
            (PeriodSpan {QDate(2026, 3, 11), QDate(2026, 3, 16), false, true}));
        QCOMPARE(result.rows[0].arrived.first(), 2);
        QCOMPARE(result.rows[1].span.to, QDate(2026, 3, 20));
        QCOMPARE(result.rows[1].came.first(), 0);
    }

    void theDaysOfAChangedClock()
    {
        const qint64 midnight = startOfDay(QDate(2026, 3, 30), zone());
        const auto columns = columnsOf({{1, Cold, {midnight - 1000, Precision::Exact}},
                                           {2, Cold, {midnight, Precision::Exact}}},
            2);
        const Arrivals result = arrivals(*columns, {.period = Period::Day});
        QCOMPARE(result.rows.size(), 2);
        QCOMPARE(result.rows[0].span.from, QDate(2026, 3, 29));
        QCOMPARE(result.rows[0].came.first(), 1);
        QCOMPARE(result.rows[1].came.first(), 1);
    }

    void aDayIsNotBeforeItsOwnNoon()
    {
        const auto columns =
            columnsOf({{1, Cold, noon(3)}, {1, Warm, dayOf(3)}, {1, Talk, dayOf(9)}});
        const Arrivals result = arrivals(*columns, {.period = Period::Day});
        QCOMPARE(result.undated, QList<qint64>(7, 0));
        QCOMPARE(result.rows.first().came, QList<qint64>({1, 1, 0, 0, 0, 0, 0}));
        QCOMPARE(result.rows.last().came, QList<qint64>({0, 0, 1, 0, 0, 0, 0}));
    }

    void beforeTheEntryIsNoKnownTime()
    {
        const auto columns = columnsOf({{1, Customer, noon(1)}, {1, Cold, noon(3)}});
        QCOMPARE(arrivals(*columns, {}).undated, QList<qint64>({0, 1, 1, 1, 1, 0, 0}));
    }

    void nobody()
    {
        const Arrivals result = arrivals(*columnsOf({}), {.filter = {.asOf = noon(3).ms}});
        QVERIFY(result.rows.isEmpty());
        QCOMPARE(result.undated, QList<qint64>(7, 0));
    }

    void linesNeverFallOrCross()
    {
        QVERIFY(rc::check([] {
            const auto columns = RandomWalks::any().columns();
            const Arrivals result = arrivals(*columns, randomQuery());
            QList<qint64> before = result.before;
            QDate end;
            for (const Arrivals::Row &row : result.rows) {
                RC_ASSERT((!end.isValid() || row.span.from == end));
                end = row.span.to;
                for (qsizetype step = 0; step < before.size(); ++step) {
                    RC_ASSERT(row.came[step] >= 0);
                    RC_ASSERT(row.arrived[step] == before[step] + row.came[step]);
                    RC_ASSERT((step == 0 || row.arrived[step] <= row.arrived[step - 1]));
                }
                before = row.arrived;
            }
        }));
    }

    void allWhoReachedAStepAreThere()
    {
        QVERIFY(rc::check([] {
            const auto columns = RandomWalks::any().columns();
            ArrivalsQuery query = randomQuery();
            query.filter.span = {};
            const Arrivals result = arrivals(*columns, query);
            const Funnel all = funnel(*columns, {.sources = query.filter.sources});
            for (qsizetype step = 0; step < result.undated.size(); ++step) {
                const qint64 dated = result.rows.isEmpty() ? 0 : result.rows.last().arrived[step];
                RC_ASSERT(dated + result.undated[step] == all.total.steps[step].reached);
            }
        }));
    }

    void whoIsBehindAPoint()
    {
        QVERIFY(rc::check([] {
            const auto columns = RandomWalks::any().columns();
            const ArrivalsQuery query = randomQuery();
            const int step = *rc::gen::inRange(0, 7);
            for (const Arrivals::Row &row : arrivals(*columns, query).rows) {
                RC_ASSERT(arrivedAt(*columns, query.filter, step, row.span.days()).size()
                    == row.came[step]);
                RC_ASSERT(arrivedAt(*columns, query.filter, step, {{}, row.span.to}).size()
                    == row.arrived[step]);
            }
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check([] {
            RandomWalks walks = RandomWalks::any();
            const ArrivalsQuery query = randomQuery();
            const Arrivals result = arrivals(*walks.columns(), query);
            std::ranges::shuffle(walks.moves, std::minstd_rand(*rc::gen::arbitrary<quint32>()));
            RC_ASSERT(arrivals(*walks.columns(), query) == result);
        }));
    }
};

PULLPUSH_TEST(TestArrivals)
#include "tst_arrivals.moc"
