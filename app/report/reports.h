// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/funnel.h"
#include "report/funnelreport.h"

#include <QJsonObject>

#include <functional>

/// What is asked of a report. Each takes what it knows of it.
struct ReportQuestion
{
    ChartFilter filter;
    std::optional<int> windowDays = {}; ///< 0 or more
    std::optional<QList<qint64>> ages = {}; ///< in days, 0 or more
    ReachedRule reached = ReachedRule::Passed;
    Breakdown by = Breakdown::None;
    QHash<QString, QString> names =
        {}; ///< of the groups of a breakdown by their key, where the key says nothing to people
};

/// A report as everybody needs it: to be shown, written for other programs, and asked who is behind a figure.
struct Report
{
    Chart chart;
    Chart table; ///< the chart's figures for other programs: with keys in place of names
    QJsonObject document; ///< the same as the command line prints it
    std::function<QList<ProspectId>(PlotRow)>
        people; ///< behind a row of the chart, by id; may run on any thread
    std::optional<FunnelReport> funnel = {}; ///< which has a picture of its own
};

struct ReportKind
{
    QString id; ///< stable, as on the command line
    QString name; ///< translated
    QString purpose; ///< translated: the question it answers
    QString spanName; ///< translated: what happened in the filter's span, as the name of a field
    bool usesWindow = false; ///< of the question, besides the filter
    bool usesReached = false;
    bool usesBreakdown = false;
    /// May run on any thread.
    std::function<Report(const ColumnsPointer &, const ReportQuestion &)> make;
};

/// All reports, in the order in which they are listed.
[[nodiscard]] const QList<ReportKind> &reportKinds();
/// The one with that id, or null.
[[nodiscard]] const ReportKind *reportKind(const QString &id);
