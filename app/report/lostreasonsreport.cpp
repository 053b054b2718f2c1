// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lostreasonsreport.h"

#include "analytics/lostreasons.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class LostReasonsText
{
    Q_DECLARE_TR_FUNCTIONS(LostReasonsReport)
};

/// One row: a reason over all stages, or at one.
struct LostLine
{
    LostReasonId reason;
    std::optional<int> stage;
    qint64 count = 0;
    qint64 upToHere =
        0; ///< of this reason and the more frequent ones together; of rows over all stages
};

QList<LostLine> lostLines(const LostReasonCounts &counts)
{
    QList<LostLine> lines;
    qint64 upToHere = 0;
    for (const LostReasonCounts::Reason &reason : counts.reasons) {
        upToHere += reason.count;
        lines.append({reason.id, {}, reason.count, upToHere});
        for (auto cell = reason.byStage.begin(); cell != reason.byStage.end(); ++cell)
            lines.append({reason.id, cell.key(), cell.value(), 0});
    }
    return lines;
}

QString lostReasonName(LostReasonId id, const ExitFacts &facts)
{
    return id.isNull() ? LostReasonsText::tr("No reason") : facts.reasons.value(id, id.toString());
}

/// In documents and files, where none is empty. Reasons have no other key than what they are called.
QString lostReasonKey(LostReasonId id, const ExitFacts &facts)
{
    return id.isNull() ? QString() : lostReasonName(id, facts);
}

QString lostStageName(const std::optional<int> &stage, const QList<Stage> &stages)
{
    if (!stage)
        return LostReasonsText::tr("All stages");
    return *stage == LostReasonCounts::NoStage ? LostReasonsText::tr("Not known")
                                               : stages.at(*stage).name;
}

QString lostStageKey(const std::optional<int> &stage, const QList<Stage> &stages)
{
    if (!stage)
        return u"all"_s;
    return *stage == LostReasonCounts::NoStage ? QString() : stages.at(*stage).key;
}

/// The most frequent reason that was given.
const LostReasonCounts::Reason *firstGivenReason(const LostReasonCounts &counts)
{
    const auto found = std::ranges::find_if(
        counts.reasons, [](const LostReasonCounts::Reason &reason) { return !reason.id.isNull(); });
    return found == counts.reasons.end() ? nullptr : &*found;
}

QString lostFinding(
    const LostReasonCounts &counts, const ExitFacts &facts, const QList<Stage> &stages)
{
    if (counts.total == 0)
        return LostReasonsText::tr("Nobody was lost in this time");
    const LostReasonCounts::Reason *first = firstGivenReason(counts);
    if (!first) {
        return LostReasonsText::tr(
            "%Ln prospect(s) were lost, all without a reason", nullptr, int(counts.total));
    }
    const auto stage = std::ranges::max_element(first->byStage);
    const int at = first->byStage.key(*stage, LostReasonCounts::NoStage);
    const Proportion share {first->count, counts.total};
    const QString name = lostReasonName(first->id, facts);
    const auto equals =
        std::ranges::count_if(counts.reasons, [first](const LostReasonCounts::Reason &reason) {
            return !reason.id.isNull() && reason.count == first->count;
        });
    if (equals > 1) {
        return LostReasonsText::tr(
            "“%1” shares the first place with %Ln other reason(s): %2 of %3 each", nullptr,
            int(equals) - 1)
            .arg(name, QLocale().toString(first->count), QLocale().toString(counts.total));
    }
    if (share.isFew()) {
        return LostReasonsText::tr(
            "The reason given most often is “%1”: %2 of %Ln", nullptr, int(counts.total))
            .arg(name, QLocale().toString(first->count));
    }
    if (at == LostReasonCounts::NoStage || *stage * 2 <= first->count) {
        return LostReasonsText::tr("The reason given most often is “%1”: %2 of all who were lost")
            .arg(name, shareText(share));
    }
    return LostReasonsText::tr(
        "The reason given most often is “%1”: %2 of all who were lost, most of them in %3")
        .arg(name, shareText(share), stages.at(at).name);
}

QString lostSubtitle(const LostReasonCounts &counts, const ChartFilter &filter,
    const QTimeZone &zone, const QHash<QString, QString> &names)
{
    QStringList parts {LostReasonsText::tr("%Ln exit(s)", nullptr, int(counts.total)),
        //: %1 is a time: "from 1 May to 31 May 2026", "since 1 May 2026", "at any time".
        LostReasonsText::tr("left %1").arg(ReportWords::during(filter.span)),
        ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names)};
    if (counts.undated > 0 && (filter.span.from || filter.span.to)) {
        parts << LostReasonsText::tr(
            "%Ln left out, whose time is not known", nullptr, int(counts.undated));
    }
    parts << ReportWords::asOf(filter.asOf, zone);
    return ReportWords::subtitle(parts);
}

