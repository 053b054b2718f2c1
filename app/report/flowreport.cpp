// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/flowreport.h"

#include "report/periodwords.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class FlowText
{
    Q_DECLARE_TR_FUNCTIONS(FlowReport)
};

/// What a flow is told from.
struct FlowSource
{
    const Arrivals &arrivals;
    const ArrivalsQuery &query;
    const QList<Stage> &stages; ///< the whole pipeline
    const QTimeZone &zone;
    QList<Stage> steps;

    /// The day after the last of \a span that is known: the day that has begun is the last.
    [[nodiscard]] QDate endOf(const PeriodSpan &span) const
    {
        return span.isOver ? span.to
                           : std::clamp(localDay(query.filter.asOf, zone).addDays(1),
                               span.from.addDays(1), span.to);
    }
    [[nodiscard]] PlotRow rowOf(qsizetype period, qsizetype step) const
    {
        return PlotRow(period * steps.size() + step);
    }
    /// Whether a stage began later, after some had passed its place: then the line of a later one may lie above its own.
    [[nodiscard]] bool mayCross() const
    {
        return std::ranges::any_of(arrivals.notApplicable, [](qint64 count) { return count > 0; });
    }
};

QString flowFinding(const FlowSource &source)
{
    const QList<Arrivals::Row> &rows = source.arrivals.rows;
    const int goal = goalStep(source.steps);
    if (rows.isEmpty() || goal < 0)
        return PeriodWords::noFinding(0, goal < 0 ? 0 : source.arrivals.undated.first());
    const auto last = std::find_if(rows.crbegin(), rows.crend(),
        [](const Arrivals::Row &row) { return row.span.isComplete(); });
    if (last == rows.crend()) {
        return FlowText::tr(
            "%Ln prospect(s) have entered so far", nullptr, int(rows.last().arrived.first()));
    }
    const QString when = PeriodWords::during(last->span, source.query.period);
    const auto entered = int(last->came.first());
    if (goal == 0)
        return FlowText::tr("%Ln prospect(s) entered %1", nullptr, entered).arg(when);
    const qint64 reached = last->came.at(goal);
    if (entered == 0 && reached == 0) {
        //: %1 is a stage, %2 "in May 2018".
        return FlowText::tr("Nobody entered or reached %1 %2")
            .arg(source.steps.at(goal).name, when);
    }
    if (entered == 0) {
        //: %1 is a count, %2 a stage, %3 "in May 2018".
        return FlowText::tr("Nobody entered and %1 reached %2 %3")
            .arg(QLocale().toString(reached), source.steps.at(goal).name, when);
    }
    //: %1 is a count, %2 a stage, %3 "in May 2018". Both came in that time; they need not be the same people.
    return FlowText::tr("%Ln prospect(s) entered and %1 reached %2 %3", nullptr, entered)
        .arg(QLocale().toString(reached), source.steps.at(goal).name, when);
}

QString flowDefinition(const FlowSource &source)
{
    QStringList sentences {FlowText::tr(
        "A prospect counts once at each stage reached or passed, from the first time on.")};
    if (source.mayCross()) {
        //: %1 are stages, and of each how many: "Offer 12, Customer 3".
        sentences << FlowText::tr("Who had passed a stage before it existed is not in its line: "
                                  "%1. It may lie below that of a later stage, so there are "
                                  "lines and no bands.")
                         .arg(
                             ReportWords::stageCounts(source.steps, source.arrivals.notApplicable));
    } else {
        sentences << FlowText::tr("Between two lines are those who came as far as the one stage "
                                  "and no further, also if they left.");
    }
    const QString unknown = ReportWords::stageCounts(source.steps, source.arrivals.undated);
    if (!unknown.isEmpty())
        sentences << FlowText::tr("Arrivals at an unknown time are in no line: %1.").arg(unknown);
    return sentences.join(u' ');
}

/// The band of a stage reaches from the line of the next one to its own; where lines may cross there are lines alone. Each period holds what had arrived
/// by its end.
LinePlot flowPlot(const FlowSource &source)
{
    LinePlot plot;
    plot.shape = source.mayCross() ? LinePlot::Shape::Steps : LinePlot::Shape::Bands;
    plot.x.unit = PlotUnit::Day;
    plot.y.unit = PlotUnit::Count;
    plot.y.title = FlowText::tr("Prospects");
    const QList<Arrivals::Row> &rows = source.arrivals.rows;
    for (qsizetype step = source.steps.size() - 1; step >= 0; --step) {
        const Stage &stage = source.steps.at(step);
        LinePlot::Series series {stage.name,
            ReportWords::inkOf(source.stages, indexOfStage(source.stages, stage.id)), {}};
        for (qsizetype period = 0; period < rows.size(); ++period) {
            const Arrivals::Row &row = rows.at(period);
            series.points.append({double(row.span.from.toJulianDay()), double(row.arrived.at(step)),
                {}, source.rowOf(period, step)});
        }
        if (!rows.isEmpty()) {
            LinePlot::Point closing = series.points.last();
            closing.x = double(source.endOf(rows.last().span).toJulianDay());
            if (plot.shape == LinePlot::Shape::Steps)
                closing.row = -1; // the point before tells it
            series.points.append(closing);
        }
        plot.series.append(series);
    }
    return plot;
}

