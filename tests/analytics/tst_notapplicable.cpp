// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/advocacy.h"
#include "analytics/ageing.h"
#include "analytics/arrivals.h"
#include "analytics/cohorts.h"
#include "analytics/conversioncredit.h"
#include "analytics/forecast.h"
#include "analytics/funnel.h"
#include "analytics/notapplicable.h"
#include "analytics/outcomes.h"
#include "analytics/trend.h"
#include "analytics/velocity.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"
#include "walkquestions.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace WalkQuestions;

namespace {
QList<Stage> pipelineSince(int step, qint64 since)
{
    QList<Stage> stages = defaultPipeline();
    stages[step].since = since;
    return stages;
}

Moment on(int day)
{
    return {RandomWalks::at(day), Precision::Exact};
}

/// The definition, read slowly.
bool isNotApplicable(const RandomWalks &walks, int prospect, int step, qint64 since)
{
    bool isEarly = walks.stages.at(prospect - 1) != step + 1;
    bool hasPassed = false;
    for (const RandomWalks::Move &move : walks.moves) {
        if (move.prospect != prospect)
            continue;
        isEarly = isEarly && move.stage != step + 1;
        hasPassed = hasPassed
            || (move.stage > step + 1 && move.stage != Lost
                && move.at.precision != Precision::Unknown && move.at.ms < since);
    }
    return isEarly && hasPassed;
}

/// The columns of all, or of those alone to whom the step is applicable. \a since of 0: it was there from the beginning.
ColumnsPointer columnsSince(
    const RandomWalks &walks, int step, qint64 since, bool onlyApplicable = false)
{
    ColumnsBuilder builder(pipelineSince(step, since), RandomWalks::zone());
    for (int id = 1; id <= walks.prospects; ++id) {
        if (onlyApplicable && isNotApplicable(walks, id, step, since))
            continue;
        builder.addProspect(id, QString(QLatin1Char(id % 2 ? 'a' : 'b')), id, walks.stages[id - 1]);
    }
    for (const RandomWalks::Move &move : walks.moves)
        builder.addMove(move.prospect, move.stage, move.at);
    return builder.finish();
}

TouchFacts::Row touchOf(int prospect, TouchKind kind, qint64 referrer = 0)
{
    TouchFacts::Row touch;
    touch.prospect = ProspectId(prospect);
    touch.id = TouchId(prospect);
    touch.kind = kind;
    touch.at = on(40);
    touch.referrer = ProspectId(referrer);
    return touch;
}

qint64 anySince()
{
    return RandomWalks::at(*rc::gen::inRange(1, 80));
}

/// Random walks on which the stage of the sale began later: the columns of all, and of those alone to whom it is applicable.
struct LaterSale
{
    static constexpr int Won = 4;

    RandomWalks walks = RandomWalks::any();
    qint64 since = anySince();
    ColumnsPointer everybody = columnsSince(walks, Won, since);
    ColumnsPointer others = columnsSince(walks, Won, since, true);
};

/// Six who entered on day 0, and a stage "customer" since day 20: two passed its place before, one did later, one was there, one
/// left, and one is where they were. Without \a hasSince it was there from the beginning.
ColumnsPointer sixPeople(bool hasSince = true)
{
    RandomWalks walks;
    walks.prospects = 6;
    walks.stages = QList<qint64>(6, 0);
    for (int id = 1; id <= 6; ++id)
        walks.moves.append({id, Cold, on(0)});
    walks.moves.append(QList<RandomWalks::Move> {{1, Loyal, on(10)}, {2, Loyal, on(27)},
        {3, Customer, on(25)}, {4, Lost, on(5)}, {6, Loyal, on(11)}});
    return columnsSince(walks, 4, hasSince ? RandomWalks::at(20) : 0);
}
} // namespace

