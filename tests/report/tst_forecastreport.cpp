// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/forecastreport.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Customer = 5, Lost = 8 };

Moment day(int day)
{
    return {startOfDay(QDate(2026, 3, 1).addDays(day), QTimeZone::utc()), Precision::Day};
}

DealFacts::Offered offerOf(qint64 prospect, qint64 id, qint64 minor, QDate expected = {},
    const QString &currency = u"EUR"_s)
{
    DealFacts::Offered offer;
    offer.prospect = ProspectId(prospect);
    offer.id = OfferId(id);
    offer.minor = minor;
    offer.currency = currency;
    offer.madeAt = day(20);
    offer.expectedOn = expected;
    return offer;
}

/// \a won were won after 10 days and \a lost left; the next two are open, cold since 26 days later and warm. As of 1 April.
Report reportOf(int won, int lost, const QList<DealFacts::Offered> &offers,
    const std::vector<DealFacts::Erased> &erased = {})
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    const int closed = won + lost;
    for (int id = 1; id <= closed + 2; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= closed; ++id) {
        builder.addMove(id, Cold, day(0));
        builder.addMove(id, id <= won ? Customer : Lost, day(10));
    }
    builder.addMove(closed + 1, Cold, day(26));
    builder.addMove(closed + 2, Warm, day(20));
    auto deals = std::make_shared<DealFacts>();
    deals->offers = {offers.begin(), offers.end()};
    deals->erased = erased;
    ReportData data {builder.finish()};
    data.facts.deals = deals;
    ReportQuestion question;
    question.filter.asOf = day(31).ms + DayMs / 2;
    return forecastReport().make(data, question);
}

/// \a each were won and as many left.
Report reportOf(int each, const QList<DealFacts::Offered> &offers)
{
    return reportOf(each, each, offers);
}

