// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/hopsreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Of a day counted from 1 March, in summer an hour later.
qint64 noon(int day)
{
    return BerlinHistory::noon(3, 1).ms + (day - 1) * DayMs;
}

/// People with a first direct message on 1 March, who moved on after some days and three messages; below 0 they did not.
struct Crowd
{
    int count = 0;
    int days = -1;
    bool isSeen = true;
};

/// \a watched: for how many days after the first message.
Report reportOf(const QList<Crowd> &crowds, int watched = 27)
{
    BerlinHistory history;
    auto facts = std::make_shared<HopFacts>();
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i) {
            const qint64 id = history.add(0, 1);
            const HopFacts::Talk talk {
                noon(1), crowd.days < 0 ? 0 : noon(1 + crowd.days), 3, false, false};
            facts->rows.push_back({ProspectId(id), talk, crowd.isSeen ? talk : HopFacts::Talk()});
            facts->proposals.push_back({ProspectId(id), HopId(id), Medium::Call, noon(2),
                crowd.days < 0 ? HopState::Ignored : HopState::Accepted, noon(2), crowd.isSeen});
        }
    }
    return hopsReport().make({.columns = history.columns(), .facts = {.hops = facts}},
        {.filter = {.asOf = noon(1 + watched)}});
}

QList<Crowd> forty()
{
    return {{30, 4}, {10}};
}

} // namespace

class TestHopsReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void aRowForEachGroup()
    {
        const Report report = reportOf(forty());
        QCOMPARE(report.chart.id, u"hops"_s);
        QCOMPARE(report.chart.rows.size(), 8);
        QCOMPARE(
            report.chart.rows[0], QList<Figure>({u"Had direct messages"_s, qint64(40), Figure()}));
        QCOMPARE(report.chart.rows[1],
            QList<Figure>({u"Moved on to a call or an e-mail"_s, qint64(30), Proportion {30, 40}}));
        QCOMPARE(report.chart.rows[3][1], Figure(qint64(40)));
        QCOMPARE(report.chart.rows[4][2], Figure(Proportion {30, 40}));
        QCOMPARE(
            report.table.rows[6], QList<Figure>({u"ignored"_s, qint64(10), Proportion {10, 40}}));
    }

    void thePictureShowsWhoMovedOn()
    {
        const Report report = reportOf(forty());
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->series.size(), 1);
        const QList<LinePlot::Point> &points = plot->series[0].points;
        QCOMPARE(points.size(), 3);
        QCOMPARE(points[0].y, 0.0);
        QCOMPARE(points[1].x, 4.0);
        QCOMPARE(points[1].y, .75);
        QVERIFY(points[1].band);
        QVERIFY(points[1].band->low < .75 && points[1].band->high > .75);
        QCOMPARE(points[2].x, 27.0);
        QCOMPARE(points[2].y, .75);
        QCOMPARE(reportOf({{29, 4}}).chart.plot, Plot());
    }

    void thePictureEndsWhereNearlyAllHaveMovedOn_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("share"); // there
        QTest::addColumn<QString>("words");
        QTest::newRow("three of sixty later") << QList<Crowd> {{57, 4}, {3, 100},
            {40}} << 30.0 << .57 << u"The picture ends after 30 day(s); 3 moved on later."_s;
        QTest::newRow("four of sixty, which are not few") << QList<Crowd> {{56, 4}, {4, 80},
            {40}} << 160.0 << .6 << u"The picture ends after 160 day(s): nobody moved on later."_s;
        QTest::newRow("nobody later") << QList<Crowd> {{60, 4}, {40}} << 30.0 << .6
                                      << u"after 30 day(s): nobody moved on later."_s;
        QTest::newRow("nobody at all")
            << QList<Crowd> {{40}} << 30.0 << .0 << u"after 30 day(s): nobody moved on later."_s;
    }
    void thePictureEndsWhereNearlyAllHaveMovedOn()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(double, end);
        QFETCH(double, share);
        QFETCH(QString, words);
        const Report report = reportOf(crowds, 200);
        const auto *plot = std::get_if<LinePlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->x.high, end);
        const LinePlot::Point last = plot->series[0].points.last();
        QCOMPARE(last.x, end);
        QCOMPARE(last.y, share);
        QVERIFY2(report.chart.definition.contains(words), qPrintable(report.chart.definition));
        // Where nobody was watched for longer there is nothing to say.
        QVERIFY(!reportOf(forty()).chart.definition.contains(u"The picture ends"));
        QVERIFY(!reportOf({{10, 4}}, 200).chart.definition.contains(u"The picture ends"));
    }

    void peopleBehindEachRow()
    {
        const Report report = reportOf({{30, 4}, {10}, {5, 4, false}});
        QCOMPARE(report.chart.rows[1][1], Figure(qint64(35)));
        QCOMPARE(report.people(1).size(), 30);
        QCOMPARE(report.people(2).size(), 10);
        QCOMPARE(report.people(4).size(), 30);
        QCOMPARE(report.people(8).size(), 0);
        QVERIFY(report.chart.definition.contains(u"that you may not read"));
        QVERIFY(reportOf(forty()).chart.definition.contains(u"Only conversations"));
    }

    void theDocumentHasTheFigures()
    {
        const QJsonObject document = reportOf(forty()).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"hops"_s);
        QCOMPARE(document[u"people"].toInt(), 40);
        QCOMPARE(document[u"moved"].toInt(), 30);
        QCOMPARE(document[u"medianDays"].toInt(), 4);
        QVERIFY(document[u"p90Days"].isNull());
        QCOMPARE(document[u"medianMessages"].toInt(), 3);
        QCOMPARE(document[u"proposals"].toObject()[u"accepted"].toInt(), 30);
        QVERIFY(!document[u"hiddenCounted"].toBool());
        const QJsonObject nothing = reportOf({}).document.toJson();
        QVERIFY(nothing[u"share"].toObject()[u"rate"].isNull());
        QVERIFY(nothing[u"medianMessages"].isNull());
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<QString>("title");
        QTest::newRow("most move")
            << forty()
            << u"75.0\u00a0% have moved on from direct messages to a call or an e-mail; half do within 4 day(s)"_s;
        QTest::newRow("few move")
            << QList<Crowd> {{10, 4}, {30}}
            << u"25.0\u00a0% have moved on from direct messages to a call or an e-mail; fewer than half do"_s;
        QTest::newRow("few")
            << QList<Crowd> {{3, 4}, {2}}
            << u"3 of 5 prospect(s) moved on from direct messages to a call or an e-mail; too few for a rate"_s;
        QTest::newRow("nobody") << QList<Crowd> {}
                                << u"Nobody had a first direct message in this time"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds).chart.title, title);
    }
};

PULLPUSH_TEST(TestHopsReport)
#include "tst_hopsreport.moc"
