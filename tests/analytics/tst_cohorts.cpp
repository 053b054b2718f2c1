// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohorts.h"
#include "analytics/funnel.h"
#include "analytics/trend.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"
#include "walkquestions.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace WalkQuestions;

namespace {
const QTimeZone &zone()
{
    return RandomWalks::zone();
}

Moment noon(int dayOfMarch)
{
    return {localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone()), Precision::Exact};
}

ColumnsPointer columnsOf(const QList<RandomWalks::Move> &moves, int prospects)
{
    RandomWalks walks;
    walks.prospects = prospects;
    walks.stages = QList<qint64>(prospects, 0);
    walks.moves = moves;
    return walks.columns();
}

/// Two of the week from 2 March, one of that from 16 March.
ColumnsPointer threePeople()
{
    return columnsOf(
        {{1, Cold, noon(2)}, {1, Customer, noon(12)}, {2, Cold, noon(4)}, {3, Cold, noon(17)},
            {3, Customer, {0, Precision::Unknown}}, {4, Cold, {0, Precision::Unknown}}},
        4);
}

Period anyPeriod()
{
    return *rc::gen::element(Period::Day, Period::Week, Period::Month);
}

} // namespace

class TestCohorts : public QObject
{
    Q_OBJECT
private slots:
    void sharesByAge()
    {
        const Cohorts result = cohorts(*threePeople(),
            {.filter = {.asOf = noon(20).ms}, .period = Period::Week, .ages = {30, 7, 14, 7}});
        QCOMPARE(result.goal, 4);
        QCOMPARE(result.ages, QList({7, 14, 30}));
        QCOMPARE(result.undated, 1);
        QCOMPARE(result.rows.size(), 3);
        QCOMPARE(result.rows[0].entered, 2);
        QCOMPARE(result.rows[0].reached, 1);
        QCOMPARE(result.rows[0].byAge[0], std::optional(Proportion {0, 2}));
        QCOMPARE(result.rows[0].byAge[1], std::optional(Proportion {1, 2}));
        QVERIFY(!result.rows[0].byAge[2]);
        // Nobody entered: nothing is known of any age.
        QCOMPARE(result.rows[1].entered, 0);
        QVERIFY(std::ranges::none_of(
            result.rows[1].byAge, [](const auto &cell) { return bool(cell); }));
        // Reached at an unknown time: by no age.
        QCOMPARE(result.rows[2].reached, 1);
        QVERIFY(!result.rows[2].byAge[0]);
        QVERIFY(!result.rows[2].span.isOver);
    }

    void theYoungestDecides()
    {
        CohortsQuery query {.filter = {.asOf = noon(18).ms}, .period = Period::Week, .ages = {14}};
        QVERIFY(cohorts(*threePeople(), query).rows[0].byAge[0]);
        query.filter.asOf -= 1000;
        QVERIFY(!cohorts(*threePeople(), query).rows[0].byAge[0]);
    }

    void cohortsBeforeTheLogAreMarked()
    {
        const Cohorts result = cohorts(*threePeople(),
            {.filter = {.asOf = noon(20).ms},
                .period = Period::Week,
                .logStart = QDate(2026, 3, 9)});
        QVERIFY(result.rows[0].isBeforeLog);
        QVERIFY(!result.rows[1].isBeforeLog);
    }

    void anotherGoal()
    {
        const auto columns = columnsOf({{1, Cold, noon(2)}, {1, Warm, noon(3)}}, 1);
        const Cohorts result = cohorts(*columns, {.filter = {.asOf = noon(20).ms}, .goal = 1});
        QCOMPARE(result.rows[0].byAge[0], std::optional(Proportion {1, 1}));
    }

    void nobody()
    {
        QVERIFY(cohorts(*columnsOf({}, 1), {.filter = {.asOf = noon(20).ms}}).rows.isEmpty());
        QVERIFY(trend(*columnsOf({}, 1), {.filter = {.asOf = noon(20).ms}}).rows.isEmpty());
    }

