// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/funnelreport.h"

#include "analytics/handovergroups.h"
#include "analytics/touchgroups.h"
#include "domain/handover.h"
#include "domain/network.h"
#include "report/report.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class FunnelText
{
    Q_DECLARE_TR_FUNCTIONS(FunnelText)
};

/// The step that the title speaks of: the first that wins, else the last.
qsizetype goalOf(const QList<Stage> &steps)
{
    const auto won = std::ranges::find(steps, StageKind::Won, &Stage::kind);
    return won == steps.end() ? steps.size() - 1 : won - steps.begin();
}

struct Drop
{
    qsizetype from = 0;
    qsizetype to = 0;
    double most = 0; ///< the share that did not go on
    double least = 0; ///< the same if all who may still go on do
};

/// The two steps between which the largest share is lost, up to the goal, of those at which somebody was recorded: whatever becomes of those who may
/// still go on. Nothing where that is not sure, too few were at one of the steps, or there is only one such pair, of which the goal's rate says all.
std::optional<Drop> largestDrop(const FunnelGroup &group, qsizetype goal)
{
    QList<Drop> drops;
    qsizetype from = 0;
    for (qsizetype to = 1; to <= goal; ++to) {
        const FunnelStep &step = group.steps[to];
        if (step.isUnrecorded())
            continue;
        const Proportion skipping {step.reached, group.steps[from].reached};
        const Proportion share = to == from + 1 ? step.step.value_or(Proportion()) : skipping;
        if (share.isFew())
            return std::nullopt;
        const qint64 left = share.n - share.k;
        const qint64 gone = left - group.steps[from].open;
        drops.append({from, to, double(left) / double(share.n), double(gone) / double(share.n)});
        from = to;
    }
    if (drops.size() < 2)
        return std::nullopt;
    const Drop largest = *std::ranges::max_element(drops, {}, &Drop::least);
    const bool isSure = std::ranges::all_of(drops, [&largest](const Drop &drop) {
        return drop.from == largest.from || drop.most < largest.least;
    });
    return isSure ? std::optional(largest) : std::nullopt;
}

/// Where the groups truly differ, the best and the worst; a difference within the intervals is none.
std::optional<std::pair<qsizetype, qsizetype>> extremes(
    const QList<FunnelGroup> &groups, qsizetype goal)
{
    std::optional<qsizetype> best;
    std::optional<qsizetype> worst;
    const auto share = [&](qsizetype index) -> const Proportion & {
        return groups[index].steps[goal].overall;
    };
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (share(i).isFew())
            continue;
        if (!best || *share(i).rate() > *share(*best).rate())
            best = i;
        if (!worst || *share(i).rate() < *share(*worst).rate())
            worst = i;
    }
    if (!best || share(*best).interval()->low <= share(*worst).interval()->high)
        return std::nullopt;
    return std::pair(*best, *worst);
}

QString noDifference(Breakdown by)
{
    switch (by) {
    case Breakdown::Owner:
        return FunnelText::tr("The owners do not differ clearly in how many reach %1");
    case Breakdown::Channel:
        return FunnelText::tr("The channels do not differ clearly in how many reach %1");
    case Breakdown::Campaign:
        return FunnelText::tr("The campaigns do not differ clearly in how many reach %1");
    case Breakdown::Pillar:
        return FunnelText::tr("The pillars do not differ clearly in how many reach %1");
    case Breakdown::Network:
        return FunnelText::tr("The networks do not differ clearly in how many reach %1");
    case Breakdown::Handover:
        return FunnelText::tr("What became of handovers makes no clear difference to how many "
                              "reach %1");
    case Breakdown::None:
    case Breakdown::Source:
        break;
    }
    return FunnelText::tr("The sources do not differ clearly in how many reach %1");
}

/// The place of those without a group, within a title.
QString withoutGroup(Breakdown by)
{
    switch (by) {
    case Breakdown::Owner:
        return FunnelText::tr("without an owner");
    case Breakdown::Channel:
        return FunnelText::tr("without a known channel");
    case Breakdown::Campaign:
        return FunnelText::tr("without a campaign");
    case Breakdown::Pillar:
        return FunnelText::tr("without a pillar");
    case Breakdown::Network:
        return FunnelText::tr("without a known network");
    case Breakdown::Handover:
        return FunnelText::tr("without a handover");
    case Breakdown::None:
    case Breakdown::Source:
        break;
    }
    return FunnelText::tr("without a source");
}

