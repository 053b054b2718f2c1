// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/advocacyreport.h"

#include "analytics/advocacy.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

class AdvocacyText
{
    Q_DECLARE_TR_FUNCTIONS(AdvocacyReport)
};

QString advocacyTitle(const Advocacy &figures)
{
    const QLocale locale;
    const Proportion &referred = figures.referred;
    if (figures.customers == 0) {
        if (figures.immature > 0)
            return AdvocacyText::tr("Nobody has been a customer for long enough yet");
        return figures.notApplicable > 0 && figures.undated == 0
            ? AdvocacyText::tr("All customers had passed the sale before it was a stage")
            : AdvocacyText::tr("Nobody became a customer in this time");
    }
    if (referred.k == 0) {
        return AdvocacyText::tr(
            "None of %Ln customer(s) has brought anybody yet", nullptr, int(referred.n));
    }
    const QString advocates = referred.isFew()
        ? AdvocacyText::tr("%1 of %Ln customer(s) brought somebody", nullptr, int(referred.n))
              .arg(locale.toString(referred.k))
        : AdvocacyText::tr("%1 of customers brought somebody").arg(shareText(referred));
    //: %1 is a sentence's first half: "12.0 % of customers brought somebody".
    return AdvocacyText::tr("%1; of the %Ln they brought, %2 bought", nullptr, int(figures.brought))
        .arg(advocates, locale.toString(figures.bought.k));
}

QString advocacySubtitle(const Advocacy &figures, const AdvocacyQuery &query,
    const ProspectColumns &columns, const QHash<QString, QString> &names)
{
    const ChartFilter &filter = query.filter;
    return ReportWords::subtitle({AdvocacyText::tr(
                                      "%Ln customer(s)", nullptr, int(figures.customers)),
        //: %1 is a time: "since 1 May 2026", "at any time".
        AdvocacyText::tr("became customers %1").arg(ReportWords::during(filter.span)),
        query.windowDays ? AdvocacyText::tr("within %Ln day(s) of that", nullptr, *query.windowDays)
                         : QString(),
        figures.immature == 0
            ? QString()
            : AdvocacyText::tr("%Ln too new to count", nullptr, int(figures.immature)),
        figures.undated == 0 ? QString()
                             : AdvocacyText::tr("%Ln left out, whose time is not known", nullptr,
                                 int(figures.undated)),
        ReportWords::saleNotApplicable(figures.notApplicable, columns.stages()),
        ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names),
        ReportWords::asOf(filter.asOf, columns.zone())});
}

/// Who is left out of the share of those who bought and of the shares of later stages; empty for nobody.
QString leftOutOfShares(const Advocacy &figures, const QList<Stage> &steps)
{
    QStringList sentences;
    if (const qint64 unknown = figures.brought - figures.bought.n; unknown > 0) {
        sentences << AdvocacyText::tr("Of those brought, %Ln had passed the sale before it was a "
                                      "stage: whether they bought is not known.",
            nullptr, int(unknown));
    }
    QList<qint64> counts(steps.size(), 0);
    for (const Advocacy::Later &later : figures.later)
        counts[later.step] = later.notApplicable;
    if (const QString stages = ReportWords::stageCounts(steps, counts); !stages.isEmpty()) {
        //: %1 are stages, and of each how many: "Loyal 12, Advocate 3".
        sentences << AdvocacyText::tr(
            "Who had passed a stage before it existed is left out of its share: %1.")
                         .arg(stages);
    }
    return ReportWords::sentences(sentences);
}

QString advocacyDefinition(
    const Advocacy &figures, const AdvocacyQuery &query, const QList<Stage> &steps)
{
    QStringList sentences {
        AdvocacyText::tr("A customer came to a sale or to a stage behind it. Touches say whom they "
                         "brought; who was brought by two counts with each of them, and once in "
                         "the sum.")};
    if (query.windowDays) {
        sentences << AdvocacyText::tr(
            "Only what happened within %Ln whole day(s) after each customer’s own sale counts, for "
            "everybody whose sale is at least that long ago; of those brought it counts whenever "
            "they bought.",
            nullptr, *query.windowDays);
    }
    sentences << leftOutOfShares(figures, steps);
    sentences << AdvocacyText::tr(
        "Intervals are Wilson’s, 95 %; rates of fewer than %1 prospects are not shown.")
                     .arg(FewestForARate);
    return ReportWords::sentences(sentences);
}

