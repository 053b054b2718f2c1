// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/dwellreport.h"

#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class DwellText
{
    Q_DECLARE_TR_FUNCTIONS(DwellReport)
};

/// The picture ends at the age that one visit in so many lasted.
constexpr int VisitsForALongOne = 20;

/// One row: a stage and how long visits to it last.
struct DwellRow
{
    int stage = 0; ///< index into the stages
    bool isBeforeSale = false;
    const StageDwell *dwell = nullptr;

    [[nodiscard]] const SurvivalCurve &curve() const { return dwell->curve; }
    [[nodiscard]] qint64 stillThere() const { return curve().censored - dwell->cutShort; }
    [[nodiscard]] bool isFew() const { return curve().n < FewestForARate; }
    [[nodiscard]] std::optional<qint64> p90() const { return curve().quantile(.9); }
    /// The median, or the last known age where more than half are still there.
    [[nodiscard]] qint64 longDays() const
    {
        const auto median = curve().median();
        return median ? *median : curve().steps.last().age;
    }
};

QList<DwellRow> dwellRows(const QList<StageDwell> &dwells, const QList<Stage> &stages)
{
    const auto sale = std::ranges::find(stages, StageKind::Won, &Stage::kind) - stages.begin();
    QList<DwellRow> rows;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const bool isUnused = stages[i].isRetired() && dwells[i].curve.n == 0;
        if (stages[i].kind != StageKind::Exit && !isUnused)
            rows.append({int(i), i < sale, &dwells[i]});
    }
    return rows;
}

/// Those with enough visits for a rate: of the stages before the sale, where somebody is meant to move on, where there are such.
QList<DwellRow> comparableRows(const QList<DwellRow> &rows)
{
    QList<DwellRow> all;
    QList<DwellRow> beforeSale;
    for (const DwellRow &row : rows) {
        if (row.isFew())
            continue;
        all.append(row);
        if (row.isBeforeSale)
            beforeSale.append(row);
    }
    return beforeSale.isEmpty() ? all : beforeSale;
}

struct DwellSums
{
    qint64 visits = 0;
    qint64 undated = 0;
    qint64 cutShort = 0;
};

DwellSums dwellSums(const QList<DwellRow> &rows)
{
    DwellSums sums;
    for (const DwellRow &row : rows) {
        sums.visits += row.curve().n;
        sums.undated += row.dwell->undated;
        sums.cutShort += row.dwell->cutShort;
    }
    return sums;
}

/// The finding about the row with the longest visits of several.
QString longestOfSeveral(const DwellRow &longest, const QString &name)
{
    const int days = int(longest.longDays());
    // Who was won stays, too, and often longer: the picture shows it, so that the words say what they compare.
    const bool isBefore = longest.isBeforeSale;
    if (!longest.curve().median()) {
        return (isBefore
                ? DwellText::tr("Before the sale, people stay longest in %1: more than half are "
                                "still there after %Ln day(s)",
                    nullptr, days)
                : DwellText::tr("People stay longest in %1: more than half are still there after "
                                "%Ln day(s)",
                    nullptr, days))
            .arg(name);
    }
    if (days == 0) {
        return isBefore ? DwellText::tr("Before the sale, half of the visits to any stage end on "
                                        "their first day")
                        : DwellText::tr("Half of the visits to any stage end on their first day");
    }
    return (isBefore
            ? DwellText::tr("Before the sale, people stay longest in %1: half have left "
                            "it after %Ln day(s)",
                nullptr, days)
            : DwellText::tr(
                "People stay longest in %1: half have left it after %Ln day(s)", nullptr, days))
        .arg(name);
}

/// The finding about the one row with enough visits.
QString findingOfOne(const DwellRow &row, const QString &name)
{
    const int days = int(row.longDays());
    if (!row.curve().median()) {
        return DwellText::tr("More than half are still in %1 after %Ln day(s)", nullptr, days)
            .arg(name);
    }
    if (days == 0)
        return DwellText::tr("Half of the visits to %1 end on their first day").arg(name);
    return DwellText::tr("Half have left %1 after %Ln day(s)", nullptr, days).arg(name);
}