/// A step that began later is not applicable to whoever had passed its place before.
class TestNotApplicable : public QObject
{
    Q_OBJECT

private slots:
    void leavesThemOutOfTheRates()
    {
        // The step "offer" is there since day 20.
        ColumnsBuilder builder(pipelineSince(3, RandomWalks::at(20)), RandomWalks::zone());
        for (int id = 1; id <= 5; ++id)
            builder.addProspect(id, QString(), 0, 0);
        for (int id = 1; id <= 5; ++id) {
            builder.addMove(id, Cold, on(0));
            builder.addMove(id, Talk, on(5));
        }
        builder.addMove(1, Customer, on(10)); // before it existed
        builder.addMove(2, Customer, on(30)); // passed it by
        builder.addMove(3, Quote, on(25));
        builder.addMove(3, Customer, on(30));
        builder.addMove(4, Quote, on(25));
        const ColumnsPointer columns = builder.finish();
        const Funnel passed = funnel(*columns, {});
        const FunnelStep &offer = passed.total.steps.at(3);
        QCOMPARE(offer.passed, 4); // the bars never rise
        QCOMPARE(offer.excluded.cohort, 1);
        QCOMPARE(offer.overall.k, 3);
        QCOMPARE(offer.overall.n, 4);
        QCOMPARE(offer.step->k, 3); // of the four who had a conversation and could get an offer
        QCOMPARE(offer.step->n, 4);
        const FunnelStep &customer = passed.total.steps.at(4);
        QCOMPARE(customer.overall.k, 3);
        QCOMPARE(customer.overall.n, 5);
        QCOMPARE(customer.step->k, 2);
        QCOMPARE(customer.step->n, 3);
        const Funnel touched = funnel(*columns, {.reached = ReachedRule::Touched});
        QCOMPARE(touched.total.steps.at(3).step->k, 2);
        QCOMPARE(touched.total.steps.at(3).step->n, 4);
        QCOMPARE(touched.total.steps.at(3).overall.n, 4);
    }

    void whoWasInARetiredStageCountsAtTheStepBefore()
    {
        QList<Stage> stages = defaultPipeline();
        stages[3].retiredAt = 1;
        ColumnsBuilder builder(stages, RandomWalks::zone());
        builder.addProspect(1, QString(), 0, Lost);
        builder.addMove(1, Cold, on(0));
        builder.addMove(1, Quote, on(5));
        builder.addMove(1, Lost, on(6));
        const ColumnsPointer columns = builder.finish();
        QCOMPARE(columns->steps().size(), 6);
        QCOMPARE(columns->stages().size(), 8);
        const Funnel result = funnel(*columns, {});
        QCOMPARE(result.total.steps.at(2).reached, 1); // conversation
        QCOMPARE(result.total.steps.at(2).lost, 1);
        QCOMPARE(result.total.steps.at(3).reached, 0); // customer
    }

    void leavesThemOutOfCohorts()
    {
        const CohortsQuery query {.filter = {.asOf = RandomWalks::at(60)}, .ages = {25, 26, 27}};
        const Cohorts table = cohorts(*sixPeople(), query);
        QCOMPARE(table.rows.size(), 1);
        const Cohorts::Row &row = table.rows.first();
        QCOMPARE(row.entered, 4);
        QCOMPARE(row.notApplicable, 2);
        QCOMPARE(row.reached, 2);
        QCOMPARE(row.byAge[0], std::optional(Proportion {1, 4}));
        QCOMPARE(row.byAge[2], std::optional(Proportion {2, 4}));
        QCOMPARE(reachedByAge(*sixPeople(), query, row.span.days(), 26), {ProspectId(3)});
        QCOMPARE(reachedByAge(*sixPeople(), query, row.span.days()),
            QList({ProspectId(2), ProspectId(3)}));
        const Cohorts before = cohorts(*sixPeople(false), query);
        QCOMPARE(before.rows.first().notApplicable, 0);
        QCOMPARE(before.rows.first().byAge[2], std::optional(Proportion {4, 6}));
    }

    void leavesThemOutOfTheTrend()
    {
        const TrendQuery query {.filter = {.asOf = RandomWalks::at(60)}, .windowDays = 26};
        const Trend line = trend(*sixPeople(), query);
        QCOMPARE(line.rows.size(), 1);
        QCOMPARE(line.rows.first().share, (Proportion {1, 4}));
        QCOMPARE(line.rows.first().notApplicable, 2);
        QCOMPARE(line.rows.first().immature, 0);
        QCOMPARE(
            reachedInWindow(*sixPeople(), query, line.rows.first().span.days()), {ProspectId(3)});
        QCOMPARE(trend(*sixPeople(false), query).rows.first().share, (Proportion {3, 6}));
    }

