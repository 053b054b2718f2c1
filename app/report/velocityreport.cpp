// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/velocityreport.h"

#include "analytics/velocity.h"
#include "report/moneywords.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

class VelocityText
{
    Q_DECLARE_TR_FUNCTIONS(VelocityReport)
};

/// Who is behind a row.
enum class VelocityPeople { Open, Closed, ClosedOrRotten, Won, Nobody };

/// A row for people and for other programs.
struct VelocityRow
{
    QString key;
    QString name;
    QString value; ///< as people read it
    std::optional<double> raw; ///< the same as a number, money in minor units
    QString currency;
    Figure share; ///< of the win rate
    bool isShareTold = true; ///< to people; programs get it all the same
    std::optional<qint64> n;
    QString how;
    VelocityPeople people = VelocityPeople::Nobody;
};

QString velocityDaysText(double days)
{
    return VelocityText::tr("%1 days").arg(QLocale().toString(days, 'f', 1));
}

QString noVelocityText()
{
    return u"–"_s;
}

/// Of too few who are won or lost the product is not shown, as their rate is not.
bool isVelocityShown(const Velocity &velocity, const Velocity::Value &value)
{
    return !velocity.wins.isFew() && velocity.perDay(value);
}

/// The currencies, or one row without any.
QList<Velocity::Value> velocityValues(const Velocity &velocity)
{
    return velocity.values.isEmpty() ? QList<Velocity::Value> {{}} : velocity.values;
}

VelocityRow meanValueRow(const Velocity &velocity, const Velocity::Value &value)
{
    const std::optional<double> mean = velocity.mean(value);
    return {.key = u"meanValue"_s,
        .name = VelocityText::tr("Mean value"),
        .value = mean ? MoneyWords::text(*mean, value.currency) : noVelocityText(),
        .raw = mean,
        .currency = value.currency,
        .share = {},
        .n = velocity.valued,
        .how = VelocityText::tr("First purchase of each who was won, else what they are worth; in "
                                "several currencies its parts"),
        .people = VelocityPeople::Won};
}

VelocityRow velocityRow(const Velocity &velocity, const Velocity::Value &value)
{
    const bool isTold = isVelocityShown(velocity, value);
    return {.key = u"velocity"_s,
        .name = VelocityText::tr("Velocity, a day"),
        .value =
            isTold ? MoneyWords::text(*velocity.perDay(value), value.currency) : noVelocityText(),
        .raw = velocity.perDay(value),
        .currency = value.currency,
        .share = {},
        .n = {},
        .how = VelocityText::tr("Open × win rate × mean value ÷ mean cycle")};
}

/// Of those who were won or lost all were won: whatever the rate, it is of the record and not of the pipeline.
bool isWithoutLoss(const Velocity &velocity)
{
    return velocity.wins.n > 0 && !velocity.hasLoss();
}

/// Whether of anybody who is under way it can be told if they are rotten, or nobody is.
bool isRottenTold(const Velocity &velocity)
{
    return velocity.rotten > 0 || velocity.unjudged < velocity.open || velocity.open == 0;
}

VelocityRow winRateRow(const Velocity &velocity)
{
    const bool isTold = !isWithoutLoss(velocity);
    return {.key = u"winRate"_s,
        .name = VelocityText::tr("Win rate"),
        .value = isTold ? QString() : noVelocityText(),
        .raw = {},
        .currency = {},
        .share = velocity.wins,
        .isShareTold = isTold,
        .n = velocity.wins.n,
        .how = isTold
            ? VelocityText::tr("Sales of all sales and losses in this time; who came back "
                               "after a loss counts with each of theirs")
            : VelocityText::tr("No loss is on record in this time: that all of them were won says "
                               "nothing"),
        .people = VelocityPeople::Closed};
}

VelocityRow rottenRateRow(const Velocity &velocity)
{
    const Proportion wins = velocity.winsWithRotten();
    const bool isTold = isRottenTold(velocity) && (wins.n == 0 || wins.k < wins.n);
    QStringList how;
    how << VelocityText::tr("Won of those and of the %Ln who came to be rotten in this time: at a "
                            "stage for longer than 9 in 10 visits to it last",
        nullptr, int(velocity.rotten));
    if (velocity.unjudged > 0) {
        how << VelocityText::tr("of %Ln it cannot be told: too few visits, or an unknown time",
            nullptr, int(velocity.unjudged));
    }
    return {.key = u"winRateWithRotten"_s,
        .name = VelocityText::tr("Win rate, rotten ones as lost"),
        .value = isTold ? QString() : noVelocityText(),
        .raw = {},
        .currency = {},
        .share = wins,
        .isShareTold = isTold,
        .n = wins.n,
        .how = how.join(VelocityText::tr("; ")),
        .people = VelocityPeople::ClosedOrRotten};
}