QString dwellFinding(const QList<DwellRow> &rows, const QList<Stage> &stages)
{
    const DwellSums sums = dwellSums(rows);
    if (sums.visits == 0) {
        return sums.undated > 0 ? DwellText::tr("No visit to a stage has a known length")
                                : DwellText::tr("Nobody came to a stage in this time");
    }
    const QList<DwellRow> compared = comparableRows(rows);
    if (compared.isEmpty())
        return DwellText::tr("Too few visits to tell where people stay longest");
    const auto longest = std::ranges::max_element(compared, {}, &DwellRow::longDays);
    const QString name = stages.at(longest->stage).name;
    return compared.size() > 1 ? longestOfSeveral(*longest, name) : findingOfOne(*longest, name);
}

/// Until which age at least one visit in twenty is known to have lasted.
qint64 lastTellingAge(const SurvivalCurve &curve)
{
    qint64 age = 0;
    for (const SurvivalStep &step : curve.steps) {
        if (step.atRisk * VisitsForALongOne >= curve.n)
            age = step.age;
    }
    return age;
}

/// Where the picture ends; at least 1.
qint64 endOfDwellPlot(const QList<DwellRow> &rows)
{
    constexpr qint64 alwaysShown = 365;
    qint64 end = 1;
    qint64 lastChange = 0;
    for (const DwellRow &row : comparableRows(rows)) {
        end = std::max(end, lastTellingAge(row.curve()));
        for (const SurvivalStep &step : row.curve().steps) {
            if (step.events > 0)
                lastChange = std::max(lastChange, step.age);
        }
    }
    // A line that stays level for years says no more than its beginning.
    return std::min(end, std::max(alwaysShown, 2 * lastChange));
}

/// Whether a curve goes on where the picture ends.
bool isCutOff(const QList<DwellRow> &rows, qint64 end)
{
    return std::ranges::any_of(rows,
        [end](const DwellRow &row) { return !row.isFew() && row.curve().steps.last().age > end; });
}

QList<LinePlot::Point> dwellPoints(const SurvivalCurve &curve, qint64 end, PlotRow row)
{
    QList<LinePlot::Point> points;
    if (curve.steps.first().age > 0)
        points.append({0, 1, {}, row});
    for (const SurvivalStep &step : curve.steps) {
        if (step.age > end)
            break;
        if (step.events > 0 || step.age == 0)
            points.append({double(step.age), step.survival, step.band, row});
    }
    // The last value holds until nobody is watched any more, or until the picture ends.
    const qint64 last = std::min(end, curve.steps.last().age);
    if (points.last().x < double(last)) {
        const auto known = curve.at(last);
        points.append({double(last), known->survival, known->band, row});
    }
    return points;
}

Plot dwellPlot(const QList<DwellRow> &rows, const QList<Stage> &stages)
{
    const qint64 end = endOfDwellPlot(rows);
    LinePlot plot {.shape = LinePlot::Shape::Steps,
        .x = {PlotUnit::Age, DwellText::tr("Days since the visit began"), 0, double(end)},
        .y = {PlotUnit::Share, DwellText::tr("Still there"), 0, 1},
        .series = {},
        .notes = {},
        .goals = {{.5, DwellText::tr("Half")}}};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].isFew())
            continue;
        plot.series.append(
            {stages.at(rows[i].stage).name, ReportWords::inkOf(stages, rows[i].stage),
                dwellPoints(rows[i].curve(), end, PlotRow(i)), false});
    }
    return plot.series.isEmpty() ? Plot() : Plot(plot);
}