/// The place of a group, within a title.
QString withinGroup(Breakdown by)
{
    switch (by) {
    case Breakdown::Owner:
        return FunnelText::tr("with %1");
    case Breakdown::Channel:
    case Breakdown::Campaign:
    case Breakdown::Pillar:
    case Breakdown::Network:
        //: %1 is a channel, campaign, pillar or network of which somebody's first touch was.
        return FunnelText::tr("after “%1”");
    case Breakdown::Handover:
        //: %1 is what became of a handover to sales.
        return FunnelText::tr("where the latest handover is “%1”");
    case Breakdown::None:
    case Breakdown::Source:
        break;
    }
    return FunnelText::tr("from “%1”");
}

QString handoverName(HandoverState state)
{
    switch (state) {
    case HandoverState::Offered:
        return FunnelText::tr("Offered", "a handover");
    case HandoverState::Accepted:
        return FunnelText::tr("Accepted", "a handover");
    case HandoverState::Returned:
        return FunnelText::tr("Returned", "a handover");
    case HandoverState::Withdrawn:
        return FunnelText::tr("Withdrawn", "a handover");
    }
    Q_UNREACHABLE();
}

QString groupTitle(const FunnelReport &report, const QString &goalName, qsizetype goal)
{
    const Breakdown by = report.query.by;
    const auto ends = extremes(report.groups, goal);
    if (!ends)
        return noDifference(by).arg(goalName);
    const auto [best, worst] = *ends;
    const auto where = [&](qsizetype group) {
        return report.groups[group].key.isEmpty() ? withoutGroup(by)
                                                  : withinGroup(by).arg(report.groupNames[group]);
    };
    //: A stage, where it is reached most often ("from “search”") with the rate, and where least often.
    return FunnelText::tr("%1 is reached most often %2 (%3) and least often %4 (%5)")
        .arg(goalName, where(best), shareText(report.groups[best].steps[goal].overall),
            where(worst), shareText(report.groups[worst].steps[goal].overall));
}

/// How many reach the goal: "26 % of prospects reach Customer". Without a window that is no more than so far where somebody may still come to it.
QString sharePhrase(const FunnelReport &report, qsizetype goal)
{
    const QList<FunnelStep> before = report.total.steps.first(goal);
    const bool areSomeOpen =
        std::ranges::any_of(before, [](const FunnelStep &step) { return step.open > 0; });
    const QString words = areSomeOpen && !report.query.windowDays
        ? FunnelText::tr("%1 of prospects have reached %2 so far")
        : FunnelText::tr("%1 of prospects reach %2");
    return words.arg(shareText(report.total.steps[goal].overall), report.steps[goal].name);
}

QString findingOf(const FunnelReport &report)
{
    const FunnelGroup &total = report.total;
    if (report.steps.isEmpty() || total.cohort == 0) {
        return total.immature > 0
            ? FunnelText::tr("Nobody has been in the pipeline long enough yet")
            : FunnelText::tr("Nobody entered the pipeline in this time");
    }
    const QLocale locale;
    const qsizetype goal = goalOf(report.steps);
    const QString goalName = report.steps[goal].name;
    const auto canBeCompared = [goal](const FunnelGroup &group) {
        return !group.steps[goal].overall.isFew();
    };
    if (std::ranges::count_if(report.groups, canBeCompared) > 1)
        return groupTitle(report, goalName, goal);
    const Proportion &overall = total.steps[goal].overall;
    if (overall.isFew()) {
        return FunnelText::tr(
            "%1 of %Ln prospect(s) reached %2; too few for a rate", nullptr, int(overall.n))
            .arg(locale.toString(overall.k), goalName);
    }
    QString share = sharePhrase(report, goal);
    if (const auto drop = largestDrop(total, goal)) {
        //: %1 says how many reach a stage: "26 % of prospects reach Customer". The others are stages.
        return FunnelText::tr("%1; the largest drop is from %2 to %3")
            .arg(share, report.steps[drop->from].name, report.steps[drop->to].name);
    }
    return share;
}

QString spanText(const DateSpan &span)
{
    const QLocale locale;
    if (span.from && span.to) {
        return FunnelText::tr("entered from %1 to %2")
            .arg(dayText(*span.from, locale), dayText(span.to->addDays(-1), locale));
    }
    if (span.from)
        return FunnelText::tr("entered since %1").arg(dayText(*span.from, locale));
    if (span.to)
        return FunnelText::tr("entered until %1").arg(dayText(span.to->addDays(-1), locale));
    return FunnelText::tr("entered at any time");
}

