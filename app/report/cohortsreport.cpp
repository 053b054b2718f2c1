// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/cohortsreport.h"

#include "report/periodwords.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class CohortsText
{
    Q_DECLARE_TR_FUNCTIONS(CohortsReport)
};

qint64 allEntered(const Cohorts &cohorts)
{
    qint64 sum = 0;
    for (const Cohorts::Row &row : cohorts.rows)
        sum += row.entered;
    return sum;
}

qint64 allNotApplicable(const Cohorts &cohorts)
{
    qint64 sum = 0;
    for (const Cohorts::Row &row : cohorts.rows)
        sum += row.notApplicable;
    return sum;
}

/// The latest cohorts of which a rate can be told, at the highest age that the newest of them has reached.
QString cohortsFinding(const Cohorts &cohorts, const CohortsQuery &query, const QString &goal)
{
    QList<PeriodWords::Conversion> latest;
    qsizetype age = -1;
    for (auto row = cohorts.rows.crbegin(); row != cohorts.rows.crend() && latest.size() < 2;
         ++row) {
        if (row->isBeforeLog || !row->span.isComplete())
            continue;
        if (age < 0)
            age =
                std::ranges::count_if(row->byAge, [](const auto &cell) { return bool(cell); }) - 1;
        if (age >= 0 && row->byAge.at(age) && !row->byAge.at(age)->isFew())
            latest.append({row->span, *row->byAge.at(age)});
        else if (latest.isEmpty())
            age = -1;
    }
    return latest.isEmpty()
        ? PeriodWords::noFinding(allEntered(cohorts) + allNotApplicable(cohorts), cohorts.undated)
        : PeriodWords::finding(latest, query.period, goal, cohorts.ages.at(age));
}

HeatPlot::Line cohortsLine(const Cohorts::Row &row, Period period, PlotRow firstRow)
{
    const QLocale locale;
    HeatPlot::Line line {PeriodWords::name(row.span, period), locale.toString(row.entered), {}};
    for (const auto &share : row.byAge) {
        HeatPlot::Cell cell {.value = {},
            .text = {},
            .isTentative = row.isBeforeLog || !row.span.isOver,
            .row = firstRow + PlotRow(line.cells.size())};
        if (share && share->isFew()) {
            //: So many of so few that a rate would say nothing: "2 / 12".
            cell.text = CohortsText::tr("%1 / %2").arg(
                locale.toString(share->k), locale.toString(share->n));
        } else if (share) {
            cell.value = share->rate();
            cell.text = shareText(*share);
        }
        line.cells.append(cell);
    }
    return line;
}

HeatPlot cohortsPlot(const Cohorts &cohorts, const CohortsQuery &query, const QList<Stage> &stages,
    const Stage &goal)
{
    HeatPlot plot;
    plot.values.unit = PlotUnit::Share;
    plot.values.title = CohortsText::tr("Reached %1").arg(goal.name);
    plot.columnTitle = CohortsText::tr("Days since the entry");
    for (const int age : cohorts.ages)
        plot.columns << QLocale().toString(age);
    for (const Cohorts::Row &row : cohorts.rows) {
        plot.lines.append(
            cohortsLine(row, query.period, PlotRow(plot.lines.size() * cohorts.ages.size())));
        for (const HeatPlot::Cell &cell : std::as_const(plot.lines.last().cells))
            plot.values.high = std::max(plot.values.high, cell.value.value_or(0));
    }
    plot.ink = ReportWords::inkOf(stages, indexOfStage(stages, goal.id));
    return plot;
}

QString cohortsDefinition(const Cohorts &cohorts, const QString &goal)
{
    //: %1 is a stage.
    QString text = CohortsText::tr(
        "Of all who entered the pipeline in the same period, the share that had reached or passed "
        "%1 by an age in whole days. Nothing stands where the youngest of them has not reached "
        "that age yet.")
                       .arg(goal);
    if (std::ranges::any_of(cohorts.rows, &Cohorts::Row::isBeforeLog)) {
        text += u' '
            + CohortsText::tr("Of cohorts from before the record began not everything is known.");
    }
    return text + u' ' + ReportWords::aboutRates();
}

