// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/arrivals.h"
#include "report/report.h"

#include <QStringList>

/// The cumulative first arrivals at each stage, as bands and as a table with a row for each period and stage.
struct FlowReport
{
    /// Whom a row counts: arrivedAt(columns, filter, step, days).
    struct Place
    {
        DateSpan days; ///< until the end of the row's period
        int step = 0;

        friend bool operator==(const Place &, const Place &) = default;
    };
    Chart chart;
    Chart table; ///< with days and keys in place of names
    QList<Place> places; ///< by row of the chart
    QStringList peopleTitles; ///< by row of the chart: "Reached Warm by 29 Nov 2026"
    QJsonObject document; ///< for other programs

    friend bool operator==(const FlowReport &, const FlowReport &) = default;
};

/// The report of \a arrivals, which answers \a query over \a stages (the whole pipeline by position). \a zone is the workspace's; \a names are those of owners by id.
[[nodiscard]] FlowReport makeFlowReport(const Arrivals &arrivals, const ArrivalsQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names = {});

/// The first arrivals at each stage over time; behind a row are those who had arrived by the end of its period.
[[nodiscard]] ReportKind flowReport();