QString dwellDefinition(const QList<DwellRow> &rows)
{
    QStringList sentences {
        DwellText::tr("Every visit to a stage counts, also a second one of the same prospect, and "
                      "any move ends it. Visits that have not ended count for as long as they have "
                      "been watched."),
        DwellText::tr("The estimate is that of Kaplan and Meier, with 95 % intervals; stages with "
                      "fewer than %1 visits are not drawn.")
            .arg(FewestForARate)};
    if (const qint64 cutShort = dwellSums(rows).cutShort; cutShort > 0) {
        sentences << DwellText::tr(
            "%Ln visit(s) ended because the stage was retired, and count as watched until then: "
            "nobody moved on. What followed elsewhere has no known beginning.",
            nullptr, int(cutShort));
    }
    const qint64 end = endOfDwellPlot(rows);
    if (isCutOff(rows, end)) {
        sentences << DwellText::tr(
            "The picture ends after %Ln day(s), though some visits last longer.", nullptr,
            int(end));
    }
    return sentences.join(u' ');
}

QString dwellSubtitle(const DwellSums &sums, const ChartFilter &filter, const QTimeZone &zone,
    const QHash<QString, QString> &names)
{
    QStringList parts {DwellText::tr("%Ln visit(s)", nullptr, int(sums.visits)),
        //: %1 is a time: "from 1 May to 31 May 2026", "since 1 May 2026", "at any time".
        DwellText::tr("begun %1").arg(ReportWords::during(filter.span)),
        ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names)};
    if (sums.undated > 0) {
        parts << DwellText::tr("%Ln left out, whose time is not known", nullptr, int(sums.undated));
    }
    parts << ReportWords::asOf(filter.asOf, zone);
    return ReportWords::subtitle(parts);
}

QJsonObject dwellDocument(
    const QList<DwellRow> &rows, const ChartFilter &filter, const QList<Stage> &stages)
{
    const auto daysOf = [](const std::optional<qint64> &days) {
        return days ? QJsonValue(*days) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray list;
    for (const DwellRow &row : rows) {
        QJsonObject stage {{u"stage"_s, stages.at(row.stage).key}, {u"visits"_s, row.curve().n},
            {u"censored"_s, row.stillThere()}, {u"undated"_s, row.dwell->undated},
            {u"medianDays"_s, daysOf(row.curve().median())}, {u"p90Days"_s, daysOf(row.p90())}};
        if (row.dwell->cutShort > 0) // besides those that are still there
            stage.insert(u"stageRetired"_s, row.dwell->cutShort);
        list.append(stage);
    }
    QJsonObject document = ReportWords::head(u"time-in-stage"_s, filter.asOf, filter.span);
    document.insert(u"stages"_s, list);
    return document;
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

} // namespace

DwellReport makeDwellReport(const QList<StageDwell> &dwells, const ChartFilter &filter,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    Q_ASSERT(dwells.size() == stages.size());
    const QList<DwellRow> rows = dwellRows(dwells, stages);
    DwellReport report;
    report.chart = {.id = u"time-in-stage"_s,
        .title = dwellFinding(rows, stages),
        .subtitle = dwellSubtitle(dwellSums(rows), filter, zone, names),
        .definition = dwellDefinition(rows),
        .columns = {{u"stage"_s, DwellText::tr("Stage")}, {u"visits"_s, DwellText::tr("Visits")},
            {u"censored"_s, DwellText::tr("Still there")},
            {u"undated"_s, DwellText::tr("Time not known")},
            {u"medianDays"_s, DwellText::tr("Days until half have left")},
            {u"p90Days"_s, DwellText::tr("Days until 9 in 10 have left")}},
        .rows = {}};
    const auto figureOf = [](const std::optional<qint64> &days) {
        return days ? Figure(*days) : Figure();
    };
    for (const DwellRow &row : rows) {
        report.stages.append(row.stage);
        report.chart.rows.append(
            QList<Figure> {stages.at(row.stage).name, row.curve().n, row.stillThere(),
                row.dwell->undated, figureOf(row.curve().median()), figureOf(row.p90())});
    }
    report.chart.plot = dwellPlot(rows, stages);
    report.document = dwellDocument(rows, filter, stages);
    return report;
}

ReportKind dwellReport()
{
    return {u"time-in-stage"_s, DwellText::tr("Time in stage"),
        DwellText::tr("How long do prospects stay at each stage?"), DwellText::tr("&Began"), {}, {},
        makeTimeInStage, true};
}