void addCohortRows(const Cohorts &cohorts, Period period, CohortsReport &report)
{
    for (const Cohorts::Row &row : cohorts.rows) {
        const QString name = PeriodWords::name(row.span, period);
        for (qsizetype i = 0; i < cohorts.ages.size(); ++i) {
            const auto &share = row.byAge.at(i);
            const qint64 age = cohorts.ages.at(i);
            QList<Figure> figures {name, row.entered, age, share ? Figure(share->k) : Figure(),
                share ? Figure(*share) : Figure(), row.reached};
            report.chart.rows.append(figures);
            figures[0] = row.span.from;
            report.table.rows.append(figures);
            report.cells.append({row.span.days(), int(age)});
        }
    }
}

QJsonObject cohortsDocument(
    const Cohorts &cohorts, const CohortsQuery &query, const QJsonValue &goal)
{
    QJsonObject document = ReportWords::head(u"cohorts"_s, query.filter.asOf, query.filter.span);
    document.insert(u"period"_s, toText(query.period));
    document.insert(u"goal"_s, goal);
    document.insert(u"undated"_s, cohorts.undated);
    QJsonArray periods;
    for (const Cohorts::Row &row : cohorts.rows) {
        QJsonObject period = PeriodWords::json(row.span);
        QJsonArray ages;
        for (qsizetype i = 0; i < cohorts.ages.size(); ++i) {
            const auto &share = row.byAge.at(i);
            ages.append(QJsonObject {{u"days"_s, cohorts.ages.at(i)},
                {u"reached"_s, share ? QJsonValue(share->k) : QJsonValue(QJsonValue::Null)},
                {u"share"_s, ReportWords::json(share.value_or(Proportion()))}});
        }
        period.insert(u"cohort"_s, row.entered);
        period.insert(u"notApplicable"_s, row.notApplicable);
        period.insert(u"reached"_s, row.reached);
        period.insert(u"beforeLog"_s, row.isBeforeLog);
        period.insert(u"ages"_s, ages);
        periods.append(period);
    }
    document.insert(u"periods"_s, periods);
    return document;
}

Report makeCohorts(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    CohortsQuery query {.filter = question.filter, .logStart = question.logStart};
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

} // namespace

CohortsReport makeCohortsReport(const Cohorts &cohorts, const CohortsQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    const QList<Stage> steps = pipelineSteps(stages);
    const bool hasGoal = cohorts.goal >= 0 && cohorts.goal < steps.size();
    const Stage goal = hasGoal ? steps.at(cohorts.goal) : Stage();
    const auto entered = int(allEntered(cohorts));
    CohortsReport report;
    report.chart = {.id = u"cohorts"_s,
        .title = cohortsFinding(cohorts, query, goal.name),
        .subtitle = ReportWords::subtitle({CohortsText::tr("%Ln prospect(s)", nullptr, entered),
            PeriodWords::by(query.period), PeriodWords::entered(query.filter.span),
            ReportWords::notApplicable(allNotApplicable(cohorts), goal.name),
            ReportWords::onlySources(query.filter.sources),
            ReportWords::onlyOwners(query.filter.owners, names),
            PeriodWords::undated(cohorts.undated), ReportWords::asOf(query.filter.asOf, zone)}),
        .definition = cohortsDefinition(cohorts, goal.name),
        .columns = {{u"from"_s, PeriodWords::column(query.period)},
            {u"cohort"_s, CohortsText::tr("Entered")},
            {u"days"_s, CohortsText::tr("Days since the entry")},
            {u"reached"_s, CohortsText::tr("Reached by then")},
            {u"share"_s, CohortsText::tr("Of the cohort"), true},
            {u"reached_so_far"_s, CohortsText::tr("Reached so far")}},
        .rows = {}};
    report.chart.isOverTime = true;
    report.table = report.chart;
    addCohortRows(cohorts, query.period, report);
    if (hasGoal)
        report.chart.plot = cohortsPlot(cohorts, query, stages, goal);
    report.document = cohortsDocument(
        cohorts, query, hasGoal ? QJsonValue(goal.key) : QJsonValue(QJsonValue::Null));
    return report;
}

ReportKind cohortsReport()
{
    return {u"cohorts"_s, CohortsText::tr("Cohorts"),
        CohortsText::tr("What became of those who entered in the same month?"),
        CohortsText::tr("E&ntered"), {ReportKind::Part::Ages}, {}, makeCohorts, true};
}