/// A line for each reason, a column for each stage that somebody left.
Plot lostPlot(const LostReasonCounts &counts, const QList<LostLine> &lines, const ExitFacts &facts,
    const QList<Stage> &stages)
{
    if (counts.total == 0)
        return {};
    QList<int> columns;
    double most = 0;
    for (const LostLine &line : lines) {
        if (!line.stage)
            continue;
        most = std::max(most, double(line.count));
        if (!columns.contains(*line.stage))
            columns << *line.stage;
    }
    std::ranges::sort(columns);
    HeatPlot plot;
    plot.values = {PlotUnit::Count, LostReasonsText::tr("Lost"), 0, most};
    plot.columnTitle = LostReasonsText::tr("Stage before");
    plot.ink = {PlotInk::Kind::Lost, Side::Exit, 0};
    for (const int stage : std::as_const(columns))
        plot.columns << lostStageName(stage, stages);
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const LostLine &line = lines.at(row);
        if (!line.stage) {
            HeatPlot::Line reason {
                lostReasonName(line.reason, facts), QLocale().toString(line.count), {}};
            for (qsizetype i = 0; i < columns.size(); ++i)
                reason.cells.append({0.0, QLocale().toString(0), false, -1});
            plot.lines.append(reason);
        } else {
            plot.lines.last().cells[columns.indexOf(*line.stage)] = {
                double(line.count), QLocale().toString(line.count), false, PlotRow(row)};
        }
    }
    return plot;
}

QJsonObject lostDocument(const LostReasonCounts &counts, const ChartFilter &filter,
    const ExitFacts &facts, const QList<Stage> &stages)
{
    QJsonObject document = ReportWords::head(u"lost-reasons"_s, filter.asOf, filter.span);
    document.insert(u"lost"_s, counts.total);
    document.insert(u"undated"_s, counts.undated);
    QJsonArray reasons;
    qint64 upToHere = 0;
    for (const LostReasonCounts::Reason &reason : counts.reasons) {
        upToHere += reason.count;
        QJsonArray cells;
        for (auto cell = reason.byStage.begin(); cell != reason.byStage.end(); ++cell) {
            cells.append(QJsonObject {{u"stage"_s, lostStageKey(cell.key(), stages)},
                {u"count"_s, cell.value()},
                {u"share"_s, ReportWords::json(Proportion {cell.value(), counts.total})}});
        }
        reasons.append(
            QJsonObject {{u"id"_s, reason.id.isNull() ? QString() : reason.id.toString()},
                {u"reason"_s, lostReasonKey(reason.id, facts)}, {u"count"_s, reason.count},
                {u"share"_s, ReportWords::json(Proportion {reason.count, counts.total})},
                {u"upToHere"_s, ReportWords::json(Proportion {upToHere, counts.total})},
                {u"stages"_s, cells}});
    }
    document.insert(u"reasons"_s, reasons);
    return document;
}

Report makeLostReasons(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const auto &facts = data.facts.exits;
    const ChartFilter filter = question.filter;
    const QList<Stage> &stages = columns->stages();
    const LostReasonCounts counts = lostReasonCounts(*columns, *facts, filter);
    const QList<LostLine> lines = lostLines(counts);
    Report report;
    report.chart = {.id = u"lost-reasons"_s,
        .title = lostFinding(counts, *facts, stages),
        .subtitle = lostSubtitle(counts, filter, columns->zone(), question.names),
        .definition = LostReasonsText::tr(
            "Every exit counts, also a second one of the same prospect, at the stage that was "
            "left. The reasons stand by how often they were given."),
        .columns = {{u"reason"_s, LostReasonsText::tr("Reason")},
            {u"stage"_s, LostReasonsText::tr("Stage before")},
            {u"count"_s, LostReasonsText::tr("Lost")},
            {u"share"_s, LostReasonsText::tr("Of all lost"), true},
            {u"upToHere"_s, LostReasonsText::tr("Up to here"), true}},
        .rows = {}};
    report.table = report.chart;
    for (const LostLine &line : lines) {
        const QList<Figure> figures {line.count, Proportion {line.count, counts.total},
            line.stage ? Figure() : Figure(Proportion {line.upToHere, counts.total})};
        report.chart.rows.append(
            QList<Figure> {lostReasonName(line.reason, *facts), lostStageName(line.stage, stages)}
            + figures);
        report.table.rows.append(
            QList<Figure> {lostReasonKey(line.reason, *facts), lostStageKey(line.stage, stages)}
            + figures);
    }
    report.chart.plot = lostPlot(counts, lines, *facts, stages);
    report.document = lostDocument(counts, filter, *facts, stages);
    report.people = [columns, facts, filter, lines](PlotRow row) {
        return row >= 0 && row < lines.size()
            ? prospectsLostFor(*columns, *facts, filter, lines.at(row).reason, lines.at(row).stage)
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind lostReasonsReport()
{
    return {u"lost-reasons"_s, LostReasonsText::tr("Lost reasons"),
        LostReasonsText::tr("Why are prospects lost, and where?"), LostReasonsText::tr("Lef&t"), {},
        {ChartFact::Exits}, makeLostReasons};
}