    void theyDidNotArrive()
    {
        const Arrivals lines = arrivals(*sixPeople(), {});
        // More came to the stage behind it.
        QCOMPARE(lines.rows.last().arrived, QList<qint64>({6, 4, 4, 4, 2, 3, 0}));
        QCOMPARE(lines.notApplicable, QList<qint64>({0, 0, 0, 0, 2, 0, 0}));
        QCOMPARE(lines.undated, QList<qint64>(7, 0));
        QCOMPARE(arrivedAt(*sixPeople(), {}, 4, {}), QList({ProspectId(2), ProspectId(3)}));
        QCOMPARE(arrivedAt(*sixPeople(), {}, 5, {}),
            QList({ProspectId(1), ProspectId(2), ProspectId(6)}));
        const Arrivals before = arrivals(*sixPeople(false), {});
        QCOMPARE(before.rows.last().arrived, QList<qint64>({6, 4, 4, 4, 4, 3, 0}));
        QCOMPARE(before.notApplicable, QList<qint64>(7, 0));
    }

    void theirPathHasNoOutcome()
    {
        const ChartFilter filter {.asOf = RandomWalks::at(60)};
        const Outcomes ends = outcomes(*sixPeople(), filter);
        QCOMPARE(ends.notApplicable, 2);
        QCOMPARE(ends.won, 2);
        QCOMPARE(ends.lost, 1);
        QCOMPARE(ends.open, 1);
        QCOMPARE(ends.curves.open.n, 4);
        QCOMPARE(prospectsWithOutcome(*sixPeople(), filter, OutcomeKind::Won),
            QList({ProspectId(2), ProspectId(3)}));
        const Outcomes before = outcomes(*sixPeople(false), filter);
        QCOMPARE(before.notApplicable, 0);
        QCOMPARE(before.won, 4);
    }

    void aCohortHasTheRateOfTheFunnel()
    {
        QVERIFY(rc::check([] {
            const int step = *rc::gen::inRange(0, 7);
            const auto columns = columnsSince(RandomWalks::any(), step, anySince());
            const CohortsQuery query {.filter = anyFilter(),
                .period = Period::Week,
                .ages = {*rc::gen::inRange(0, 100), *rc::gen::inRange(0, 30)},
                .goal = step};
            const Cohorts table = cohorts(*columns, query);
            qint64 all = table.undated;
            for (const Cohorts::Row &row : table.rows) {
                FunnelQuery asked = funnelOf(query.filter, row.span.days());
                const FunnelStep whole = funnel(*columns, asked).total.steps.at(step);
                all += row.entered + row.notApplicable;
                RC_ASSERT(row.entered == whole.overall.n);
                RC_ASSERT(row.reached == whole.overall.k);
                RC_ASSERT(row.notApplicable == whole.excluded.cohort);
                RC_ASSERT(row.reached == reachedByAge(*columns, query, row.span.days()).size());
                for (qsizetype i = 0; i < table.ages.size(); ++i) {
                    asked.windowDays = table.ages[i];
                    const FunnelGroup group = funnel(*columns, asked).total;
                    const auto &cell = row.byAge[i];
                    RC_ASSERT((bool(cell) == (group.immature == 0 && row.entered > 0)));
                    if (!cell)
                        continue;
                    RC_ASSERT(cell->n == group.steps[step].overall.n);
                    RC_ASSERT(cell->k == group.steps[step].overall.k);
                    RC_ASSERT(cell->k
                        == reachedByAge(*columns, query, row.span.days(), table.ages[i]).size());
                }
            }
            const FunnelQuery everybody = funnelOf(query.filter, query.filter.span);
            RC_ASSERT(all == funnel(*columns, everybody).total.cohort);
        }));
    }

