// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/trendreport.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

Trend::Row month(int number, const Proportion &share, qint64 immature = 0)
{
    const QDate from(2026, number, 1);
    return {{from, from.addMonths(1), true, number < 6}, share, immature, false};
}

TrendReport reportOf(const QList<Trend::Row> &rows)
{
    const TrendQuery query {
        .filter = {.asOf = startOfDay(QDate(2026, 6, 10), zone())}, .windowDays = 30};
    const Trend trend {.goal = 4, .rows = rows, .undated = 0};
    return makeTrendReport(trend, query, defaultPipeline(), zone());
}

/// A gap after the first, and the last two not all old enough.
QList<Trend::Row> sixMonths()
{
    return {month(1, {10, 100}), month(2, {1, 12}), month(3, {20, 200}), month(4, {60, 200}),
        month(5, {9, 40}, 30), month(6, {0, 0}, 20)};
}

} // namespace

class TestTrendReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void words()
    {
        const Chart chart = reportOf(sixMonths()).chart;
        QCOMPARE(chart.title,
            u"30.0\u00a0% of those who entered in April 2026 reached Customer within 30 day(s), more than the 10.0\u00a0% of those who entered in March 2026"_s);
        QCOMPARE(chart.subtitle,
            u"552 prospect(s) · by month · entered at any time · within 30 day(s) · 50 too new to count · as of 10 Jun 2026"_s);
    }

    void itSaysToHowManyTheGoalIsNotApplicable()
    {
        QList<Trend::Row> rows = sixMonths();
        rows[3].notApplicable = 7;
        const TrendReport report = reportOf(rows);
        QCOMPARE(report.chart.subtitle,
            u"552 prospect(s) · by month · entered at any time · within 30 day(s) · 50 too new to count · 7 left out, who had passed Customer before it existed · as of 10 Jun 2026"_s);
        const QJsonArray periods = report.document.value(u"periods"_s).toArray();
        QCOMPARE(periods[3][u"notApplicable"_s].toInt(), 7);
        QCOMPARE(periods[4][u"notApplicable"_s].toInt(-1), 0);
        QCOMPARE(periods[3][u"cohort"_s].toInt(), 200);
    }

    void theOwnersAreNamed()
    {
        TrendQuery query {.filter = {.asOf = startOfDay(QDate(2026, 6, 10), zone())}};
        query.filter.owners = QList {UserId(7), UserId()};
        const Trend trend {.goal = 4, .rows = sixMonths(), .undated = 0};
        const auto subtitle = [&](const QHash<QString, QString> &names) {
            return makeTrendReport(trend, query, defaultPipeline(), zone(), names).chart.subtitle;
        };
        QVERIFY(subtitle({{u"7"_s, u"Ada"_s}}).contains(u" · only those of Ada, nobody · "_s));
        QVERIFY(subtitle({{u"8"_s, u"Ben"_s}}).contains(u" · only those of 2 owner(s) · "_s));
        query.filter.owners.reset();
        QVERIFY(!subtitle({{u"7"_s, u"Ada"_s}}).contains(u"only"_s));
    }

    void titlesWithoutARate()
    {
        QCOMPARE(reportOf({}).chart.title, u"Nobody entered the pipeline in this time"_s);
        QCOMPARE(reportOf(sixMonths().last(1)).chart.title,
            u"No period is over, large enough and old enough for a rate yet"_s);
        QCOMPARE(reportOf({month(2, {1, 12})}).chart.title,
            u"No period is over, large enough and old enough for a rate yet"_s);
    }

    void theSameFiguresEverywhere()
    {
        const TrendReport report = reportOf(sixMonths());
        const QJsonArray periods = report.document.value(u"periods"_s).toArray();
        QCOMPARE(report.document.value(u"windowDays"_s).toInt(), 30);
        QCOMPARE(periods.size(), 6);
        QCOMPARE(report.table.rows.size(), 6);
        QCOMPARE(report.periods.size(), 6);
        for (qsizetype row = 0; row < 6; ++row) {
            const QList<Figure> &figures = report.table.rows[row];
            const QJsonObject period = periods[row].toObject();
            const auto share = std::get<Proportion>(figures[3]);
            QCOMPARE(period.value(u"cohort"_s).toInteger(), std::get<qint64>(figures[1]));
            QCOMPARE(period.value(u"reached"_s).toInteger(), std::get<qint64>(figures[2]));
            QCOMPARE(period.value(u"immature"_s).toInteger(), std::get<qint64>(figures[4]));
            QCOMPARE(
                period.value(u"mature"_s).toBool(), std::get<QString>(figures[5]) == u"mature"_s);
            QCOMPARE(period.value(u"share"_s)[u"rate"_s].isNull(), share.n == 0);
            QCOMPARE(report.chart.rows[row][3], figures[3]);
        }
        QVERIFY(toCsv(report.table).endsWith("2026-06-01,0,0,,,,20,immature\r\n"));
        QCOMPARE(figureText(report.chart.rows[1][3]), u"too few"_s);
    }

    void linesEndAtGapsAndAreDashedWhereTheyMayChange()
    {
        const auto plot = std::get<LinePlot>(reportOf(sixMonths()).chart.plot);
        QCOMPARE(plot.series.size(), 3);
        QList<QList<PlotRow>> rows;
        for (const LinePlot::Series &series : plot.series) {
            QCOMPARE(series.name, u"Customer"_s);
            rows.append(QList<PlotRow>());
            for (const LinePlot::Point &point : series.points) {
                QVERIFY(point.band && point.band->low < point.y && point.y < point.band->high);
                rows.last().append(point.row);
            }
        }
        QVERIFY(plot.series[0].isTentative);
        QVERIFY(!plot.series[1].isTentative && !plot.series[2].isTentative);
        // The dashed line begins where the firm one ends, which alone tells of that point.
        QCOMPARE(rows, QList<QList<PlotRow>>({{-1, 4}, {0}, {2, 3}}));
        QCOMPARE(plot.series[0].points[0].y, 0.3);
    }

    void beforeTheRecordIsDashed()
    {
        QList<Trend::Row> rows {month(3, {20, 200}), month(4, {60, 200})};
        rows[0].isBeforeLog = true;
        const TrendReport report = reportOf(rows);
        QCOMPARE(report.chart.title,
            u"30.0\u00a0% of those who entered in April 2026 reached Customer within 30 day(s)"_s);
        const auto plot = std::get<LinePlot>(report.chart.plot);
        QCOMPARE(plot.series.size(), 2);
        QCOMPARE(plot.series[0].points.size(), 2);
        QCOMPARE(plot.series[0].points[1].row, -1);
        QCOMPARE(plot.series[1].points[0].row, 1);
        QCOMPARE(std::get<QString>(report.table.rows[0][5]), u"before log"_s);
    }
};

PULLPUSH_TEST(TestTrendReport)
#include "tst_trendreport.moc"
