// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/outcomes.h"
#include "report/report.h"

/// How the paths of those who entered ended, by age: a row for each age.
struct OutcomesReport
{
    Chart chart;
    QList<qint64> ages; ///< by row of the chart: days since the entry
    QJsonObject document; ///< for other programs

    friend bool operator==(const OutcomesReport &, const OutcomesReport &) = default;
};

/// The report of \a outcomes, which answers \a filter; \a zone is the workspace's. Its rows are those of \a ages (days, 0 or
/// more, in any order), else of each age at which somebody was won or lost, and of the last one that is known. At ages beyond
/// that nothing is known: no rates. The picture is the same whatever the rows; there is none of too few. \a names are those of owners by id.
/// \a stages is the whole pipeline by position.
[[nodiscard]] OutcomesReport makeOutcomesReport(const Outcomes &outcomes, const ChartFilter &filter,
    const QList<Stage> &stages, const QTimeZone &zone,
    const std::optional<QList<qint64>> &ages = {}, const QHash<QString, QString> &names = {});

/// How the paths of those who entered ended; behind a row are those who were won by its age.
[[nodiscard]] ReportKind outcomesReport();
