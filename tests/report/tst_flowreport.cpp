// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/flowreport.h"
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

ArrivalsQuery byWeek()
{
    return {.filter = {.asOf = startOfDay(QDate(2026, 1, 21), zone())}};
}

/// Two whole weeks and one that has begun.
Arrivals threeWeeks()
{
    return {.before = QList<qint64>(7, 0),
        .rows = {{{QDate(2026, 1, 5), QDate(2026, 1, 12)}, {9, 2, 0, 0, 0, 0, 0},
                     {9, 2, 0, 0, 0, 0, 0}},
            {{QDate(2026, 1, 12), QDate(2026, 1, 19)}, {12, 3, 3, 3, 3, 0, 0},
                {21, 5, 3, 3, 3, 0, 0}},
            {{QDate(2026, 1, 19), QDate(2026, 1, 26), true, false}, {1, 0, 0, 0, 0, 0, 0},
                {22, 5, 3, 3, 3, 0, 0}}},
        .undated = {2, 1, 0, 0, 0, 0, 0},
        .notApplicable = QList<qint64>(7, 0)};
}

FlowReport reportOf(const Arrivals &arrivals)
{
    return makeFlowReport(arrivals, byWeek(), defaultPipeline(), zone());
}

} // namespace

class TestFlowReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void words()
    {
        const Chart chart = reportOf(threeWeeks()).chart;
        QCOMPARE(chart.title,
            u"12 prospect(s) entered and 3 reached Customer in the week from 12 Jan 2026"_s);
        QCOMPARE(chart.subtitle,
            u"22 prospect(s) · by week · at any time · 2 entered at an unknown time · as of 21 Jan 2026"_s);
        QVERIFY(chart.definition.endsWith(
            u"Arrivals at an unknown time are in no line: Cold 2, Warm 1."_s));
    }

    void linesThatMayCrossHaveNoBands()
    {
        Arrivals arrivals = threeWeeks();
        arrivals.notApplicable[3] = 2;
        const FlowReport report = reportOf(arrivals);
        QVERIFY(report.chart.definition.contains(
            u"Who had passed a stage before it existed is not in its line: Offer 2. "_s));
        QVERIFY(!report.chart.definition.contains(u"Between two lines"_s));
        QCOMPARE(report.document.value(u"notApplicable"_s)[u"offer"_s].toInt(), 2);
        QCOMPARE(report.document.value(u"notApplicable"_s)[u"cold"_s].toInt(-1), 0);
        const auto plot = std::get<LinePlot>(report.chart.plot);
        QCOMPARE(plot.shape, LinePlot::Shape::Steps);
        for (const LinePlot::Series &series : plot.series) {
            QCOMPARE(series.points.size(), 4);
            QCOMPARE(series.points.last().row, -1); // each row is told once
            QCOMPARE(series.points.last().y, series.points.at(2).y);
        }
    }

    void titles()
    {
        Arrivals arrivals = threeWeeks();
        arrivals.rows = arrivals.rows.last(1);
        QCOMPARE(reportOf(arrivals).chart.title, u"22 prospect(s) have entered so far"_s);
        arrivals = threeWeeks();
        arrivals.rows[1].came.first() = 0;
        QCOMPARE(reportOf(arrivals).chart.title,
            u"Nobody entered and 3 reached Customer in the week from 12 Jan 2026"_s);
        arrivals.rows[1].came = QList<qint64>(7, 0);
        QCOMPARE(reportOf(arrivals).chart.title,
            u"Nobody entered or reached Customer in the week from 12 Jan 2026"_s);
        arrivals.rows = {};
        QCOMPARE(reportOf(arrivals).chart.title, u"Nobody entered at a known time"_s);
        arrivals.undated = QList<qint64>(7, 0);
        const FlowReport nobody = reportOf(arrivals);
        QCOMPARE(nobody.chart.title, u"Nobody entered the pipeline in this time"_s);
        QVERIFY(nobody.chart.rows.isEmpty());
        QVERIFY(nobody.document.value(u"periods"_s).toArray().isEmpty());
        QVERIFY(makeFlowReport({}, byWeek(), {}, zone()).chart.rows.isEmpty());
    }

    void theSameFiguresEverywhere()
    {
        const FlowReport report = reportOf(threeWeeks());
        const QJsonArray periods = report.document.value(u"periods"_s).toArray();
        QCOMPARE(report.document.value(u"period"_s).toString(), u"week"_s);
        QCOMPARE(periods.size(), 3);
        QCOMPARE(report.chart.rows.size(), 21);
        QCOMPARE(report.table.rows.size(), 21);
        QCOMPARE(report.places.size(), 21);
        for (qsizetype row = 0; row < report.table.rows.size(); ++row) {
            const QList<Figure> &figures = report.table.rows[row];
            const QJsonObject period = periods[row / 7].toObject();
            const QString stage = std::get<QString>(figures[1]);
            QCOMPARE(period.value(u"from"_s).toString(),
                std::get<QDate>(figures[0]).toString(Qt::ISODate));
            QCOMPARE(period.value(u"came"_s).toObject().value(stage).toInteger(-1),
                std::get<qint64>(figures[2]));
            QCOMPARE(period.value(u"arrivals"_s).toObject().value(stage).toInteger(-1),
                std::get<qint64>(figures[3]));
            QCOMPARE(report.chart.rows[row][3], figures[3]);
            QCOMPARE(report.places[row].step, int(row % 7));
        }
        QCOMPARE(report.places[7].days, (DateSpan {{}, QDate(2026, 1, 19)}));
        QVERIFY(
            toCsv(report.table)
                .startsWith(
                    "from,stage,came,arrived\r\n2026-01-05,cold,9,9\r\n2026-01-05,warm,2,2\r\n"));
    }

    /// A row holds all who had come so far, not those of its week alone; and nobody knows of days to come.
    void theListSaysUntilWhen()
    {
        const FlowReport report = reportOf(threeWeeks());
        QCOMPARE(report.peopleTitles.size(), report.chart.rows.size());
        QCOMPARE(report.peopleTitles.first(), u"Reached Cold by 11 Jan 2026"_s);
        QCOMPARE(report.peopleTitles.at(7 + 1), u"Reached Warm by 18 Jan 2026"_s);
        QCOMPARE(report.peopleTitles.last(), u"Reached Advocate by 21 Jan 2026"_s);
    }

    void bandsNameTheirRows()
    {
        const FlowReport report = reportOf(threeWeeks());
        const auto plot = std::get<LinePlot>(report.chart.plot);
        QCOMPARE(plot.shape, LinePlot::Shape::Bands);
        QCOMPARE(plot.series.first().name, u"Advocate"_s); // the lowest
        QCOMPARE(plot.series.last().name, u"Cold"_s);
        for (const LinePlot::Series &series : plot.series) {
            QCOMPARE(series.points.size(), 4);
            for (const LinePlot::Point &point : series.points) {
                const QList<Figure> &row = report.chart.rows[point.row];
                QCOMPARE(std::get<QString>(row[1]), series.name);
                QCOMPARE(point.y, double(std::get<qint64>(row[3])));
            }
            // Of the week that has begun only what is known is drawn.
            QCOMPARE(series.points.last().x, double(QDate(2026, 1, 22).toJulianDay()));
        }
    }
};

PULLPUSH_TEST(TestFlowReport)
#include "tst_flowreport.moc"
