// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/trendreport.h"

#include "report/periodwords.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class TrendText
{
    Q_DECLARE_TR_FUNCTIONS(TrendReport)
};

QString trendWindowText(int days)
{
    return TrendText::tr("within %Ln day(s)", nullptr, days);
}

/// Whether the share of a row may still change, or leaves something out.
bool mayChange(const Trend::Row &row)
{
    return row.isBeforeLog || !row.isMature();
}

/// \a entered is how many entered at a known time.
QString trendFinding(
    const Trend &trend, const TrendQuery &query, const QString &goal, qint64 entered)
{
    QList<PeriodWords::Conversion> latest;
    for (auto row = trend.rows.crbegin(); row != trend.rows.crend() && latest.size() < 2; ++row) {
        if (!mayChange(*row) && row->span.isComplete() && !row->share.isFew())
            latest.append({row->span, row->share});
    }
    return latest.isEmpty() ? PeriodWords::noFinding(entered, trend.undated)
                            : PeriodWords::finding(latest, query.period, goal, query.windowDays);
}

/// A line for each run of periods that have a rate. What is tentative lies below and begins at the last point that is not.
LinePlot trendPlot(
    const Trend &trend, const TrendQuery &query, const QList<Stage> &stages, const Stage &goal)
{
    LinePlot plot;
    plot.shape = LinePlot::Shape::Lines;
    plot.x.unit = PlotUnit::Day;
    plot.y.unit = PlotUnit::Share;
    //: %1 is a stage, %2 "within 90 days".
    plot.y.title = TrendText::tr("Reached %1 %2").arg(goal.name, trendWindowText(query.windowDays));
    const PlotInk ink = ReportWords::inkOf(stages, indexOfStage(stages, goal.id));
    QList<LinePlot::Series> firm;
    QList<LinePlot::Series> tentative;
    std::optional<bool> run; // whether the run that goes on is tentative
    for (qsizetype i = 0; i < trend.rows.size(); ++i) {
        const Trend::Row &row = trend.rows.at(i);
        if (row.share.isFew()) {
            run.reset();
            continue;
        }
        const bool isSoft = mayChange(row);
        QList<LinePlot::Series> &lines = isSoft ? tentative : firm;
        if (run != isSoft) {
            LinePlot::Series series {goal.name, ink, {}, isSoft};
            if (run && isSoft) {
                series.points = {firm.last().points.last()};
                series.points.first().row = -1; // told by the firm line
            }
            lines.append(series);
        }
        const LinePlot::Point point {double(row.span.from.toJulianDay()),
            row.share.rate().value_or(0), row.share.interval(), PlotRow(i)};
        if (run && *run && !isSoft) { // the tentative line leads to the first firm point
            LinePlot::Point end = point;
            end.row = -1;
            tentative.last().points.append(end);
        }
        lines.last().points.append(point);
        run = isSoft;
    }
    plot.series = tentative + firm;
    return plot;
}

QString trendStateKey(const Trend::Row &row)
{
    if (row.isBeforeLog)
        return u"before log"_s;
    return row.isMature() ? u"mature"_s : u"immature"_s;
}

QString trendStateText(const Trend::Row &row)
{
    if (row.isBeforeLog)
        return TrendText::tr("Before the record began");
    return row.isMature() ? QString() : TrendText::tr("Not all old enough yet");
}

void addTrendRows(const Trend &trend, Period period, TrendReport &report)
{
    for (const Trend::Row &row : trend.rows) {
        const QList<Figure> figures {row.share.n, row.share.k, row.share, row.immature};
        report.chart.rows.append(QList<Figure> {PeriodWords::name(row.span, period)} + figures
            + QList<Figure> {trendStateText(row)});
        report.table.rows.append(
            QList<Figure> {row.span.from} + figures + QList<Figure> {trendStateKey(row)});
        report.periods.append(row.span.days());
    }
}

