// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/logstart.h"

#include "analytics/localdays.h"
#include "analytics/prospectcolumns.h"
#include "analytics/survival.h"

#include <algorithm>

namespace {

constexpr qint64 FewestSince = 30;
constexpr double FewestMissing = 10;

/// The first day after that of the entry on which \a row is known to have gone on, or to have left for good; None where it never did by what is known,
/// Undated where it did on an unknown day.
quint16 firstMoveDay(const ColumnChunk &chunk, size_t row)
{
    const quint16 entered = chunk.arrivalDay.front()[row];
    quint16 first = ArrivalDay::None;
    for (size_t step = 1; step < chunk.arrivalDay.size() && first == ArrivalDay::None; ++step) {
        const quint16 day = chunk.arrivalDay[step][row];
        if (day > entered && day != ArrivalDay::None)
            first = day; // the days never fall from step to step
    }
    const quint16 exit = chunk.exitAge[row];
    if (exit > 0 && exit <= Age::Highest)
        first = quint16(std::min<int>(first, entered + exit));
    return first;
}

/// Calls \a use(entered, moved) with the days of whoever entered on a known one.
template<typename Use>
void forEachFirstMove(const ProspectColumns &columns, Use use)
{
    for (const auto &chunk : columns.chunks()) {
        const std::vector<quint16> &entered = chunk->arrivalDay.front();
        for (size_t row = 0; row < entered.size(); ++row) {
            if (entered[row] <= ArrivalDay::Highest)
                use(entered[row], firstMoveDay(*chunk, row));
        }
    }
}

/// The share that has gone on by \a age days; beyond what was watched, what is known last.
double shareGone(const SurvivalCurve &staying, qint64 age)
{
    const auto next = std::ranges::upper_bound(staying.steps, age, {}, &SurvivalStep::age);
    return next == staying.steps.begin() ? 0 : 1 - std::prev(next)->survival;
}

} // namespace

std::optional<LogStart> findLogStart(const ProspectColumns &columns)
{
    if (columns.steps().isEmpty())
        return std::nullopt;
    std::vector<qint64> entries(size_t(ArrivalDay::Highest) + 1, 0); // by day
    quint16 first = ArrivalDay::None;
    quint16 last = 0;
    forEachFirstMove(columns, [&](quint16 entered, quint16 moved) {
        ++entries[entered];
        first = std::min(first, moved);
        last = std::max({last, entered, moved <= ArrivalDay::Highest ? moved : quint16(0)});
    });
    if (first > ArrivalDay::Highest)
        return std::nullopt;
    LogStart start;
    for (size_t day = 0; day < first; ++day)
        start.enteredBefore += entries[day];
    if (double(start.enteredBefore) < FewestMissing)
        return std::nullopt;

    AgeTally tally;
    forEachFirstMove(columns, [&](quint16 entered, quint16 moved) {
        if (entered < first || moved == ArrivalDay::Undated)
            return;
        const bool hasMoved = moved <= ArrivalDay::Highest;
        tally.add((hasMoved ? moved : last) - entered, hasMoved ? 1 : AgeTally::StillOpen);
    });
    const SurvivalCurve staying = kaplanMeier(tally);
    if (staying.n < FewestSince)
        return std::nullopt;
    for (size_t day = 0; day < first; ++day) {
        if (entries[day] > 0)
            start.missing +=
                double(entries[day]) * shareGone(staying, qint64(first) - 1 - qint64(day));
    }
    if (start.missing < FewestMissing)
        return std::nullopt;
    start.day = QDate::fromJulianDay(LocalDays::EpochJulianDay + first);
    return start;
}
