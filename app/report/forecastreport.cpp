// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/forecastreport.h"

#include "analytics/forecast.h"
#include "analytics/periods.h"
#include "report/moneywords.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class ForecastText
{
    Q_DECLARE_TR_FUNCTIONS(ForecastReport)
};

/// The rows of a currency, added up.
QMap<QString, Forecast::Row> forecastSums(const QList<Forecast::Row> &rows)
{
    QMap<QString, Forecast::Row> sums;
    for (const Forecast::Row &row : rows) {
        Forecast::Row &sum = sums[row.currency];
        sum.currency = row.currency;
        sum.deals += row.deals;
        sum.amountMinor += row.amountMinor;
        sum.valueMinor += row.valueMinor;
        sum.lowMinor += row.lowMinor;
        sum.highMinor += row.highMinor;
        sum.unweighted += row.unweighted;
    }
    return sums;
}

QString moneyRangeText(const Forecast::Row &row)
{
    //: A range of money: "€900 – €1,200".
    return ForecastText::tr("%1\u00a0– %2")
        .arg(MoneyWords::about(row.lowMinor, row.currency),
            MoneyWords::about(row.highMinor, row.currency));
}

/// Whether a chance is known for any of its deals.
bool isForecastWeighted(const Forecast::Row &row)
{
    return row.unweighted < row.deals;
}

QString forecastFinding(const QMap<QString, Forecast::Row> &sums)
{
    if (sums.isEmpty())
        return ForecastText::tr("There is no open deal with a price");
    QStringList found;
    for (const Forecast::Row &sum : sums) {
        if (isForecastWeighted(sum)) {
            //: %1 is an amount, %2 a range of amounts.
            found << ForecastText::tr("%1 (%2)").arg(
                MoneyWords::about(sum.valueMinor, sum.currency), moneyRangeText(sum));
        }
    }
    if (found.isEmpty())
        return ForecastText::tr("Nobody was won or lost yet, so that nothing can be forecast");
    //: Between amounts in several currencies.
    return ForecastText::tr("Open deals are expected to bring %1")
        .arg(found.join(ForecastText::tr(" and ")));
}

struct DealCount
{
    qint64 deals = 0;
    qint64 unweighted = 0;
};

QString forecastSubtitle(const QList<Forecast::Row> &rows, const ChartFilter &filter,
    const QTimeZone &zone, const QHash<QString, QString> &names)
{
    DealCount count;
    for (const Forecast::Row &row : rows) {
        count.deals += row.deals;
        count.unweighted += row.unweighted;
    }
    return ReportWords::subtitle({ForecastText::tr("%Ln open deal(s)", nullptr, int(count.deals)),
        //: %1 is a time: "from 1 May to 31 May 2026", "at any time".
        ForecastText::tr("expected %1").arg(ReportWords::during(filter.span)),
        count.unweighted == 0
            ? QString()
            : ForecastText::tr("%Ln without a chance that is known, left out of the sums", nullptr,
                int(count.unweighted)),
        ReportWords::onlySources(filter.sources), ReportWords::onlyOwners(filter.owners, names),
        ReportWords::asOf(filter.asOf, zone)});
}

QString chancesText(const QList<StageChance> &chances, const QList<Stage> &stages)
{
    QStringList parts;
    for (const StageChance &chance : chances) {
        const QString name = stages.at(chance.stage).name;
        if (!chance.rate) {
            //: A stage of which no chance is known.
            parts << ForecastText::tr("%1 –").arg(name);
        } else if (chance.n < FewestForARate) {
            //: A stage, and how many came to it: too few for a rate to be shown.
            parts << ForecastText::tr("%1 too few (%2)").arg(name, QLocale().toString(chance.n));
        } else {
            //: A stage, its chance, and of how many that is known: "Warm 12.5 % of 80".
            parts << ForecastText::tr("%1 %2 of %3")
                         .arg(name, percentText(*chance.rate), QLocale().toString(chance.n));
        }
    }
    return parts.join(ForecastText::tr(", "));
}

