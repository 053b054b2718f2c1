// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/outcomesreport.h"

#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class OutcomesText
{
    Q_DECLARE_TR_FUNCTIONS(OutcomesReport)
};

bool areFewPaths(const Outcomes &outcomes)
{
    return outcomes.curves.open.n < FewestForARate;
}

/// What one row says; nothing of what is not known.
struct OutcomesRow
{
    qint64 age = 0;
    qint64 atRisk = 0;
    std::optional<Estimate> won;
    std::optional<Estimate> lost;
    std::optional<double> open;
};

OutcomesRow outcomesRow(const Outcomes &outcomes, qint64 age)
{
    OutcomesRow row;
    row.age = age;
    const auto known = outcomes.curves.at(age);
    if (!known)
        return row;
    const auto estimateOf = [&](int cause) {
        const IncidenceStep &step = known->causes.at(cause);
        return Estimate {step.incidence, step.band, areFewPaths(outcomes)};
    };
    row.atRisk = known->open.atRisk;
    row.won = estimateOf(Outcomes::Won);
    row.lost = estimateOf(Outcomes::Lost);
    row.open = known->open.survival;
    return row;
}

/// The ages of the rows where nobody asks for others.
QList<qint64> tellingAges(const SurvivalCurve &curve)
{
    QList<qint64> ages;
    for (const SurvivalStep &step : curve.steps) {
        if (step.events > 0 || &step == &curve.steps.last())
            ages.append(step.age);
    }
    return ages;
}

/// The longest of some usual ages until which at least half of the paths are known; else the longest known age of which that
/// is true. There is at least one path.
qint64 ageOfFinding(const SurvivalCurve &curve)
{
    qint64 longest = 0;
    qint64 unknown = 0; // not watched for so long, and open when they were last seen
    for (const SurvivalStep &step : curve.steps) {
        if (unknown * 2 > curve.n)
            break;
        longest = step.age;
        unknown += step.censored;
    }
    for (const qint64 age : {365, 180, 90, 30, 7}) {
        if (age <= longest)
            return age;
    }
    return longest;
}

QString outcomesFinding(const Outcomes &outcomes)
{
    const QLocale locale;
    const SurvivalCurve &open = outcomes.curves.open;
    if (open.n == 0) {
        if (outcomes.undated > 0)
            return OutcomesText::tr("Nobody’s path has a known length");
        return outcomes.notApplicable > 0
            ? OutcomesText::tr("All who entered had passed the sale before it was a stage")
            : OutcomesText::tr("Nobody entered the pipeline in this time");
    }
    if (areFewPaths(outcomes)) {
        return OutcomesText::tr(
            "%1 of %Ln prospect(s) were won and %2 lost; too few for a rate", nullptr, int(open.n))
            .arg(locale.toString(outcomes.won), locale.toString(outcomes.lost));
    }
    const qint64 age = ageOfFinding(open);
    const OutcomesRow row = outcomesRow(outcomes, age);
    const QString won = percentText(row.won->rate, locale);
    const QString lost = percentText(row.lost->rate, locale);
    const QString rest = percentText(*row.open, locale);
    if (age == 0) {
        return OutcomesText::tr("%1 are won on the first day, %2 lost; %3 are still open")
            .arg(won, lost, rest);
    }
    if (row.lost->rate == 0) {
        return OutcomesText::tr(
            "%1 are won within %Ln day(s), none lost; %2 are still open", nullptr, int(age))
            .arg(won, rest);
    }
    return OutcomesText::tr(
        "%1 are won within %Ln day(s), %2 lost; %3 are still open", nullptr, int(age))
        .arg(won, lost, rest);
}

QString outcomesSubtitle(const Outcomes &outcomes, const ChartFilter &filter,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    QStringList parts {OutcomesText::tr("%Ln prospect(s)", nullptr, int(outcomes.curves.open.n)),
        //: %1 is a time: "from 1 May to 31 May 2026", "since 1 May 2026", "at any time".
        OutcomesText::tr("entered %1").arg(ReportWords::during(filter.span)),
        ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names)};
    if (outcomes.undated > 0) {
        parts << OutcomesText::tr("%Ln left out, whose time is not known or comes before the entry",
            nullptr, int(outcomes.undated));
    }
    parts << ReportWords::saleNotApplicable(outcomes.notApplicable, stages)
          << ReportWords::asOf(filter.asOf, zone);
    return ReportWords::subtitle(parts);
}

/// Where the picture ends, 1 day or more: a line that stays level for years says no more than its beginning.
qint64 endOfOutcomesPlot(const SurvivalCurve &curve)
{
    constexpr qint64 alwaysShown = 365;
    qint64 lastChange = 0;
    for (const SurvivalStep &step : curve.steps) {
        if (step.events > 0)
            lastChange = step.age;
    }
    return std::clamp(curve.steps.last().age, qint64(1), std::max(alwaysShown, 2 * lastChange));
}

QString outcomesDefinition(const Outcomes &outcomes)
{
    QString text =
        OutcomesText::tr("Won is who first came to a sale or to a stage behind it, lost who "
                         "first left by an exit; who came back afterwards is counted by that "
                         "first end. The others are open for as long as they have been "
                         "watched. Ages are whole days since the entry.")
        + u' '
        + OutcomesText::tr("The estimate is that of Aalen and Johansen, with 95 % intervals; rates "
                           "of fewer than %1 prospects are not shown.")
              .arg(FewestForARate);
    const SurvivalCurve &open = outcomes.curves.open;
    if (areFewPaths(outcomes) || open.steps.isEmpty()
        || endOfOutcomesPlot(open) >= open.steps.last().age)
        return text;
    return text + u' '
        + OutcomesText::tr("The picture ends after %Ln day(s): nothing changed later.", nullptr,
            int(endOfOutcomesPlot(open)));
}

