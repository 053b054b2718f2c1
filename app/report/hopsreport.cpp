// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/hopsreport.h"

#include "analytics/hops.h"
#include "report/reportwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class HopsText
{
    Q_DECLARE_TR_FUNCTIONS(HopsReport)
};

/// One row of the table.
struct HopLine
{
    QString key;
    QString name;
    HopGroup group = HopGroup::Talked;
    qint64 count = 0;
    std::optional<Proportion> share;
};

/// The row to which the curve leads: who moved on.
constexpr PlotRow MovedRow = 1;
/// The picture ends at the latest at the age until which one in so many was watched.
constexpr int PeopleForALateMove = 20;
/// One in so many of those who moved on may have done so where the picture has ended.
constexpr int MovesForALateOne = 20;

QList<HopLine> hopLines(const HopFigures &figures)
{
    const auto ofPeople = [&](qint64 count) { return Proportion {count, figures.people}; };
    const auto ofProposed = [&](qint64 count) { return Proportion {count, figures.proposed}; };
    const qint64 stayed = figures.people - figures.moved;
    return {
        {u"people"_s, HopsText::tr("Had direct messages"), HopGroup::Talked, figures.people, {}},
        {u"moved"_s, HopsText::tr("Moved on to a call or an e-mail"), HopGroup::Moved,
            figures.moved, ofPeople(figures.moved)},
        {u"stayed"_s, HopsText::tr("Have not moved on"), HopGroup::Stayed, stayed,
            ofPeople(stayed)},
        {u"proposed"_s, HopsText::tr("Hops proposed"), HopGroup::Proposed, figures.proposed, {}},
        {u"accepted"_s, HopsText::tr("Hops accepted"), HopGroup::Accepted, figures.accepted,
            ofProposed(figures.accepted)},
        {u"declined"_s, HopsText::tr("Hops declined"), HopGroup::Declined, figures.declined,
            ofProposed(figures.declined)},
        {u"ignored"_s, HopsText::tr("Hops ignored"), HopGroup::Ignored, figures.ignored,
            ofProposed(figures.ignored)},
        {u"open"_s, HopsText::tr("Hops not decided"), HopGroup::Open, figures.open,
            ofProposed(figures.open)}};
}

QString hopsFinding(const HopFigures &figures)
{
    const Proportion share {figures.moved, figures.people};
    if (figures.people == 0)
        return HopsText::tr("Nobody had a first direct message in this time");
    if (share.isFew()) {
        return HopsText::tr("%1 of %Ln prospect(s) moved on from direct messages to a call or an "
                            "e-mail; too few for a rate",
            nullptr, int(share.n))
            .arg(QLocale().toString(share.k));
    }
    const auto median = figures.staying.median();
    if (!median) {
        return HopsText::tr(
            "%1 have moved on from direct messages to a call or an e-mail; fewer than half do")
            .arg(percentText(*share.rate()));
    }
    return HopsText::tr("%1 have moved on from direct messages to a call or an e-mail; half do "
                        "within %Ln day(s)",
        nullptr, int(*median))
        .arg(percentText(*share.rate()));
}

QString hopsSubtitle(const HopFigures &figures, const ChartFilter &filter, const QTimeZone &zone,
    const QHash<QString, QString> &names)
{
    QStringList parts {HopsText::tr("%Ln prospect(s)", nullptr, int(figures.people)),
        //: %1 is a time: "from 1 May to 31 May 2026", "since 1 May 2026", "at any time".
        HopsText::tr("first direct message %1").arg(ReportWords::during(filter.span))};
    if (figures.medianMessages && figures.moved >= FewestForARate) {
        parts << HopsText::tr(
            "half moved on after %Ln message(s) or fewer", nullptr, int(*figures.medianMessages));
    }
    parts << ReportWords::onlySources(filter.sources)
          << ReportWords::onlyOwners(filter.owners, names) << ReportWords::asOf(filter.asOf, zone);
    return ReportWords::subtitle(parts);
}

/// By which age nearly all who moved on had; 0 where nobody did.
qint64 ageOfMostMoves(const SurvivalCurve &curve)
{
    qint64 moved = 0;
    for (const SurvivalStep &step : curve.steps) {
        moved += step.events;
        if (moved > 0 && (curve.events - moved) * MovesForALateOne <= curve.events)
            return step.age;
    }
    return 0;
}

/// Where the picture ends; at least 1.
qint64 endOfHopsPlot(const SurvivalCurve &curve)
{
    constexpr qint64 alwaysShown = 30;
    qint64 end = 1;
    for (const SurvivalStep &step : curve.steps) {
        if (step.atRisk * PeopleForALateMove >= curve.n)
            end = std::max(end, step.age);
    }
    // Most hops are a matter of days: on an axis as long as the longest wait nobody would see of how many.
    return std::min(end, std::max(alwaysShown, 2 * ageOfMostMoves(curve)));
}

/// That the curve goes on where the picture ends; empty where it does not, or where none is drawn.
QString hopsEndText(const SurvivalCurve &curve)
{
    if (curve.n < FewestForARate)
        return {};
    const qint64 end = endOfHopsPlot(curve);
    if (curve.steps.last().age <= end)
        return {};
    qint64 later = 0;
    for (const SurvivalStep &step : curve.steps)
        later += step.age > end ? step.events : 0;
    if (later == 0) {
        return HopsText::tr(
            "The picture ends after %Ln day(s): nobody moved on later.", nullptr, int(end));
    }
    return HopsText::tr("The picture ends after %Ln day(s); %1 moved on later.", nullptr, int(end))
        .arg(QLocale().toString(later));
}

