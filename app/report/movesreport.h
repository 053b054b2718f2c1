// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/moves.h"
#include "report/report.h"

/// The moves between stages, as a flow and as a table with a row for each pair that somebody went.
struct MovesReport
{
    /// From where to where, as MoveMatrix names it.
    struct Pair
    {
        int from = 0;
        int to = 0;

        friend bool operator==(const Pair &, const Pair &) = default;
    };
    Chart chart;
    Chart table; ///< with keys in place of names
    QList<Pair> pairs; ///< by row of the chart
    QJsonObject document; ///< for other programs

    friend bool operator==(const MovesReport &, const MovesReport &) = default;
};

/// The report of \a matrix, which answers \a filter over \a stages (the whole pipeline by position). \a zone is the workspace's; \a names are those of owners by id.
[[nodiscard]] MovesReport makeMovesReport(const MoveMatrix &matrix, const ChartFilter &filter,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names = {});

/// From where to where people went in the time asked for; behind a row are those who went.
[[nodiscard]] ReportKind movesReport();