QJsonObject byStage(const FlowSource &source, const QList<qint64> &counts)
{
    QJsonObject object;
    for (qsizetype step = 0; step < source.steps.size(); ++step)
        object.insert(source.steps.at(step).key, counts.at(step));
    return object;
}

QJsonObject flowDocument(const FlowSource &source)
{
    const ChartFilter &filter = source.query.filter;
    QJsonObject document = ReportWords::head(u"flow"_s, filter.asOf, filter.span);
    document.insert(u"period"_s, toText(source.query.period));
    QJsonArray steps;
    for (const Stage &step : source.steps)
        steps.append(step.key);
    document.insert(u"steps"_s, steps);
    document.insert(u"before"_s, byStage(source, source.arrivals.before));
    document.insert(u"undated"_s, byStage(source, source.arrivals.undated));
    document.insert(u"notApplicable"_s, byStage(source, source.arrivals.notApplicable));
    QJsonArray periods;
    for (const Arrivals::Row &row : source.arrivals.rows) {
        QJsonObject period = PeriodWords::json(row.span);
        period.insert(u"came"_s, byStage(source, row.came));
        period.insert(u"arrivals"_s, byStage(source, row.arrived));
        periods.append(period);
    }
    document.insert(u"periods"_s, periods);
    return document;
}

/// The rows of the chart and of its table, and whom they count.
void addFlowRows(const FlowSource &source, FlowReport &report)
{
    for (const Arrivals::Row &row : source.arrivals.rows) {
        const QString name = PeriodWords::name(row.span, source.query.period);
        const QString last = dayText(source.endOf(row.span).addDays(-1));
        for (qsizetype step = 0; step < source.steps.size(); ++step) {
            const Stage &stage = source.steps.at(step);
            const qint64 came = row.came.at(step);
            const qint64 arrived = row.arrived.at(step);
            report.chart.rows.append(QList<Figure> {name, stage.name, came, arrived});
            report.table.rows.append(QList<Figure> {row.span.from, stage.key, came, arrived});
            report.places.append({{std::nullopt, row.span.to}, int(step)});
            //: All who had come to a stage by the end of a day: %1 is the stage, %2 the day.
            report.peopleTitles.append(FlowText::tr("Reached %1 by %2").arg(stage.name, last));
        }
    }
}

Report makeFlow(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ArrivalsQuery query {.filter = question.filter};
    const FlowReport flow = makeFlowReport(
        arrivals(*columns, query), query, columns->stages(), columns->zone(), question.names);
    Report report {.chart = flow.chart,
        .table = flow.table,
        .document = flow.document,
        .people = {},
        .peopleTitles = flow.peopleTitles};
    report.people = [columns, filter = query.filter, places = flow.places](PlotRow row) {
        return row >= 0 && row < places.size()
            ? arrivedAt(*columns, filter, places.at(row).step, places.at(row).days)
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

FlowReport makeFlowReport(const Arrivals &arrivals, const ArrivalsQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    FlowSource source {arrivals, query, stages, zone, pipelineSteps(stages)};
    source.steps.resize(std::min(source.steps.size(), arrivals.undated.size()));
    const bool isEmpty = arrivals.rows.isEmpty() || source.steps.isEmpty();
    const qint64 all = isEmpty ? 0 : arrivals.rows.last().arrived.first();
    const qint64 unknown = source.steps.isEmpty() ? 0 : arrivals.undated.first();
    FlowReport report;
    report.chart = {.id = u"flow"_s,
        .title = flowFinding(source),
        .subtitle = ReportWords::subtitle({FlowText::tr("%Ln prospect(s)", nullptr, int(all)),
            PeriodWords::by(query.period), ReportWords::during(query.filter.span),
            ReportWords::onlySources(query.filter.sources),
            ReportWords::onlyOwners(query.filter.owners, names), PeriodWords::undated(unknown),
            ReportWords::asOf(query.filter.asOf, zone)}),
        .definition = flowDefinition(source),
        .columns = {{u"from"_s, PeriodWords::column(query.period)},
            {u"stage"_s, FlowText::tr("Stage")}, {u"came"_s, FlowText::tr("Came")},
            {u"arrived"_s, FlowText::tr("Arrived so far")}},
        .rows = {}};
    report.chart.isOverTime = true;
    report.table = report.chart;
    addFlowRows(source, report);
    report.chart.plot = flowPlot(source);
    report.document = flowDocument(source);
    return report;
}

ReportKind flowReport()
{
    return {u"flow"_s, FlowText::tr("Arrivals"),
        FlowText::tr("How many have reached each stage so far, week by week?"),
        FlowText::tr("&Arrived"), {}, {}, makeFlow};
}
