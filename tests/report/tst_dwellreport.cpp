// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/dwellreport.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Customer = 5, Loyal, Lost = 8 };

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

/// People who came on 1 March 2026, stayed cold and then warm for so many days, and left; below 0 they are still there.
struct Crowd
{
    int count = 0;
    int cold = -1;
    int warm = -1;
    Precision precision = Precision::Day;
    qint64 first = Cold; ///< where they came to
};

/// As of 1 June, 92 days after 1 March.
ChartFilter asked()
{
    return {.asOf = QDateTime(QDate(2026, 6, 1), QTime(8, 30), Qt::UTC).toMSecsSinceEpoch()};
}

DwellReport reportOf(const QList<Crowd> &crowds)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    const auto day = [](int days, Precision precision) {
        return Moment {startOfDay(QDate(2026, 3, 1).addDays(days), zone()), precision};
    };
    qint64 id = 0;
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i)
            builder.addProspect(++id, u"web"_s, 0, 0);
    }
    id = 0;
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i) {
            builder.addMove(++id, crowd.first, day(0, crowd.precision));
            if (crowd.cold < 0)
                continue;
            builder.addMove(id, Warm, day(crowd.cold, crowd.precision));
            if (crowd.warm >= 0)
                builder.addMove(id, Lost, day(crowd.cold + crowd.warm, crowd.precision));
        }
    }
    const auto dwells = stageDwells(*builder.finish(), asked());
    return makeDwellReport(dwells, asked(), defaultPipeline(), zone());
}

/// Cold: half leave after 5 days, half after 15. Warm: half leave after 10 days, half are still there.
QList<Crowd> eighty()
{
    return {{40, 5, 10}, {40, 15}};
}

bool isSame(const QJsonValue &json, const Figure &figure)
{
    const auto *count = std::get_if<qint64>(&figure);
    return count ? json.toInteger(-1) == *count : json.isNull();
}

bool isSameTable(const DwellReport &report)
{
    static const QStringList keys {
        u"visits"_s, u"censored"_s, u"undated"_s, u"medianDays"_s, u"p90Days"_s};
    const QList<Stage> pipeline = defaultPipeline();
    const QJsonArray stages = report.document.value(u"stages"_s).toArray();
    if (stages.size() != report.chart.rows.size() || stages.size() != report.stages.size())
        return false;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const QJsonObject stage = stages[i].toObject();
        const Stage &expected = pipeline[report.stages[i]];
        if (stage[u"stage"].toString() != expected.key
            || report.chart.rows[i][0] != Figure(expected.name))
            return false;
        for (qsizetype key = 0; key < keys.size(); ++key) {
            if (!isSame(stage[keys[key]], report.chart.rows[i][key + 1]))
                return false;
        }
    }
    return true;
}

using Xy = std::pair<double, double>;

QList<Xy> pointsOf(const LinePlot::Series &series)
{
    QList<Xy> points;
    for (const LinePlot::Point &point : series.points)
        points.append({point.x, point.y});
    return points;
}

} // namespace

class TestDwellReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void aRowForEachStageThatIsNoExit()
    {
        const DwellReport report = reportOf(eighty());
        QCOMPARE(report.stages, QList<int>({0, 1, 2, 3, 4, 5, 6}));
        QCOMPARE(report.chart.rows[0],
            QList<Figure>({u"Cold"_s, qint64(80), qint64(0), qint64(0), qint64(5), qint64(15)}));
        QCOMPARE(report.chart.rows[1],
            QList<Figure>({u"Warm"_s, qint64(80), qint64(40), qint64(0), qint64(10), Figure()}));
        QCOMPARE(report.chart.rows[2],
            QList<Figure>(
                {u"Conversation"_s, qint64(0), qint64(0), qint64(0), Figure(), Figure()}));
        QVERIFY(isSameTable(report));
        QCOMPARE(report.document.value(u"report"_s).toString(), u"time-in-stage"_s);
        QVERIFY(toCsv(report.chart)
                    .startsWith("stage,visits,censored,undated,medianDays,p90Days\r\n"
                                "Cold,80,0,0,5,15\r\nWarm,80,40,0,10,\r\n"));
    }

    void aStageThatWasRetiredIsSaid()
    {
        AgeTally tally;
        tally.add(5, 1, 30);
        tally.add(8, AgeTally::StillOpen, 10);
        QList<StageDwell> dwells(defaultPipeline().size());
        dwells[1].curve = kaplanMeier(tally);
        dwells[1].cutShort = 4;
        const DwellReport report = makeDwellReport(dwells, asked(), defaultPipeline(), zone());
        QCOMPARE(report.chart.rows[1],
            QList<Figure>({u"Warm"_s, qint64(40), qint64(6), qint64(0), qint64(5), Figure()}));
        const QJsonArray stages = report.document.value(u"stages"_s).toArray();
        QCOMPARE(stages[1].toObject()[u"censored"].toInt(), 6); // as the table says
        QVERIFY(isSameTable(report));
        QCOMPARE(stages[1].toObject()[u"stageRetired"].toInt(), 4);
        QVERIFY(!stages[0].toObject().contains(u"stageRetired"_s));
        QVERIFY(report.chart.definition.contains(u"4 visit(s) ended because the stage"_s));
        QVERIFY(!reportOf(eighty()).chart.definition.contains(u"retired"_s));
    }

    void thePictureTellsTheRows()
    {
        const DwellReport report = reportOf(eighty());
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->shape, LinePlot::Shape::Steps);
        QCOMPARE(plot->x.unit, PlotUnit::Age);
        QCOMPARE(plot->x.high, 77.0);
        QCOMPARE(plot->series.size(), 2);
        QCOMPARE(pointsOf(plot->series[0]), QList<Xy>({{0, 1}, {5, .5}, {15, 0}}));
        QCOMPARE(pointsOf(plot->series[1]), QList<Xy>({{0, 1}, {10, .5}, {77, .5}}));
        QVERIFY(plot->series[0].points[1].band);
        QVERIFY(!plot->series[0].points[2].band);
        for (const LinePlot::Series &series : plot->series) {
            for (const LinePlot::Point &point : series.points)
                QCOMPARE(report.chart.rows[point.row][0], Figure(series.name));
        }
        QVERIFY(!report.chart.definition.contains(u"The picture ends"));
    }

    void aStageWithTooFewVisitsIsNotDrawn()
    {
        // Of those who came, 29 got warm: the row of the second curve is not the second one.
        const DwellReport report =
            reportOf({{29, 5, 4}, {20}, {30, -1, -1, Precision::Day, Customer}});
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->series.size(), 2);
        QCOMPARE(plot->series[1].name, u"Customer"_s);
        QCOMPARE(plot->series[1].points[0].row, 4);
        QCOMPARE(report.chart.rows[1][1], Figure(qint64(29)));
    }

    void thePictureEndsWhereHardlyAnybodyIsLeft()
    {
        const DwellReport report = reportOf({{99, 5, 0}, {1}});
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->x.high, 5.0);
        QCOMPARE(plot->series[0].points.last().x, 5.0);
        QCOMPARE(pointsOf(plot->series[1]), QList<Xy>({{0, 0}}));
        QVERIFY(report.chart.definition.endsWith(
            u"The picture ends after 5 day(s), though some visits last longer."));
    }

    void aCurveGoesOnToTheEndOfThePicture()
    {
        // Customers stay, which is as it should be: they do not decide how far one sees.
        const DwellReport report = reportOf({{40, 5, 10}, {40, -1, -1, Precision::Day, Customer}});
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->x.high, 10.0);
        QCOMPARE(plot->series.size(), 3);
        QCOMPARE(pointsOf(plot->series[2]), QList<Xy>({{0, 1}, {10, 1}}));
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<QString>("title");
        QTest::newRow("half have left everywhere")
            << eighty()
            << u"Before the sale, people stay longest in Warm: half have left it after 10 day(s)"_s;
        QTest::newRow("most are still there")
            << QList<Crowd> {{40, 5}}
            << u"Before the sale, people stay longest in Warm: more than half are still there after 87 day(s)"_s;
        QTest::newRow("one stage with enough visits")
            << QList<Crowd> {{29, 5}, {20}} << u"Half have left Cold after 5 day(s)"_s;
        QTest::newRow("one stage, and most are still there")
            << QList<Crowd> {{40}} << u"More than half are still in Cold after 92 day(s)"_s;
        QTest::newRow("all at once")
            << QList<Crowd> {{40, 0, 0}}
            << u"Before the sale, half of the visits to any stage end on their first day"_s;
        QTest::newRow("who was won does not wait")
            << QList<Crowd> {{40, 5, 10}, {40, -1, -1, Precision::Day, Customer}}
            << u"Before the sale, people stay longest in Warm: half have left it after 10 day(s)"_s;
        QTest::newRow("only those who were won")
            << QList<Crowd> {{40, -1, -1, Precision::Day, Customer},
                   {40, -1, -1, Precision::Day, Loyal}}
            << u"People stay longest in Customer: more than half are still there after 92 day(s)"_s;
        QTest::newRow("few") << QList<Crowd> {{5, 3}}
                             << u"Too few visits to tell where people stay longest"_s;
        QTest::newRow("nobody") << QList<Crowd> {} << u"Nobody came to a stage in this time"_s;
        QTest::newRow("nothing is dated") << QList<Crowd> {{40, 3, -1, Precision::Unknown}}
                                          << u"No visit to a stage has a known length"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds).chart.title, title);
    }

    void theSubtitleSaysWhatIsCounted()
    {
        const DwellReport report =
            reportOf(eighty() + QList<Crowd> {{3, -1, -1, Precision::Unknown}});
        QCOMPARE(report.chart.subtitle,
            u"160 visit(s) · begun at any time · 3 left out, whose time is not known · as of 1 Jun 2026"_s);
        QCOMPARE(report.chart.rows[0][3], Figure(qint64(3)));
        QVERIFY(isSameTable(report));
    }

    void ofFewThereIsNoPicture()
    {
        const DwellReport report = reportOf({{5, 3}});
        QCOMPARE(report.chart.plot, Plot());
        QCOMPARE(report.chart.rows[0][1], Figure(qint64(5)));
        QVERIFY(isSameTable(report));
    }

    void ofNobodyNothingIsSaid()
    {
        const DwellReport report = reportOf({});
        QCOMPARE(report.chart.plot, Plot());
        QCOMPARE(report.chart.rows.size(), 7);
        QVERIFY(isSameTable(report));
        QVERIFY(report.document.value(u"stages"_s).toArray()[0].toObject()[u"medianDays"].isNull());
    }
};

PULLPUSH_TEST(TestDwellReport)
#include "tst_dwellreport.moc"
