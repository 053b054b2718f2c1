// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/logstart.h"

#include "analytics/localdays.h"
#include "analytics/survival.h"
#include "base/moment.h"

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

/// Calls \a use(entered, moved) with the days of whoever entered on a known one until \a last.
template<typename Use>
void forEachFirstMove(const ProspectColumns &columns, quint16 last, Use use)
{
    for (const auto &chunk : columns.chunks()) {
        const std::vector<quint16> &entered = chunk->arrivalDay.front();
        for (size_t row = 0; row < entered.size(); ++row) {
            if (entered[row] <= last)
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

std::optional<LogStart> logStart(const ProspectColumns &columns, qint64 asOf)
{
    const qint64 today = LocalDays(columns.zone()).julianDay(asOf) - LocalDays::EpochJulianDay;
    if (columns.steps().isEmpty() || today < 0)
        return std::nullopt;
    const auto last = quint16(std::min<qint64>(today, ArrivalDay::Highest));
    std::vector<qint64> entries(size_t(last) + 1, 0); // by day
    quint16 first = ArrivalDay::None;
    forEachFirstMove(columns, last, [&](quint16 entered, quint16 moved) {
        ++entries[entered];
        if (moved < first)
            first = moved;
    });
    if (first > last)
        return std::nullopt;
    LogStart start;
    for (size_t day = 0; day < first; ++day)
        start.enteredBefore += entries[day];
    if (double(start.enteredBefore) < FewestMissing)
        return std::nullopt;

    AgeTally tally;
    forEachFirstMove(columns, last, [&](quint16 entered, quint16 moved) {
        if (entered < first || moved == ArrivalDay::Undated)
            return;
        const bool hasMoved = moved <= last;
        tally.add((hasMoved ? moved : last) - entered, hasMoved ? 1 : AgeTally::StillOpen);
    });
    const SurvivalCurve staying = kaplanMeier(tally);
    if (staying.n < FewestSince)
        return std::nullopt;
    for (size_t day = 0; day < first; ++day)
        start.missing += double(entries[day]) * shareGone(staying, qint64(first) - 1 - qint64(day));
    if (start.missing < FewestMissing)
        return std::nullopt;
    start.day = QDate::fromJulianDay(LocalDays::EpochJulianDay + first);
    return start;
}
