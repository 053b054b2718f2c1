// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/trend.h"
#include "report/report.h"

/// The conversion of those who entered in each period, as a line and as a table with a row for each period.
struct TrendReport
{
    Chart chart;
    Chart table; ///< with days and keys in place of names
    QList<DateSpan>
        periods; ///< by row of the chart: reachedInWindow(columns, query, period) are those it counts
    QJsonObject document; ///< for other programs

    friend bool operator==(const TrendReport &, const TrendReport &) = default;
};

/// The report of \a trend, which answers \a query over \a stages (the whole pipeline by position). \a zone is the workspace's; \a names are those of owners by id.
[[nodiscard]] TrendReport makeTrendReport(const Trend &trend, const TrendQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names = {});

/// The conversion of those who entered in each period; behind a row are those who reached the goal in time.
[[nodiscard]] ReportKind trendReport();
