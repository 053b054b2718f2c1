// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/handoverreport.h"

#include "analytics/handovers.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class HandoverText
{
    Q_DECLARE_TR_FUNCTIONS(HandoverReport)
};

/// As many reasons as were given once each stand by themselves; more of them are one row.
constexpr qsizetype MostRareReasons = 3;

/// One row of the table.
struct HandoverLine
{
    QString key;
    QString name;
    HandoverChoice choice;
    std::optional<qint64> count; ///< nothing: of too few people to be told
    std::optional<Proportion> share; ///< of all offered
    std::optional<Proportion> accepted; ///< of those decided
    std::optional<Proportion> won;
    std::optional<PlotInk> ink; ///< of its bar, where it has one
};

PlotInk handoverInk(PlotInk::Kind kind)
{
    return {kind, Side::Pull, 0};
}

qint64 decidedOf(const HandoverFigures &figures)
{
    return figures.accepted + figures.returned;
}

class HandoverLines
{
public:
    HandoverLines(const HandoverFigures &figures, const HandoverFacts &facts)
        : m_figures(figures)
    {
        m_lines.append({u"offered"_s, HandoverText::tr("Offered"), {}, figures.offered, {},
            Proportion {figures.accepted, decidedOf(figures)}, {}, {}});
        addFate(u"accepted"_s, HandoverText::tr("Accepted"), HandoverFate::Accepted,
            figures.accepted, PlotInk::Kind::Won);
        m_lines.last().won = figures.wonOfAccepted;
        addFate(u"returned"_s, HandoverText::tr("Returned"), HandoverFate::Returned,
            figures.returned, PlotInk::Kind::Lost);
        m_lines.last().won = figures.wonOfReturned;
        addReasons();
        addFate(u"withdrawn"_s, HandoverText::tr("Withdrawn"), HandoverFate::Withdrawn,
            figures.withdrawn, PlotInk::Kind::Neutral);
        addFate(u"waiting"_s, HandoverText::tr("Still waiting"), HandoverFate::Waiting,
            figures.waiting, PlotInk::Kind::Open);
        addFate(u"overdue"_s, HandoverText::tr("Waiting beyond the limit"), HandoverFate::Overdue,
            figures.overdue, PlotInk::Kind::Open);
        m_lines.append({u"decidedLate"_s, HandoverText::tr("Decided beyond the limit"),
            {.isLate = true}, figures.decidedLate, shareOf(figures.decidedLate), {}, {}, {}});
        addReps(facts);
    }
    [[nodiscard]] const QList<HandoverLine> &all() const { return m_lines; }

private:
    [[nodiscard]] Proportion shareOf(qint64 count) const { return {count, m_figures.offered}; }
    void addFate(
        const QString &key, const QString &name, HandoverFate fate, qint64 count, PlotInk::Kind ink)
    {
        m_lines.append(
            {key, name, {.fate = fate}, count, shareOf(count), {}, {}, handoverInk(ink)});
    }
    void addReason(
        const QString &key, const QString &name, const QStringList &reasons, qint64 count)
    {
        m_lines.append({key, name, {.reasons = reasons}, count, shareOf(count), {}, {},
            handoverInk(PlotInk::Kind::Lost)});
    }
    void addReasons()
    {
        QStringList rare;
        for (const HandoverFigures::Reason &reason : m_figures.reasons) {
            if (reason.count < 2 && !reason.key.isEmpty())
                rare << reason.key;
        }
        const bool areMany = rare.size() > MostRareReasons;
        std::optional<HandoverFigures::Reason> none;
        for (const HandoverFigures::Reason &reason : m_figures.reasons) {
            if (reason.key.isEmpty())
                none = reason;
            else if (!areMany || reason.count >= 2)
                addReason(u"returned:"_s + reason.key,
                    HandoverText::tr("Returned: %1").arg(reason.text), {reason.key}, reason.count);
        }
        if (areMany) {
            addReason(u"returned:other reasons"_s,
                HandoverText::tr("Returned: reasons given once each"), rare, rare.size());
        }
        if (none) {
            addReason(u"returned:"_s, HandoverText::tr("Returned without a reason"), {QString()},
                none->count);
        }
    }
    void addReps(const HandoverFacts &facts)
    {
        QList<HandoverLine> lines;
        for (const HandoverFigures::Rep &rep : m_figures.reps) {
            HandoverLine line;
            line.key = u"rep:"_s + (rep.id.isNull() ? QString() : rep.id.toString());
            line.name = rep.id.isNull()
                ? HandoverText::tr("Offered to all of sales")
                //: A row of a table: the handovers to one member of sales.
                : HandoverText::tr("To %1").arg(facts.members.value(rep.id, rep.id.toString()));
            line.choice.rep = rep.id;
            if (!rep.isWithheld()) {
                line.count = rep.offered;
                line.share = shareOf(rep.offered);
                line.accepted = rep.accepted;
            }
            lines.append(line);
        }
        std::ranges::stable_sort(lines, [](const HandoverLine &one, const HandoverLine &other) {
            return one.name.localeAwareCompare(other.name) < 0;
        });
        m_lines += lines;
    }