/// Three bands that fill the whole: the shares of the won, the lost, and those still open.
LinePlot outcomesPlot(const OutcomeCurves &curves, const QList<qint64> &ages)
{
    LinePlot plot {.shape = LinePlot::Shape::Bands,
        .x = {PlotUnit::Age, OutcomesText::tr("Days since the entry")},
        .y = {PlotUnit::Share, OutcomesText::tr("Of all who entered"), 0, 1},
        .series = {},
        .notes = {},
        .goals = {}};
    LinePlot::Series won {OutcomesText::tr("Won"), {PlotInk::Kind::Won, Side::Pull, 0}, {}, false};
    LinePlot::Series lost {
        OutcomesText::tr("Lost"), {PlotInk::Kind::Lost, Side::Exit, 0}, {}, false};
    LinePlot::Series open {
        OutcomesText::tr("Open"), {PlotInk::Kind::Open, Side::Pull, 0}, {}, false};
    const auto append = [&](double age, const IncidenceStep &wins, double ended, PlotRow row) {
        won.points.append({age, wins.incidence, wins.band, row});
        lost.points.append({age, ended, {}, row});
        open.points.append({age, 1, {}, row});
    };
    const QList<qint64> drawn = tellingAges(curves.open);
    const qint64 end = endOfOutcomesPlot(curves.open);
    if (drawn.first() > 0)
        append(0, {}, 0, PlotRow(ages.indexOf(0)));
    for (const qint64 age : drawn) {
        const auto known = curves.at(age);
        append(double(std::min(age, end)), known->causes.at(Outcomes::Won),
            1 - known->open.survival, PlotRow(ages.indexOf(age)));
    }
    plot.x.high = double(end);
    plot.series = {won, lost, open};
    return plot;
}

QJsonObject outcomesDocument(
    const Outcomes &outcomes, const ChartFilter &filter, const QList<OutcomesRow> &rows)
{
    const auto rateOf = [](const std::optional<Estimate> &estimate) {
        return estimate ? ReportWords::json(*estimate) : ReportWords::json(Proportion());
    };
    QJsonArray ages;
    for (const OutcomesRow &row : rows) {
        ages.append(QJsonObject {{u"days"_s, row.age}, {u"atRisk"_s, row.atRisk},
            {u"won"_s, rateOf(row.won)}, {u"lost"_s, rateOf(row.lost)},
            {u"open"_s, ReportWords::json(row.open)}});
    }
    QJsonObject document = ReportWords::head(u"outcomes"_s, filter.asOf, filter.span);
    document.insert(u"n"_s, outcomes.curves.open.n);
    document.insert(u"undated"_s, outcomes.undated);
    document.insert(u"notApplicable"_s, outcomes.notApplicable);
    document.insert(u"ages"_s, ages);
    return document;
}

Report makeOutcomes(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const OutcomesReport ends = makeOutcomesReport(outcomes(*columns, filter), filter,
        columns->stages(), columns->zone(), question.ages, question.names);
    Report report {
        .chart = ends.chart, .table = ends.chart, .document = ends.document, .people = {}};
    report.people = [columns, filter, ages = ends.ages](PlotRow row) {
        return row >= 0 && row < ages.size()
            ? prospectsWithOutcome(*columns, filter, OutcomeKind::Won, ages.at(row))
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

OutcomesReport makeOutcomesReport(const Outcomes &outcomes, const ChartFilter &filter,
    const QList<Stage> &stages, const QTimeZone &zone, const std::optional<QList<qint64>> &ages,
    const QHash<QString, QString> &names)
{
    OutcomesReport report;
    report.ages = ages ? *ages : tellingAges(outcomes.curves.open);
    std::ranges::sort(report.ages);
    report.ages.resize(std::unique(report.ages.begin(), report.ages.end()) - report.ages.begin());
    QList<OutcomesRow> rows;
    for (const qint64 age : std::as_const(report.ages))
        rows.append(outcomesRow(outcomes, age));

    report.chart = {.id = u"outcomes"_s,
        .title = outcomesFinding(outcomes),
        .subtitle = outcomesSubtitle(outcomes, filter, stages, zone, names),
        .definition = outcomesDefinition(outcomes),
        .columns = {{u"days"_s, OutcomesText::tr("Days")},
            {u"atRisk"_s, OutcomesText::tr("Still watched")},
            {u"won"_s, OutcomesText::tr("Won"), true}, {u"lost"_s, OutcomesText::tr("Lost"), true},
            {u"open"_s, OutcomesText::tr("Open")}},
        .rows = {}};
    const auto figureOf = [](const std::optional<Estimate> &estimate) {
        return estimate ? Figure(*estimate) : Figure();
    };
    for (const OutcomesRow &row : std::as_const(rows)) {
        const std::optional<Estimate> open = row.open
            ? std::optional(Estimate {*row.open, {}, areFewPaths(outcomes)})
            : std::nullopt;
        report.chart.rows.append(QList<Figure> {
            row.age, row.atRisk, figureOf(row.won), figureOf(row.lost), figureOf(open)});
    }
    if (!areFewPaths(outcomes))
        report.chart.plot = outcomesPlot(outcomes.curves, report.ages);
    report.document = outcomesDocument(outcomes, filter, rows);
    return report;
}

ReportKind outcomesReport()
{
    return {u"outcomes"_s, OutcomesText::tr("Outcomes"),
        OutcomesText::tr("How many are won, lost or still open at each age?"),
        OutcomesText::tr("E&ntered"), {ReportKind::Part::Ages}, {}, makeOutcomes, true};
}
