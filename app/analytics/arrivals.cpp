// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/arrivals.h"

#include <algorithm>

namespace {

constexpr quint32 UndatedArrival = 0; // no move and no entry has this time

/// By stage: how many steps somebody has reached or passed who is there.
std::vector<int> stepsPassedAt(const ProspectColumns &columns)
{
    std::vector<int> passed;
    int steps = 0;
    for (const Stage &stage : columns.stages()) {
        const bool isStep = stage.kind != StageKind::Exit && steps < columns.steps().size();
        passed.push_back(isStep ? ++steps : 0);
    }
    return passed;
}

/// The steps that the prospect reached on the day of an entry whose hour is known, by moves that are known to the day alone:
/// such a move stands as undated, since its day began before the entry.
int stepsOfEntryDay(const ColumnChunk &chunk, size_t row, const std::vector<int> &stepsPassed)
{
    using Moves = ColumnChunk::Moves;
    constexpr quint8 onlyDay = Moves::IsDay | Moves::IsUndated;
    int steps = 1;
    for (size_t i = chunk.moves.first[row]; i < chunk.moves.first[row + 1]; ++i) {
        const int passed = stepsPassed[chunk.moves.to[i]];
        if (passed > steps && (chunk.moves.flags[i] & onlyDay) == onlyDay
            && chunk.age[size_t(passed) - 1][row] == 0)
            steps = passed;
    }
    return steps;
}

/// Calls \a use(step, seconds) for each step that the prospect reached or passed; the seconds never fall from step to step
/// until those that are undated.
template<typename Use>
void forEachArrival(
    const ColumnChunk &chunk, size_t row, const std::vector<int> &stepsPassed, Use use)
{
    const int reached = chunk.fate[row] / 2;
    int step = 0;
    // As the ages in the columns: without a known beginning nothing behind it has a place in time.
    if (reached > 0 && chunk.entry[row] != ColumnChunk::UnknownEntry) {
        for (const int first = stepsOfEntryDay(chunk, row, stepsPassed); step < first;)
            use(step++, chunk.entry[row]);
        const ColumnChunk::Moves &moves = chunk.moves;
        for (size_t i = moves.first[row]; i < moves.first[row + 1]; ++i) {
            if (moves.flags[i] & ColumnChunk::Moves::IsUndated)
                continue;
            for (const int passed = stepsPassed[moves.to[i]]; step < passed;)
                use(step++, moves.at[i]);
        }
    }
    while (step < reached)
        use(step++, UndatedArrival);
}

template<typename Wanted>
QList<ProspectId> collectArrived(
    const ProspectColumns &columns, const ChartFilter &filter, int step, Wanted wanted)
{
    QList<ProspectId> ids;
    const std::vector<int> stepsPassed = stepsPassedAt(columns);
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        forEachArrival(chunk, row, stepsPassed, [&](int at, quint32 seconds) {
            if (at == step && wanted(seconds))
                ids.append(ProspectId(chunk.ids[row]));
        });
    });
    return ids;
}

/// What the rows are made of.
struct ArrivalCounts
{
    QList<qint64> before;
    QList<qint64> undated;
    QList<QList<qint64>> came; ///< by the period's number
};

void fillArrivalRows(Arrivals &result, const ArrivalsQuery &query, const PeriodNumbers &numbers,
    const ArrivalCounts &counts, const QTimeZone &zone)
{
    const DateSpan &span = query.filter.span;
    const bool someBefore = std::ranges::any_of(counts.before, [](qint64 n) { return n > 0; });
    QDate begin = numbers.begin();
    if (span.from && (someBefore || (begin.isValid() && begin < *span.from)))
        begin = *span.from;
    QDate end = numbers.end();
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
        const int number = numbers.find(period.from);
        const QList<qint64> came =
            number < 0 ? QList<qint64>(arrived.size(), 0) : counts.came.at(number);
        for (qsizetype step = 0; step < arrived.size(); ++step)
            arrived[step] += came.at(step);
        result.rows.append({period, came, arrived});
    }
}

} // namespace

Arrivals arrivals(const ProspectColumns &columns, const ArrivalsQuery &query)
{
    const std::vector<int> stepsPassed = stepsPassedAt(columns);
    const QList<qint64> nobody(columns.steps().size(), 0);
    const SecondSpan span(query.filter.span, columns.zone());
    PeriodNumbers numbers(query.period, columns.zone());
    ArrivalCounts counts {nobody, nobody, {}};
    const auto count = [&](int step, quint32 seconds) {
        if (seconds == UndatedArrival) {
            ++counts.undated[step];
        } else if (seconds < span.begin) {
            ++counts.before[step];
        } else if (seconds < span.end) {
            const int number = numbers.numberAt(seconds);
            if (number == counts.came.size())
                counts.came.append(nobody);
            ++counts.came[number][step];
        }
    };
    forEachWanted(columns, query.filter, [&](const ColumnChunk &chunk, size_t row) {
        forEachArrival(chunk, row, stepsPassed, count);
    });
    Arrivals result {.before = counts.before, .rows = {}, .undated = counts.undated};
    fillArrivalRows(result, query, numbers, counts, columns.zone());
    return result;
}

QList<ProspectId> arrivedAt(
    const ProspectColumns &columns, const ChartFilter &filter, int step, const DateSpan &days)
{
    const SecondSpan span(days, columns.zone());
    return collectArrived(columns, filter, step,
        [&span](quint32 seconds) { return seconds != UndatedArrival && span.contains(seconds); });
}

QList<ProspectId> arrivedUndated(
    const ProspectColumns &columns, const ChartFilter &filter, int step)
{
    return collectArrived(
        columns, filter, step, [](quint32 seconds) { return seconds == UndatedArrival; });
}