QString referralWords(int number)
{
    if (number == 0)
        return AdvocacyText::tr("Brought nobody");
    return number == Advocacy::MostReferrals
        ? AdvocacyText::tr("Brought %Ln people or more", nullptr, number)
        : AdvocacyText::tr("Brought %Ln person(s)", nullptr, number);
}

/// A row of the table, and of whom it tells.
struct AdvocacyRow
{
    QString key;
    QString name;
    AdvocacyPeople people;
    qint64 count = 0;
    Figure share; ///< of the customers
    Figure brought;
    Figure bought;
};

QList<AdvocacyRow> advocacyRows(const Advocacy &figures, const QList<Stage> &steps)
{
    using Kind = AdvocacyPeople::Kind;
    QList<AdvocacyRow> rows;
    for (int number = 0; number <= Advocacy::MostReferrals; ++number) {
        const Advocacy::Group &group = figures.groups[size_t(number)];
        AdvocacyRow row {u"referred-%1"_s.arg(number), referralWords(number),
            {Kind::Referred, number}, group.customers,
            Proportion {group.customers, figures.customers}, {}, {}};
        if (number > 0) {
            row.brought = group.brought;
            row.bought = group.bought();
        }
        rows << row;
    }
    rows << AdvocacyRow {u"brought"_s, AdvocacyText::tr("Were brought by a customer"),
        {Kind::Brought, 0}, figures.brought, {}, {}, figures.bought};
    rows << AdvocacyRow {u"reviewed"_s, AdvocacyText::tr("Wrote a review"), {Kind::Reviewed, 0},
        figures.reviewed.k, figures.reviewed, {}, {}};
    rows << AdvocacyRow {u"quotable"_s, AdvocacyText::tr("Agreed to be quoted"),
        {Kind::Quotable, 0}, figures.quotable.k, figures.quotable, {}, {}};
    for (const Advocacy::Later &later : figures.later) {
        const Stage &stage = steps.at(later.step);
        rows << AdvocacyRow {u"stage:"_s + stage.key,
            AdvocacyText::tr("Reached or passed %1").arg(stage.name), {Kind::Later, later.step},
            later.reached.k, later.reached, {}, {}};
    }
    return rows;
}

/// Bars of the customers who brought somebody, since the others would dwarf them, and of what else they did.
Plot advocacyPlot(const QList<AdvocacyRow> &rows)
{
    BarPlot plot;
    plot.values = {PlotUnit::Count, AdvocacyText::tr("Customers")};
    const QLocale locale;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const AdvocacyRow &row = rows.at(i);
        const bool isOfCustomers = std::holds_alternative<Proportion>(row.share);
        if (!isOfCustomers || row.people == AdvocacyPeople {AdvocacyPeople::Kind::Referred, 0})
            continue;
        BarPlot::Bar bar;
        bar.name = row.name;
        bar.parts = {{{PlotInk::Kind::Side, Side::After, 0}, double(row.count), PlotRow(i)}};
        bar.text = AdvocacyText::tr("%1 (%2)", "a count and its share of all customers")
                       .arg(locale.toString(row.count), shareText(std::get<Proportion>(row.share)));
        plot.bars.append(bar);
    }
    return plot;
}

QJsonObject countedShare(const Proportion &share)
{
    return {{u"count"_s, share.k}, {u"share"_s, ReportWords::json(share)}};
}

