// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cohorts.h"
#include "report/report.h"

/// How many of each cohort reached the goal by which age, as a tinted table and with a row for each cohort and age.
struct CohortsReport
{
    /// Whom a row counts: reachedByAge(columns, query, cohort, age).
    struct Cell
    {
        DateSpan cohort;
        int age = 0;

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    Chart chart;
    Chart table; ///< with days in place of names
    QList<Cell> cells; ///< by row of the chart
    QJsonObject document; ///< for other programs

    friend bool operator==(const CohortsReport &, const CohortsReport &) = default;
};

/// The report of \a cohorts, which answers \a query over \a stages (the whole pipeline by position). \a zone is the workspace's; \a names are those of owners by id.
[[nodiscard]] CohortsReport makeCohortsReport(const Cohorts &cohorts, const CohortsQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names = {});

/// What became of those who entered in the same period; behind a row are those who had reached the goal by its age.
[[nodiscard]] ReportKind cohortsReport();
