// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/activityreport.h"

#include "analytics/repactivity.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class ActivityText
{
    Q_DECLARE_TR_FUNCTIONS(ActivityReport)
};

/// Below this many people nothing leads to them either.
bool isToldOf(const RepFigures &rep)
{
    return rep.people >= FewestForASum;
}

QString repName(const RepFigures &rep, const RepFacts &facts)
{
    return facts.members.value(rep.id, rep.id.toString());
}

/// By name, which is no ranking.
QList<RepFigures> repsByName(QList<RepFigures> reps, const RepFacts &facts)
{
    std::ranges::stable_sort(reps, [&facts](const RepFigures &one, const RepFigures &other) {
        return repName(one, facts).localeAwareCompare(repName(other, facts)) < 0;
    });
    return reps;
}

QString activityFinding(const QList<RepFigures> &reps)
{
    const auto told = std::ranges::count_if(reps, isToldOf);
    if (reps.isEmpty())
        return ActivityText::tr("Nobody wrote, called or moved anybody in this time");
    if (told == 0)
        return ActivityText::tr("Too few people to tell what members did");
    qint64 enough = 0;
    for (const RepFigures &rep : reps)
        enough += rep.won && !rep.won->isFew() ? 1 : 0;
    if (enough == 0) {
        return ActivityText::tr(
            "%Ln member(s) were active; none closed enough for a win rate", nullptr, int(told));
    }
    return ActivityText::tr(
        "%1 of %Ln active member(s) closed enough for a win rate", nullptr, int(told))
        .arg(QLocale().toString(enough));
}

QString activityDefinition(const ChartFilter &filter)
{
    const QString all =
        ActivityText::tr(
            "Messages and replies are direct messages and e-mails in the conversations of a "
            "member, calls go either way, moves are those from one stage to another that they "
            "made: an entry is none, nor what came with an import. The time to the first reply is "
            "in hours from our first word in a conversation, estimated by Kaplan and Meier: who "
            "has not answered counts for as long as they were waited for. Won is counted of what "
            "the member’s prospects came to in this time, the first sale or an exit before it: "
            "who came back after an exit counts with each.")
        + u' '
        + ActivityText::tr(
            "Members stand by name: the intervals (Wilson’s, 95 %) overlap by chance "
            "alone. Figures of fewer than %1 people are withheld, rates of fewer "
            "than %2 are not shown.")
              .arg(FewestForASum)
              .arg(FewestForARate);
    return ReportWords::sentences({all,
        ActivityText::tr("What was said with people who were erased is gone, also from the figures "
                         "of the past."),
        filter.people ? ActivityText::tr(
            "Of chosen people, conversations that you may not read are not counted.")
                      : QString()});
}

QString activitySubtitle(const QList<RepFigures> &reps, const ChartFilter &filter,
    const QTimeZone &zone, const QHash<QString, QString> &names)
{
    return ReportWords::subtitle({ActivityText::tr("%Ln member(s)", nullptr, int(reps.size())),
        ReportWords::during(filter.span), ReportWords::onlySources(filter.sources),
        ReportWords::onlyOwners(filter.owners, names), ReportWords::asOf(filter.asOf, zone)});
}

std::optional<qint64> medianReply(const RepFigures &rep)
{
    return rep.reply ? rep.reply->median() : std::nullopt;
}

/// A row's figures behind the name; \a withheld stands for those that are not told.
QList<Figure> activityFigures(const RepFigures &rep, const Figure &withheld)
{
    const auto figureOf = [&withheld](const std::optional<qint64> &count) {
        return count ? Figure(*count) : withheld;
    };
    const auto median = medianReply(rep);
    const Figure reply = median ? Figure(*median) : Figure();
    return {figureOf(rep.sent), figureOf(rep.received), figureOf(rep.calls), figureOf(rep.moves),
        rep.reply ? reply : withheld, rep.won ? Figure(*rep.won) : withheld};
}

