// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lostreasonsreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Warm = 2, Offer = 4, Lost = 8 };

Moment noon(int dayOfMarch)
{
    return BerlinHistory::noon(3, dayOfMarch);
}

/// People who left a stage on 5 March; without a reason for 0.
struct Crowd
{
    int count = 0;
    qint64 stage = Warm;
    qint64 reason = 1;
};

Report reportOf(const QList<Crowd> &crowds)
{
    BerlinHistory history;
    auto facts = std::make_shared<ExitFacts>();
    facts->reasons = {{LostReasonId(1), u"Price"_s}, {LostReasonId(2), u"No need"_s}};
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i) {
            const qint64 id = history.add();
            history.move(id, crowd.stage, noon(1));
            history.move(id, Lost, noon(5));
            facts->rows.push_back(
                {ProspectId(id), MoveId(id), StageId(Lost), noon(5), LostReasonId(crowd.reason)});
        }
    }
    return lostReasonsReport().make({.columns = history.columns(), .facts = {.exits = facts}},
        {.filter = {.asOf = noon(28).ms}});
}

/// For the price 16 in the offer and 4 while warm, 12 without a reason, 8 without a need.
QList<Crowd> forty()
{
    return {{16, Offer, 1}, {4, Warm, 1}, {12, Warm, 0}, {8, Warm, 2}};
}

} // namespace

class TestLostReasonsReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void reasonsStandByHowOftenTheyWereGiven()
    {
        const Report report = reportOf(forty());
        QCOMPARE(report.chart.id, u"lost-reasons"_s);
        QCOMPARE(report.chart.rows.size(), 7);
        QCOMPARE(report.chart.rows[0],
            QList<Figure>({u"Price"_s, u"All stages"_s, qint64(20), Proportion {20, 40},
                Proportion {20, 40}}));
        QCOMPARE(report.chart.rows[1],
            QList<Figure>({u"Price"_s, u"Warm"_s, qint64(4), Proportion {4, 40}, Figure()}));
        QCOMPARE(report.chart.rows[2][2], Figure(qint64(16)));
        QCOMPARE(report.chart.rows[3],
            QList<Figure>({u"No reason"_s, u"All stages"_s, qint64(12), Proportion {12, 40},
                Proportion {32, 40}}));
        QCOMPARE(report.chart.rows[5][4], Figure(Proportion {40, 40}));
        QCOMPARE(report.table.rows[0][0], Figure(u"Price"_s));
        QCOMPARE(report.table.rows[0][1], Figure(u"all"_s));
        QCOMPARE(report.table.rows[1][1], Figure(u"warm"_s));
        QCOMPARE(report.table.rows[3][0], Figure(QString()));
        // As the document calls them.
        const QJsonArray reasons = report.document.value(u"reasons"_s).toArray();
        QCOMPARE(reasons[0].toObject()[u"reason"].toString(), u"Price"_s);
        QCOMPARE(reasons[1].toObject()[u"reason"].toString(), QString());
        QVERIFY(toCsv(report.table)
                    .startsWith("reason,stage,count,share,share_low,share_high,upToHere,upToHere_"
                                "low,upToHere_high\r\nPrice,all,20,"));
    }

    void thePictureTellsTheRows()
    {
        const Report report = reportOf(forty());
        const auto *plot = std::get_if<HeatPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->columns, QStringList({u"Warm"_s, u"Offer"_s}));
        QCOMPARE(plot->lines.size(), 3);
        QCOMPARE(plot->values.high, 16.0);
        for (const HeatPlot::Line &line : plot->lines) {
            QCOMPARE(line.cells.size(), 2);
            for (qsizetype i = 0; i < 2; ++i) {
                const HeatPlot::Cell &cell = line.cells[i];
                if (cell.row < 0) {
                    QCOMPARE(cell.value, std::optional<double>(0));
                    continue;
                }
                QCOMPARE(report.chart.rows[cell.row][0], Figure(line.name));
                QCOMPARE(report.chart.rows[cell.row][1], Figure(plot->columns[i]));
                QCOMPARE(report.chart.rows[cell.row][2], Figure(qint64(*cell.value)));
            }
        }
    }

    void peopleBehindEachCell()
    {
        const Report report = reportOf(forty());
        for (int row = 0; row < report.chart.rows.size(); ++row)
            QCOMPARE(Figure(qint64(report.people(row).size())), report.chart.rows[row][2]);
        QCOMPARE(report.people(-1).size(), 0);
        QCOMPARE(report.people(7).size(), 0);
    }

    void theDocumentHasTheFigures()
    {
        const QJsonObject document = reportOf(forty()).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"lost-reasons"_s);
        QCOMPARE(document[u"lost"].toInt(), 40);
        const QJsonArray reasons = document[u"reasons"].toArray();
        QCOMPARE(reasons.size(), 3);
        const QJsonObject price = reasons[0].toObject();
        QCOMPARE(price[u"id"].toString(), u"1"_s);
        QCOMPARE(price[u"reason"].toString(), u"Price"_s);
        QCOMPARE(price[u"share"].toObject()[u"rate"].toDouble(), .5);
        QCOMPARE(price[u"stages"].toArray()[1].toObject()[u"stage"].toString(), u"offer"_s);
        // The same shares as in the table: of a stage, and of this reason and those before it.
        double atStages = 0;
        const QJsonArray stages = price[u"stages"].toArray();
        for (const auto &stage : stages)
            atStages += stage[u"share"].toObject()[u"rate"].toDouble();
        QCOMPARE(atStages, .5);
        QCOMPARE(price[u"upToHere"].toObject()[u"rate"].toDouble(), .5);
        QCOMPARE(reasons[2].toObject()[u"upToHere"].toObject()[u"rate"].toDouble(), 1.0);
        QCOMPARE(reasons[1].toObject()[u"id"].toString(), QString());
        QVERIFY(reportOf({}).document.value(u"reasons"_s).toArray().isEmpty());
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<QString>("title");
        QTest::newRow("enough")
            << forty()
            << u"The reason given most often is “Price”: 50.0\u00a0% of all who were lost, most of them in Offer"_s;
        QTest::newRow("few") << QList<Crowd> {{3}, {1, Warm, 0}}
                             << u"The reason given most often is “Price”: 3 of 4"_s;
        QTest::newRow("as often as another")
            << QList<Crowd> {{2}, {2, Warm, 2}, {3, Warm, 0}}
            << u"“Price” shares the first place with 1 other reason(s): 2 of 7 each"_s;
        QTest::newRow("no reasons")
            << QList<Crowd> {{3, Warm, 0}} << u"3 prospect(s) were lost, all without a reason"_s;
        QTest::newRow("nobody") << QList<Crowd> {} << u"Nobody was lost in this time"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds).chart.title, title);
    }

    void ofNobodyThereIsNoPicture() { QCOMPARE(reportOf({}).chart.plot, Plot()); }
};

PULLPUSH_TEST(TestLostReasonsReport)
#include "tst_lostreasonsreport.moc"