    void aPointOfTheTrendHasTheRateOfTheFunnel()
    {
        QVERIFY(rc::check([] {
            const int step = *rc::gen::inRange(0, 7);
            const auto columns = columnsSince(RandomWalks::any(), step, anySince());
            const TrendQuery query {.filter = anyFilter(),
                .period = Period::Week,
                .windowDays = *rc::gen::inRange(0, 60),
                .goal = step};
            for (const Trend::Row &row : trend(*columns, query).rows) {
                FunnelQuery window = funnelOf(query.filter, row.span.days());
                window.windowDays = query.windowDays;
                const FunnelGroup group = funnel(*columns, window).total;
                const FunnelStep &goal = group.steps.at(step);
                RC_ASSERT(row.share.n == goal.overall.n);
                RC_ASSERT(row.share.k == goal.overall.k);
                RC_ASSERT(row.notApplicable == goal.excluded.cohort);
                RC_ASSERT(row.share.n + row.notApplicable == group.cohort);
                RC_ASSERT(row.immature == group.immature);
                const DateSpan days = row.span.days();
                RC_ASSERT(reachedInWindow(*columns, query, days).size() == row.share.k);
            }
        }));
    }

    void arrivalsAreThoseOfTheOthers()
    {
        QVERIFY(rc::check([] {
            const RandomWalks walks = RandomWalks::any();
            const int step = *rc::gen::inRange(0, 7);
            const auto columns = columnsSince(walks, step, anySince());
            const auto always = columnsSince(walks, step, 0);
            ArrivalsQuery query {.filter = anyFilter()};
            query.filter.span = {};
            const Arrivals lines = arrivals(*columns, query);
            const Funnel all = funnel(*columns, {.sources = query.filter.sources});
            for (qsizetype k = 0; k < lines.undated.size(); ++k) {
                const qint64 dated = lines.rows.isEmpty() ? 0 : lines.rows.last().arrived[k];
                const FunnelStep &bar = all.total.steps[k];
                RC_ASSERT(lines.notApplicable[k] == bar.excluded.cohort);
                RC_ASSERT(dated + lines.undated[k] + lines.notApplicable[k] == bar.reached);
            }
            QList<qint64> before = lines.before;
            for (const Arrivals::Row &row : lines.rows) {
                const DateSpan until {{}, row.span.to};
                for (qsizetype k = 0; k < before.size(); ++k) {
                    RC_ASSERT(row.came[k] >= 0); // lines never fall
                    RC_ASSERT(row.arrived[k] == before[k] + row.came[k]);
                    const auto there = arrivedAt(*columns, query.filter, int(k), until);
                    const auto everybody = arrivedAt(*always, query.filter, int(k), until);
                    RC_ASSERT(there.size() == row.arrived[k]);
                    RC_ASSERT(there == applicableAmong(everybody, *columns, int(k)));
                }
                before = row.arrived;
            }
        }));
    }

    void outcomesAreThoseOfTheOthers()
    {
        QVERIFY(rc::check([] {
            const LaterSale sale;
            const ChartFilter filter = anyFilter();
            Outcomes ends = outcomes(*sale.everybody, filter);
            const FunnelGroup entered =
                funnel(*sale.everybody, funnelOf(filter, filter.span)).total;
            RC_ASSERT(ends.notApplicable == entered.steps.at(LaterSale::Won).excluded.cohort);
            RC_ASSERT(ends.won + ends.lost + ends.open + ends.undated + ends.notApplicable
                == entered.cohort);
            for (const auto kind : {OutcomeKind::Won, OutcomeKind::Lost, OutcomeKind::Open}) {
                RC_ASSERT(prospectsWithOutcome(*sale.everybody, filter, kind)
                    == prospectsWithOutcome(*sale.others, filter, kind));
            }
            ends.notApplicable = 0;
            RC_ASSERT((ends == outcomes(*sale.others, filter)));
        }));
    }

