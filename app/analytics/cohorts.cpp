// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohorts.h"

#include "analytics/agerule.h"
#include "analytics/funnel.h"
#include "analytics/notapplicable.h"

#include <algorithm>
#include <array>

namespace {

/// What is counted of one cohort.
struct CohortTally
{
    qint64 entered = 0;
    qint64 reached = 0;
    qint64 notApplicable = 0;
    std::array<quint32, 2> latest = {}; ///< the last entry, and the last known to the day
    std::vector<qint64> byAge; ///< reached at that one of the query's ages or since the one before
};

/// The least age of the cohort's members; it has some.
qint64 youngestOf(const CohortTally &tally, qint64 asOf, AgeRule &rule)
{
    qint64 youngest = std::numeric_limits<qint64>::max();
    for (const bool isDay : {false, true}) {
        if (const quint32 entry = tally.latest[isDay])
            youngest = std::min(youngest, rule.days(qint64(entry) * 1000, isDay, asOf, false));
    }
    return youngest;
}

Cohorts::Row cohortRowOf(const CohortTally &tally, const PeriodSpan &span,
    const CohortsQuery &query, const QList<int> &ages, AgeRule &rule)
{
    Cohorts::Row row {.span = span, .entered = tally.entered, .reached = tally.reached};
    row.notApplicable = tally.notApplicable;
    row.isBeforeLog = query.logStart && span.from < *query.logStart;
    row.byAge.resize(ages.size());
    if (tally.entered == 0)
        return row;
    const qint64 youngest = youngestOf(tally, query.filter.asOf, rule);
    qint64 reached = 0;
    for (qsizetype i = 0; i < ages.size() && ages.at(i) <= youngest; ++i) {
        reached += tally.byAge[size_t(i)];
        row.byAge[i] = Proportion {reached, tally.entered};
    }
    return row;
}

QList<int> cleanCohortAges(QList<int> ages)
{
    for (int &age : ages)
        age = std::clamp(age, 0, int(Age::Highest) - 1);
    std::ranges::sort(ages);
    ages.resize(std::unique(ages.begin(), ages.end()) - ages.begin());
    return ages;
}

} // namespace

Cohorts cohorts(const ProspectColumns &columns, const CohortsQuery &query)
{
    Cohorts result;
    result.goal = goalStep(columns.steps(), query.goal);
    result.ages = cleanCohortAges(query.ages);
    if (result.goal < 0)
        return result;
    PeriodNumbers numbers(query.period, columns.zone());
    std::vector<CohortTally> tallies;
    const auto goal = size_t(result.goal);
    NotApplicableSteps notApplicable;
    const auto count = [&](const ColumnChunk &chunk, size_t row, int number) {
        if (size_t(number) == tallies.size())
            tallies.push_back({.byAge = std::vector<qint64>(size_t(result.ages.size()), 0)});
        CohortTally &tally = tallies[size_t(number)];
        quint32 &latest = tally.latest[chunk.flags[row] & ColumnChunk::EntryIsDay ? 1 : 0];
        latest = std::max(latest, chunk.entry[row]);
        if (notApplicable.has(chunk, row, result.goal)) {
            ++tally.notApplicable;
            return;
        }
        ++tally.entered;
        const quint16 age = chunk.age[goal][row];
        if (age == Age::NotReached)
            return;
        ++tally.reached;
        const auto by = std::ranges::lower_bound(result.ages, int(age));
        if (by != result.ages.end()) // no age asked for is as high as a mark
            ++tally.byAge[size_t(by - result.ages.begin())];
    };
    result.undated = forEachEntered(columns, query.filter, numbers, count);

    AgeRule rule(columns.zone());
    const DateSpan &span = query.filter.span;
    const QDate begin = span.from ? std::max(numbers.begin(), *span.from) : numbers.begin();
    const QDate end = span.to ? std::min(numbers.end(), *span.to) : numbers.end();
    if (numbers.count() == 0)
        return result;
    const auto periods =
        periodsBetween(begin, end, query.period, query.filter.asOf, columns.zone());
    for (const PeriodSpan &period : periods) {
        const int number = numbers.find(period.from);
        const CohortTally tally = number < 0 ? CohortTally() : tallies[size_t(number)];
        result.rows.append(cohortRowOf(tally, period, query, result.ages, rule));
    }
    return result;
}

QList<ProspectId> reachedByAge(const ProspectColumns &columns, const CohortsQuery &query,
    const DateSpan &cohort, std::optional<int> age)
{
    // A cell with a figure is a funnel of those who are all old enough for its window, and its rate.
    FunnelQuery funnel = funnelQuery(query.filter);
    funnel.entered = cohort;
    funnel.windowDays = age;
    const int goal = goalStep(columns.steps(), query.goal);
    return applicableAmong(prospectsAt(columns, funnel, goal), columns, goal);
}