    const HandoverFigures &m_figures;
    QList<HandoverLine> m_lines;
};

QString handoverFinding(const HandoverFigures &figures)
{
    const QLocale locale;
    const Proportion share {figures.accepted, decidedOf(figures)};
    if (figures.offered == 0)
        return HandoverText::tr("Nobody was offered to sales in this time");
    if (share.n == 0) {
        return HandoverText::tr(
            "None of %Ln handover(s) has been decided", nullptr, int(figures.offered));
    }
    if (share.isFew()) {
        return HandoverText::tr("%1 of %Ln decided handover(s) were accepted; too few for a rate",
            nullptr, int(share.n))
            .arg(locale.toString(share.k));
    }
    const auto median = figures.decision.median();
    if (!median)
        //: %1 is a share, %2 of how many.
        return HandoverText::tr("Sales accepted %1 of the %2 handovers that it decided")
            .arg(percentText(*share.rate(), locale), locale.toString(share.n));
    //: %1 is a share, %2 of how many.
    return HandoverText::tr("Sales accepted %1 of the %2 handovers that it decided; half are "
                            "decided after %Ln hour(s)",
        nullptr, int(*median))
        .arg(percentText(*share.rate(), locale), locale.toString(share.n));
}

QString handoverDecisionTime(const HandoverFigures &figures)
{
    const auto median = figures.decision.median();
    const auto p90 = figures.decision.quantile(.9);
    if (figures.decision.n < FewestForARate || !median)
        return {};
    QString text = HandoverText::tr("half decided after %Ln hour(s)", nullptr, int(*median));
    if (p90)
        text += HandoverText::tr(", 9 in 10 after %Ln hour(s)", nullptr, int(*p90));
    return text;
}

QString handoverSubtitle(const HandoverFigures &figures, const HandoverQuery &query,
    const QTimeZone &zone, const QHash<QString, QString> &names)
{
    QStringList parts {HandoverText::tr("%Ln handover(s)", nullptr, int(figures.offered)),
        //: %1 is a time: "from 1 May to 31 May 2026", "since 1 May 2026", "at any time".
        HandoverText::tr("offered %1").arg(ReportWords::during(query.filter.span))};
    parts << handoverDecisionTime(figures);
    if (query.windowDays) {
        parts << HandoverText::tr(
            "won within %Ln day(s) of the decision", nullptr, *query.windowDays);
    }
    if (figures.immature > 0)
        parts << HandoverText::tr("%Ln too new for that", nullptr, int(figures.immature));
    parts << ReportWords::onlySources(query.filter.sources)
          << ReportWords::onlyOwners(query.filter.owners, names)
          << ReportWords::asOf(query.filter.asOf, zone);
    return ReportWords::subtitle(parts);
}

QString handoverDefinition()
{
    return HandoverText::tr(
               "Every offer counts, also a second one of the same prospect. Accepted is counted "
               "of those that were accepted or returned. The time to a decision is in whole "
               "hours, estimated by Kaplan and Meier: those that wait count for as long as they "
               "have waited, those withdrawn until then. Won is who came to a sale after the "
               "decision.")
        + u' ' + HandoverText::tr("Why people were returned who are erased by now is not kept.")
        + u' '
        + HandoverText::tr(
            "Intervals are Wilson’s, 95 %; rates of fewer than %1 are not shown, and "
            "nothing of a member with fewer than %2 people.")
              .arg(FewestForARate)
              .arg(FewestForASum);
}

Plot handoverPlot(const HandoverFigures &figures, const QList<HandoverLine> &lines)
{
    if (figures.offered == 0)
        return {};
    BarPlot plot;
    // The title's share is of those decided.
    plot.values = {PlotUnit::Count,
        HandoverText::tr(
            "Handovers (and their share of all %Ln offered)", nullptr, int(figures.offered)),
        0, 0};
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const HandoverLine &line = lines.at(row);
        if (!line.ink)
            continue;
        BarPlot::Bar bar;
        bar.name = line.name;
        bar.parts = {{*line.ink, double(*line.count), PlotRow(row)}};
        bar.text = line.share->isFew() ? QLocale().toString(*line.count)
                                       //: A count and its share: "40 (12.5 %)".
                                       : HandoverText::tr("%1 (%2)").arg(
                                           QLocale().toString(*line.count), shareText(*line.share));
        plot.bars.append(bar);
    }
    return plot;
}