QList<VelocityRow> velocityRows(const Velocity &velocity)
{
    QList<VelocityRow> rows;
    rows.append({.key = u"open"_s,
        .name = VelocityText::tr("Open prospects"),
        .value = QLocale().toString(velocity.open),
        .raw = double(velocity.open),
        .currency = {},
        .share = {},
        .n = velocity.open,
        .how = VelocityText::tr("At a stage before the sale"),
        .people = VelocityPeople::Open});
    rows.append(winRateRow(velocity));
    rows.append(rottenRateRow(velocity));
    for (const Velocity::Value &value : velocityValues(velocity))
        rows.append(meanValueRow(velocity, value));
    rows.append({.key = u"cycleDays"_s,
        .name = VelocityText::tr("Mean cycle"),
        .value = velocity.cycleDays ? velocityDaysText(*velocity.cycleDays) : noVelocityText(),
        .raw = velocity.cycleDays,
        .currency = {},
        .share = {},
        .n = velocity.cycles,
        .how =
            VelocityText::tr("From the entry to the win, estimated with those still under way")});
    for (const Velocity::Value &value : velocityValues(velocity))
        rows.append(velocityRow(velocity, value));
    return rows;
}

QString noLossFinding(const DateSpan &span)
{
    return span.from || span.to
        ? VelocityText::tr("No loss was recorded in this time, so that the win rate means nothing "
                           "and no velocity follows from it")
        : VelocityText::tr("No loss was ever recorded, so that the win rate means nothing and no "
                           "velocity follows from it");
}

QString velocityFinding(const Velocity &velocity, const DateSpan &span)
{
    if (velocity.open == 0)
        return VelocityText::tr("Nobody is open");
    if (velocity.wins.n == 0)
        return VelocityText::tr("Nobody was won or lost in this time");
    if (isWithoutLoss(velocity))
        return noLossFinding(span);
    if (velocity.wins.isFew())
        return VelocityText::tr("Too few were won or lost to tell what the pipeline brings a day");
    if (velocity.valued == 0)
        return VelocityText::tr("Nobody who was won has a known value");
    if (!velocity.cycleDays || *velocity.cycleDays <= 0)
        return VelocityText::tr("It is not known how long it takes to win somebody");
    QStringList sums;
    QStringList means;
    for (const Velocity::Value &value : velocity.values) {
        sums << MoneyWords::text(*velocity.perDay(value), value.currency);
        means << MoneyWords::text(*velocity.mean(value), value.currency);
    }
    //: Between amounts in several currencies.
    const QString plus = VelocityText::tr(" + ");
    //: %1 is money, %2 how many are open, %3 a percentage, %4 money, %5 a number of days.
    return VelocityText::tr("The pipeline brings %1 a day: %2 open × %3 won × %4 each ÷ %5")
        .arg(sums.join(plus), QLocale().toString(velocity.open), shareText(velocity.wins),
            means.join(plus), velocityDaysText(*velocity.cycleDays));
}

/// Beside the win rate, that with the rotten ones; empty where it would be the same or cannot be told.
QString rottenRateText(const Velocity &velocity)
{
    if (velocity.rotten == 0)
        return {};
    //: %1 is a percentage.
    return VelocityText::tr("with %Ln rotten as lost %1", nullptr, int(velocity.rotten))
        .arg(shareText(velocity.winsWithRotten()));
}

QString velocitySubtitle(const Velocity &velocity, const ChartFilter &filter,
    const ProspectColumns &columns, const QHash<QString, QString> &names)
{
    return ReportWords::subtitle(
        {VelocityText::tr("%Ln open prospect(s)", nullptr, int(velocity.open)),
            //: %1 and %2 are numbers, %3 a time: "from 1 May to 31 May 2026", "at any time".
            VelocityText::tr("%1 of %2 won, closed %3")
                .arg(QLocale().toString(velocity.wins.k), QLocale().toString(velocity.wins.n),
                    ReportWords::during(filter.span)),
            rottenRateText(velocity),
            isWithoutLoss(velocity) ? VelocityText::tr("no loss recorded") : QString(),
            ReportWords::saleNotApplicable(velocity.notApplicable, columns.stages()),
            VelocityText::tr("value of %Ln known", nullptr, int(velocity.valued)),
            VelocityText::tr("cycle of %Ln win(s)", nullptr, int(velocity.cycles)),
            ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names),
            ReportWords::asOf(filter.asOf, columns.zone())});
}

