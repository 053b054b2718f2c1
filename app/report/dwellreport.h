// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/dwell.h"
#include "report/report.h"

/// How long people stay in each stage: a row for each that is no exit, since from an exit nobody is expected to move on.
struct DwellReport
{
    Chart chart;
    QList<int> stages; ///< by row of the chart: index into the pipeline's stages
    QJsonObject document; ///< for other programs

    friend bool operator==(const DwellReport &, const DwellReport &) = default;
};

/// The report of \a dwells, which answers \a filter over \a stages (the whole pipeline by position). \a zone is the workspace's; \a names are those of owners by id.
[[nodiscard]] DwellReport makeDwellReport(const QList<StageDwell> &dwells,
    const ChartFilter &filter, const QList<Stage> &stages, const QTimeZone &zone,
    const QHash<QString, QString> &names = {});

/// How long people stay in each stage; behind a row are those who are there still.
[[nodiscard]] ReportKind dwellReport();
