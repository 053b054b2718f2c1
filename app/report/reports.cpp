// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reports.h"

#include "report/movesreport.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class ReportNames
{
    Q_DECLARE_TR_FUNCTIONS(Reports)
};

Report makeFunnel(const ColumnsPointer &columns, const ReportQuestion &question)
{
    const FunnelQuery query {.entered = question.filter.span,
        .windowDays = question.windowDays,
        .reached = question.reached,
        .by = question.by,
        .asOf = question.filter.asOf,
        .sources = question.filter.sources,
        .owners = question.filter.owners};
    Report report;
    report.funnel = makeFunnelReport(
        funnel(*columns, query), query, columns->stages(), columns->zone(), question.names);
    report.chart = report.funnel->chart;
    report.table = keyTable(*report.funnel);
    report.document = toJson(*report.funnel);
    QStringList keys;
    for (const FunnelGroup &group : report.funnel->groups)
        keys << group.key;
    report.people = [columns, query, keys](PlotRow row) {
        // The steps of the total come first, then those of each group.
        const auto steps = int(columns->steps().size());
        const int group = row / steps - 1;
        if (row < 0 || group >= keys.size())
            return QList<ProspectId>();
        return prospectsAt(
            *columns, query, row % steps, group < 0 ? std::nullopt : std::optional(keys.at(group)));
    };
    return report;
}

Report makeMoves(const ColumnsPointer &columns, const ReportQuestion &question)
{
    const ChartFilter filter = question.filter;
    const MovesReport moves =
        makeMovesReport(moveMatrix(*columns, filter), filter, columns->stages(), columns->zone());
    Report report {
        .chart = moves.chart, .table = moves.table, .document = moves.document, .people = {}};
    report.people = [columns, filter, pairs = moves.pairs](PlotRow row) {
        return row >= 0 && row < pairs.size()
            ? moversBetween(*columns, filter, pairs.at(row).from, pairs.at(row).to)
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

const QList<ReportKind> &reportKinds()
{
    static const QList<ReportKind> kinds {
        {u"funnel"_s, ReportNames::tr("Funnel"),
            ReportNames::tr("How many of those who entered reach each stage?"),
            ReportNames::tr("&Entered"), true, true, true, makeFunnel},
        {u"moves"_s, ReportNames::tr("Moves"),
            ReportNames::tr("From where to where do prospects go?"), ReportNames::tr("&Moved"),
            false, false, false, makeMoves},
    };
    return kinds;
}

const ReportKind *reportKind(const QString &id)
{
    const auto found = std::ranges::find(reportKinds(), id, &ReportKind::id);
    return found == reportKinds().end() ? nullptr : &*found;
}