QString hopsDefinition(const HopFigures &figures)
{
    QStringList sentences {
        HopsText::tr("Who had at least one direct message counts once, over all conversations with "
                     "them. They moved on with the first call or e-mail at or after the first "
                     "direct message; a call of ours that reached nobody is none. The time is in "
                     "days, estimated by Kaplan and Meier: who has not moved on counts for as long "
                     "as they have been watched. Hops are those proposed in this time."),
        HopsText::tr("Intervals are Wilson’s, 95 %; rates of fewer than %1 are not shown.")
            .arg(FewestForARate),
        HopsText::tr("Conversations with people who were erased are gone, also from the figures of "
                     "the past."),
        hopsEndText(figures.staying)};
    if (figures.areHiddenTalksCounted || figures.areHiddenHopsCounted) {
        sentences << HopsText::tr("The sums count conversations that you may not read, of %1 "
                                  "people or more; the lists of "
                                  "people name only those with whom you may.")
                         .arg(FewestForASum);
    } else {
        sentences << HopsText::tr("Only conversations count that you may read.");
    }
    return ReportWords::sentences(sentences);
}

/// The share that has moved on, by day; the band turned over with it.
LinePlot::Point hopPoint(qint64 age, const SurvivalStep &step)
{
    LinePlot::Point point {double(age), 1 - step.survival, {}, MovedRow};
    if (step.band)
        point.band = Interval {1 - step.band->high, 1 - step.band->low};
    return point;
}

Plot hopsPlot(const HopFigures &figures)
{
    const SurvivalCurve &curve = figures.staying;
    if (curve.n < FewestForARate)
        return {};
    const qint64 end = endOfHopsPlot(curve);
    LinePlot::Series moved {
        HopsText::tr("Moved on"), {PlotInk::Kind::Side, Side::Push, 0}, {}, false};
    if (curve.steps.first().age > 0)
        moved.points.append({0, 0, {}, MovedRow});
    for (const SurvivalStep &step : curve.steps) {
        if (step.age <= end && (step.events > 0 || step.age == 0))
            moved.points.append(hopPoint(step.age, step));
    }
    const qint64 last = std::min(end, curve.steps.last().age);
    if (moved.points.last().x < double(last))
        moved.points.append(hopPoint(last, *curve.at(last)));
    return LinePlot {.shape = LinePlot::Shape::Steps,
        .x = {PlotUnit::Age, HopsText::tr("Days since the first direct message"), 0, double(end)},
        .y = {PlotUnit::Share, HopsText::tr("Moved on to a call or an e-mail"), 0, 1},
        .series = {moved},
        .notes = {},
        .goals = {{.5, HopsText::tr("Half")}}};
}

QJsonValue hopsJson(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject hopsDocument(const HopFigures &figures, const ChartFilter &filter)
{
    QJsonObject document = ReportWords::head(u"hops"_s, filter.asOf, filter.span);
    document.insert(u"people"_s, figures.people);
    document.insert(u"moved"_s, figures.moved);
    document.insert(u"share"_s, ReportWords::json(Proportion {figures.moved, figures.people}));
    document.insert(u"medianDays"_s, hopsJson(figures.staying.median()));
    document.insert(u"p90Days"_s, hopsJson(figures.staying.quantile(.9)));
    document.insert(u"medianMessages"_s, hopsJson(figures.medianMessages));
    document.insert(u"p90Messages"_s, hopsJson(figures.p90Messages));
    document.insert(u"proposals"_s,
        QJsonObject {{u"proposed"_s, figures.proposed}, {u"accepted"_s, figures.accepted},
            {u"declined"_s, figures.declined}, {u"ignored"_s, figures.ignored},
            {u"open"_s, figures.open},
            {u"acceptedShare"_s,
                ReportWords::json(Proportion {figures.accepted, figures.proposed})}});
    document.insert(u"hiddenCounted"_s, figures.areHiddenTalksCounted);
    document.insert(u"hiddenProposalsCounted"_s, figures.areHiddenHopsCounted);
    return document;
}

Report makeHops(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const auto &facts = data.facts.hops;
    const ChartFilter filter = question.filter;
    const HopFigures figures = hopFigures(*columns, *facts, filter);
    const QList<HopLine> lines = hopLines(figures);
    Report report;
    report.chart = {.id = u"hops"_s,
        .title = hopsFinding(figures),
        .subtitle = hopsSubtitle(figures, filter, columns->zone(), question.names),
        .definition = hopsDefinition(figures),
        .columns = {{u"what"_s, HopsText::tr("What became of them")},
            {u"count"_s, HopsText::tr("How many")}, {u"share"_s, HopsText::tr("Share"), true}},
        .rows = {}};
    report.table = report.chart;
    for (const HopLine &line : lines) {
        const Figure share = line.share ? Figure(*line.share) : Figure();
        report.chart.rows.append(QList<Figure> {line.name, line.count, share});
        report.table.rows.append(QList<Figure> {line.key, line.count, share});
    }
    report.chart.plot = hopsPlot(figures);
    report.document = hopsDocument(figures, filter);
    report.people = [columns, facts, filter, lines](PlotRow row) {
        return row >= 0 && row < lines.size()
            ? prospectsOfHops(*columns, *facts, filter, lines.at(row).group)
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind hopsReport()
{
    return {u"hops"_s, HopsText::tr("Hops"),
        HopsText::tr("How many move on from direct messages to a call or an e-mail, and how soon?"),
        HopsText::tr("Firs&t message"), {}, {ChartFact::Hops}, makeHops};
}