QJsonObject advocacyDocument(
    const Advocacy &figures, const AdvocacyQuery &query, const QList<Stage> &steps)
{
    QJsonObject document = ReportWords::head(u"advocacy"_s, query.filter.asOf, query.filter.span);
    document.insert(u"windowDays"_s,
        query.windowDays ? QJsonValue(*query.windowDays) : QJsonValue(QJsonValue::Null));
    document.insert(u"customers"_s, figures.customers);
    document.insert(u"immature"_s, figures.immature);
    document.insert(u"undated"_s, figures.undated);
    document.insert(u"notApplicable"_s, figures.notApplicable);
    document.insert(u"referred"_s, countedShare(figures.referred));
    document.insert(u"brought"_s, figures.brought);
    QJsonObject bought = countedShare(figures.bought);
    bought.insert(u"notApplicable"_s, figures.brought - figures.bought.n);
    document.insert(u"bought"_s, bought);
    document.insert(u"reviewed"_s, countedShare(figures.reviewed));
    document.insert(u"quotable"_s, countedShare(figures.quotable));
    QJsonArray groups;
    for (int number = 0; number <= Advocacy::MostReferrals; ++number) {
        const Advocacy::Group &group = figures.groups[size_t(number)];
        groups.append(QJsonObject {{u"referrals"_s, number},
            {u"orMore"_s, number == Advocacy::MostReferrals}, {u"customers"_s, group.customers},
            {u"brought"_s, group.brought}, {u"bought"_s, group.broughtCustomers},
            {u"broughtNotApplicable"_s, group.broughtNotApplicable}});
    }
    document.insert(u"groups"_s, groups);
    QJsonArray stages;
    for (const Advocacy::Later &later : figures.later) {
        QJsonObject stage = countedShare(later.reached);
        stage.insert(u"notApplicable"_s, later.notApplicable);
        stage.insert(u"stage"_s, steps.at(later.step).key);
        stages.append(stage);
    }
    document.insert(u"stages"_s, stages);
    return document;
}

Report makeAdvocacy(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const auto touches = data.facts.touches;
    const AdvocacyQuery query {.filter = question.filter, .windowDays = question.windowDays};
    const Advocacy figures = advocacy(*columns, *touches, query);
    Report report;
    report.chart = {.id = u"advocacy"_s,
        .title = advocacyTitle(figures),
        .subtitle = advocacySubtitle(figures, query, *columns, question.names),
        .definition = advocacyDefinition(figures, query, columns->steps()),
        .columns = {{u"what"_s, AdvocacyText::tr("What they did")},
            {u"people"_s, AdvocacyText::tr("People")},
            {u"share"_s, AdvocacyText::tr("Of all customers"), true},
            {u"brought"_s, AdvocacyText::tr("Brought by them")},
            {u"bought"_s, AdvocacyText::tr("Of those brought, became customers"), true}},
        .rows = {}};
    report.table = report.chart;
    QList<AdvocacyPeople> people;
    const QList<AdvocacyRow> rows = advocacyRows(figures, columns->steps());
    for (const AdvocacyRow &row : rows) {
        const QList<Figure> numbers {row.count, row.share, row.brought, row.bought};
        report.chart.rows.append(QList<Figure> {row.name} + numbers);
        report.table.rows.append(QList<Figure> {row.key} + numbers);
        people.append(row.people);
    }
    if (figures.customers > 0)
        report.chart.plot = advocacyPlot(rows);
    report.document = advocacyDocument(figures, query, columns->steps());
    report.people = [columns, touches, query, people](PlotRow row) {
        return row >= 0 && row < people.size()
            ? advocacyPeople(*columns, *touches, query, people.at(row))
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind advocacyReport()
{
    return {u"advocacy"_s, AdvocacyText::tr("Advocacy"),
        AdvocacyText::tr("Do customers bring the next ones?"),
        AdvocacyText::tr("&Became customers"), {ReportKind::Part::Window}, {ChartFact::Touches},
        makeAdvocacy, false,
        {AdvocacyText::tr(
             "Who bought before it counts from a later move on, at an unknown time or "
             "not at all, and some of those who were brought seem not to have bought."),
            true}};
}
