// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/advocacy.h"
#include "analytics/columnsbuilder.h"
#include "report/advocacyreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum BroughtStage : qint64 { Cold = 1, Customer = 5, Loyal, Advocate };

Moment aprilNoon(int day)
{
    return BerlinHistory::noon(4, day);
}

/// So many \a customers, of whom the first \a advocates each brought one who did not buy.
ReportData advocacyData(int customers, int advocates)
{
    BerlinHistory history;
    auto facts = std::make_shared<TouchFacts>();
    for (int i = 0; i < customers + advocates; ++i) {
        const qint64 id = history.add();
        history.move(id, Cold, aprilNoon(1));
        if (id <= customers) {
            history.move(id, Customer, aprilNoon(2));
            continue;
        }
        TouchFacts::Row touch;
        touch.prospect = ProspectId(id);
        touch.id = TouchId(id);
        touch.kind = TouchKind::Referred;
        touch.referrer = ProspectId(id - customers);
        touch.at = aprilNoon(3);
        facts->rows.push_back(touch);
    }
    return {.columns = history.columns(), .facts = {.touches = facts}};
}

/// Two who had passed a stage before it began on 10 April, of whom the second was brought by the last, who is at \a stage since the 12th.
ReportData laterStageData(BroughtStage began, BroughtStage stage)
{
    QList<Stage> stages = defaultPipeline();
    stages[began - 1].since = aprilNoon(10).ms;
    ColumnsBuilder builder(stages, BerlinHistory::zone());
    for (int id = 1; id <= 3; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= 2; ++id)
        builder.addMove(id, began + 1, aprilNoon(2));
    builder.addMove(3, stage, aprilNoon(12));
    TouchFacts::Row touch;
    touch.prospect = ProspectId(2);
    touch.id = TouchId(1);
    touch.kind = TouchKind::Referred;
    touch.referrer = ProspectId(3);
    touch.at = aprilNoon(13);
    auto facts = std::make_shared<TouchFacts>();
    facts->rows = {touch};
    return {.columns = builder.finish(), .facts = {.touches = facts}};
}

ReportQuestion advocacyQuestion()
{
    ReportQuestion question;
    question.filter.asOf = aprilNoon(20).ms;
    return question;
}

} // namespace

class TestAdvocacyReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void words()
    {
        const Chart chart = m_kind.make(advocacyData(40, 4), advocacyQuestion()).chart;
        QCOMPARE(chart.title,
            u"10.0\u00a0% of customers brought somebody; of the 4 they brought, 0 bought"_s);
        QCOMPARE(
            chart.subtitle, u"40 customer(s) · became customers at any time · as of 20 Apr 2026"_s);
        ReportQuestion question = advocacyQuestion();
        question.windowDays = 7;
        QVERIFY(m_kind.make(advocacyData(40, 4), question)
                    .chart.subtitle.contains(u"within 7 day(s) of that"_s));
    }

    void titlesWithoutARate()
    {
        QCOMPARE(m_kind.make(advocacyData(3, 1), advocacyQuestion()).chart.title,
            u"1 of 3 customer(s) brought somebody; of the 1 they brought, 0 bought"_s);
        QCOMPARE(m_kind.make(advocacyData(3, 0), advocacyQuestion()).chart.title,
            u"None of 3 customer(s) has brought anybody yet"_s);
        const Report empty = m_kind.make(advocacyData(0, 0), advocacyQuestion());
        QCOMPARE(empty.chart.title, u"Nobody became a customer in this time"_s);
        QVERIFY(empty.document.value(u"referred"_s)[u"share"_s][u"rate"_s].isNull());
        QVERIFY(std::holds_alternative<std::monostate>(empty.chart.plot));
        ReportQuestion question = advocacyQuestion();
        question.windowDays = 90;
        QCOMPARE(m_kind.make(advocacyData(3, 1), question).chart.title,
            u"Nobody has been a customer for long enough yet"_s);
    }

    void theSameFiguresEverywhere()
    {
        const Report report = m_kind.make(advocacyData(40, 4), advocacyQuestion());
        QCOMPARE(report.document.value(u"report"_s).toString(), m_kind.id);
        QCOMPARE(report.document.value(u"customers"_s).toInt(), 40);
        QCOMPARE(report.document.value(u"referred"_s)[u"count"_s].toInt(), 4);
        QCOMPARE(report.document.value(u"referred"_s)[u"share"_s][u"rate"_s].toDouble(), 0.1);
        QCOMPARE(report.document.value(u"brought"_s).toInt(), 4);
        const QJsonArray groups = report.document.value(u"groups"_s).toArray();
        QCOMPARE(groups.size(), Advocacy::MostReferrals + 1);
        for (qsizetype row = 0; row < groups.size(); ++row) {
            const QList<Figure> &figures = report.table.rows[row];
            QCOMPARE(std::get<QString>(figures[0]), u"referred-%1"_s.arg(row));
            QCOMPARE(std::get<qint64>(figures[1]), groups[row][u"customers"_s].toInteger());
            QCOMPARE(figures.mid(1), report.chart.rows[row].mid(1));
            QCOMPARE(figures.size(), report.chart.columns.size());
        }
        QCOMPARE(report.document.value(u"stages"_s).toArray().size(), 2);
        QCOMPARE(figureText(report.chart.rows[1][4]), u"too few"_s);
    }

    void aSaleThatBeganLater()
    {
        const Report report = m_kind.make(laterStageData(Customer, Customer), advocacyQuestion());
        QCOMPARE(report.chart.title,
            u"1 of 1 customer(s) brought somebody; of the 1 they brought, 0 bought"_s);
        QVERIFY(report.chart.subtitle.contains(u"2 left out, who had passed Customer before it"_s));
        QVERIFY2(report.chart.definition.contains(
                     u"Of those brought, 1 had passed the sale before it was a stage"_s),
            qPrintable(report.chart.definition));
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 2);
        QCOMPARE(report.document.value(u"brought"_s).toInt(), 1);
        QCOMPARE(report.document.value(u"bought"_s)[u"notApplicable"_s].toInt(), 1);
        QVERIFY(report.document.value(u"bought"_s)[u"share"_s][u"rate"_s].isNull());
        QCOMPARE(report.document.value(u"groups"_s)[1][u"broughtNotApplicable"_s].toInt(), 1);
        QCOMPARE(report.table.rows[1][4], Figure(Proportion {0, 0}));
        QCOMPARE(report.table.rows[6][1], Figure(qint64(1))); // was brought all the same
        QCOMPARE(report.people(6), {ProspectId(2)});
        ReportQuestion question = advocacyQuestion();
        question.filter.people = PeopleSet(u"Two"_s, {1, 2});
        QCOMPARE(m_kind.make(laterStageData(Customer, Customer), question).chart.title,
            u"All customers had passed the sale before it was a stage"_s);
    }

    void aLaterStageThatBeganLater()
    {
        const Report report = m_kind.make(laterStageData(Loyal, Advocate), advocacyQuestion());
        QCOMPARE(report.document.value(u"customers"_s).toInt(), 3);
        QCOMPARE(report.document.value(u"notApplicable"_s).toInt(), 0);
        QVERIFY2(report.chart.definition.contains(u"left out of its share: Loyal 2."_s),
            qPrintable(report.chart.definition));
        const QJsonArray stages = report.document.value(u"stages"_s).toArray();
        QCOMPARE(stages[0][u"notApplicable"_s].toInt(), 2);
        QCOMPARE(stages[0][u"count"_s].toInt(), 1);
        QCOMPARE(stages[0][u"share"_s][u"rate"_s].toDouble(), 1.0);
        QCOMPARE(stages[1][u"notApplicable"_s].toInt(), 0);
        QCOMPARE(stages[1][u"count"_s].toInt(), 3);
    }

    void barsLeadToTheirRows()
    {
        const Report report = m_kind.make(advocacyData(40, 4), advocacyQuestion());
        const auto plot = std::get<BarPlot>(report.chart.plot);
        QCOMPARE(plot.bars[0].name, u"Brought 1 person(s)"_s);
        QCOMPARE(plot.bars[0].parts.first().value, 4.0);
        QCOMPARE(plot.bars[0].parts.first().row, 1);
        QCOMPARE(plot.bars[0].text, u"4 (10.0\u00a0%)"_s);
    }

    void peopleBehindARow()
    {
        const Report report = m_kind.make(advocacyData(40, 4), advocacyQuestion());
        QCOMPARE(report.people(0).size(), 36);
        QCOMPARE(report.people(1).size(), 4);
        QCOMPARE(report.people(1).first(), ProspectId(1));
        QCOMPARE(report.people(6).size(), 4); // who were brought
        QCOMPARE(report.people(6).first(), ProspectId(41));
        QVERIFY(report.people(-1).isEmpty());
        QVERIFY(report.people(99).isEmpty());
    }

private:
    const ReportKind m_kind = advocacyReport();
};

PULLPUSH_TEST(TestAdvocacyReport)
#include "tst_advocacyreport.moc"
