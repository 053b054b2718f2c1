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
        sum.unweightedMinor += row.unweightedMinor;
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

/// The amounts of those deals that are in no sum; empty where there are none.
QString unweightedText(const QMap<QString, Forecast::Row> &sums)
{
    QStringList amounts;
    for (const Forecast::Row &sum : sums) {
        if (sum.unweighted > 0)
            amounts << moneyText(sum.unweightedMinor, sum.currency, QLocale());
    }
    //: Between amounts in several currencies.
    return amounts.join(ForecastText::tr(" and "));
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
        return ForecastText::tr("Too few were won or lost after the stages of the open deals, so "
                                "that nothing can be forecast");
    //: Between amounts in several currencies.
    const QString expected = found.join(ForecastText::tr(" and "));
    const QString without = unweightedText(sums);
    if (without.isEmpty())
        return ForecastText::tr("Open deals are expected to bring %1").arg(expected);
    //: Both are amounts, the first with its range.
    return ForecastText::tr("Open deals are expected to bring %1, without those of %2 whose chance "
                            "is not known")
        .arg(expected, without);
}

struct DealCount
{
    qint64 deals = 0;
    qint64 unweighted = 0;
};

/// What of \a count is in no sum; empty for nothing.
QString leftOutText(const DealCount &count, const QMap<QString, Forecast::Row> &sums)
{
    if (count.unweighted == 0)
        return {};
    //: %1 is an amount of money, or several.
    return ForecastText::tr("%Ln of %1 left out of the sums, with fewer than %2 won or lost after "
                            "their stage",
        nullptr, int(count.unweighted))
        .arg(unweightedText(sums))
        .arg(FewestForARate);
}

/// What makes chances high that nothing stands against; empty where a loss is known.
QString noLossText(const QList<StageChance> &chances)
{
    const bool isWon = std::ranges::any_of(
        chances, [](qint64 won) { return won > 0; }, &StageChance::won);
    const bool isLost = std::ranges::any_of(
        chances, [](qint64 lost) { return lost > 0; }, &StageChance::lost);
    return isWon && !isLost
        ? ForecastText::tr("no loss was ever recorded, so that the chances are too high")
        : QString();
}

QString forecastSubtitle(const QMap<QString, Forecast::Row> &sums,
    const QList<StageChance> &chances, const ChartFilter &filter, const QTimeZone &zone,
    const QHash<QString, QString> &names)
{
    DealCount count;
    for (const Forecast::Row &sum : sums) {
        count.deals += sum.deals;
        count.unweighted += sum.unweighted;
    }
    return ReportWords::subtitle({ForecastText::tr("%Ln open deal(s)", nullptr, int(count.deals)),
        //: %1 is a time: "from 1 May to 31 May 2026", "at any time".
        ForecastText::tr("expected %1").arg(ReportWords::during(filter.span)),
        leftOutText(count, sums), noLossText(chances), ReportWords::onlySources(filter.sources),
        ReportWords::onlyOwners(filter.owners, names), ReportWords::asOf(filter.asOf, zone)});
}

QString chancesText(const QList<StageChance> &chances, const QList<Stage> &stages)
{
    QStringList parts;
    for (const StageChance &chance : chances) {
        const QString name = stages.at(chance.stage).name;
        if (!chance.rate) {
            //: A stage of which no chance is known.
            parts << ForecastText::tr("%1 –").arg(name);
        } else if (chance.isFew()) {
            //: A stage, and how many were won or lost after it: too few for a rate to be shown.
            parts << ForecastText::tr("%1 too few (%2)")
                         .arg(name, QLocale().toString(chance.won + chance.lost));
        } else {
            //: A stage, its chance, and of how many that is known: "Warm 12.5 % of 80".
            parts << ForecastText::tr("%1 %2 of %3")
                         .arg(name, percentText(*chance.rate), QLocale().toString(chance.n));
        }
    }
    return parts.join(ForecastText::tr(", "));
}

/// Who is in no chance, though they came to the stages; empty for nobody.
QString notInChancesText(const Forecast &forecast, const QList<Stage> &stages)
{
    const auto won = std::ranges::find(stages, StageKind::Won, &Stage::kind);
    if (forecast.notApplicable == 0 || won == stages.end())
        return {};
    //: %1 is a stage that a pipeline has not had from the beginning.
    return ForecastText::tr("The chances are without %Ln who had passed %1 before it existed.",
        nullptr, int(forecast.notApplicable))
        .arg(won->name);
}