/// Of the one who is cold: one expected in March, one in April, one without a date.
QList<DealFacts::Offered> three()
{
    return {offerOf(61, 1, 100'000, QDate(2026, 4, 15)), offerOf(61, 2, 40'000, QDate(2026, 3, 30)),
        offerOf(61, 3, 20'000, {})};
}

} // namespace

class TestForecastReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void aRowForEachMonthAndOneForThoseWithout()
    {
        // The one who is cold for 5 days was not watched for 10: half of 60 were won.
        const Report report = reportOf(30, three());
        QCOMPARE(report.chart.rows.size(), 3);
        QCOMPARE(report.chart.rows[0][0], Figure(u"Mar 2026"_s));
        QCOMPARE(report.chart.rows[0][4], Figure(u"€200.00"_s));
        QCOMPARE(report.chart.rows[0][9], Figure(u"Overdue"_s));
        QCOMPARE(report.chart.rows[1][0], Figure(u"Apr 2026"_s));
        QCOMPARE(report.chart.rows[1][3], Figure(u"€1,000.00"_s));
        QCOMPARE(report.chart.rows[1][4], Figure(u"€500.00"_s));
        QCOMPARE(report.chart.rows[1][9], Figure(QString()));
        QCOMPARE(report.chart.rows[2][0], Figure(u"No date"_s));
        QCOMPARE(report.chart.rows[2][4], Figure(u"€100.00"_s));
        QVERIFY(report.chart.title.startsWith(u"Open deals are expected to bring €800 (€"));
        QCOMPARE(
            report.chart.subtitle, u"3 open deal(s) · expected at any time · as of 1 Apr 2026"_s);
        QVERIFY(report.chart.definition.contains(u"Cold 50.0\u00a0% of 61, Warm –"));
        QCOMPARE(report.table.rows[1][0], Figure(QDate(2026, 4, 1)));
        QCOMPARE(report.table.rows[1][4], Figure(qint64(50'000)));
        QCOMPARE(report.table.rows[2][0], Figure());
    }

    void theRangeIsOfTheChancesAndNoInterval()
    {
        const Chart chart = reportOf(30, three()).chart;
        const auto *plot = std::get_if<BarPlot>(&chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->intervalName, u"Expected at the low and high ends of the chances"_s);
        QVERIFY(chart.definition.contains(u"What really comes varies more"_s));
        QVERIFY(!chart.definition.contains(u"interval"_s));
    }

    void saysThatOfTheErasedNothingIsExpected()
    {
        const std::vector<DealFacts::Erased> erased {{ProspectId(61), day(30).ms}};
        const Chart chart = reportOf(30, 30, three(), erased).chart;
        QCOMPARE(chart.title, u"There is no open deal with a price"_s);
        QVERIFY(chart.definition.contains(u"people who were erased"_s));
        QVERIFY(!reportOf(30, three()).chart.definition.contains(u"erased"_s));
    }

    void theDocumentHasMinorUnits()
    {
        const QJsonObject document = reportOf(30, three()).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"forecast"_s);
        const QJsonArray months = document[u"months"].toArray();
        QCOMPARE(months.size(), 3);
        const QJsonObject april = months[1].toObject();
        QCOMPARE(april[u"month"].toString(), u"2026-04-01"_s);
        QCOMPARE(april[u"currency"].toString(), u"EUR"_s);
        QCOMPARE(april[u"amountMinor"].toInt(), 100'000);
        QCOMPARE(april[u"expectedMinor"].toInt(), 50'000);
        QVERIFY(april[u"lowMinor"].toInt() > 30'000 && april[u"lowMinor"].toInt() < 50'000);
        QVERIFY(april[u"highMinor"].toInt() < 70'000 && april[u"highMinor"].toInt() > 50'000);
        QVERIFY(months[0].toObject()[u"overdue"].toBool());
        QVERIFY(months[2].toObject()[u"month"].isNull());
        const QJsonObject cold = document[u"chances"].toArray()[0].toObject();
        QCOMPARE(cold[u"stage"].toString(), u"cold"_s);
        QCOMPARE(cold[u"won"].toInt(), 30);
        QCOMPARE(cold[u"lost"].toInt(), 30);
        QVERIFY(!cold[u"few"].toBool(true));
        QVERIFY(document[u"chances"].toArray()[1].toObject()[u"few"].toBool());
        QCOMPARE(april[u"unweightedMinor"].toInt(-1), 0);
        QVERIFY(document[u"chances"].toArray()[1].toObject()[u"rate"].isNull());
    }

    void theBarsHaveTheirRange()
    {
        const Report report = reportOf(30, three());
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->values.unit, PlotUnit::Money);
        QCOMPARE(plot->bars.size(), 3);
        QVERIFY(qAbs(plot->bars[1].parts[0].value - 500) < 1e-6);
        QCOMPARE(plot->bars[1].parts[0].row, 1);
        QVERIFY(plot->bars[1].interval);
        QVERIFY(plot->bars[1].interval->low < 500);
        QVERIFY(plot->bars[1].interval->high > 500);
        QCOMPARE(plot->bars[1].text, u"€500"_s);
    }

    void severalCurrenciesStayApart()
    {
        const Report report =
            reportOf(30, three() + QList {offerOf(61, 4, 5'000, QDate(2026, 4, 1), u"USD"_s)});
        QCOMPARE(report.chart.rows.size(), 4);
        QCOMPARE(report.chart.rows[2][1], Figure(u"USD"_s));
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->bars.size(), 3);
        QCOMPARE(plot->bars[2].parts[0].row, 3);
        QVERIFY(report.chart.definition.endsWith(u"The picture shows EUR alone."));
    }

    void withoutAHistoryThereIsNoSum()
    {
        const Report report = reportOf(30, {offerOf(62, 1, 100'000, QDate(2026, 4, 15))});
        QCOMPARE(report.chart.title,
            u"Too few were won or lost after the stages of the open deals, so that nothing can be forecast"_s);
        QCOMPARE(report.chart.rows[0][4], Figure());
        QCOMPARE(report.chart.plot, Plot());
        QVERIFY(
            report.document.value(u"months"_s).toArray()[0].toObject()[u"expectedMinor"].isNull());
        QVERIFY(report.chart.subtitle.contains(u"1 of €1,000.00 left out of the sums, with fewer "
                                               u"than 30 won or lost after their stage"));
    }

    void aChanceOfTooFewIsInNoSum()
    {
        const Report report = reportOf(14, {offerOf(29, 1, 100'000, QDate(2026, 4, 15))});
        QVERIFY2(report.chart.definition.contains(u"Cold too few (28), Warm –"),
            qPrintable(report.chart.definition));
        QVERIFY(report.chart.title.startsWith(u"Too few were won or lost"));
        QCOMPARE(report.chart.rows[0][4], Figure());
        QCOMPARE(report.chart.rows[0][7], Figure(qint64(1)));
        QCOMPARE(report.chart.rows[0][8], Figure(u"€1,000.00"_s));
        QCOMPARE(report.table.rows[0][8], Figure(qint64(100'000)));
        QCOMPARE(report.chart.plot, Plot());
        const QJsonObject month = report.document.value(u"months"_s).toArray()[0].toObject();
        QVERIFY(month[u"expectedMinor"].isNull());
        QCOMPARE(month[u"unweighted"].toInt(), 1);
        QCOMPARE(month[u"unweightedMinor"].toInt(), 100'000);
        // Other programs have the rate all the same.
        const QJsonObject cold = report.document.value(u"chances"_s).toArray()[0].toObject();
        QVERIFY(cold[u"few"].toBool());
        QCOMPARE(cold[u"rate"].toDouble(), .5);
        // With two more there are enough.
        const Report enough = reportOf(15, {offerOf(31, 1, 100'000, QDate(2026, 4, 15))});
        QCOMPARE(enough.chart.rows[0][4], Figure(u"€500.00"_s));
        QCOMPARE(enough.chart.rows[0][8], Figure(u"€0.00"_s));
    }

    void whatIsInNoSumIsNamedBesideIt()
    {
        const Report report =
            reportOf(30, three() + QList {offerOf(62, 4, 70'000, QDate(2026, 4, 20))});
        QVERIFY2(report.chart.title.startsWith(u"Open deals are expected to bring €800 (€")
                && report.chart.title.endsWith(
                    u", without those of €700.00 whose chance is not known"),
            qPrintable(report.chart.title));
        QVERIFY(report.chart.subtitle.contains(u"1 of €700.00 left out of the sums"));
        QCOMPARE(report.chart.rows[1][3], Figure(u"€1,700.00"_s));
        QCOMPARE(report.chart.rows[1][4], Figure(u"€500.00"_s));
        QCOMPARE(report.chart.rows[1][7], Figure(qint64(1)));
        QCOMPARE(report.chart.rows[1][8], Figure(u"€700.00"_s));
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->bars[1].text, u"€500, without deals of €700"_s);
        QVERIFY(toCsv(report.table)
                    .startsWith("month,currency,deals,amount,expected,low,high,"
                                "unweighted,unweightedAmount,overdue\r\n"));
    }

    void withoutALossTheChancesAreTooHigh()
    {
        QVERIFY(reportOf(30, 0, {offerOf(31, 1, 100'000)})
                    .chart.subtitle.contains(u"no loss was ever recorded"));
        QVERIFY(!reportOf(30, three()).chart.subtitle.contains(u"no loss"));
        QVERIFY(!reportOf(0, 0, {offerOf(1, 1, 100'000)}).chart.subtitle.contains(u"no loss"));
    }

    void withoutDealsThereIsNothing()
    {
        const Report report = reportOf(30, {});
        QCOMPARE(report.chart.title, u"There is no open deal with a price"_s);
        QCOMPARE(report.chart.rows.size(), 0);
        QCOMPARE(report.chart.plot, Plot());
    }

    void thoseBehindTheRows()
    {
        const Report report = reportOf(30, three());
        QCOMPARE(report.people(1), QList {ProspectId(61)});
        QCOMPARE(report.people(2), QList {ProspectId(61)});
        QCOMPARE(report.people(3), QList<ProspectId>());
        QCOMPARE(report.people(-1), QList<ProspectId>());
    }
};

PULLPUSH_TEST(TestForecastReport)
#include "tst_forecastreport.moc"