QString forecastDefinition(const Forecast &forecast, const QList<Stage> &stages)
{
    return ForecastText::tr(
               "Amount × the chance of the stage where its prospect is. Open offers of prospects "
               "who are neither won nor lost count, and the worth of those to whom nothing was "
               "offered. The chance is the share of all who came to the stage that is won one day, "
               "by Aalen and Johansen; the range takes all chances at the low or at the high end "
               "of their 95 % intervals.")
        + u' ' + ForecastText::tr("Chances: %1.").arg(chancesText(forecast.chances, stages));
}

QString forecastMonthText(QDate month)
{
    //: In place of a month: nobody said when a decision is expected.
    return month.isValid() ? QLocale().toString(month, u"MMM yyyy"_s) : ForecastText::tr("No date");
}

bool isForecastOverdue(QDate month, const ChartFilter &filter, const QTimeZone &zone)
{
    return month.isValid() && month < periodStart(localDay(filter.asOf, zone), Period::Month);
}

/// The currency with the most deals: amounts of several have no axis in common.
QString drawnCurrency(const QMap<QString, Forecast::Row> &sums)
{
    const auto most = std::ranges::max_element(sums, {}, &Forecast::Row::deals);
    return most == sums.end() ? QString() : most->currency;
}

Plot forecastPlot(const QList<Forecast::Row> &rows, const QString &currency)
{
    const auto inUnits = [&currency](double minor) { return MoneyWords::major(minor, currency); };
    const PlotInk ink {PlotInk::Kind::Open, Side::Push, 0};
    BarPlot plot;
    //: %1 is a currency: what is measured along the axis.
    plot.values = {PlotUnit::Money, ForecastText::tr("Expected, %1").arg(currency)};
    bool isAnyWeighted = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Forecast::Row &row = rows.at(i);
        if (row.currency != currency)
            continue;
        BarPlot::Bar bar;
        bar.name = forecastMonthText(row.month);
        bar.parts = {{ink, inUnits(row.valueMinor), PlotRow(i)}};
        if (isForecastWeighted(row)) {
            bar.text = MoneyWords::about(row.valueMinor, currency);
            bar.interval = Interval {inUnits(row.lowMinor), inUnits(row.highMinor)};
            isAnyWeighted = true;
        } else {
            bar.text = ForecastText::tr("chance not known");
            bar.isFew = true;
        }
        plot.bars.append(bar);
    }
    return isAnyWeighted ? Plot(plot) : Plot();
}

QList<ChartColumn> forecastColumns()
{
    return {{u"month"_s, ForecastText::tr("Month")}, {u"currency"_s, ForecastText::tr("Currency")},
        {u"deals"_s, ForecastText::tr("Open deals")}, {u"amount"_s, ForecastText::tr("Amount")},
        {u"expected"_s, ForecastText::tr("Expected")},
        {u"low"_s, ForecastText::tr("With the low chances")},
        {u"high"_s, ForecastText::tr("With the high chances")},
        {u"unweighted"_s, ForecastText::tr("Chance not known")},
        {u"overdue"_s, ForecastText::tr("State")}};
}

QList<Figure> forecastFigures(const Forecast::Row &row, bool isLate)
{
    const auto money = [&row](double minor) {
        return isForecastWeighted(row) ? Figure(MoneyWords::text(minor, row.currency)) : Figure();
    };
    return {forecastMonthText(row.month), row.currency, row.deals,
        moneyText(row.amountMinor, row.currency, QLocale()), money(row.valueMinor),
        money(row.lowMinor), money(row.highMinor), row.unweighted,
        isLate ? ForecastText::tr("Overdue") : QString()};
}

/// The same for other programs: the first day of the month, amounts in minor units.
QList<Figure> forecastKeys(const Forecast::Row &row, bool isLate)
{
    const auto minor = [&row](double amount) {
        return isForecastWeighted(row) ? Figure(MoneyWords::rounded(amount)) : Figure();
    };
    return {row.month.isValid() ? Figure(row.month) : Figure(), row.currency, row.deals,
        row.amountMinor, minor(row.valueMinor), minor(row.lowMinor), minor(row.highMinor),
        row.unweighted, isLate ? u"overdue"_s : QString()};
}

