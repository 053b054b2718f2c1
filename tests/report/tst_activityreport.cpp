// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/activityreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Customer = 5, Lost = 8 };

Moment noon(int dayOfMarch)
{
    return BerlinHistory::noon(3, dayOfMarch);
}

/// A member with prospects to whom they wrote twice on 3 March, answered within the hour, and who were won or else lost.
struct Crowd
{
    qint64 member = 0;
    int won = 0;
    int lost = 0;
};

Report reportOf(const QList<Crowd> &crowds)
{
    BerlinHistory history;
    auto facts = std::make_shared<RepFacts>();
    facts->members = {{UserId(1), u"Zoe"_s}, {UserId(2), u"Ann"_s}, {UserId(3), u"Bob"_s}};
    const auto day = qint32(QDate(2026, 3, 3).toJulianDay());
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.won + crowd.lost; ++i) {
            const qint64 id = history.add(crowd.member);
            history.move(id, Cold, noon(1));
            history.move(id, i < crowd.won ? Customer : Lost, noon(10));
            facts->words.push_back({ProspectId(id), UserId(crowd.member), day, 2, 1, 0, true});
            facts->replies.push_back(
                {ProspectId(id), UserId(crowd.member), noon(3).ms, noon(3).ms + 3'600'000, true});
        }
    }
    return activityReport().make({.columns = history.columns(), .facts = {.activity = facts}},
        {.filter = {.asOf = noon(28).ms}});
}

/// Zoe closed enough for a rate, Ann only for sums, Bob for neither.
QList<Crowd> three()
{
    return {{1, 10, 30}, {2, 1, 4}, {3, 1, 3}};
}

} // namespace

class TestActivityReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void membersStandByName()
    {
        const Report report = reportOf(three());
        QCOMPARE(report.chart.id, u"activity"_s);
        QVERIFY(report.chart.definition.contains(u"from one stage to another"_s));
        QVERIFY(report.chart.definition.contains(u"nor what came with an import"_s));
        QCOMPARE(report.chart.rows.size(), 3);
        const QString few = u"too few"_s;
        QCOMPARE(report.chart.rows[0],
            QList<Figure>(
                {u"Ann"_s, qint64(10), qint64(5), qint64(0), few, qint64(1), Proportion {1, 5}}));
        QCOMPARE(report.chart.rows[1], QList<Figure>({u"Bob"_s, few, few, few, few, few, few}));
        QCOMPARE(report.chart.rows[2][0], Figure(u"Zoe"_s));
        QCOMPARE(report.chart.rows[2][1], Figure(qint64(80)));
        QCOMPARE(report.table.rows[1],
            QList<Figure>({u"3"_s, Figure(), Figure(), Figure(), Figure(), Figure(), Figure()}));
    }

    void aDotWithItsInterval()
    {
        const Report report = reportOf(three());
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QVERIFY(plot->areDots);
        QCOMPARE(plot->bars.size(), 3);
        QVERIFY(plot->bars[0].isFew);
        QCOMPARE(plot->bars[0].text, u"too few"_s);
        QVERIFY(!plot->bars[0].interval);
        QVERIFY(plot->bars[1].isFew);
        const BarPlot::Bar &zoe = plot->bars[2];
        QVERIFY(!zoe.isFew);
        QCOMPARE(zoe.parts.first().value, .25);
        QCOMPARE(zoe.parts.first().row, 2);
        QCOMPARE(zoe.interval, wilson(10, 40));
        QCOMPARE(zoe.text, u"25.0\u00a0% of 40"_s);
        QCOMPARE(reportOf({{3, 1, 3}}).chart.plot, Plot());
        QCOMPARE(reportOf({{2, 1, 4}}).chart.plot, Plot()); // no rate at all
    }

    void peopleBehindEachRow()
    {
        const Report report = reportOf(three());
        QCOMPARE(report.people(0).size(), 5);
        QCOMPARE(report.people(1).size(), 0);
        QCOMPARE(report.people(2).size(), 40);
        QCOMPARE(report.people(3).size(), 0);
    }

    void theDocumentHasTheFigures()
    {
        const QJsonObject document = reportOf(three()).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"activity"_s);
        const QJsonArray members = document[u"members"].toArray();
        QCOMPARE(members.size(), 3);
        const QJsonObject ann = members[0].toObject();
        QCOMPARE(ann[u"id"].toString(), u"2"_s);
        QCOMPARE(ann[u"sent"].toInt(), 10);
        QCOMPARE(ann[u"medianReplyHours"].toInt(), 1);
        QCOMPARE(ann[u"winRate"].toObject()[u"rate"].toDouble(), .2);
        QVERIFY(ann[u"moves"].isNull());
        const QJsonObject bob = members[1].toObject();
        QVERIFY(bob[u"tooFew"].toBool());
        QVERIFY(bob[u"sent"].isNull());
        QVERIFY(bob[u"winRate"].toObject()[u"rate"].isNull());
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<QString>("title");
        QTest::newRow("enough") << three()
                                << u"1 of 2 active member(s) closed enough for a win rate"_s;
        QTest::newRow("few ends") << QList<Crowd> {
            {2, 1, 4}} << u"1 member(s) were active; none closed enough for a win rate"_s;
        QTest::newRow("few people")
            << QList<Crowd> {{3, 1, 3}} << u"Too few people to tell what members did"_s;
        QTest::newRow("nobody") << QList<Crowd> {}
                                << u"Nobody wrote, called or moved anybody in this time"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds).chart.title, title);
    }
};

PULLPUSH_TEST(TestActivityReport)
#include "tst_activityreport.moc"