    void trendOfMaturePeople()
    {
        TrendQuery query {
            .filter = {.asOf = noon(17).ms}, .period = Period::Week, .windowDays = 14};
        const Trend early = trend(*threePeople(), query);
        QCOMPARE(early.rows[0].share, (Proportion {1, 1})); // who entered on the 4th is too young
        QCOMPARE(early.rows[0].immature, 1);
        QVERIFY(!early.rows[0].isMature());
        QCOMPARE(
            reachedInWindow(*threePeople(), query, early.rows[0].span.days()), {ProspectId(1)});
        query.filter.asOf = noon(18).ms;
        const Trend later = trend(*threePeople(), query);
        QCOMPARE(later.rows[0].share, (Proportion {1, 2}));
        QVERIFY(later.rows[0].isMature());
        QVERIFY(!later.rows[1].share.rate()); // nobody entered: no rate, and none of 0 %
        QCOMPARE(later.rows[2].immature, 1);
    }

    void aCohortIsAFunnel()
    {
        QVERIFY(rc::check([] {
            const auto columns = RandomWalks::any().columns();
            const CohortsQuery query {.filter = anyFilter(),
                .period = anyPeriod(),
                .ages = {*rc::gen::inRange(0, 100), *rc::gen::inRange(0, 30)},
                .goal = *rc::gen::inRange(0, 7)};
            const Cohorts result = cohorts(*columns, query);
            qint64 entered = result.undated;
            for (const Cohorts::Row &row : result.rows) {
                FunnelQuery whole = funnelOf(query.filter, row.span.days());
                entered += row.entered;
                RC_ASSERT(row.entered == funnel(*columns, whole).total.cohort);
                RC_ASSERT(row.reached == reachedByAge(*columns, query, row.span.days()).size());
                for (qsizetype i = 0; i < result.ages.size(); ++i) {
                    whole.windowDays = result.ages[i];
                    const FunnelGroup group = funnel(*columns, whole).total;
                    const auto &cell = row.byAge[i];
                    RC_ASSERT((bool(cell) == (group.immature == 0 && row.entered > 0)));
                    if (!cell)
                        continue;
                    RC_ASSERT(cell->n == group.cohort);
                    RC_ASSERT(cell->k == group.steps[*query.goal].reached);
                    RC_ASSERT(cell->k
                        == reachedByAge(*columns, query, row.span.days(), result.ages[i]).size());
                    RC_ASSERT((i == 0 || cell->k >= row.byAge[i - 1]->k));
                }
            }
            const FunnelQuery all = funnelOf(query.filter, query.filter.span);
            RC_ASSERT(entered == funnel(*columns, all).total.cohort);
        }));
    }

    void aPointOfTheTrendIsAFunnel()
    {
        QVERIFY(rc::check([] {
            const auto columns = RandomWalks::any().columns();
            const TrendQuery query {.filter = anyFilter(),
                .period = anyPeriod(),
                .windowDays = *rc::gen::inRange(0, 60),
                .goal = *rc::gen::inRange(0, 7)};
            Trend::Row sum;
            for (const Trend::Row &row : trend(*columns, query).rows) {
                FunnelQuery window = funnelOf(query.filter, row.span.days());
                window.windowDays = query.windowDays;
                const FunnelGroup group = funnel(*columns, window).total;
                RC_ASSERT(row.share.n == group.cohort);
                RC_ASSERT(row.share.k == group.steps[*query.goal].reached);
                RC_ASSERT(row.immature == group.immature);
                sum.share.n += row.share.n;
                sum.share.k += row.share.k;
                sum.immature += row.immature;
            }
            FunnelQuery all = funnelOf(query.filter, query.filter.span);
            all.windowDays = query.windowDays;
            const FunnelGroup group = funnel(*columns, all).total;
            RC_ASSERT(sum.share.n == group.cohort);
            RC_ASSERT(sum.share.k == group.steps[*query.goal].reached);
            RC_ASSERT(sum.immature == group.immature);
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check([] {
            RandomWalks walks = RandomWalks::any();
            const CohortsQuery query {.filter = anyFilter(), .period = anyPeriod()};
            const TrendQuery question {
                .filter = query.filter, .period = query.period, .windowDays = 14};
            const Cohorts rows = cohorts(*walks.columns(), query);
            const Trend line = trend(*walks.columns(), question);
            std::ranges::shuffle(walks.moves, std::minstd_rand(*rc::gen::arbitrary<quint32>()));
            RC_ASSERT(cohorts(*walks.columns(), query) == rows);
            RC_ASSERT(trend(*walks.columns(), question) == line);
        }));
    }
};

PULLPUSH_TEST(TestCohorts)
#include "tst_cohorts.moc"
