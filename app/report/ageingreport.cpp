// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ageingreport.h"

#include "analytics/ageing.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

class AgeingText
{
    Q_DECLARE_TR_FUNCTIONS(AgeingReport)
};

/// Over all stages.
struct AgeingSums
{
    qint64 open = 0;
    qint64 judged = 0;
    qint64 past = 0;
    qint64 undated = 0;
    qint64 unspoken = 0;
};

AgeingSums ageingSums(const QList<StageAgeing> &stages)
{
    AgeingSums sums;
    for (const StageAgeing &stage : stages) {
        sums.open += stage.open;
        sums.judged += stage.within + stage.past;
        sums.past += stage.past;
        sums.undated += stage.undated;
        sums.unspoken += stage.unspoken;
    }
    return sums;
}

QString ageingFinding(const AgeingSums &sums)
{
    if (sums.open == 0)
        return AgeingText::tr("Nobody is open");
    if (sums.judged == 0)
        return AgeingText::tr("Too little is known to tell who has been at a stage too long");
    if (sums.past == 0)
        return AgeingText::tr("Nobody has been at a stage for longer than is usual there");
    return AgeingText::tr("%Ln open prospect(s) have been at a stage for longer than 9 in 10 "
                          "visits to it last, of %1",
        nullptr, int(sums.past))
        .arg(QLocale().toString(sums.judged));
}

QString ageingSubtitle(const AgeingSums &sums, const ChartFilter &filter, const QTimeZone &zone,
    const QHash<QString, QString> &names)
{
    const bool isTimed = filter.span.from || filter.span.to;
    return ReportWords::subtitle({AgeingText::tr("%Ln open prospect(s)", nullptr, int(sums.open)),
        //: %1 is a time: "from 1 May to 31 May 2026", "since 1 May 2026".
        isTimed ? AgeingText::tr("entered %1").arg(ReportWords::during(filter.span)) : QString(),
        sums.undated == 0
            ? QString()
            : AgeingText::tr("%Ln at a stage since an unknown time", nullptr, int(sums.undated)),
        AgeingText::tr("silence since their last word where both sides have spoken"),
        ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names),
        ReportWords::asOf(filter.asOf, zone)});
}

QString ageingDefinition()
{
    return AgeingText::tr(
               "Open is who is at a stage before the sale and has not left. The age is that of the "
               "current visit to the stage; the limit is the age by which 9 in 10 visits to that "
               "stage have ended, by Kaplan and Meier over everybody’s visits, and there is none "
               "where there were fewer than %1 visits or more than 1 in 10 stay.")
               .arg(FewestForARate)
        + u' '
        + AgeingText::tr(
            "The last two-way word is the last of theirs in a conversation in which both sides "
            "have "
            "spoken; a meeting and an answered call count for both. Only conversations that you "
            "may read count, so that a colleague may see other figures. The words of people who "
            "were erased are gone; who was erased while open counts as open where they stood.");
}

QList<ChartColumn> ageingColumns()
{
    return {{u"stage"_s, AgeingText::tr("Stage")}, {u"open"_s, AgeingText::tr("Open")},
        {u"medianDays"_s, AgeingText::tr("Median age in days")},
        {u"p90Days"_s, AgeingText::tr("Limit in days")}, {u"past"_s, AgeingText::tr("Past it")},
        {u"within"_s, AgeingText::tr("Within it")}, {u"unjudged"_s, AgeingText::tr("No limit")},
        {u"undated"_s, AgeingText::tr("Age not known")},
        {u"silent14"_s, AgeingText::tr("Silent for 14 days or more")},
        {u"silent30"_s, AgeingText::tr("Silent for 30 days or more")},
        {u"unspoken"_s, AgeingText::tr("No two-way word known")}};
}

QList<Figure> ageingFigures(const StageAgeing &stage, const QString &name, bool isForPrograms)
{
    const auto figureOf = [](const std::optional<qint64> &days) {
        return days ? Figure(*days) : Figure();
    };
    return {name, stage.open, figureOf(stage.medianDays),
        figureOf(isForPrograms ? stage.p90Days : stage.limit()), stage.past, stage.within,
        stage.unjudged, stage.undated, stage.quiet, stage.silent, stage.unspoken};
}

