// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/arrivals.h"

#include "analytics/localdays.h"
#include "analytics/notapplicable.h"

#include <QMap>

#include <algorithm>
#include <bit>

namespace {

constexpr size_t DayValues = 0x10000; // what an arrival's day can be, marks included

QDate dateOf(size_t day)
{
    return QDate::fromJulianDay(LocalDays::EpochJulianDay + qint64(day));
}

/// Whether an arrival on \a day is known to lie within \a days.
bool isArrivalIn(const DateSpan &days, quint16 day)
{
    const QDate date = dateOf(day);
    return day != ArrivalDay::None && day != ArrivalDay::Undated
        && (!days.from || date >= *days.from) && (!days.to || date < *days.to);
}

/// What the rows are made of.
struct ArrivalCounts
{
    QList<qint64> before;
    QList<qint64> undated;
    QList<qint64> notApplicable;
    QMap<QDate, QList<qint64>> came; ///< by the first day of the period
};

/// How many came to each step on each day; on the day None those to whom it is not applicable.
std::vector<std::vector<quint32>> countsByDay(
    const ProspectColumns &columns, const ChartFilter &filter)
{
    std::vector<std::vector<quint32>> counts(
        size_t(columns.steps().size()), std::vector<quint32>(DayValues));
    NotApplicableSteps notApplicable;
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        const size_t reached = chunk.fate[row] / 2;
        for (size_t step = 0; step < reached; ++step)
            ++counts[step][chunk.arrivalDay[step][row]];
        for (quint32 steps = notApplicable.of(chunk, row); steps != 0; steps &= steps - 1) {
            const auto step = size_t(std::countr_zero(steps)); // counted above, as reached
            --counts[step][chunk.arrivalDay[step][row]];
            ++counts[step][ArrivalDay::None];
        }
    });
    return counts;
}

/// Adds up the days of each period of \a query.
ArrivalCounts countsByPeriod(
    const std::vector<std::vector<quint32>> &days, const ArrivalsQuery &query)
{
    const DateSpan &span = query.filter.span;
    const QList<qint64> nobody(qsizetype(days.size()), 0);
    ArrivalCounts counts {nobody, nobody, nobody, {}};
    for (size_t step = 0; step < days.size(); ++step) {
        const auto at = qsizetype(step);
        counts.undated[at] = days[step][ArrivalDay::Undated];
        counts.notApplicable[at] = days[step][ArrivalDay::None];
        for (size_t day = 0; day <= ArrivalDay::Highest; ++day) {
            const quint32 came = days[step][day];
            if (came == 0)
                continue;
            const QDate date = dateOf(day);
            if (span.from && date < *span.from) {
                counts.before[at] += came;
            } else if (!span.to || date < *span.to) {
                auto period = counts.came.find(periodStart(date, query.period));
                if (period == counts.came.end())
                    period = counts.came.insert(periodStart(date, query.period), nobody);
                (*period)[at] += came;
            }
        }
    }
    return counts;
}

void fillArrivalRows(Arrivals &result, const ArrivalsQuery &query, const ArrivalCounts &counts,
    const QTimeZone &zone)
{
    const DateSpan &span = query.filter.span;
    const bool someBefore = std::ranges::any_of(counts.before, [](qint64 n) { return n > 0; });
    QDate begin = counts.came.isEmpty() ? QDate() : counts.came.firstKey();
    if (span.from && (someBefore || (begin.isValid() && begin < *span.from)))
        begin = *span.from;
    QDate end = counts.came.isEmpty() ? QDate() : nextPeriod(counts.came.lastKey(), query.period);
    if (query.filter.asOf != 0) {
        const QDate today = localDay(query.filter.asOf, zone);
        const QDate next = nextPeriod(periodStart(today, query.period), query.period);
        end = end.isValid() ? std::max(end, next) : next;
    }
    if (span.to && end.isValid())
        end = std::min(end, *span.to);
    QList<qint64> arrived = counts.before;
    const auto periods = periodsBetween(begin, end, query.period, query.filter.asOf, zone);
    for (const PeriodSpan &period : periods) {
        const QList<qint64> came = counts.came.value(
            periodStart(period.from, query.period), QList<qint64>(arrived.size(), 0));
        for (qsizetype step = 0; step < arrived.size(); ++step)
            arrived[step] += came.at(step);
        result.rows.append({period, came, arrived});
    }
}

} // namespace

Arrivals arrivals(const ProspectColumns &columns, const ArrivalsQuery &query)
{
    const ArrivalCounts counts = countsByPeriod(countsByDay(columns, query.filter), query);
    Arrivals result {.before = counts.before,
        .rows = {},
        .undated = counts.undated,
        .notApplicable = counts.notApplicable};
    fillArrivalRows(result, query, counts, columns.zone());
    return result;
}

QList<ProspectId> arrivedAt(
    const ProspectColumns &columns, const ChartFilter &filter, int step, const DateSpan &days)
{
    QList<ProspectId> ids;
    NotApplicableSteps notApplicable;
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        const quint16 day = chunk.arrivalDay[size_t(step)][row];
        if (isArrivalIn(days, day) && !notApplicable.has(chunk, row, step))
            ids.append(ProspectId(chunk.ids[row]));
    });
    return ids;
}