QString subtitleOf(
    const FunnelReport &report, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    const FunnelGroup &total = report.total;
    QStringList parts;
    parts.append(FunnelText::tr("%Ln prospect(s)", nullptr, int(total.cohort)));
    parts.append(spanText(report.query.entered));
    if (report.query.windowDays) {
        const int days = *report.query.windowDays;
        parts.append(FunnelText::tr("within %Ln day(s)", nullptr, days));
    }
    if (total.immature > 0)
        parts.append(FunnelText::tr("%Ln too new to count", nullptr, int(total.immature)));
    parts.append(ReportWords::onlySources(report.query.sources));
    parts.append(ReportWords::onlyOwners(report.query.owners, names));
    parts.append(ReportWords::asOf(report.query.asOf, zone));
    return ReportWords::subtitle(parts);
}

/// By step, how many are left out of its rates.
QList<qint64> leftOutOf(const FunnelGroup &group)
{
    QList<qint64> counts;
    for (const FunnelStep &step : group.steps)
        counts.append(step.excluded.cohort);
    return counts;
}

/// By step, how many count there because a change of the pipeline put them there or further.
QList<qint64> putIntoSteps(const FunnelGroup &group)
{
    QList<qint64> counts;
    for (const FunnelStep &step : group.steps)
        counts.append(step.putByPipeline);
    return counts;
}

/// Whether a step rate of the whole or of a group is missing because nobody was recorded there.
bool hasUnknownRate(const FunnelReport &report)
{
    const auto isPartlyUnknown = [](const FunnelGroup &group) {
        return std::ranges::any_of(group.steps, &FunnelStep::isUnrecorded);
    };
    return isPartlyUnknown(report.total) || std::ranges::any_of(report.groups, isPartlyUnknown);
}

QString definitionOf(const FunnelReport &report)
{
    const FunnelQuery &query = report.query;
    QStringList sentences;
    sentences.append(query.reached == ReachedRule::Passed
            ? FunnelText::tr(
                "A prospect counts once at each stage reached or passed, whatever happened later.")
            : FunnelText::tr(
                "A prospect counts once at each stage where they have been, whatever happened "
                "later."));
    sentences.append(FunnelText::tr("Who is not further and who was lost is counted at the "
                                    "furthest stage they reached, also if they were moved back."));
    if (query.windowDays) {
        sentences.append(
            FunnelText::tr("Only what happened within %Ln whole day(s) of their own entry counts, "
                           "for everybody who entered at least that long ago.",
                nullptr, *query.windowDays));
    }
    if (isByTouch(query.by)) {
        sentences.append(
            FunnelText::tr("A prospect belongs to what the first touch before the second stage "
                           "was of."));
    }
    if (query.by == Breakdown::Handover) {
        sentences.append(FunnelText::tr(
            "A prospect belongs to what has become of their latest handover to sales."));
    }
    if (hasUnknownRate(report)) {
        sentences.append(
            FunnelText::tr("Where nobody was seen at a stage that people are said to "
                           "have reached, the rates to it and from it are not known."));
    }
    const QString leftOut = ReportWords::stageCounts(report.steps, leftOutOf(report.total));
    if (!leftOut.isEmpty()) {
        //: %1 are stages, and of each how many: "Offer 12, Customer 3".
        sentences.append(FunnelText::tr("Who had passed a stage before it existed is left out of "
                                        "its rates: %1.")
                             .arg(leftOut));
    }
    const QString put = ReportWords::stageCounts(report.steps, putIntoSteps(report.total));
    if (!put.isEmpty()) {
        //: %1 are stages, and of each how many: "Offer 12, Customer 3".
        sentences.append((query.reached == ReachedRule::Passed
                ? FunnelText::tr("Who was put into a later stage by a change of the pipeline "
                                 "counts as having reached it and what was passed over: %1.")
                : FunnelText::tr("Who was put into a later stage by a change of the pipeline "
                                 "counts as having been there: %1."))
                             .arg(put));
    }
    sentences.append(ReportWords::aboutRates());
    return sentences.join(u' ');
}

/// \a row, continued with the figures of the step \a k of \a group, whose rate is \a rate, in the order of the columns.
QList<Figure> rowOf(
    const FunnelGroup &group, qsizetype k, const std::optional<Proportion> &rate, QList<Figure> row)
{
    const FunnelStep &step = group.steps[k];
    row << step.reached << step.overall << (rate ? Figure(*rate) : Figure()) << step.touched
        << step.open << step.lost << step.stayed << step.count(FunnelSegment::Onward)
        << step.unseen;
    return row;
}

