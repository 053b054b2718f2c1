// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/outcomesreport.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Customer = 5, Lost = 8 };

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

/// People who entered some days after 1 March 2026, and what became of them so many days later; below 0 is never.
struct Crowd
{
    int count = 0;
    int won = -1;
    int lost = -1;
    int entered = 0;
    Precision precision = Precision::Day; ///< of the entry
};

/// As of 1 June, 92 days after 1 March.
ChartFilter asked()
{
    return {.asOf = QDateTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC).toMSecsSinceEpoch()};
}

Outcomes outcomesOf(const QList<Crowd> &crowds)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    const auto day = [](int days) {
        return Moment {startOfDay(QDate(2026, 3, 1).addDays(days), zone()), Precision::Day};
    };
    qint64 id = 0;
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i)
            builder.addProspect(++id, u"web"_s, 0, 0);
    }
    id = 0;
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i) {
            builder.addMove(++id, Cold, {day(crowd.entered).ms, crowd.precision});
            if (crowd.won >= 0)
                builder.addMove(id, Customer, day(crowd.entered + crowd.won));
            if (crowd.lost >= 0)
                builder.addMove(id, Lost, day(crowd.entered + crowd.lost));
        }
    }
    return outcomes(*builder.finish(), asked());
}

OutcomesReport reportOf(const QList<Crowd> &crowds, const std::optional<QList<qint64>> &ages = {})
{
    return makeOutcomesReport(outcomesOf(crowds), asked(), defaultPipeline(), zone(), ages);
}

/// 100 people, of whom 30 were won and 10 lost.
QList<Crowd> hundred()
{
    return {{60}, {20, 10}, {10, -1, 20}, {10, 40}};
}

Estimate estimateAt(const OutcomesReport &report, qsizetype row, qsizetype column)
{
    return std::get<Estimate>(report.chart.rows[row][column]);
}

/// Whether the document says of a share what the table says.
bool isSame(const QJsonValue &json, const Figure &figure)
{
    const QJsonObject rate = json.toObject();
    const auto *estimate = std::get_if<Estimate>(&figure);
    if (!estimate)
        return rate[u"rate"].isNull() && rate[u"low"].isNull() && rate[u"high"].isNull();
    if (rate[u"rate"].toDouble(-1) != estimate->rate)
        return false;
    if (!estimate->interval)
        return rate[u"low"].isNull() && rate[u"high"].isNull();
    return rate[u"low"].toDouble(-1) == estimate->interval->low
        && rate[u"high"].toDouble(-1) == estimate->interval->high;
}

bool isSameTable(const OutcomesReport &report)
{
    const QJsonArray ages = report.document.value(u"ages"_s).toArray();
    if (ages.size() != report.chart.rows.size() || ages.size() != report.ages.size())
        return false;
    for (qsizetype i = 0; i < ages.size(); ++i) {
        const QJsonObject age = ages[i].toObject();
        const QList<Figure> &row = report.chart.rows[i];
        const auto *open = std::get_if<Estimate>(&row[4]);
        const bool isOpenSame =
            open ? age[u"open"].toDouble(-1) == open->rate : age[u"open"].isNull();
        if (row[1] != Figure(age[u"atRisk"].toInteger(-1)))
            return false;
        if (age[u"days"].toInteger(-1) != report.ages[i] || row[0] != Figure(report.ages[i])
            || !isSame(age[u"won"], row[2]) || !isSame(age[u"lost"], row[3]) || !isOpenSame)
            return false;
    }
    return true;
}

} // namespace

class TestOutcomesReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void aRowForEachAgeAtWhichSomethingHappened()
    {
        const Outcomes result = outcomesOf(hundred());
        const OutcomesReport report =
            makeOutcomesReport(result, asked(), defaultPipeline(), zone());
        QCOMPARE(report.ages, QList<qint64>({10, 20, 40, 92}));
        QCOMPARE(report.chart.rows[1][1], Figure(qint64(80)));
        QCOMPARE(report.chart.rows[2][1], Figure(qint64(70)));
        QCOMPARE(estimateAt(report, 0, 2).rate, .2);
        QCOMPARE(estimateAt(report, 0, 3).rate, 0.0);
        QVERIFY(!estimateAt(report, 0, 3).interval);
        QCOMPARE(estimateAt(report, 1, 3).rate, .1);
        QCOMPARE(estimateAt(report, 2, 2).rate, .3);
        QCOMPARE(estimateAt(report, 2, 2).interval, result.curves.at(40)->causes[0].band);
        QCOMPARE(estimateAt(report, 3, 4).rate, .6);
        QVERIFY(isSameTable(report));
        QCOMPARE(report.document.value(u"report"_s).toString(), u"outcomes"_s);
        QCOMPARE(report.document.value(u"n"_s).toInt(), 100);
        QCOMPARE(report.document.value(u"undated"_s).toInt(-1), 0);
        QCOMPARE(report.document.value(u"from"_s), QJsonValue(QJsonValue::Null));
        QVERIFY(toCsv(report.chart)
                    .startsWith("days,atRisk,won,won_low,won_high,lost,lost_low,lost_high,open\r\n"
                                "10,100,0.2,"));
    }

    void theAgesThatAreAskedFor()
    {
        const OutcomesReport report = reportOf(hundred(), QList<qint64> {200, 30, 0, 30, 40});
        QCOMPARE(report.ages, QList<qint64>({0, 30, 40, 200}));
        QVERIFY(isSameTable(report));
        QCOMPARE(estimateAt(report, 0, 4).rate, 1.0);
        QCOMPARE(estimateAt(report, 1, 2).rate, .2);
        // Nobody has been watched for so long.
        QCOMPARE(report.chart.rows[3],
            QList<Figure>({qint64(200), qint64(0), Figure(), Figure(), Figure()}));
        const QJsonObject last = report.document.value(u"ages"_s).toArray().last().toObject();
        QVERIFY(last[u"won"].toObject()[u"rate"].isNull());
        QVERIFY(last[u"open"].isNull());
    }

    void thePictureTellsTheRows()
    {
        const OutcomesReport report = reportOf(hundred());
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->shape, LinePlot::Shape::Bands);
        QCOMPARE(plot->x.unit, PlotUnit::Age);
        QCOMPARE(plot->x.high, 92.0);
        QCOMPARE(plot->y.high, 1.0);
        QCOMPARE(plot->series.size(), 3);
        QCOMPARE(plot->series[0].ink.kind, PlotInk::Kind::Won);
        QCOMPARE(plot->series[1].ink.kind, PlotInk::Kind::Lost);
        QCOMPARE(plot->series[2].ink.kind, PlotInk::Kind::Open);
        for (const LinePlot::Series &series : plot->series) {
            QCOMPARE(series.points.size(), 5);
            QCOMPARE(series.points[0].x, 0.0);
            QCOMPARE(series.points[0].row, -1);
        }
        QCOMPARE(plot->series[0].points[0].y, 0.0);
        for (int row = 0; row < 4; ++row) {
            const LinePlot::Point &won = plot->series[0].points[row + 1];
            const LinePlot::Point &lost = plot->series[1].points[row + 1];
            const LinePlot::Point &open = plot->series[2].points[row + 1];
            for (const LinePlot::Point &point : {won, lost, open}) {
                QCOMPARE(point.row, row);
                QCOMPARE(point.x, double(report.ages[row]));
            }
            QCOMPARE(won.y, estimateAt(report, row, 2).rate);
            QCOMPARE(won.band, estimateAt(report, row, 2).interval);
            QCOMPARE(lost.y, won.y + estimateAt(report, row, 3).rate);
            QCOMPARE(open.y, 1.0);
        }
    }

    void thePictureEndsWhereNothingChangesAnyMore()
    {
        // Somebody won after 10 days, and everybody was watched for 827.
        ColumnsBuilder builder(defaultPipeline(), zone());
        const auto moment = [](int days) {
            return Moment {startOfDay(QDate(2024, 2, 25).addDays(days), zone()), Precision::Day};
        };
        for (qint64 id = 1; id <= 40; ++id)
            builder.addProspect(id, u"web"_s, 0, 0);
        for (qint64 id = 1; id <= 40; ++id) {
            builder.addMove(id, Cold, moment(0));
            if (id <= 20)
                builder.addMove(id, Customer, moment(10));
        }
        const Outcomes result = outcomes(*builder.finish(), asked());
        const OutcomesReport report =
            makeOutcomesReport(result, asked(), defaultPipeline(), zone());
        QCOMPARE(report.ages, QList<qint64>({10, 827}));
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->x.high, 365.0);
        QCOMPARE(plot->series[0].points.last().x, 365.0);
        QCOMPARE(plot->series[0].points.last().y, .5);
        QCOMPARE(plot->series[0].points.last().row, 1);
        QVERIFY(report.chart.definition.endsWith(
            u"The picture ends after 365 day(s): nothing changed later."));
        QVERIFY(!reportOf(hundred()).chart.definition.contains(u"The picture ends"));
    }

    void thePictureIsTheSameWhateverTheRows()
    {
        const OutcomesReport report = reportOf(hundred(), QList<qint64> {0, 40});
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QList<int> rows;
        for (const LinePlot::Point &point : plot->series[1].points)
            rows << point.row;
        QCOMPARE(rows, QList<int>({0, -1, -1, 1, -1}));
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<QString>("title");
        QTest::newRow("won and lost")
            << hundred()
            << u"30.0\u00a0% are won within 90 day(s), 10.0\u00a0% lost; 60.0\u00a0% are still open"_s;
        QTest::newRow("none lost")
            << QList<Crowd> {{75}, {25, 90}}
            << u"25.0\u00a0% are won within 90 day(s), none lost; 75.0\u00a0% are still open"_s;
        QTest::newRow("most came lately")
            << QList<Crowd> {{40}, {60, -1, -1, 82}}
            << u"0.0\u00a0% are won within 7 day(s), none lost; 100.0\u00a0% are still open"_s;
        QTest::newRow("most came some days ago")
            << QList<Crowd> {{20}, {80, -1, -1, 89}}
            << u"0.0\u00a0% are won within 3 day(s), none lost; 100.0\u00a0% are still open"_s;
        QTest::newRow("all over after a few days")
            << QList<Crowd> {{40, 3}, {40, -1, 1}}
            << u"50.0\u00a0% are won within 3 day(s), 50.0\u00a0% lost; 0.0\u00a0% are still open"_s;
        QTest::newRow("all over at once")
            << QList<Crowd> {{30, 0}, {10, -1, 0}}
            << u"75.0\u00a0% are won on the first day, 25.0\u00a0% lost; 0.0\u00a0% are still open"_s;
        QTest::newRow("few") << QList<Crowd> {{26}, {2, 3}, {1, -1, 3}}
                             << u"2 of 29 prospect(s) were won and 1 lost; too few for a rate"_s;
        QTest::newRow("nobody") << QList<Crowd> {} << u"Nobody entered the pipeline in this time"_s;
        QTest::newRow("nothing is dated") << QList<Crowd> {{40, 3, -1, 0, Precision::Unknown}}
                                          << u"Nobody’s path has a known length"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds).chart.title, title);
    }

    void theSubtitleSaysWhoIsCounted()
    {
        const QList<Crowd> crowds = hundred() + QList<Crowd> {{2, -1, -1, 0, Precision::Unknown}};
        QCOMPARE(reportOf(crowds).chart.subtitle,
            u"100 prospect(s) · entered at any time · 2 left out, whose time is not known or comes before the entry · as of 1 Jun 2026"_s);
        QCOMPARE(reportOf(crowds).document.value(u"undated"_s).toInt(), 2);
    }

    void itSaysToHowManyTheSaleIsNotApplicable()
    {
        Outcomes ends = outcomesOf(hundred());
        ends.notApplicable = 2;
        const OutcomesReport report = makeOutcomesReport(ends, asked(), defaultPipeline(), zone());
        QCOMPARE(report.chart.subtitle,
            u"100 prospect(s) · entered at any time · 2 left out, who had passed Customer before it existed · as of 1 Jun 2026"_s);
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(reportOf(hundred()).document.value(u"notApplicable"_s).toInt(-1), 0);
        ends = outcomesOf({});
        ends.notApplicable = 2;
        QCOMPARE(makeOutcomesReport(ends, asked(), defaultPipeline(), zone()).chart.title,
            u"All who entered had passed the sale before it was a stage"_s);
    }

    void fewAreHiddenFromPeopleAlone()
    {
        const OutcomesReport report = reportOf({{1, 10}});
        QCOMPARE(figureText(report.chart.rows[0][2]), u"too few"_s);
        QCOMPARE(figureText(report.chart.rows[0][4]), u"too few"_s);
        QCOMPARE(report.chart.plot, Plot());
        QVERIFY(toCsv(report.chart).contains("\r\n10,1,1,,,0,,,0\r\n"));
        QCOMPARE(estimateAt(report, 0, 2).rate, 1.0);
        QVERIFY(isSameTable(report));
    }

    void ofNobodyNothingIsSaid()
    {
        const OutcomesReport report = reportOf({});
        QCOMPARE(report.chart.rows, QList<QList<Figure>>());
        QCOMPARE(report.chart.plot, Plot());
        QCOMPARE(report.document.value(u"ages"_s).toArray().size(), 0);
        QCOMPARE(report.document.value(u"n"_s).toInt(-1), 0);
        const OutcomesReport at30 = reportOf({}, QList<qint64> {30});
        QCOMPARE(at30.chart.rows.size(), 1);
        QVERIFY(std::holds_alternative<std::monostate>(at30.chart.rows[0][2]));
        QVERIFY(isSameTable(at30));
    }
};

PULLPUSH_TEST(TestOutcomesReport)
#include "tst_outcomesreport.moc"
