// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/advocacy.h"
#include "report/advocacyreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum BroughtStage : qint64 { Cold = 1, Customer = 5 };

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