Chart chartOf(
    const FunnelReport &report, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    Chart chart {.id = u"funnel"_s,
        .title = findingOf(report),
        .subtitle = subtitleOf(report, zone, names),
        .definition = definitionOf(report),
        .columns = {},
        .rows = {}};
    chart.columns = {{u"group"_s, FunnelText::tr("Group")}, {u"stage"_s, FunnelText::tr("Stage")},
        {u"reached"_s, FunnelText::tr("Reached")}, {u"overall"_s, FunnelText::tr("Of all"), true},
        {u"step"_s, FunnelText::tr("Of the stage before"), true},
        {u"touched"_s, FunnelText::tr("Seen there")},
        {u"open"_s, FunnelText::tr("Not further yet")},
        {u"lost"_s, FunnelText::tr("Lost after it")},
        {u"stayed"_s, FunnelText::tr("Not further in time")},
        {u"onward"_s, FunnelText::tr("Seen, went on")},
        {u"unseen"_s, FunnelText::tr("Not seen, went on")}};
    const auto addRows = [&](const QString &name, const FunnelGroup &group) {
        for (qsizetype k = 0; k < group.steps.size(); ++k) {
            chart.rows.append(rowOf(group, k, group.stepRate(k), {name, report.steps[k].name}));
        }
    };
    addRows(FunnelText::tr("All", "all prospects"), report.total);
    for (qsizetype i = 0; i < report.groups.size(); ++i)
        addRows(report.groupNames[i], report.groups[i]);
    return chart;
}

/// The rates of the steps as they are defined, also where they are not told to people: `stepRecorded` says which say nothing.
QJsonArray stagesToJson(const QList<Stage> &steps, const FunnelGroup &group)
{
    QJsonArray stages;
    for (qsizetype k = 0; k < group.steps.size(); ++k) {
        const FunnelStep &step = group.steps[k];
        stages.append(QJsonObject {{u"stage"_s, steps[k].key}, {u"reached"_s, step.reached},
            {u"overall"_s, ReportWords::json(step.overall)},
            {u"step"_s, step.step ? QJsonValue(ReportWords::json(*step.step)) : QJsonValue::Null},
            {u"stepRecorded"_s, group.isStepKnown(k)}, {u"open"_s, step.open},
            {u"lost"_s, step.lost}, {u"stayed"_s, step.stayed}, {u"touched"_s, step.touched},
            {u"onward"_s, step.count(FunnelSegment::Onward)}, {u"unseen"_s, step.unseen},
            {u"notApplicable"_s, step.excluded.cohort}, {u"putByPipeline"_s, step.putByPipeline}});
    }
    return stages;
}

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
    FunnelQuery query = funnelQuery(question.filter);
    query.windowDays = question.windowDays;
    query.reached = question.reached;
    query.by = question.by;
    const auto groups = groupsOf(data, query);
    Report report;
    report.funnel =
        makeFunnelReport(funnel(*columns, query, groups.get()), query, columns->stages(),
            columns->zone(), groups ? groupNames(question, *groups) : question.names);
    report.chart = report.funnel->chart;
    report.table = keyTable(*report.funnel);
    report.document = ReportDocument::Compose([funnel = *report.funnel] { return toJson(funnel); });
    QStringList keys;
    for (const FunnelGroup &group : report.funnel->groups)
        keys << group.key;
    report.segmentPeople = [columns, query, keys, groups](PlotRow row, FunnelSegment segment) {
        // The steps of the total come first, then those of each group.
        const auto steps = int(columns->steps().size());
        const int group = row / steps - 1;
        if (row < 0 || group >= keys.size())
            return QList<ProspectId>();
        return prospectsAt(*columns, query, row % steps,
            group < 0 ? std::nullopt : std::optional(keys.at(group)), segment, groups.get());
    };
    report.people = [ofSegment = report.segmentPeople](
                        PlotRow row) { return ofSegment(row, FunnelSegment::Reached); };
    return report;
}

} // namespace

Chart keyTable(const FunnelReport &report)
{
    // Keys in place of names, and the total told apart from a source of whatever name.
    Chart table = report.chart;
    table.columns.prepend({u"row"_s, {}});
    table.rows.clear();
    const auto addRows = [&](const QString &kind, const FunnelGroup &group) {
        for (qsizetype k = 0; k < group.steps.size(); ++k)
            table.rows.append(
                rowOf(group, k, group.steps[k].step, {kind, group.key, report.steps[k].key}));
    };
    addRows(u"total"_s, report.total);
    for (const FunnelGroup &group : report.groups)
        addRows(u"group"_s, group);
    return table;
}

QByteArray toCsv(const FunnelReport &report)
{
    return toCsv(keyTable(report));
}

