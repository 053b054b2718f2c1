// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/reports.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Customer = 5, Loyal, Lost = 8 };

Moment noonOf(int day)
{
    return {localToInstant(QDate(2026, 3, 1).addDays(day), QTime(12, 0), QTimeZone::utc()),
        Precision::Exact};
}

/// Six who entered on 1 March. The stage "customer" is there since day 20: 1 and 6 had passed its place, 2 passed it later, 3 was
/// there, 4 left, and 5 is where they were.
ColumnsPointer sixPeople()
{
    QList<Stage> stages = defaultPipeline();
    stages[Customer - 1].since = noonOf(20).ms;
    ColumnsBuilder builder(stages, QTimeZone::utc());
    for (int id = 1; id <= 6; ++id)
        builder.addProspect(id, QString(), 0, 0);
    for (int id = 1; id <= 6; ++id)
        builder.addMove(id, Cold, noonOf(0));
    builder.addMove(1, Loyal, noonOf(10));
    builder.addMove(2, Loyal, noonOf(30));
    builder.addMove(3, Customer, noonOf(25));
    builder.addMove(4, Lost, noonOf(5));
    builder.addMove(6, Loyal, noonOf(11));
    return builder.finish();
}

Report reportOf(const QString &id)
{
    ReportData data {sixPeople()};
    data.facts.deals = std::make_shared<DealFacts>();
    data.facts.contacts = std::make_shared<LastContacts>();
    data.facts.touches = std::make_shared<TouchFacts>();
    ReportQuestion question;
    question.filter.asOf = noonOf(60).ms;
    question.windowDays = 30;
    question.ages = QList<qint64> {25, 30};
    return makeReport(*reportKind(id), data, question);
}

/// The words beside the chart.
QString wordsOf(const Report &report)
{
    return report.chart.subtitle + u' ' + report.chart.definition;
}

QList<ProspectId> twoAndThree()
{
    return {ProspectId(2), ProspectId(3)};
}

} // namespace

/// What the charts say of a stage that a pipeline has not had from the beginning, and who is behind their rows.
class TestLaterStage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void everyReportHasItsOwnId()
    {
        QSet<QString> ids;
        for (const ReportKind &kind : reportKinds()) {
            ids.insert(kind.id);
            QCOMPARE(reportKind(kind.id), &kind);
            QVERIFY(!kind.name.isEmpty() && !kind.purpose.isEmpty() && !kind.spanName.isEmpty());
        }
        QCOMPARE(ids.size(), reportKinds().size());
        QVERIFY(!reportKind(u"nothing"_s));
    }

    void funnelRates()
    {
        const Report report = reportOf(u"funnel"_s);
        QVERIFY(wordsOf(report).contains(
            u"Who had passed a stage before it existed is left out of its rates: Customer 2."_s));
        const QJsonArray stages = report.document.value(u"stages"_s).toArray();
        QCOMPARE(stages[4][u"notApplicable"_s].toInt(), 2);
    }

    void lines()
    {
        const Report report = reportOf(u"flow"_s);
        QVERIFY(wordsOf(report).contains(u"is not in its line: Customer 2."_s));
        QCOMPARE(report.document.value(u"notApplicable"_s)[u"customer"_s].toInt(), 2);
        QVERIFY(report.table.rows.size() > 7);
        for (qsizetype row = 0; row < report.table.rows.size(); ++row) {
            QCOMPARE(Figure(qint64(report.people(PlotRow(row)).size())),
                report.table.rows.at(row).at(3));
        }
        // The last three rows are of customers, loyal ones and advocates.
        const auto last = PlotRow(report.table.rows.size());
        QCOMPARE(report.people(last - 3), twoAndThree());
        QCOMPARE(report.people(last - 2).size(), 3);
    }

    void cohortsOfThoseWhoCouldBeThere()
    {
        const Report report = reportOf(u"cohorts"_s);
        QVERIFY(wordsOf(report).contains(u"2 left out, who had passed Customer before it"_s));
        const QJsonArray periods = report.document.value(u"periods"_s).toArray();
        QCOMPARE(periods.size(), 1);
        QCOMPARE(periods[0][u"cohort"_s].toInt(), 4);
        QCOMPARE(periods[0][u"notApplicable"_s].toInt(), 2);
        QCOMPARE(report.table.rows.at(0).at(4), Figure(Proportion {1, 4}));
        QCOMPARE(report.table.rows.at(1).at(4), Figure(Proportion {2, 4}));
        QCOMPARE(report.people(0), QList {ProspectId(3)});
        QCOMPARE(report.people(1), twoAndThree());
    }

    void trendOfThoseWhoCouldBeThere()
    {
        const Report report = reportOf(u"trend"_s);
        QVERIFY(wordsOf(report).contains(u"2 left out, who had passed Customer before it"_s));
        QCOMPARE(report.document.value(u"periods"_s)[0][u"notApplicable"_s].toInt(), 2);
        QCOMPARE(report.table.rows.at(0).at(3), Figure(Proportion {2, 4}));
        QCOMPARE(report.people(0), twoAndThree());
    }

    void outcomesOfThoseWhoCouldBeWon()
    {
        const Report report = reportOf(u"outcomes"_s);
        QVERIFY(wordsOf(report).contains(u"2 left out, who had passed Customer before it"_s));
        QCOMPARE(report.document.value(u"n"_s).toInt(), 4);
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(report.people(0), QList {ProspectId(3)});
        QCOMPARE(report.people(1), twoAndThree());
    }

    void winsOfThoseWhoCouldBeWon()
    {
        const Report report = reportOf(u"velocity"_s);
        QVERIFY(wordsOf(report).contains(u"2 left out, who had passed Customer before it"_s));
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(report.table.rows.at(1).at(3), Figure(Proportion {2, 3}));
        QCOMPARE(report.people(1), twoAndThree() + QList {ProspectId(4)});
    }

    void chancesOfThoseWhoCouldBeWon()
    {
        const Report report = reportOf(u"forecast"_s);
        QVERIFY(wordsOf(report).contains(u"without 2 who had passed Customer before it existed"_s));
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(report.document.value(u"chances"_s)[0][u"n"_s].toInt(), 4);
    }

    void creditForThoseWhoCouldConvert()
    {
        const Report report = reportOf(u"attribution"_s);
        QVERIFY(wordsOf(report).contains(u"2 left out, who had passed Customer before it"_s));
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(report.document.value(u"conversions"_s).toInt(), 2);
        QCOMPARE(report.document.value(u"others"_s).toInt(), 2);
        QCOMPARE(report.people(0), twoAndThree()); // no touch
    }

    void advocacyOfThoseWhoCouldBuy()
    {
        const Report report = reportOf(u"advocacy"_s);
        QVERIFY(wordsOf(report).contains(u"2 left out, who had passed Customer before it"_s));
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(report.document.value(u"customers"_s).toInt(), 2);
        QCOMPARE(report.people(0), twoAndThree()); // brought nobody
    }

    void whoIsAtAStageIsThere()
    {
        const Report report = reportOf(u"ageing"_s);
        QVERIFY(!wordsOf(report).contains(u"left out"_s));
        QCOMPARE(report.table.rows.at(0).at(1), Figure(qint64(1)));
    }
};

PULLPUSH_TEST(TestLaterStage)
#include "tst_laterstage.moc"
