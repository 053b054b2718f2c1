// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reports.h"

#include "analytics/handovergroups.h"
#include "analytics/touchgroups.h"
#include "domain/network.h"
#include "report/activityreport.h"
#include "report/advocacyreport.h"
#include "report/ageingreport.h"
#include "report/annotations.h"
#include "report/attributionreport.h"
#include "report/cohortsreport.h"
#include "report/comparison.h"
#include "report/dwellreport.h"
#include "report/flowreport.h"
#include "report/forecastreport.h"
#include "report/handoverreport.h"
#include "report/hopsreport.h"
#include "report/lostreasonsreport.h"
#include "report/movesreport.h"
#include "report/outcomesreport.h"
#include "report/pipelinewords.h"
#include "report/trendreport.h"
#include "report/velocityreport.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class ReportNames
{
    Q_DECLARE_TR_FUNCTIONS(Reports)
};

QList<ChartFact> funnelNeeds(const ReportQuestion &question)
{
    if (question.by == Breakdown::Handover)
        return {ChartFact::Handovers};
    return isByTouch(question.by) ? QList {ChartFact::Touches} : QList<ChartFact>();
}

/// The groups that the columns do not hold, or null.
std::shared_ptr<const RowGroups> groupsOf(const ReportData &data, const FunnelQuery &query)
{
    if (isByTouch(query.by)) {
        return std::make_shared<RowGroups>(
            touchGroups(*data.columns, *data.facts.touches, query.by, query.asOf));
    }
    if (query.by == Breakdown::Handover) {
        return std::make_shared<RowGroups>(
            handoverGroups(*data.columns, *data.facts.handovers, query.asOf));
    }
    return nullptr;
}

/// What people call the groups that \a question asks for, by key.
QHash<QString, QString> groupNames(const ReportQuestion &question, const RowGroups &groups)
{
    QHash<QString, QString> names = question.names;
    names.insert(groups.names);
    if (question.by != Breakdown::Network)
        return names;
    static const Result<NetworkTable> networks = builtInNetworks();
    for (const QString &key : groups.keys) {
        if (networks && !key.isEmpty())
            names.insert(key, networks->nameOf(key));
    }
    return names;
}

Report makeFunnel(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const FunnelQuery query {.entered = question.filter.span,
        .windowDays = question.windowDays,
        .reached = question.reached,
        .by = question.by,
        .asOf = question.filter.asOf,
        .sources = question.filter.sources,
        .owners = question.filter.owners};
    const auto groups = groupsOf(data, query);
    Report report;
    report.funnel =
        makeFunnelReport(funnel(*columns, query, groups.get()), query, columns->stages(),
            columns->zone(), groups ? groupNames(question, *groups) : question.names);
    report.chart = report.funnel->chart;
    report.table = keyTable(*report.funnel);
    report.document = toJson(*report.funnel);
    QStringList keys;
    for (const FunnelGroup &group : report.funnel->groups)
        keys << group.key;
    report.people = [columns, query, keys, groups](PlotRow row) {
        // The steps of the total come first, then those of each group.
        const auto steps = int(columns->steps().size());
        const int group = row / steps - 1;
        if (row < 0 || group >= keys.size())
            return QList<ProspectId>();
        return prospectsAt(*columns, query, row % steps,
            group < 0 ? std::nullopt : std::optional(keys.at(group)), FunnelSegment::Reached,
            groups.get());
    };
    return report;
}

Report makeMoves(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const MovesReport moves = makeMovesReport(
        moveMatrix(*columns, filter), filter, columns->stages(), columns->zone(), question.names);
    Report report {
        .chart = moves.chart, .table = moves.table, .document = moves.document, .people = {}};
    report.people = [columns, filter, pairs = moves.pairs](PlotRow row) {
        return row >= 0 && row < pairs.size()
            ? moversBetween(*columns, filter, pairs.at(row).from, pairs.at(row).to)
            : QList<ProspectId>();
    };
    return report;
}

Report makeFlow(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ArrivalsQuery query {.filter = question.filter};
    const FlowReport flow = makeFlowReport(
        arrivals(*columns, query), query, columns->stages(), columns->zone(), question.names);
    Report report {
        .chart = flow.chart, .table = flow.table, .document = flow.document, .people = {}};
    report.people = [columns, filter = query.filter, places = flow.places](PlotRow row) {
        return row >= 0 && row < places.size()
            ? arrivedAt(*columns, filter, places.at(row).step, places.at(row).days)
            : QList<ProspectId>();
    };
    return report;
}

Report makeOutcomes(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const OutcomesReport ends = makeOutcomesReport(
        outcomes(*columns, filter), filter, columns->zone(), question.ages, question.names);
    Report report {
        .chart = ends.chart, .table = ends.chart, .document = ends.document, .people = {}};
    report.people = [columns, filter, ages = ends.ages](PlotRow row) {
        return row >= 0 && row < ages.size()
            ? prospectsWithOutcome(*columns, filter, OutcomeKind::Won, ages.at(row))
            : QList<ProspectId>();
    };
    return report;
}