int FunnelReport::seam() const
{
    return ReportWords::seamAfter(steps);
}

QList<FunnelSegment> FunnelReport::segments() const
{
    QList<FunnelSegment> parts {FunnelSegment::Unseen, FunnelSegment::Onward,
        query.windowDays ? FunnelSegment::Stayed : FunnelSegment::Open, FunnelSegment::Lost};
    if (query.reached == ReachedRule::Touched)
        parts.removeFirst(); // whoever was not seen there is not counted
    return parts;
}

FunnelSegment segmentOf(const QString &key)
{
    if (key == "touched"_L1)
        return FunnelSegment::Seen;
    if (key == "onward"_L1)
        return FunnelSegment::Onward;
    if (key == "unseen"_L1)
        return FunnelSegment::Unseen;
    if (key == "open"_L1)
        return FunnelSegment::Open;
    if (key == "lost"_L1)
        return FunnelSegment::Lost;
    return key == "stayed"_L1 ? FunnelSegment::Stayed : FunnelSegment::Reached;
}

QString breakdownName(Breakdown by)
{
    switch (by) {
    case Breakdown::None:
        return {};
    case Breakdown::Source:
        return FunnelText::tr("By source");
    case Breakdown::Owner:
        return FunnelText::tr("By owner");
    case Breakdown::Channel:
        return FunnelText::tr("By channel");
    case Breakdown::Campaign:
        return FunnelText::tr("By campaign");
    case Breakdown::Pillar:
        return FunnelText::tr("By pillar");
    case Breakdown::Network:
        return FunnelText::tr("By network");
    case Breakdown::Handover:
        return FunnelText::tr("By handover");
    }
    Q_UNREACHABLE();
}

QString groupName(Breakdown by, const QString &key)
{
    if (!key.isEmpty()) {
        const auto state = by == Breakdown::Handover ? fromText<HandoverState>(key) : std::nullopt;
        return state ? handoverName(*state) : key;
    }
    switch (by) {
    case Breakdown::None:
        return FunnelText::tr("All", "all prospects");
    case Breakdown::Source:
        return FunnelText::tr("No source");
    case Breakdown::Owner:
        return FunnelText::tr("No owner");
    case Breakdown::Channel:
        return FunnelText::tr("No channel known");
    case Breakdown::Campaign:
        return FunnelText::tr("No campaign");
    case Breakdown::Pillar:
        return FunnelText::tr("No pillar");
    case Breakdown::Network:
        return FunnelText::tr("No network known");
    case Breakdown::Handover:
        return FunnelText::tr("No handover");
    }
    Q_UNREACHABLE();
}

FunnelReport makeFunnelReport(const Funnel &funnel, const FunnelQuery &query,
    const QList<Stage> &stages, const QTimeZone &zone, const QHash<QString, QString> &names)
{
    FunnelReport report {.query = query,
        .steps = pipelineSteps(stages),
        .total = funnel.total,
        .groups = funnel.groups,
        .groupNames = {},
        .chart = {}};
    report.steps.resize(std::min(report.steps.size(), report.total.steps.size()));
    for (const FunnelGroup &group : std::as_const(report.groups))
        report.groupNames.append(names.value(group.key, groupName(query.by, group.key)));
    report.chart = chartOf(report, zone, names);
    return report;
}

QJsonObject toJson(const FunnelReport &report)
{
    const FunnelQuery &query = report.query;
    QJsonArray groups;
    for (const FunnelGroup &group : report.groups) {
        groups.append(QJsonObject {{u"key"_s, group.key}, {u"cohort"_s, group.cohort},
            {u"immature"_s, group.immature}, {u"stages"_s, stagesToJson(report.steps, group)}});
    }
    QJsonObject document = ReportWords::head(u"funnel"_s, query.asOf, query.entered);
    document.insert(u"windowDays"_s,
        query.windowDays ? QJsonValue(*query.windowDays) : QJsonValue(QJsonValue::Null));
    document.insert(u"reachedRule"_s, toText(query.reached));
    document.insert(u"cohort"_s, report.total.cohort);
    document.insert(u"immature"_s, report.total.immature);
    document.insert(u"stages"_s, stagesToJson(report.steps, report.total));
    document.insert(u"groups"_s, groups);
    return document;
}

ReportKind funnelReport()
{
    using Part = ReportKind::Part;
    return {u"funnel"_s, FunnelText::tr("Funnel"),
        FunnelText::tr("How many of those who entered reach each stage?"),
        FunnelText::tr("E&ntered"), {Part::Window, Part::Reached, Part::Breakdown}, funnelNeeds,
        makeFunnel, true};
}
