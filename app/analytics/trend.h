// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/periods.h"
#include "analytics/wilson.h"

struct TrendQuery
{
    ChartFilter filter = {}; ///< its span is of the entry into the pipeline; asOf must be set
    Period period = Period::Month;
    int windowDays = 90; ///< 0 or more
    std::optional<int> goal = {}; ///< a step; without one the first that wins
    std::optional<QDate> logStart =
        {}; ///< from when on everything is on record: earlier periods are marked

    friend bool operator==(const TrendQuery &, const TrendQuery &) = default;
};

/// The conversion of those who entered in each period, within the same window for all.
struct Trend
{
    struct Row
    {
        PeriodSpan span;
        Proportion
            share; ///< reached the goal within the window, of those who are old enough for it
        qint64 immature = 0; ///< entered and are not old enough: in no other figure
        bool isBeforeLog = false; ///< began before the query's logStart
        qint64 notApplicable =
            0; ///< are old enough and had passed the goal's place before it existed: in no other figure

        /// Whether the share is final: the period is over, and all who entered in it are old enough.
        [[nodiscard]] bool isMature() const { return span.isOver && immature == 0; }

        friend bool operator==(const Row &, const Row &) = default;
    };
    int goal = -1; ///< the step; -1 where the pipeline has none
    QList<Row> rows; ///< from the first to the last entry without a gap
    qint64 undated = 0; ///< entered at an unknown time: in no row, and none with a span

    friend bool operator==(const Trend &, const Trend &) = default;
};

/// One pass; may run on any thread.
[[nodiscard]] Trend trend(const ProspectColumns &columns, const TrendQuery &query);

/// Those behind the point of a row with the days \a entered, by id: who reached the goal within the window.
[[nodiscard]] QList<ProspectId> reachedInWindow(
    const ProspectColumns &columns, const TrendQuery &query, const DateSpan &entered);