QString velocityDefinition(const Velocity &velocity, const QList<Stage> &steps)
{
    QStringList sentences {
        VelocityText::tr(
            "Open × win rate × mean value ÷ mean cycle in days. The win rate is of "
            "the paths that closed within the time that was asked for, in the first "
            "sale or in an exit before it, with Wilson’s interval, 95 %; its ends "
            "give the interval of the product. Who came back after an exit is under "
            "way anew and closes again. Who was erased while open counts as open where they "
            "stood. The other figures are taken as they are."),
        VelocityText::tr("Rotten is who is under way and has been at a stage for longer "
                         "than the limit that the ageing has there; they count on the day on which "
                         "they came to be. Where nobody was lost no product is made."),
        VelocityText::tr("The cycle is the mean of the estimate of Aalen and Johansen over all who "
                         "entered at a known time, whoever of them is still under way; of who "
                         "left first and came back it counts the exit.")};
    if (!steps.isEmpty() && steps.first().since > 0) {
        //: %1 is the first stage of the pipeline, which it has not had from the beginning.
        sentences << VelocityText::tr("It begins at the first stage that somebody came to: before "
                                      "%1 existed, at a later one.")
                         .arg(steps.first().name);
    }
    if (velocity.wonDays) {
        sentences << VelocityText::tr("The plain mean of those who were won, %1, is too short: the "
                                      "slow ones are not won yet.")
                         .arg(velocityDaysText(*velocity.wonDays));
    }
    return sentences.join(u' ');
}

Plot velocityPlot(const Velocity &velocity, qsizetype row)
{
    // Amounts of several currencies have no axis in common.
    if (velocity.values.size() != 1 || !isVelocityShown(velocity, velocity.values.first()))
        return {};
    const Velocity::Value &value = velocity.values.first();
    const auto inUnits = [&value](
                             double minor) { return MoneyWords::major(minor, value.currency); };
    const PlotInk ink {PlotInk::Kind::Won, Side::Push, 0};
    BarPlot plot;
    //: %1 is a currency: what is measured along the axis.
    plot.values = {PlotUnit::Money, VelocityText::tr("%1 a day").arg(value.currency)};
    BarPlot::Bar bar;
    bar.name = VelocityText::tr("Velocity");
    bar.parts = {{ink, inUnits(*velocity.perDay(value)), PlotRow(row)}};
    const Interval range = *velocity.perDayInterval(value);
    bar.interval = Interval {inUnits(range.low), inUnits(range.high)};
    bar.text = VelocityText::tr("%1 × %2 × %3 ÷ %4")
                   .arg(QLocale().toString(velocity.open), shareText(velocity.wins),
                       MoneyWords::text(*velocity.mean(value), value.currency),
                       velocityDaysText(*velocity.cycleDays));
    plot.bars = {bar};
    return plot;
}

QJsonValue velocityMinorToJson(const std::optional<double> &minor)
{
    return minor ? QJsonValue(MoneyWords::rounded(*minor)) : QJsonValue(QJsonValue::Null);
}

/// Why there is no product, for other programs; empty where there is one, of few too.
QString noVelocityReason(const Velocity &velocity)
{
    if (velocity.wins.n == 0)
        return u"noneClosed"_s;
    if (!velocity.hasLoss())
        return u"noLoss"_s;
    if (velocity.valued == 0)
        return u"noValue"_s;
    return velocity.cycleDays && *velocity.cycleDays > 0 ? QString() : u"noCycle"_s;
}

QJsonObject rottenRateToJson(const Velocity &velocity)
{
    const Proportion wins = velocity.winsWithRotten();
    QJsonObject rate = ReportWords::json(wins);
    rate.insert(u"won"_s, wins.k);
    rate.insert(u"closed"_s, velocity.wins.n);
    rate.insert(u"rotten"_s, velocity.rotten);
    rate.insert(u"unjudged"_s, velocity.unjudged);
    return rate;
}

