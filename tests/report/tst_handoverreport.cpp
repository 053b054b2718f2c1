// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/handoverreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Moment noon(int dayOfMarch)
{
    return BerlinHistory::noon(3, dayOfMarch);
}

/// Handovers of so many people each, offered on 2 March and decided a day later.
struct Crowd
{
    int count = 0;
    HandoverState state = HandoverState::Accepted;
    QString reason = {};
    qint64 rep = 7;
};

Report reportOf(const QList<Crowd> &crowds, std::optional<int> window = {})
{
    BerlinHistory history;
    auto facts = std::make_shared<HandoverFacts>();
    facts->members = {{UserId(7), u"Ann"_s}, {UserId(8), u"Bob"_s}};
    for (const Crowd &crowd : crowds) {
        for (int i = 0; i < crowd.count; ++i) {
            const qint64 id = history.add();
            history.move(id, 2, noon(1));
            if (id == 1)
                history.move(id, 5, noon(10));
            const bool isOpen = crowd.state == HandoverState::Offered;
            facts->rows.push_back({ProspectId(id), HandoverId(id), UserId(crowd.rep), noon(2).ms, 0,
                crowd.state, isOpen ? 0 : noon(3).ms, crowd.reason});
        }
    }
    return handoverReport().make({.columns = history.columns(), .facts = {.handovers = facts}},
        {.filter = {.asOf = noon(28).ms}, .windowDays = window});
}

QList<Crowd> fifty()
{
    return {{30}, {8, HandoverState::Returned, u"No budget"_s}, {2, HandoverState::Returned, {}},
        {4, HandoverState::Withdrawn, {}, 8}, {6, HandoverState::Offered, {}, 0}};
}

int rowOf(const Report &report, const QString &key)
{
    for (int row = 0; row < report.table.rows.size(); ++row) {
        if (report.table.rows[row][0] == Figure(key))
            return row;
    }
    return -1;
}

} // namespace

class TestHandoverReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void aRowForEachFateAndReason()
    {
        const Report report = reportOf(fifty());
        QCOMPARE(report.chart.id, u"handover"_s);
        QCOMPARE(report.chart.rows[rowOf(report, u"offered"_s)],
            QList<Figure>({u"Offered"_s, qint64(50), Figure(), Proportion {30, 40}, Figure()}));
        QCOMPARE(report.chart.rows[rowOf(report, u"accepted"_s)],
            QList<Figure>(
                {u"Accepted"_s, qint64(30), Proportion {30, 50}, Figure(), Proportion {1, 30}}));
        QCOMPARE(report.chart.rows[rowOf(report, u"returned:no budget"_s)][0],
            Figure(u"Returned: No budget"_s));
        QCOMPARE(report.chart.rows[rowOf(report, u"returned:"_s)],
            QList<Figure>({u"Returned without a reason"_s, qint64(2), Proportion {2, 50}, Figure(),
                Figure()}));
        QCOMPARE(report.chart.rows[rowOf(report, u"waiting"_s)][1], Figure(qint64(6)));
    }

    void aMemberWithFewPeopleIsWithheld()
    {
        const Report report = reportOf(fifty());
        const int ann = rowOf(report, u"rep:7"_s);
        const int bob = rowOf(report, u"rep:8"_s);
        QCOMPARE(report.chart.rows[ann][0], Figure(u"To Ann"_s));
        QCOMPARE(report.chart.rows[ann][1], Figure(qint64(40)));
        QCOMPARE(report.chart.rows[bob][1], Figure(u"too few"_s));
        QCOMPARE(report.table.rows[bob][1], Figure());
        QCOMPARE(report.people(ann).size(), 40);
        QCOMPARE(report.people(bob).size(), 0);
        const QJsonArray reps = report.document.value(u"reps"_s).toArray();
        QCOMPARE(reps.size(), 3);
        QCOMPARE(reps[1].toObject()[u"id"].toString(), u"7"_s);
        QCOMPARE(reps[1].toObject()[u"offered"].toInt(), 40);
        QVERIFY(reps[2].toObject()[u"tooFew"].toBool());
        QVERIFY(reps[2].toObject()[u"offered"].isNull());
        QVERIFY(reps[2].toObject()[u"people"].isNull());
    }

    void manyReasonsGivenOnceAreOneRow()
    {
        QList<Crowd> crowds {{2, HandoverState::Returned, u"No budget"_s}};
        for (const QString &reason : {u"One"_s, u"Two"_s, u"Three"_s})
            crowds << Crowd {1, HandoverState::Returned, reason};
        QVERIFY(rowOf(reportOf(crowds), u"returned:two"_s) >= 0);
        crowds << Crowd {1, HandoverState::Returned, u"Four"_s};
        const Report report = reportOf(crowds);
        QCOMPARE(rowOf(report, u"returned:two"_s), -1);
        const int rare = rowOf(report, u"returned:other reasons"_s);
        QVERIFY(rare >= 0);
        QCOMPARE(report.chart.rows[rare][1], Figure(qint64(4)));
        QCOMPARE(report.people(rare).size(), 4);
        QCOMPARE(report.people(rowOf(report, u"returned:no budget"_s)).size(), 2);
    }

    void theDocumentHasTheFigures()
    {
        const QJsonObject document = reportOf(fifty(), 20).document.toJson();
        QCOMPARE(document[u"report"].toString(), u"handover"_s);
        QCOMPARE(document[u"windowDays"].toInt(), 20);
        QCOMPARE(document[u"offered"].toInt(), 50);
        QCOMPARE(document[u"acceptedShare"].toObject()[u"rate"].toDouble(), .75);
        QCOMPARE(document[u"medianHours"].toInt(), 24);
        QVERIFY(document[u"p90Hours"].isNull());
        QCOMPARE(document[u"wonOfAccepted"].toObject()[u"won"].toInt(), 1);
        QCOMPARE(document[u"reasons"].toArray().size(), 2);
        const QJsonObject nothing = reportOf({}).document.toJson();
        QVERIFY(nothing[u"windowDays"].isNull());
        QVERIFY(nothing[u"acceptedShare"].toObject()[u"rate"].isNull());
        QVERIFY(nothing[u"medianHours"].isNull());
    }

    void thePictureTellsTheRows()
    {
        const Report report = reportOf(fifty());
        const auto *plot = std::get_if<BarPlot>(&report.chart.plot);
        QVERIFY(plot);
        QCOMPARE(plot->bars.size(), 7);
        for (const BarPlot::Bar &bar : plot->bars) {
            const PlotRow row = bar.parts.first().row;
            QCOMPARE(report.chart.rows[row][0], Figure(bar.name));
            QCOMPARE(report.chart.rows[row][1], Figure(qint64(bar.parts.first().value)));
        }
        // The share behind a bar is of another whole than the title's.
        QCOMPARE(plot->values.title, u"Handovers (and their share of all 50 offered)"_s);
        QCOMPARE(plot->bars.first().text, u"30 (60.0\u00a0%)"_s);
        QCOMPARE(reportOf({}).chart.plot, Plot());
    }

    void findings_data()
    {
        QTest::addColumn<QList<Crowd>>("crowds");
        QTest::addColumn<QString>("title");
        QTest::newRow("enough")
            << fifty()
            << u"Sales accepted 75.0\u00a0% of the 40 handovers that it decided; "
               "half are decided after 24 hour(s)"_s;
        QTest::newRow("few") << QList<Crowd> {{3}, {1, HandoverState::Returned}}
                             << u"3 of 4 decided handover(s) were accepted; too few for a rate"_s;
        QTest::newRow("none decided") << QList<Crowd> {{3, HandoverState::Offered}}
                                      << u"None of 3 handover(s) has been decided"_s;
        QTest::newRow("nobody") << QList<Crowd> {} << u"Nobody was offered to sales in this time"_s;
    }
    void findings()
    {
        QFETCH(QList<Crowd>, crowds);
        QFETCH(QString, title);
        QCOMPARE(reportOf(crowds).chart.title, title);
    }

    void theSubtitleSaysWhatIsCounted()
    {
        QCOMPARE(reportOf(fifty(), 26).chart.subtitle,
            u"50 handover(s) · offered at any time · half decided after 24 hour(s) · won within 26 "
            "day(s) of the decision · 40 too new for that · as of 28 Mar 2026"_s);
    }
};

PULLPUSH_TEST(TestHandoverReport)
#include "tst_handoverreport.moc"