QJsonValue handoverJson(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject handoverWins(const Proportion &share)
{
    return {{u"n"_s, share.n}, {u"won"_s, share.k}, {u"share"_s, ReportWords::json(share)}};
}

QJsonObject handoverDocument(
    const HandoverFigures &figures, const HandoverFacts &facts, const HandoverQuery &query)
{
    QJsonObject document = ReportWords::head(u"handover"_s, query.filter.asOf, query.filter.span);
    document.insert(u"windowDays"_s,
        query.windowDays ? QJsonValue(*query.windowDays) : QJsonValue(QJsonValue::Null));
    document.insert(u"offered"_s, figures.offered);
    document.insert(u"accepted"_s, figures.accepted);
    document.insert(u"returned"_s, figures.returned);
    document.insert(u"withdrawn"_s, figures.withdrawn);
    document.insert(u"waiting"_s, figures.waiting);
    document.insert(u"overdue"_s, figures.overdue);
    document.insert(u"decidedLate"_s, figures.decidedLate);
    document.insert(
        u"acceptedShare"_s, ReportWords::json(Proportion {figures.accepted, decidedOf(figures)}));
    document.insert(u"medianHours"_s, handoverJson(figures.decision.median()));
    document.insert(u"p90Hours"_s, handoverJson(figures.decision.quantile(.9)));
    document.insert(u"wonOfAccepted"_s, handoverWins(figures.wonOfAccepted));
    document.insert(u"wonOfReturned"_s, handoverWins(figures.wonOfReturned));
    document.insert(u"immature"_s, figures.immature);
    QJsonArray reasons;
    for (const HandoverFigures::Reason &reason : figures.reasons)
        reasons.append(QJsonObject {{u"reason"_s, reason.text}, {u"count"_s, reason.count}});
    document.insert(u"reasons"_s, reasons);
    QJsonArray reps;
    for (const HandoverFigures::Rep &rep : figures.reps) {
        const bool isTold = !rep.isWithheld();
        reps.append(QJsonObject {{u"id"_s, rep.id.isNull() ? QString() : rep.id.toString()},
            {u"name"_s, facts.members.value(rep.id)}, {u"tooFew"_s, rep.isWithheld()},
            {u"people"_s, isTold ? QJsonValue(rep.people) : QJsonValue::Null},
            {u"offered"_s, isTold ? QJsonValue(rep.offered) : QJsonValue::Null},
            {u"accepted"_s, isTold ? QJsonValue(rep.accepted.k) : QJsonValue::Null},
            {u"acceptedShare"_s, ReportWords::json(isTold ? rep.accepted : Proportion())}});
    }
    document.insert(u"reps"_s, reps);
    return document;
}

Chart handoverChart(const HandoverFigures &figures, const HandoverQuery &query,
    const QTimeZone &zone, const QList<HandoverLine> &lines, const QHash<QString, QString> &names)
{
    Chart chart {.id = u"handover"_s,
        .title = handoverFinding(figures),
        .subtitle = handoverSubtitle(figures, query, zone, names),
        .definition = handoverDefinition(),
        .columns = {{u"what"_s, HandoverText::tr("What became of them")},
            {u"count"_s, HandoverText::tr("Handovers")},
            {u"share"_s, HandoverText::tr("Of all offered"), true},
            {u"accepted"_s, HandoverText::tr("Accepted of those decided"), true},
            {u"won"_s, HandoverText::tr("Won afterwards"), true}},
        .rows = {}};
    const auto figureOf = [](const std::optional<Proportion> &share) {
        return share ? Figure(*share) : Figure();
    };
    for (const HandoverLine &line : lines) {
        chart.rows.append(QList<Figure> {line.name,
            line.count ? Figure(*line.count) : Figure(HandoverText::tr("too few")),
            figureOf(line.share), figureOf(line.accepted), figureOf(line.won)});
    }
    chart.plot = handoverPlot(figures, lines);
    return chart;
}

Report makeHandover(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const auto &facts = data.facts.handovers;
    const HandoverQuery query {.filter = question.filter, .windowDays = question.windowDays};
    const HandoverFigures figures = handoverFigures(*columns, *facts, query);
    const QList<HandoverLine> lines = HandoverLines(figures, *facts).all();
    Report report;
    report.chart = handoverChart(figures, query, columns->zone(), lines, question.names);
    report.table = report.chart;
    QList<std::optional<HandoverChoice>> choices;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        report.table.rows[row][0] = lines.at(row).key;
        if (!lines.at(row).count)
            report.table.rows[row][1] = Figure();
        choices.append(lines.at(row).count ? std::optional(lines.at(row).choice) : std::nullopt);
    }
    report.document = handoverDocument(figures, *facts, query);
    report.people = [columns, facts, query, choices](PlotRow row) {
        return row >= 0 && row < choices.size() && choices.at(row)
            ? prospectsHandedOver(*columns, *facts, query, *choices.at(row))
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind handoverReport()
{
    return {u"handover"_s, HandoverText::tr("Handover"),
        HandoverText::tr("What does sales make of those whom marketing hands over?"),
        HandoverText::tr("Offere&d"), {ReportKind::Part::Window}, {ChartFact::Handovers},
        makeHandover};
}
