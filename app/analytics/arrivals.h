// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/periods.h"

struct ArrivalsQuery
{
    ChartFilter filter = {}; ///< its span is that of the periods; who arrived before it is counted
    Period period = Period::Week;

    friend bool operator==(const ArrivalsQuery &, const ArrivalsQuery &) = default;
};

/// How many had arrived at each step by the end of each period.
struct Arrivals
{
    struct Row
    {
        PeriodSpan span;
        QList<qint64> came; ///< by step: arrived within the period
        QList<qint64> arrived; ///< by step: within the period or before

        friend bool operator==(const Row &, const Row &) = default;
    };
    QList<qint64> before; ///< by step: arrived before the first row
    QList<Row> rows; ///< without a gap; empty where nobody arrived by their end
    QList<qint64> undated; ///< by step: reached or passed it at an unknown time, in no row
    /// By step: had passed its place before it existed, whenever that was. They are in no other figure of it.
    QList<qint64> notApplicable = {};

    friend bool operator==(const Arrivals &, const Arrivals &) = default;
};

/// Each prospect's first arrival at each step or at one behind it, so that no line falls and none lies above that of an
/// earlier step, unless that one began later and is not applicable to somebody. The rows go on until the filter's asOf, where it is set. Of whom the entry into the pipeline has no known time, or
/// lies behind it, an arrival is undated. One pass over the moves; may run on any thread.
[[nodiscard]] Arrivals arrivals(const ProspectColumns &columns, const ArrivalsQuery &query);

/// Those who arrived at \a step (or one behind it) for the first time on the local days \a days, by id: with the days until a
/// row's end those behind its line, with the row's days those who came. The filter's own span is not asked.
[[nodiscard]] QList<ProspectId> arrivedAt(
    const ProspectColumns &columns, const ChartFilter &filter, int step, const DateSpan &days);