QJsonObject velocityDocument(const Velocity &velocity, const ChartFilter &filter)
{
    QJsonObject document = ReportWords::head(u"velocity"_s, filter.asOf, filter.span);
    QJsonObject rate = ReportWords::json(velocity.wins);
    rate.insert(u"won"_s, velocity.wins.k);
    rate.insert(u"closed"_s, velocity.wins.n);
    QJsonArray means;
    QJsonArray products;
    for (const Velocity::Value &value : velocity.values) {
        means.append(QJsonObject {{u"currency"_s, value.currency}, {u"won"_s, value.won},
            {u"sumMinor"_s, value.sumMinor},
            {u"meanMinor"_s, velocityMinorToJson(velocity.mean(value))}});
        const std::optional<Interval> range = velocity.perDayInterval(value);
        products.append(QJsonObject {{u"currency"_s, value.currency},
            {u"perDayMinor"_s, velocityMinorToJson(velocity.perDay(value))},
            {u"lowMinor"_s, velocityMinorToJson(range ? std::optional(range->low) : std::nullopt)},
            {u"highMinor"_s,
                velocityMinorToJson(range ? std::optional(range->high) : std::nullopt)}});
    }
    document.insert(u"open"_s, velocity.open);
    document.insert(u"winRate"_s, rate);
    document.insert(u"winRateWithRotten"_s, rottenRateToJson(velocity));
    document.insert(u"notApplicable"_s, velocity.notApplicable);
    document.insert(
        u"meanValue"_s, QJsonObject {{u"n"_s, velocity.valued}, {u"currencies"_s, means}});
    document.insert(u"cycle"_s,
        QJsonObject {{u"days"_s, ReportWords::json(velocity.cycleDays)}, {u"n"_s, velocity.cycles},
            {u"observed"_s, velocity.observed},
            {u"meanOfWonDays"_s, ReportWords::json(velocity.wonDays)}});
    document.insert(u"velocity"_s, products);
    const QString reason = noVelocityReason(velocity);
    document.insert(
        u"noVelocity"_s, reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(reason));
    return document;
}

QList<ProspectId> peopleOfVelocity(
    const ProspectColumns &columns, const ChartFilter &filter, VelocityPeople people)
{
    switch (people) {
    case VelocityPeople::Open:
        return openProspects(columns, filter);
    case VelocityPeople::Closed:
        return closedProspects(columns, filter, false);
    case VelocityPeople::ClosedOrRotten:
        return closedOrRottenProspects(columns, filter);
    case VelocityPeople::Won:
        return closedProspects(columns, filter, true);
    case VelocityPeople::Nobody:
        return {};
    }
    Q_UNREACHABLE();
}

Report makeVelocity(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const Velocity found = velocity(*columns, *data.facts.deals, filter);
    const QList<VelocityRow> rows = velocityRows(found);
    Report report;
    report.chart.id = u"velocity"_s;
    report.chart.title = velocityFinding(found, filter.span);
    report.chart.subtitle = velocitySubtitle(found, filter, *columns, question.names);
    report.chart.definition = velocityDefinition(found, columns->steps());
    report.chart.columns = {{u"figure"_s, VelocityText::tr("Figure")},
        {u"value"_s, VelocityText::tr("Value")}, {u"currency"_s, VelocityText::tr("Currency")},
        {u"rate"_s, VelocityText::tr("Rate"), true}, {u"n"_s, VelocityText::tr("Of how many")},
        {u"definition"_s, VelocityText::tr("What it is")}};
    report.table = report.chart;
    QList<VelocityPeople> people;
    qsizetype product = 0;
    for (const VelocityRow &row : rows) {
        const Figure n = row.n ? Figure(*row.n) : Figure();
        if (row.key == u"velocity")
            product = people.size();
        people.append(row.people);
        report.chart.rows.append(QList<Figure> {
            row.name, row.value, row.currency, row.isShareTold ? row.share : Figure(), n, row.how});
        report.table.rows.append(
            QList<Figure> {row.key, row.raw ? Figure(Quantity {*row.raw, {}}) : Figure(),
                row.currency, row.share, n, row.how});
    }
    report.chart.plot = velocityPlot(found, product);
    report.document = velocityDocument(found, filter);
    report.people = [columns, filter, people](PlotRow row) {
        return row >= 0 && row < people.size() ? peopleOfVelocity(*columns, filter, people.at(row))
                                               : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind velocityReport()
{
    return {u"velocity"_s, VelocityText::tr("Velocity"),
        VelocityText::tr("What does the pipeline bring a day, and of what is that made?"),
        VelocityText::tr("Close&d"), {}, {ChartFact::Deals}, makeVelocity, false,
        {VelocityText::tr("Wins and losses before it are missing: the mean cycle is of those whom "
                          "it took longer, so that it is too long.")}};
}