    void theyWereNeitherWonNorLost()
    {
        const ChartFilter filter {.asOf = RandomWalks::at(60)};
        const Velocity found = velocity(*sixPeople(), {}, filter);
        QCOMPARE(found.wins, (Proportion {2, 3}));
        QCOMPARE(found.notApplicable, 2);
        QCOMPARE(found.open, 1);
        QCOMPARE(found.cycles, 2);
        QCOMPARE(closedProspects(*sixPeople(), filter, false),
            QList({ProspectId(2), ProspectId(3), ProspectId(4)}));
        QCOMPARE(
            closedProspects(*sixPeople(), filter, true), QList({ProspectId(2), ProspectId(3)}));
        const Velocity before = velocity(*sixPeople(false), {}, filter);
        QCOMPARE(before.wins, (Proportion {4, 5}));
        QCOMPARE(before.notApplicable, 0);
        QCOMPARE(before.cycles, 4);
        ChartFilter later = filter; // 1 and 6 are no wins of this time
        later.span.from = QDate(2026, 3, 1).addDays(20);
        QCOMPARE(velocity(*sixPeople(), {}, later).notApplicable, 0);
    }

    void theyAreInNoChance()
    {
        const ChartFilter filter {.asOf = RandomWalks::at(60)};
        const Forecast found = forecast(*sixPeople(), {}, filter);
        QCOMPARE(found.notApplicable, 2);
        QCOMPARE(found.chances.first().n, 4);
        QCOMPARE(found.chances.first().won, 2);
        QCOMPARE(found.chances.first().lost, 1);
        const Forecast before = forecast(*sixPeople(false), {}, filter);
        QCOMPARE(before.notApplicable, 0);
        QCOMPARE(before.chances.first().won, 4);
    }

    void theChancesAreThoseOfTheOthers()
    {
        QVERIFY(rc::check([] {
            constexpr int won = LaterSale::Won;
            const RandomWalks walks = RandomWalks::any();
            const int step = *rc::gen::inRange(0, 7);
            const qint64 since = anySince();
            const ChartFilter filter = anyFilter();
            // A stage on the way says nothing of its end.
            RC_ASSERT(forecast(*columnsSince(walks, step, since), {}, filter).chances
                == forecast(
                    *columnsSince(walks, step, step == won ? since : 0, step == won), {}, filter)
                       .chances);
        }));
    }

    void theVelocityIsThatOfTheOthers()
    {
        QVERIFY(rc::check([] {
            const LaterSale sale;
            const ChartFilter filter = anyFilter();
            DealFacts deals;
            for (int id = 1; id <= sale.walks.prospects; ++id)
                deals.worths.push_back({ProspectId(id), 1000 + id, u"EUR"_s});
            Velocity found = velocity(*sale.everybody, deals, filter);
            RC_ASSERT(found.open == openProspects(*sale.everybody, filter).size());
            found.notApplicable = 0;
            // Who is back is open as any other.
            found.open = openProspects(*sale.others, filter).size();
            RC_ASSERT((found == velocity(*sale.others, deals, filter)));
        }));
    }

    void theyDidNotConvert()
    {
        CreditQuery query;
        query.filter.asOf = RandomWalks::at(60);
        const ConversionCredit credit = conversionCredit(*sixPeople(), {}, query);
        QCOMPARE(credit.conversions, 2);
        QCOMPARE(credit.others, 2);
        QCOMPARE(credit.notApplicable, 2);
        QCOMPARE(conversionCredit(*sixPeople(false), {}, query).conversions, 4);
        query.filter.span.from = QDate(2026, 3, 1).addDays(20); // 1 and 6 came to be loyal before
        const ConversionCredit later = conversionCredit(*sixPeople(), {}, query);
        QCOMPARE(later.conversions, 2);
        QCOMPARE(later.notApplicable, 0);
    }

    void theCreditIsThatOfTheOthers()
    {
        QVERIFY(rc::check([] {
            using rc::gen::inRange;
            const LaterSale sale;
            TouchFacts touches;
            for (int id = 1; id <= sale.walks.prospects; ++id) {
                TouchFacts::Row touch;
                touch.prospect = ProspectId(id);
                touch.id = TouchId(id);
                touch.at = on(*inRange(0, 80));
                touch.post = PostId(*inRange<qint64>(1, 4));
                touches.rows.push_back(touch);
            }
            CreditQuery query;
            query.filter = anyFilter();
            ConversionCredit credit = conversionCredit(*sale.everybody, touches, query);
            credit.notApplicable = 0;
            RC_ASSERT((credit == conversionCredit(*sale.others, touches, query)));
        }));
    }