QString ageingBarText(const StageAgeing &stage)
{
    const QLocale locale;
    if (stage.open == 0)
        return locale.toString(0);
    if (!stage.limit()) {
        //: Behind a bar: how many are open at a stage.
        return AgeingText::tr("%1, no limit").arg(locale.toString(stage.open));
    }
    //: Behind a bar: how many of those who are open are past the stage's limit.
    return AgeingText::tr("%1 of %2 past %Ln day(s)", nullptr, int(*stage.limit()))
        .arg(locale.toString(stage.past), locale.toString(stage.open));
}

Plot ageingPlot(const QList<StageAgeing> &stages, const QList<Stage> &pipeline)
{
    const PlotInk within {PlotInk::Kind::Open, Side::Pull, 0};
    const PlotInk past {PlotInk::Kind::Lost, Side::Exit, 0};
    const PlotInk unknown;
    BarPlot plot;
    plot.values = {PlotUnit::Count, AgeingText::tr("Open prospects")};
    plot.keys = {{AgeingText::tr("Within the limit"), within}, {AgeingText::tr("Past it"), past},
        {AgeingText::tr("Limit or age not known"), unknown}};
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const StageAgeing &stage = stages.at(i);
        BarPlot::Bar bar;
        bar.name = pipeline.at(stage.stage).name;
        bar.text = ageingBarText(stage);
        bar.parts = {{within, double(stage.within), PlotRow(i)},
            {past, double(stage.past), PlotRow(i)},
            {unknown, double(stage.unjudged + stage.undated), PlotRow(i)}};
        plot.bars.append(bar);
    }
    return plot;
}

QJsonObject ageingDocument(
    const QList<StageAgeing> &stages, const ChartFilter &filter, const QList<Stage> &pipeline)
{
    const auto daysOf = [](const std::optional<qint64> &days) {
        return days ? QJsonValue(*days) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray list;
    for (const StageAgeing &stage : stages) {
        list.append(QJsonObject {{u"stage"_s, pipeline.at(stage.stage).key},
            {u"open"_s, stage.open}, {u"medianDays"_s, daysOf(stage.medianDays)},
            {u"visits"_s, stage.visits}, {u"p90Days"_s, daysOf(stage.p90Days)},
            {u"limitDays"_s, daysOf(stage.limit())}, {u"within"_s, stage.within},
            {u"past"_s, stage.past}, {u"unjudged"_s, stage.unjudged}, {u"undated"_s, stage.undated},
            {u"silent14"_s, stage.quiet}, {u"silent30"_s, stage.silent},
            {u"unspoken"_s, stage.unspoken}});
    }
    QJsonObject document = ReportWords::head(u"ageing"_s, filter.asOf, filter.span);
    document.insert(u"stages"_s, list);
    return document;
}

Report makeAgeing(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const QList<StageAgeing> stages = ageing(*columns, *data.facts.contacts, filter);
    const AgeingSums sums = ageingSums(stages);
    Report report;
    report.chart.id = u"ageing"_s;
    report.chart.title = ageingFinding(sums);
    report.chart.subtitle = ageingSubtitle(sums, filter, columns->zone(), question.names);
    report.chart.definition = ageingDefinition();
    report.chart.columns = ageingColumns();
    report.table = report.chart;
    for (const StageAgeing &stage : stages) {
        const Stage &place = columns->stages().at(stage.stage);
        report.chart.rows.append(ageingFigures(stage, place.name, false));
        report.table.rows.append(ageingFigures(stage, place.key, true));
    }
    if (sums.open > 0)
        report.chart.plot = ageingPlot(stages, columns->stages());
    report.document = ageingDocument(stages, filter, columns->stages());
    report.people = [columns, filter, stages](PlotRow row) {
        if (row < 0 || row >= stages.size() || !stages.at(row).limit())
            return QList<ProspectId>();
        return prospectsAgedPast(*columns, filter, stages.at(row).stage, *stages.at(row).limit());
    };
    return report;
}

} // namespace

ReportKind ageingReport()
{
    return {u"ageing"_s, AgeingText::tr("Ageing"),
        AgeingText::tr("Who has been at a stage too long, and with whom does nobody speak?"),
        AgeingText::tr("E&ntered"), {}, {ChartFact::Contacts}, makeAgeing, false,
        {AgeingText::tr("Visits that ended before it seem to go on: the limits are too long, and "
                        "some who seem to be open went on long ago."),
            true}};
}