Report makeTimeInStage(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const DwellReport dwell = makeDwellReport(
        stageDwells(*columns, filter), filter, columns->stages(), columns->zone(), question.names);
    Report report {
        .chart = dwell.chart, .table = dwell.chart, .document = dwell.document, .people = {}};
    for (qsizetype row = 0; row < dwell.stages.size(); ++row)
        report.table.rows[row][0] = columns->stages().at(dwell.stages.at(row)).key;
    report.people = [columns, filter, stages = dwell.stages](PlotRow row) {
        constexpr qint64 anyTime = -1;
        return row >= 0 && row < stages.size()
            ? prospectsStaying(*columns, filter, stages.at(row), anyTime, true)
            : QList<ProspectId>();
    };
    return report;
}

Report makeCohorts(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    CohortsQuery query {.filter = question.filter};
    if (question.ages) {
        query.ages.clear();
        for (const qint64 age : *question.ages)
            query.ages << int(std::min(age, qint64(Age::Highest)));
    }
    const CohortsReport made = makeCohortsReport(
        cohorts(*columns, query), query, columns->stages(), columns->zone(), question.names);
    Report report {
        .chart = made.chart, .table = made.table, .document = made.document, .people = {}};
    report.people = [columns, query, cells = made.cells](PlotRow row) {
        return row >= 0 && row < cells.size()
            ? reachedByAge(*columns, query, cells.at(row).cohort, cells.at(row).age)
            : QList<ProspectId>();
    };
    return report;
}

Report makeTrend(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    TrendQuery query {.filter = question.filter};
    if (question.windowDays)
        query.windowDays = *question.windowDays;
    const TrendReport made = makeTrendReport(
        trend(*columns, query), query, columns->stages(), columns->zone(), question.names);
    Report report {
        .chart = made.chart, .table = made.table, .document = made.document, .people = {}};
    report.people = [columns, query, periods = made.periods](PlotRow row) {
        return row >= 0 && row < periods.size() ? reachedInWindow(*columns, query, periods.at(row))
                                                : QList<ProspectId>();
    };
    return report;
}

} // namespace

const QList<ReportKind> &reportKinds()
{
    using Part = ReportKind::Part;
    static const QList<ReportKind> kinds {
        {u"funnel"_s, ReportNames::tr("Funnel"),
            ReportNames::tr("How many of those who entered reach each stage?"),
            ReportNames::tr("&Entered"), {Part::Window, Part::Reached, Part::Breakdown},
            funnelNeeds, makeFunnel},
        {u"flow"_s, ReportNames::tr("Arrivals"),
            ReportNames::tr("How many have reached each stage so far, week by week?"),
            ReportNames::tr("&Arrived"), {}, {}, makeFlow},
        {u"moves"_s, ReportNames::tr("Moves"),
            ReportNames::tr("From where to where do prospects go?"), ReportNames::tr("&Moved"), {},
            {}, makeMoves},
        {u"outcomes"_s, ReportNames::tr("Outcomes"),
            ReportNames::tr("How many are won, lost or still open at each age?"),
            ReportNames::tr("&Entered"), {Part::Ages}, {}, makeOutcomes},
        {u"time-in-stage"_s, ReportNames::tr("Time in stage"),
            ReportNames::tr("How long do prospects stay at each stage?"), ReportNames::tr("&Began"),
            {}, {}, makeTimeInStage},
        {u"cohorts"_s, ReportNames::tr("Cohorts"),
            ReportNames::tr("What became of those who entered in the same month?"),
            ReportNames::tr("&Entered"), {Part::Ages}, {}, makeCohorts},
        {u"trend"_s, ReportNames::tr("Trend"),
            ReportNames::tr("Is the share that is won rising or falling?"),
            ReportNames::tr("&Entered"), {Part::Window}, {}, makeTrend},
        ageingReport(),
        velocityReport(),
        forecastReport(),
        attributionReport(),
        advocacyReport(),
        handoverReport(),
        lostReasonsReport(),
        hopsReport(),
        activityReport(),
    };
    return kinds;
}

const ReportKind *reportKind(const QString &id)
{
    const auto found = std::ranges::find(reportKinds(), id, &ReportKind::id);
    return found == reportKinds().end() ? nullptr : &*found;
}

Report makeReport(const ReportKind &kind, const ReportData &data, const ReportQuestion &question)
{
    Report now = kind.make(data, question);
    annotate(now, question, data.columns->stages());
    tellPipeline(now, data.pipeline, data.columns->zone());
    if (!question.compareWith)
        return now;
    ReportQuestion then = question;
    then.filter.span = *question.compareWith;
    Report before = kind.make(data, then);
    annotate(before, then, data.columns->stages());
    tellPipeline(before, data.pipeline, data.columns->zone());
    return compared(now, before, *question.compareWith);
}