    void theyAreNoCustomersWhoBroughtAnybody()
    {
        using Kind = AdvocacyPeople::Kind;
        TouchFacts touches;
        touches.rows = {touchOf(1, TouchKind::Referred, 2), touchOf(4, TouchKind::Referred, 1),
            touchOf(5, TouchKind::Referred, 2), touchOf(6, TouchKind::Reviewed)};
        AdvocacyQuery query;
        query.filter.asOf = RandomWalks::at(60);
        const Advocacy found = advocacy(*sixPeople(), touches, query);
        QCOMPARE(found.customers, 2);
        QCOMPARE(found.notApplicable, 2);
        QCOMPARE(found.referred, (Proportion {1, 2}));
        QCOMPARE(found.groups[1], Advocacy::Group());
        QCOMPARE(found.groups[2], (Advocacy::Group {1, 2, 0, 1})); // of one nobody knows
        QCOMPARE(found.groups[2].bought(), (Proportion {0, 1}));
        QCOMPARE(found.brought, 2);
        QCOMPARE(found.bought, (Proportion {0, 1}));
        QCOMPARE(found.reviewed, (Proportion {0, 2}));
        QCOMPARE(found.later[0].reached, (Proportion {1, 2}));
        QCOMPARE(advocacyPeople(*sixPeople(), touches, query, {Kind::Customers, 0}),
            QList({ProspectId(2), ProspectId(3)}));
        QCOMPARE(advocacyPeople(*sixPeople(), touches, query, {Kind::Brought, 0}),
            QList({ProspectId(1), ProspectId(5)}));
        const Advocacy before = advocacy(*sixPeople(false), touches, query);
        QCOMPARE(before.customers, 4);
        QCOMPARE(before.notApplicable, 0);
        QCOMPARE(before.referred, (Proportion {2, 4}));
        QCOMPARE(before.bought, (Proportion {1, 3}));
        QCOMPARE(before.reviewed, (Proportion {1, 4}));
        query.filter.span.from = QDate(2026, 3, 1).addDays(20); // 1 and 6 came to be loyal before
        QCOMPARE(advocacy(*sixPeople(), touches, query).notApplicable, 0);
    }

    void theyDidNotComeBack()
    {
        using Kind = AdvocacyPeople::Kind;
        constexpr int loyal = 5; // there since day 20
        RandomWalks walks;
        walks.prospects = 3;
        walks.stages = QList<qint64>(3, 0);
        for (int id = 1; id <= 3; ++id)
            walks.moves.append({id, Customer, on(5)});
        walks.moves.append(QList<RandomWalks::Move> {{1, Advocate, on(10)}, {2, Advocate, on(30)}});
        const auto columns = columnsSince(walks, loyal, RandomWalks::at(20));
        AdvocacyQuery query;
        query.filter.asOf = RandomWalks::at(60);
        const Advocacy found = advocacy(*columns, {}, query);
        QCOMPARE(found.customers, 3);
        QCOMPARE(found.notApplicable, 0);
        QCOMPARE(found.later[0], (Advocacy::Later {loyal, {1, 2}, 1}));
        QCOMPARE(found.later[1], (Advocacy::Later {loyal + 1, {2, 3}, 0}));
        QCOMPARE(advocacyPeople(*columns, {}, query, {Kind::Later, loyal}), {ProspectId(2)});
        QCOMPARE(advocacyPeople(*columns, {}, query, {Kind::Later, loyal + 1}),
            QList({ProspectId(1), ProspectId(2)}));
        const auto always = columnsSince(walks, loyal, 0);
        QCOMPARE(advocacy(*always, {}, query).later[0].reached, (Proportion {2, 3}));
    }

