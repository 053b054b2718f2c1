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

/// \a each were won after 10 days and as many left after as many; 40 came then and are open. The first ones of those who were won are worth \a worths.
Report reportOf(int each, const QList<DealFacts::Worth> &worths)
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    const int people = 2 * each + 40;
    for (int id = 1; id <= people; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= people; ++id) {
        builder.addMove(id, Cold, day(id <= 2 * each ? 0 : 10));
        if (id <= 2 * each)
            builder.addMove(id, id <= each ? Customer : Lost, day(10));
    }
    auto deals = std::make_shared<DealFacts>();
    deals->worths = {worths.begin(), worths.end()};
    ReportData data {builder.finish()};
    data.facts.deals = deals;
    ReportQuestion question;
    question.filter.asOf = day(15).ms + DayMs / 2;
    return velocityReport().make(data, question);
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
        QCOMPARE(report.chart.rows.size(), 5);
        QCOMPARE(report.chart.rows[0][1], Figure(u"40"_s));
        QCOMPARE(report.chart.rows[1][3], Figure(Proportion {30, 60}));
        QCOMPARE(report.chart.rows[2][1], Figure(u"€400.00"_s));
        QCOMPARE(report.chart.rows[2][4], Figure(qint64(2)));
        QCOMPARE(report.chart.rows[3][1], Figure(u"10.0 days"_s));
        QCOMPARE(report.chart.rows[4][1], Figure(u"€800.00"_s));
        const QByteArrayList lines = toCsv(report.table).split('\n');
        QCOMPARE(lines[0].trimmed(),
            QByteArray("figure,value,currency,rate,rate_low,rate_high,n,definition"));
        QVERIFY(lines[1].startsWith("open,40,,,,,40,"));
        QVERIFY(lines[2].startsWith("winRate,,,0.5,"));
        QVERIFY(lines[3].startsWith("meanValue,40000,EUR,,,,2,"));
    }

    void theDocumentHasMinorUnits()
    {
        const QJsonObject document = reportOf(30, euros()).document;
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
        QCOMPARE(plot->bars[0].parts[0].row, 4);
        QVERIFY(plot->bars[0].interval);
    }

    void severalCurrenciesStayApart()
    {
        const Report report =
            reportOf(30, euros() + QList<DealFacts::Worth> {{ProspectId(3), 30'000, u"USD"_s}});
        QCOMPARE(report.chart.rows.size(), 7);
        QCOMPARE(report.document[u"velocity"].toArray().size(), 2);
        QCOMPARE(report.chart.plot, Plot());
    }

    void ofFewTheProductIsForProgramsAlone()
    {
        const Report report = reportOf(14, euros());
        QCOMPARE(report.chart.title,
            u"Too few were won or lost to tell what the pipeline brings a day"_s);
        QCOMPARE(report.chart.rows[4][1], Figure(u"–"_s));
        QCOMPARE(report.chart.plot, Plot());
        QCOMPARE(
            report.document[u"velocity"].toArray()[0].toObject()[u"perDayMinor"].toInt(), 80'000);
    }

    void whatIsMissingIsSaid()
    {
        const Report unvalued = reportOf(30, {});
        QCOMPARE(unvalued.chart.title, u"Nobody who was won has a known value"_s);
        QCOMPARE(unvalued.chart.rows.size(), 5);
        QCOMPARE(unvalued.chart.rows[2][1], Figure(u"–"_s));
        QVERIFY(unvalued.document[u"velocity"].toArray().isEmpty());
        const Report unclosed = reportOf(0, euros());
        QCOMPARE(unclosed.chart.title, u"Nobody was won or lost in this time"_s);
        QVERIFY(unclosed.document[u"winRate"].toObject()[u"rate"].isNull());
        QVERIFY(unclosed.document[u"cycle"].toObject()[u"days"].isNull());
    }

    void thoseBehindTheRows()
    {
        const Report report = reportOf(30, euros());
        QCOMPARE(report.people(0).size(), 40);
        QCOMPARE(report.people(1).size(), 60);
        QCOMPARE(report.people(2).size(), 30);
        QCOMPARE(report.people(3).size(), 0);
        QCOMPARE(report.people(5).size(), 0);
        QCOMPARE(report.people(-1).size(), 0);
    }
};

PULLPUSH_TEST(TestVelocityReport)
#include "tst_velocityreport.moc"
