// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/trend.h"

#include "analytics/funnel.h"
#include "analytics/notapplicable.h"

#include <algorithm>
#include <array>

namespace {

struct TrendTally
{
    qint64 mature = 0;
    qint64 reached = 0;
    qint64 immature = 0;
    qint64 notApplicable = 0;
};

/// The last second of an entry that is old enough: one known by the hour, and one known to the day.
std::array<quint32, 2> lastMatureEntry(qint64 asOf, int windowDays, const QTimeZone &zone)
{
    const QDate day = localDay(asOf, zone).addDays(-qint64(windowDays));
    return {ColumnChunk::toSeconds(asOf - windowDays * DayMs),
        ColumnChunk::toSeconds(startOfDay(day, zone))};
}

int trendWindowOf(const TrendQuery &query)
{
    return std::clamp(query.windowDays, 0, int(Age::Highest) - 1);
}

FunnelQuery trendFunnelOf(const TrendQuery &query, const DateSpan &entered)
{
    FunnelQuery funnel = funnelQuery(query.filter);
    funnel.entered = entered;
    funnel.windowDays = trendWindowOf(query);
    return funnel;
}

} // namespace

Trend trend(const ProspectColumns &columns, const TrendQuery &query)
{
    Trend result;
    result.goal = goalStep(columns.steps(), query.goal);
    if (result.goal < 0)
        return result;
    PeriodNumbers numbers(query.period, columns.zone());
    const int window = trendWindowOf(query);
    const auto mature = lastMatureEntry(query.filter.asOf, window, columns.zone());
    std::vector<TrendTally> tallies;
    NotApplicableSteps notApplicable;
    const auto count = [&](const ColumnChunk &chunk, size_t row, int number) {
        if (size_t(number) == tallies.size())
            tallies.emplace_back();
        TrendTally &tally = tallies[size_t(number)];
        const bool isDay = chunk.flags[row] & ColumnChunk::EntryIsDay;
        if (chunk.entry[row] > mature[isDay ? 1 : 0]) {
            ++tally.immature;
            return;
        }
        if (notApplicable.has(chunk, row, result.goal)) {
            ++tally.notApplicable;
            return;
        }
        ++tally.mature;
        tally.reached += chunk.age[size_t(result.goal)][row] <= window ? 1 : 0;
    };
    result.undated = forEachEntered(columns, query.filter, numbers, count);
    if (numbers.count() == 0)
        return result;

    const DateSpan &span = query.filter.span;
    const QDate begin = span.from ? std::max(numbers.begin(), *span.from) : numbers.begin();
    const QDate end = span.to ? std::min(numbers.end(), *span.to) : numbers.end();
    const auto periods =
        periodsBetween(begin, end, query.period, query.filter.asOf, columns.zone());
    for (const PeriodSpan &period : periods) {
        const int number = numbers.find(period.from);
        const TrendTally tally = number < 0 ? TrendTally() : tallies[size_t(number)];
        result.rows.append({period, Proportion {tally.reached, tally.mature}, tally.immature,
            query.logStart && period.from < *query.logStart, tally.notApplicable});
    }
    return result;
}

QList<ProspectId> reachedInWindow(
    const ProspectColumns &columns, const TrendQuery &query, const DateSpan &entered)
{
    const int goal = goalStep(columns.steps(), query.goal);
    return applicableAmong(
        prospectsAt(columns, trendFunnelOf(query, entered), goal), columns, goal);
}
