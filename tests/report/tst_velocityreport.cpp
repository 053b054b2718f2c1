// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/velocityreport.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Customer = 5, Lost = 8 };

Moment day(int day)
{
    return {startOfDay(QDate(2026, 3, 1).addDays(day), QTimeZone::utc()), Precision::Day};
}

/// What became of those who came on 1 March after 10 days; the others came then and are open.
struct Fates
{
    int won = 30;
    int lost = 30;
    int open = 40;
    int asOf = 15; ///< day
    DateSpan closed = {};
};

/// The first ones of those who were won are worth \a worths.
Report reportOf(const Fates &fates, const QList<DealFacts::Worth> &worths)
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    const int closed = fates.won + fates.lost;
    for (int id = 1; id <= closed + fates.open; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= closed + fates.open; ++id) {
        builder.addMove(id, Cold, day(id <= closed ? 0 : 10));
        if (id <= closed)
            builder.addMove(id, id <= fates.won ? Customer : Lost, day(10));
    }
    auto deals = std::make_shared<DealFacts>();
    deals->worths = {worths.begin(), worths.end()};
    ReportData data {builder.finish()};
    data.facts.deals = deals;
    ReportQuestion question;
    question.filter.span = fates.closed;
    question.filter.asOf = day(fates.asOf).ms + DayMs / 2;
    return velocityReport().make(data, question);
}

/// \a each were won and as many left.
Report reportOf(int each, const QList<DealFacts::Worth> &worths)
{
    return reportOf(Fates {.won = each, .lost = each}, worths);
}

QList<DealFacts::Worth> euros()
{
    return {{ProspectId(1), 30'000, u"EUR"_s}, {ProspectId(2), 50'000, u"EUR"_s}};
}

} // namespace

class TestVelocityReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void theProductStandsWithItsFigures()
    {
        // 40 open × .5 × 400.00 ÷ 10 days
        const Report report = reportOf(30, euros());
        QCOMPARE(report.chart.title,
            u"The pipeline brings €800.00 a day: 40 open × 50.0\u00a0% won × €400.00 each ÷ 10.0 days"_s);
        QCOMPARE(report.chart.subtitle,
            u"40 open prospect(s) · 30 of 60 won, closed at any time · value of 2 known · cycle of 30 win(s) · as of 16 Mar 2026"_s);
        QVERIFY(report.chart.definition.contains(u"The plain mean"));
        QCOMPARE(report.chart.rows.size(), 6);
        QCOMPARE(report.chart.rows[0][1], Figure(u"40"_s));
        QCOMPARE(report.chart.rows[1][3], Figure(Proportion {30, 60}));
        QCOMPARE(report.chart.rows[2][3], Figure(Proportion {30, 60})); // nobody is rotten
        QCOMPARE(report.chart.rows[3][1], Figure(u"€400.00"_s));
        QCOMPARE(report.chart.rows[3][4], Figure(qint64(2)));
        QCOMPARE(report.chart.rows[4][1], Figure(u"10.0 days"_s));
        QCOMPARE(report.chart.rows[5][1], Figure(u"€800.00"_s));
        const QByteArrayList lines = toCsv(report.table).split('\n');
        QCOMPARE(lines[0].trimmed(),
            QByteArray("figure,value,currency,rate,rate_low,rate_high,n,definition"));
        QVERIFY(lines[1].startsWith("open,40,,,,,40,"));
        QVERIFY(lines[2].startsWith("winRate,,,0.5,"));
        QVERIFY(lines[3].startsWith("winRateWithRotten,,,0.5,"));
        QVERIFY(lines[4].startsWith("meanValue,40000,EUR,,,,2,"));
    }

    /// One was lost, and came back as a customer.
    void whoCameBackCountsWithEachClosing()
    {
        ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
        builder.addProspect(1, u"web"_s, 0, 0);
        builder.addMove(1, Cold, day(0));
        builder.addMove(1, Lost, day(4));
        builder.addMove(1, Customer, day(9));
        ReportData data {builder.finish()};
        data.facts.deals = std::make_shared<DealFacts>();
        ReportQuestion question;
        question.filter.asOf = day(15).ms;
        const Report both = velocityReport().make(data, question);
        QCOMPARE(both.table.rows[1][3], Figure(Proportion {1, 2}));
        QCOMPARE(both.people(1), {ProspectId(1)});
        QVERIFY(both.chart.subtitle.contains(u"1 of 2 won, closed at any time"_s));
        QVERIFY(both.chart.definition.contains(u"is under way anew and closes again"_s));
        question.filter.span.from = QDate(2026, 3, 8); // the sale was on the 10th
        const Report later = velocityReport().make(data, question);
        const QJsonObject rate = later.document.value(u"winRate"_s).toObject();
        QCOMPARE(rate[u"won"].toInt(), 1);
        QCOMPARE(rate[u"closed"].toInt(), 1);
        QCOMPARE(later.people(1), {ProspectId(1)});
    }

    void rottenOnesStandBesideTheWinRate()
    {
        // 60 of 64 visits last 10 days: the four who are there for 15 are past the limit.
        const Report report = reportOf({.open = 4, .asOf = 25}, euros());
        QCOMPARE(report.chart.subtitle,
            u"4 open prospect(s) · 30 of 60 won, closed at any time · with 4 rotten as lost 46.9\u00a0% · value of 2 known · cycle of 30 win(s) · as of 26 Mar 2026"_s);
        QCOMPARE(report.chart.rows[1][3], Figure(Proportion {30, 60}));
        QCOMPARE(report.chart.rows[2][3], Figure(Proportion {30, 64}));
        QCOMPARE(report.chart.rows[2][4], Figure(qint64(64)));
        QVERIFY(toCsv(report.table).contains("\r\nwinRateWithRotten,,,0.46875,"));
        const QJsonObject rate = report.document.value(u"winRateWithRotten"_s).toObject();
        QCOMPARE(rate[u"rate"].toDouble(), 30. / 64);
        QCOMPARE(rate[u"low"].toDouble(), wilson(30, 64)->low);
        QCOMPARE(rate[u"high"].toDouble(), wilson(30, 64)->high);
        QCOMPARE(rate[u"won"].toInt(), 30);
        QCOMPARE(rate[u"closed"].toInt(), 60);
        QCOMPARE(rate[u"rotten"].toInt(), 4);
        QCOMPARE(rate[u"unjudged"].toInt(-1), 0);
        QCOMPARE(report.people(2).size(), 64);
        // The product is made with the plain rate: 4 × .5 × 400.00 ÷ the days of a cycle.
        QVERIFY(report.document.value(u"noVelocity"_s).isNull());
        QCOMPARE(
            report.document.value(u"velocity"_s).toArray()[0].toObject()[u"perDayMinor"].toInt(),
            8'000);
    }

    void withRottenOnesToo()
    {
        // 28 are too few, with two rotten ones there are just enough.
        const Report report = reportOf({.won = 14, .lost = 14, .open = 2, .asOf = 25}, euros());
        const auto *plain = std::get_if<Proportion>(&report.chart.rows[1][3]);
        const auto *rotten = std::get_if<Proportion>(&report.chart.rows[2][3]);
        QVERIFY(plain && rotten);
        QCOMPARE(shareText(*plain), u"too few"_s);
        QCOMPARE(shareText(*rotten), u"46.7\u00a0%"_s);
        QCOMPARE(*rotten, (Proportion {14, 30}));
    }

    void withoutALimitNobodyIsCalledRotten()
    {
        // 40 of 100 stay: there is no age by which 9 in 10 visits have ended.
        const Report report = reportOf({.asOf = 25}, euros());
        QCOMPARE(report.chart.rows[2][1], Figure(u"–"_s));
        QCOMPARE(report.chart.rows[2][3], Figure());
        QVERIFY(std::get<QString>(report.chart.rows[2][5]).contains(u"of 40 it cannot be told"_s));
        QCOMPARE(report.table.rows[2][3], Figure(Proportion {30, 60}));
        const QJsonObject rate = report.document.value(u"winRateWithRotten"_s).toObject();
        QCOMPARE(rate[u"rotten"].toInt(-1), 0);
        QCOMPARE(rate[u"unjudged"].toInt(), 40);
    }

    void withoutALossNothingFollows()
    {
        const Report report = reportOf({.lost = 0}, euros());
        QCOMPARE(report.chart.title,
            u"No loss was ever recorded, so that the win rate means nothing and no velocity follows from it"_s);
        QVERIFY2(
            report.chart.subtitle.contains(u"30 of 30 won, closed at any time · no loss rec"_s),
            qPrintable(report.chart.subtitle));
        QCOMPARE(report.chart.rows[1][1], Figure(u"–"_s));
        QCOMPARE(report.chart.rows[1][3], Figure());
        QCOMPARE(report.chart.rows[1][4], Figure(qint64(30)));
        QCOMPARE(report.chart.rows[2][3], Figure());
        QCOMPARE(report.table.rows[1][3], Figure(Proportion {30, 30}));
        QCOMPARE(report.chart.rows[5][1], Figure(u"–"_s));
        QCOMPARE(report.table.rows[5][1], Figure());
        QCOMPARE(report.chart.plot, Plot());
        QCOMPARE(report.document.value(u"noVelocity"_s).toString(), u"noLoss"_s);
        const QJsonObject product = report.document.value(u"velocity"_s).toArray()[0].toObject();
        QVERIFY(product[u"perDayMinor"].isNull());
        QVERIFY(product[u"lowMinor"].isNull());
        QVERIFY(product[u"highMinor"].isNull());
        const DateSpan march {QDate(2026, 3, 2), {}};
        QVERIFY(reportOf({.lost = 0, .closed = march}, euros())
                    .chart.title.startsWith(u"No loss was recorded in this time"_s));
    }

    void rottenOnesAreLossesEnoughForARate()
    {
        // 30 of 33 visits ended by 10 days; three are there for 15.
        const Report report = reportOf({.lost = 0, .open = 3, .asOf = 25}, euros());
        QVERIFY(report.chart.title.startsWith(u"No loss was ever recorded"_s));
        QVERIFY(report.chart.subtitle.contains(u"with 3 rotten as lost 90.9\u00a0%"_s));
        QCOMPARE(report.chart.rows[1][3], Figure());
        QCOMPARE(report.chart.rows[2][3], Figure(Proportion {30, 33}));
    }

    void theDocumentHasMinorUnits()
    {
        const QJsonObject document = reportOf(30, euros()).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"velocity"_s);
        QCOMPARE(document[u"asOf"].toString(), u"2026-03-16T12:00:00Z"_s);
        QCOMPARE(document[u"open"].toInt(), 40);
        QCOMPARE(document[u"winRate"].toObject()[u"won"].toInt(), 30);
        QCOMPARE(document[u"winRate"].toObject()[u"closed"].toInt(), 60);
        QCOMPARE(document[u"cycle"].toObject()[u"n"].toInt(), 30);
        const QJsonObject mean =
            document[u"meanValue"].toObject()[u"currencies"].toArray()[0].toObject();
        QCOMPARE(mean[u"currency"].toString(), u"EUR"_s);
        QCOMPARE(mean[u"meanMinor"].toInt(), 40'000);
        const QJsonObject product = document[u"velocity"].toArray()[0].toObject();
        QCOMPARE(product[u"perDayMinor"].toInt(), 80'000);
        QVERIFY(product[u"lowMinor"].toInt() < 80'000);
        QVERIFY(product[u"highMinor"].toInt() > 80'000);
    }

    void theBarHasTheIntervalOfTheRate()
    {
        const Report report = reportOf(30, euros());
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->values.unit, PlotUnit::Money);
        QCOMPARE(plot->bars.size(), 1);
        QCOMPARE(plot->bars[0].text, u"40 × 50.0\u00a0% × €400.00 ÷ 10.0 days"_s);
        QVERIFY(qAbs(plot->bars[0].parts[0].value - 800) < 1e-6);
        QCOMPARE(plot->bars[0].parts[0].row, 5);
        QVERIFY(plot->bars[0].interval);
    }

    void severalCurrenciesStayApart()
    {
        const Report report =
            reportOf(30, euros() + QList<DealFacts::Worth> {{ProspectId(3), 30'000, u"USD"_s}});
        QCOMPARE(report.chart.rows.size(), 8);
        QCOMPARE(report.document.value(u"velocity"_s).toArray().size(), 2);
        QCOMPARE(report.chart.plot, Plot());
    }

    void ofFewTheProductIsForProgramsAlone()
    {
        const Report report = reportOf(14, euros());
        QCOMPARE(report.chart.title,
            u"Too few were won or lost to tell what the pipeline brings a day"_s);
        QCOMPARE(report.chart.rows[5][1], Figure(u"–"_s));
        QCOMPARE(report.chart.plot, Plot());
        QVERIFY(report.document.value(u"noVelocity"_s).isNull());
        QCOMPARE(
            report.document.value(u"velocity"_s).toArray()[0].toObject()[u"perDayMinor"].toInt(),
            80'000);
    }

    void whatIsMissingIsSaid()
    {
        const Report unvalued = reportOf(30, {});
        QCOMPARE(unvalued.chart.title, u"Nobody who was won has a known value"_s);
        QCOMPARE(unvalued.chart.rows.size(), 6);
        QCOMPARE(unvalued.chart.rows[3][1], Figure(u"–"_s));
        QCOMPARE(unvalued.document.value(u"noVelocity"_s).toString(), u"noValue"_s);
        QVERIFY(unvalued.document.value(u"velocity"_s).toArray().isEmpty());
        const Report unclosed = reportOf(0, euros());
        QCOMPARE(unclosed.chart.title, u"Nobody was won or lost in this time"_s);
        QVERIFY(unclosed.document.value(u"winRate"_s).toObject()[u"rate"].isNull());
        QVERIFY(unclosed.document.value(u"winRateWithRotten"_s).toObject()[u"rate"].isNull());
        QCOMPARE(unclosed.document.value(u"noVelocity"_s).toString(), u"noneClosed"_s);
        QVERIFY(unclosed.document.value(u"cycle"_s).toObject()[u"days"].isNull());
    }

    void thoseBehindTheRows()
    {
        const Report report = reportOf(30, euros());
        QCOMPARE(report.people(0).size(), 40);
        QCOMPARE(report.people(1).size(), 60);
        QCOMPARE(report.people(2).size(), 60);
        QCOMPARE(report.people(3).size(), 30);
        QCOMPARE(report.people(4).size(), 0);
        QCOMPARE(report.people(6).size(), 0);
        QCOMPARE(report.people(-1).size(), 0);
    }
};

PULLPUSH_TEST(TestVelocityReport)
#include "tst_velocityreport.moc"