QJsonArray stageChancesToJson(const QList<StageChance> &chances, const QList<Stage> &stages)
{
    QJsonArray list;
    for (const StageChance &chance : chances) {
        const auto end = [&chance](double value) {
            return chance.rate ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
        };
        list.append(QJsonObject {{u"stage"_s, stages.at(chance.stage).key}, {u"n"_s, chance.n},
            {u"won"_s, chance.won}, {u"lost"_s, chance.lost},
            {u"rate"_s, ReportWords::json(chance.rate)}, {u"low"_s, end(chance.interval.low)},
            {u"high"_s, end(chance.interval.high)}});
    }
    return list;
}

QJsonObject forecastDocument(
    const Forecast &forecast, const ChartFilter &filter, const ProspectColumns &columns)
{
    QJsonArray months;
    for (const Forecast::Row &row : forecast.rows) {
        const auto minor = [&row](double amount) {
            return isForecastWeighted(row) ? QJsonValue(MoneyWords::rounded(amount))
                                           : QJsonValue(QJsonValue::Null);
        };
        months.append(QJsonObject {
            {u"month"_s,
                ReportWords::json(row.month.isValid() ? std::optional(row.month) : std::nullopt)},
            {u"currency"_s, row.currency}, {u"deals"_s, row.deals},
            {u"amountMinor"_s, row.amountMinor}, {u"expectedMinor"_s, minor(row.valueMinor)},
            {u"lowMinor"_s, minor(row.lowMinor)}, {u"highMinor"_s, minor(row.highMinor)},
            {u"unweighted"_s, row.unweighted},
            {u"overdue"_s, isForecastOverdue(row.month, filter, columns.zone())}});
    }
    QJsonObject document = ReportWords::head(u"forecast"_s, filter.asOf, filter.span);
    document.insert(u"chances"_s, stageChancesToJson(forecast.chances, columns.stages()));
    document.insert(u"months"_s, months);
    return document;
}

Report makeForecast(const ReportData &data, const ReportQuestion &question)
{
    const ColumnsPointer &columns = data.columns;
    const ChartFilter filter = question.filter;
    const Forecast found = forecast(*columns, *data.facts.deals, filter);
    const QMap<QString, Forecast::Row> sums = forecastSums(found.rows);
    Report report;
    report.chart.id = u"forecast"_s;
    report.chart.title = forecastFinding(sums);
    report.chart.subtitle = forecastSubtitle(found.rows, filter, columns->zone(), question.names);
    report.chart.definition = forecastDefinition(found, columns->stages());
    report.chart.columns = forecastColumns();
    report.table = report.chart;
    for (const Forecast::Row &row : found.rows) {
        const bool isLate = isForecastOverdue(row.month, filter, columns->zone());
        report.chart.rows.append(forecastFigures(row, isLate));
        report.table.rows.append(forecastKeys(row, isLate));
    }
    report.chart.plot = forecastPlot(found.rows, drawnCurrency(sums));
    if (sums.size() > 1) {
        report.chart.definition +=
            u' ' + ForecastText::tr("The picture shows %1 alone.").arg(drawnCurrency(sums));
    }
    report.document = forecastDocument(found, filter, *columns);
    report.people = [columns, deals = data.facts.deals, filter, rows = found.rows](PlotRow row) {
        return row >= 0 && row < rows.size()
            ? prospectsForecast(*columns, *deals, filter, rows.at(row).month, rows.at(row).currency)
            : QList<ProspectId>();
    };
    return report;
}

} // namespace

ReportKind forecastReport()
{
    return {u"forecast"_s, ForecastText::tr("Forecast"),
        ForecastText::tr("What will open deals bring, month by month?"),
        ForecastText::tr("E&xpected"), {}, {ChartFact::Deals}, makeForecast};
}
