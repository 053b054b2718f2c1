// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/periods.h"
#include "analytics/wilson.h"

struct CohortsQuery
{
    ChartFilter filter = {}; ///< its span is of the entry into the pipeline; asOf must be set
    Period period = Period::Month;
    QList<int> ages = {7, 14, 30, 60, 90, 180, 365}; ///< in days, 0 or more
    std::optional<int> goal = {}; ///< a step; without one the first that wins
    std::optional<QDate> logStart =
        {}; ///< from when on everything is on record: earlier cohorts are marked

    friend bool operator==(const CohortsQuery &, const CohortsQuery &) = default;
};

/// Of those who entered in the same period, how many reached the goal by which age.
struct Cohorts
{
    struct Row
    {
        PeriodSpan span;
        qint64 entered = 0; ///< without those to whom the goal is not applicable
        qint64 reached = 0; ///< at whatever age, also at an unknown one
        bool isBeforeLog = false; ///< began before the query's logStart
        /// Of the whole cohort, by age; nothing where the youngest of all who entered has not reached that age, or nobody is counted.
        QList<std::optional<Proportion>> byAge;
        qint64 notApplicable =
            0; ///< entered and had passed the goal's place before it existed: in no other figure

        friend bool operator==(const Row &, const Row &) = default;
    };
    int goal = -1; ///< the step; -1 where the pipeline has none
    QList<int> ages; ///< ascending, each once
    QList<Row> rows; ///< from the first to the last entry without a gap
    qint64 undated = 0; ///< entered at an unknown time: in no row, and none with a span

    friend bool operator==(const Cohorts &, const Cohorts &) = default;
};

/// One pass; may run on any thread.
[[nodiscard]] Cohorts cohorts(const ProspectColumns &columns, const CohortsQuery &query);

/// Those behind a cell that has a figure, by id: who entered on the days \a cohort, a row's, and reached the goal by \a age days;
/// without an age at any time.
[[nodiscard]] QList<ProspectId> reachedByAge(const ProspectColumns &columns,
    const CohortsQuery &query, const DateSpan &cohort, std::optional<int> age = {});