QJsonObject trendDocument(const Trend &trend, const TrendQuery &query, const QJsonValue &goal)
{
    QJsonObject document = ReportWords::head(u"trend"_s, query.filter.asOf, query.filter.span);
    document.insert(u"period"_s, toText(query.period));
    document.insert(u"windowDays"_s, query.windowDays);
    document.insert(u"goal"_s, goal);
    document.insert(u"undated"_s, trend.undated);
    QJsonArray periods;
    for (const Trend::Row &row : trend.rows) {
        QJsonObject period = PeriodWords::json(row.span);
        period.insert(u"cohort"_s, row.share.n);
        period.insert(u"immature"_s, row.immature);
        period.insert(u"notApplicable"_s, row.notApplicable);
        period.insert(u"reached"_s, row.share.k);
        period.insert(u"share"_s, ReportWords::json(row.share));
        period.insert(u"mature"_s, row.isMature());
        period.insert(u"beforeLog"_s, row.isBeforeLog);
        periods.append(period);
    }
    document.insert(u"periods"_s, periods);
    return document;
}

QString trendDefinition(const Trend &trend, const QString &goal)
{
    //: %1 is a stage.
    QString text = TrendText::tr(
        "Of those who entered the pipeline in the period and are old enough, the share that "
        "reached or passed %1 within the same number of whole days of their own entry. Dashed "
        "where not all of the period are old enough.")
                       .arg(goal);
    if (std::ranges::any_of(trend.rows, &Trend::Row::isBeforeLog)) {
        text += u' '
            + TrendText::tr(
                "Dashed also before the record began, of which not everything is known.");
    }
    return text + u' ' + ReportWords::aboutRates();
}

Report makeTrend(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    TrendQuery query {.filter = question.filter, .logStart = question.logStart};
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

TrendReport makeTrendReport(const Trend &trend, const TrendQuery &query, const QList<Stage> &stages,
    const QTimeZone &zone, const QHash<QString, QString> &names)
{
    const QList<Stage> steps = pipelineSteps(stages);
    const bool hasGoal = trend.goal >= 0 && trend.goal < steps.size();
    const Stage goal = hasGoal ? steps.at(trend.goal) : Stage();
    qint64 counted = 0;
    qint64 immature = 0;
    qint64 notApplicable = 0;
    for (const Trend::Row &row : trend.rows) {
        counted += row.share.n;
        immature += row.immature;
        notApplicable += row.notApplicable;
    }
    TrendReport report;
    report.chart = {.id = u"trend"_s,
        .title = trendFinding(trend, query, goal.name, counted + immature + notApplicable),
        .subtitle = ReportWords::subtitle(
            {TrendText::tr("%Ln prospect(s)", nullptr, int(counted)), PeriodWords::by(query.period),
                PeriodWords::entered(query.filter.span), trendWindowText(query.windowDays),
                immature == 0 ? QString()
                              : TrendText::tr("%Ln too new to count", nullptr, int(immature)),
                ReportWords::notApplicable(notApplicable, goal.name),
                ReportWords::onlySources(query.filter.sources),
                ReportWords::onlyOwners(query.filter.owners, names),
                PeriodWords::undated(trend.undated), ReportWords::asOf(query.filter.asOf, zone)}),
        .definition = trendDefinition(trend, goal.name),
        .columns = {{u"from"_s, PeriodWords::column(query.period)},
            {u"cohort"_s, TrendText::tr("Entered and old enough")},
            {u"reached"_s, TrendText::tr("Reached in time")},
            {u"share"_s, TrendText::tr("Share"), true},
            {u"immature"_s, TrendText::tr("Too new to count")},
            {u"state"_s, TrendText::tr("State")}},
        .rows = {}};
    report.chart.isOverTime = true;
    report.table = report.chart;
    addTrendRows(trend, query.period, report);
    if (hasGoal)
        report.chart.plot = trendPlot(trend, query, stages, goal);
    report.document =
        trendDocument(trend, query, hasGoal ? QJsonValue(goal.key) : QJsonValue(QJsonValue::Null));
    return report;
}

ReportKind trendReport()
{
    return {u"trend"_s, TrendText::tr("Trend"),
        TrendText::tr("Is the share that is won rising or falling?"), TrendText::tr("E&ntered"),
        {ReportKind::Part::Window}, {}, makeTrend, true, {}, TrendQuery().windowDays};
}