    void theAdvocacyIsThatOfTheOthers()
    {
        QVERIFY(rc::check([] {
            using Kind = AdvocacyPeople::Kind;
            using rc::gen::inRange;
            constexpr int won = 4;
            const RandomWalks walks = RandomWalks::any();
            const int step = *inRange(won, 7);
            const qint64 since = anySince();
            const auto columns = columnsSince(walks, step, since);
            const auto others = columnsSince(walks, step, since, true);
            TouchFacts touches;
            for (int id = 1; id <= walks.prospects; ++id) {
                const bool isReview = *rc::gen::arbitrary<bool>();
                touches.rows.push_back(touchOf(id,
                    isReview ? TouchKind::Reviewed : TouchKind::Referred, *inRange<qint64>(1, 13)));
            }
            AdvocacyQuery query;
            query.filter = anyFilter();
            query.filter.asOf = RandomWalks::at(120); // all that was has happened
            if (*rc::gen::arbitrary<bool>())
                query.windowDays = *inRange(0, 100);
            const Advocacy found = advocacy(*columns, touches, query);
            const Advocacy rest = advocacy(*others, touches, query);
            if (step == won) {
                RC_ASSERT(found.customers == rest.customers);
                RC_ASSERT(found.immature == rest.immature);
                RC_ASSERT(found.undated == rest.undated);
                RC_ASSERT(found.reviewed == rest.reviewed);
                RC_ASSERT(found.later == rest.later);
                RC_ASSERT(found.bought == rest.bought);
            } else {
                const Advocacy::Later &later = found.later.at(step - won - 1);
                RC_ASSERT(later.reached == rest.later.at(step - won - 1).reached);
                RC_ASSERT(later.notApplicable == found.customers - rest.customers);
                RC_ASSERT(later.reached.n + later.notApplicable == found.customers);
                RC_ASSERT(later.reached.k
                    == advocacyPeople(*columns, touches, query, {Kind::Later, step}).size());
            }
            RC_ASSERT(found.brought
                == advocacyPeople(*columns, touches, query, {Kind::Brought, 0}).size());
        }));
    }

    void aVisitIsOneWheneverItsStageBegan()
    {
        QVERIFY(rc::check([] {
            const RandomWalks walks = RandomWalks::any();
            const int step = *rc::gen::inRange(0, 7);
            const ChartFilter filter = anyFilter();
            RC_ASSERT(ageing(*columnsSince(walks, step, anySince()), {}, filter)
                == ageing(*columnsSince(walks, step, 0), {}, filter));
        }));
    }

    void holdsForRandomHistories()
    {
        QVERIFY(rc::check("steps that began later", [] {
            const RandomWalks walks = RandomWalks::any();
            const int step = *rc::gen::inRange(0, 7);
            const qint64 since = anySince();
            const ColumnsPointer columns = columnsSince(walks, step, since);
            qint64 expected = 0;
            for (int id = 1; id <= walks.prospects; ++id)
                expected += isNotApplicable(walks, id, step, since) ? 1 : 0;
            // Copied into other columns they stay the same.
            const ColumnsPointer copied = updatedColumns(columns, *columns);
            FunnelQuery query;
            if (*rc::gen::arbitrary<bool>())
                query.reached = ReachedRule::Touched;
            RC_ASSERT(funnel(*columns, query).total.steps.at(step).excluded.cohort == expected);
            RC_ASSERT(funnel(*copied, query) == funnel(*columns, query));
            query.asOf = RandomWalks::at(200);
            if (*rc::gen::arbitrary<bool>())
                query.windowDays = *rc::gen::inRange(0, 100);
            const Funnel asked = funnel(*columns, query);
            qint64 before = asked.total.cohort;
            for (const FunnelStep &bar : asked.total.steps) {
                RC_ASSERT(bar.passed <= before); // bars never rise
                before = bar.passed;
                RC_ASSERT(bar.overall.k >= 0);
                RC_ASSERT(bar.overall.k <= bar.overall.n);
                if (bar.step) {
                    RC_ASSERT(bar.step->k >= 0);
                    RC_ASSERT(bar.step->k <= bar.step->n);
                }
            }
        }));
    }
};

PULLPUSH_TEST(TestNotApplicable)
#include "tst_notapplicable.moc"