/// Whose deals are not expected any more though nothing was decided about them; empty for nobody.
QString erasedText(const DealFacts &deals, qint64 asOf)
{
    const bool isAnybody = std::ranges::any_of(
        deals.erased, [asOf](qint64 at) { return at <= asOf; }, &DealFacts::Erased::at);
    return isAnybody ? ForecastText::tr("Of people who were erased nothing is expected any more.")
                     : QString();
}

QString forecastDefinition(
    const Forecast &forecast, const QString &erased, const QList<Stage> &stages)
{
    return ReportWords::sentences(
        {ForecastText::tr(
             "Amount × the chance of the stage where its prospect is. Open offers of prospects "
             "who are neither won nor lost count, and the worth of those to whom nothing was "
             "offered. The chance is the share of all who came to the stage that is won one day, "
             "by Aalen and Johansen."),
            ForecastText::tr(
                "The range of the chances is what would be expected with all of them at the low, "
                "or all at the high ends that are likely, at a confidence of 95 %. What really "
                "comes varies more, since each deal is won or lost as a whole."),
            ForecastText::tr(
                "Where fewer than %1 were won or lost after a stage, its deals are left "
                "out of the sums and told beside them: the chance of another stage is not "
                "theirs.")
                .arg(FewestForARate),
            erased, notInChancesText(forecast, stages),
            ForecastText::tr("Chances: %1.").arg(chancesText(forecast.chances, stages))});
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

/// What is expected, and beside it what is in no sum.
QString weightedBarText(const Forecast::Row &row)
{
    QString expected = MoneyWords::about(row.valueMinor, row.currency);
    if (row.unweighted == 0)
        return expected;
    //: Behind a bar: what is expected of some deals, and the amount of the others.
    return ForecastText::tr("%1, without deals of %2")
        .arg(expected, roundMoneyText(row.unweightedMinor, row.currency, QLocale()));
}

Plot forecastPlot(const QList<Forecast::Row> &rows, const QString &currency)
{
    const auto inUnits = [&currency](double minor) { return MoneyWords::major(minor, currency); };
    const PlotInk ink {PlotInk::Kind::Open, Side::Push, 0};
    BarPlot plot;
    //: %1 is a currency: what is measured along the axis.
    plot.values = {PlotUnit::Money, ForecastText::tr("Expected, %1").arg(currency)};
    plot.intervalName = ForecastText::tr("Expected at the low and high ends of the chances");
    bool isAnyWeighted = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Forecast::Row &row = rows.at(i);
        if (row.currency != currency)
            continue;
        BarPlot::Bar bar;
        bar.name = forecastMonthText(row.month);
        bar.parts = {{ink, inUnits(row.valueMinor), PlotRow(i)}};
        if (isForecastWeighted(row)) {
            bar.text = weightedBarText(row);
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
        {u"unweightedAmount"_s, ForecastText::tr("Amount without a chance")},
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
        moneyText(row.unweightedMinor, row.currency, QLocale()),
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
        row.unweighted, row.unweightedMinor, isLate ? u"overdue"_s : QString()};
}

QJsonArray stageChancesToJson(const QList<StageChance> &chances, const QList<Stage> &stages)
{
    QJsonArray list;
    for (const StageChance &chance : chances) {
        const auto end = [&chance](double value) {
            return chance.rate ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
        };
        list.append(QJsonObject {{u"stage"_s, stages.at(chance.stage).key}, {u"n"_s, chance.n},
            {u"won"_s, chance.won}, {u"lost"_s, chance.lost}, {u"few"_s, chance.isFew()},
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
            {u"unweighted"_s, row.unweighted}, {u"unweightedMinor"_s, row.unweightedMinor},
            {u"overdue"_s, isForecastOverdue(row.month, filter, columns.zone())}});
    }
    QJsonObject document = ReportWords::head(u"forecast"_s, filter.asOf, filter.span);
    document.insert(u"chances"_s, stageChancesToJson(forecast.chances, columns.stages()));
    document.insert(u"months"_s, months);
    document.insert(u"notApplicable"_s, forecast.notApplicable);
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
    report.chart.subtitle =
        forecastSubtitle(sums, found.chances, filter, columns->zone(), question.names);
    report.chart.definition =
        forecastDefinition(found, erasedText(*data.facts.deals, filter.asOf), columns->stages());
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
        ForecastText::tr("E&xpected"), {}, {ChartFact::Deals}, makeForecast, false,
        {ForecastText::tr("Who was won or lost before it seems to be under way still, so that the "
                          "chances are too low."),
            true}};
}