/// A dot with its interval for each; of nobody with enough for one the table says more.
Plot activityPlot(const QList<RepFigures> &reps, const RepFacts &facts)
{
    const auto hasRate = [](const RepFigures &rep) { return rep.won && !rep.won->isFew(); };
    if (std::ranges::none_of(reps, hasRate))
        return {};
    BarPlot plot;
    plot.values = {PlotUnit::Share, ActivityText::tr("Won of those closed"), 0, 1};
    plot.areDots = true;
    for (qsizetype row = 0; row < reps.size(); ++row) {
        const Proportion won = reps.at(row).won.value_or(Proportion());
        BarPlot::Bar bar;
        bar.name = repName(reps.at(row), facts);
        bar.isFew = won.isFew();
        bar.parts = {{{PlotInk::Kind::Won, Side::Pull, 0}, won.rate().value_or(0), PlotRow(row)}};
        if (!bar.isFew)
            bar.interval = won.interval();
        //: In place of a dot: too few paths ended for a rate, or for any figure.
        bar.text = bar.isFew
            ? ActivityText::tr("too few")
            //: A rate and of how many: "25.0 % of 40".
            : ActivityText::tr("%1 of %2").arg(shareText(won), QLocale().toString(won.n));
        plot.bars.append(bar);
    }
    return plot;
}

QJsonObject activityDocument(
    const QList<RepFigures> &reps, const RepFacts &facts, const ChartFilter &filter)
{
    const auto countOf = [](const std::optional<qint64> &count) {
        return count ? QJsonValue(*count) : QJsonValue(QJsonValue::Null);
    };
    QJsonObject document = ReportWords::head(u"activity"_s, filter.asOf, filter.span);
    QJsonArray list;
    for (const RepFigures &rep : reps) {
        list.append(QJsonObject {{u"id"_s, rep.id.toString()}, {u"name"_s, repName(rep, facts)},
            {u"tooFew"_s, !isToldOf(rep)}, {u"sent"_s, countOf(rep.sent)},
            {u"received"_s, countOf(rep.received)}, {u"calls"_s, countOf(rep.calls)},
            {u"moves"_s, countOf(rep.moves)}, {u"medianReplyHours"_s, countOf(medianReply(rep))},
            {u"closed"_s, rep.won ? QJsonValue(rep.won->n) : QJsonValue(QJsonValue::Null)},
            {u"won"_s, rep.won ? QJsonValue(rep.won->k) : QJsonValue(QJsonValue::Null)},
            {u"winRate"_s, ReportWords::json(rep.won.value_or(Proportion()))}});
    }
    document.insert(u"members"_s, list);
    return document;
}

Report makeActivity(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const auto &facts = data.facts.activity;
    const ChartFilter filter = question.filter;
    const QList<RepFigures> reps = repsByName(repFigures(*columns, *facts, filter), *facts);
    Report report;
    report.chart = {.id = u"activity"_s,
        .title = activityFinding(reps),
        .subtitle = activitySubtitle(reps, filter, columns->zone(), question.names),
        .definition = activityDefinition(filter),
        .columns = {{u"member"_s, ActivityText::tr("Member")},
            {u"sent"_s, ActivityText::tr("Messages sent")},
            {u"received"_s, ActivityText::tr("Replies received")},
            {u"calls"_s, ActivityText::tr("Calls")}, {u"moves"_s, ActivityText::tr("Moves made")},
            {u"medianReplyHours"_s, ActivityText::tr("Hours until half have replied")},
            {u"won"_s, ActivityText::tr("Won of those closed"), true}},
        .rows = {}};
    report.table = report.chart;
    QList<std::optional<UserId>> members;
    for (const RepFigures &rep : reps) {
        report.chart.rows.append(QList<Figure> {repName(rep, *facts)}
            + activityFigures(rep, ActivityText::tr("too few")));
        report.table.rows.append(QList<Figure> {rep.id.toString()} + activityFigures(rep, {}));
        members.append(isToldOf(rep) ? std::optional(rep.id) : std::nullopt);
    }
    report.chart.plot = activityPlot(reps, *facts);
    report.document = activityDocument(reps, *facts, filter);
    report.people = [columns, facts, filter, members](PlotRow row) {
        return row >= 0 && row < members.size() && members.at(row)
            ? prospectsOfRep(*columns, *facts, filter, *members.at(row))
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind activityReport()
{
    return {u"activity"_s, ActivityText::tr("Activity"),
        ActivityText::tr("What did each member do, and what came of it?"),
        ActivityText::tr("Happe&ned"), {}, {ChartFact::Activity}, makeActivity};
}
