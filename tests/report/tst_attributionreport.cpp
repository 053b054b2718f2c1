// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/attributionreport.h"
#include "test_support/berlinhistory.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum ReportStage : qint64 { Cold = 1, Customer = 5 };
constexpr qint64 LaunchPost = 100;
constexpr qint64 QuietPost = 200;
constexpr int Converted = 40;
constexpr int Others = 60;

Moment mayNoon(int day)
{
    return BerlinHistory::noon(5, day);
}

/// Forty converted, thirty of them after the launch, ten after nothing; of sixty others six saw the launch.
ReportData attributionData(int quiet = 0)
{
    BerlinHistory history;
    auto facts = std::make_shared<TouchFacts>();
    facts->posts.insert(PostId(LaunchPost), {u"Launch"_s, {}, {}});
    facts->posts.insert(PostId(QuietPost), {u"Quiet"_s, {}, {}});
    qint64 touches = 0;
    for (int i = 0; i < Converted + Others; ++i) {
        const qint64 id = history.add();
        history.move(id, Cold, mayNoon(1));
        if (id <= Converted)
            history.move(id, Customer, mayNoon(10));
        const bool sawLaunch = id <= 30 || (id > Converted && id <= Converted + 6);
        for (const bool isQuiet : {false, true}) {
            if (isQuiet ? id > quiet : !sawLaunch)
                continue;
            TouchFacts::Row row;
            row.prospect = ProspectId(id);
            row.id = TouchId(++touches);
            row.at = mayNoon(isQuiet ? 3 : 2);
            row.post = PostId(isQuiet ? QuietPost : LaunchPost);
            facts->rows.push_back(row);
        }
    }
    return {.columns = history.columns(), .facts = {.touches = facts}};
}

ReportQuestion attributionQuestion()
{
    ReportQuestion question;
    question.filter.asOf = mayNoon(20).ms;
    return question;
}

} // namespace

class TestAttributionReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void words()
    {
        const Chart chart = m_kind.make(attributionData(), attributionQuestion()).chart;
        QCOMPARE(chart.title,
            u"“Launch” has the most credit: 30.0 of 40 conversion(s); it touched 75.0\u00a0% of those who converted and 10.0\u00a0% of the others"_s);
        QCOMPARE(chart.subtitle,
            u"40 conversion(s) · converted at any time · the same credit to every touch · all touches before the conversion · compared with 60 who have not converted · as of 20 May 2026"_s);
        QVERIFY(chart.definition.contains(u"not what caused it"_s));
    }

    void theSubtitleSaysTheRule()
    {
        ReportQuestion question = attributionQuestion();
        question.credit = {CreditTo::Channel, AttributionModel::U, 14};
        const Chart chart = m_kind.make(attributionData(), question).chart;
        QVERIFY(chart.subtitle.contains(
            u"40\u00a0% of the credit to the first touch, 40\u00a0% to the last, 20\u00a0% shared by those between; of two, half each"_s));
        QVERIFY(chart.subtitle.contains(u"touches up to 14 day(s) before the conversion"_s));
        QCOMPARE(chart.title, u"No touch before a conversion was one on a known channel"_s);
    }

    void creditAloneIsNoFinding()
    {
        // All saw it: the credit is highest, and it tells nothing.
        const Chart chart = m_kind.make(attributionData(100), attributionQuestion()).chart;
        QCOMPARE(chart.title,
            u"“Quiet” has the most credit: 25.0 of 40 conversion(s), yet it did not clearly touch more of those who converted than of the others"_s);
    }

    void equalsAreNamedAsSuch()
    {
        // Thirty saw both before they converted, and ten nothing.
        const Chart chart = m_kind.make(attributionData(30), attributionQuestion()).chart;
        QCOMPARE(chart.title,
            u"“Launch” and 1 other(s) share the most credit: 15.0 each, of 40 in all"_s);
    }

    void whatHasMoreCreditThanAnyPostIsToldToo_data()
    {
        QTest::addColumn<int>(
            "posts"); // so many of the touches were of the launch, before the others
        QTest::addColumn<int>("touched"); // up to this prospect, of those who converted
        QTest::addColumn<QString>("title");
        const QString unclear =
            u", yet it did not clearly touch more of those who converted than of the others"_s;
        QTest::newRow("touches without a post")
            << 12 << 30
            << u"“Launch” has the most credit of the posts: 12.0 of 40 conversion(s)"_s + unclear
                + u"; 18.0 go to touches without a post"_s;
        QTest::newRow("no touch")
            << 12 << 12
            << u"“Launch” has the most credit of the posts: 12.0 of 40 conversion(s)"_s + unclear
                + u"; 28.0 have no known touch"_s;
        QTest::newRow("both")
            << 8 << 30
            << u"“Launch” has the most credit of the posts: 8.0 of 40 conversion(s)"_s + unclear
                + u"; 22.0 go to touches without a post; 10.0 have no known touch"_s;
    }
    void whatHasMoreCreditThanAnyPostIsToldToo()
    {
        QFETCH(int, posts);
        QFETCH(int, touched);
        QFETCH(QString, title);
        ReportData data = attributionData();
        auto facts = std::make_shared<TouchFacts>(*data.facts.touches);
        std::erase_if(facts->rows, [touched](const TouchFacts::Row &row) {
            return row.prospect.value() > touched && row.prospect.value() <= Converted;
        });
        for (TouchFacts::Row &row : facts->rows) {
            if (row.prospect.value() > posts && row.prospect.value() <= Converted)
                row.post = {};
        }
        data.facts.touches = facts;
        QCOMPARE(m_kind.make(data, attributionQuestion()).chart.title, title);
    }

    void manyPostsWithLessThanTheRestAreNoWinners()
    {
        // Ten saw both posts, and nothing is known of the thirty others.
        ReportData data = attributionData(10);
        auto facts = std::make_shared<TouchFacts>(*data.facts.touches);
        std::erase_if(
            facts->rows, [](const TouchFacts::Row &row) { return row.prospect.value() > 10; });
        data.facts.touches = facts;
        QCOMPARE(m_kind.make(data, attributionQuestion()).chart.title,
            u"“Launch” and 1 other(s) share the most credit of the posts: 5.0 each, of 40 in all; 30.0 have no known touch"_s);
    }

    void titlesWithoutAConversion()
    {
        ReportQuestion question = attributionQuestion();
        question.filter.span.from = QDate(2026, 5, 11);
        const Report later = m_kind.make(attributionData(), question);
        QCOMPARE(later.chart.title, u"Nobody converted in this time"_s);
        QCOMPARE(later.document.value(u"conversions"_s).toInt(), 0);
        const QJsonArray credit = later.document.value(u"credit"_s).toArray();
        for (const auto &row : credit)
            QVERIFY(row.toObject().value(u"convertedRate"_s)[u"rate"_s].isNull());
        ReportData data = attributionData();
        data.facts.touches = std::make_shared<TouchFacts>();
        QCOMPARE(m_kind.make(data, attributionQuestion()).chart.title,
            u"No touch before a conversion is known"_s);
    }

    void theSameFiguresEverywhere()
    {
        const Report report = m_kind.make(attributionData(20), attributionQuestion());
        QCOMPARE(report.document.value(u"report"_s).toString(), m_kind.id);
        QCOMPARE(report.document.value(u"model"_s).toString(), u"linear"_s);
        QCOMPARE(report.document.value(u"conversions"_s).toInt(), Converted);
        const QJsonArray credit = report.document.value(u"credit"_s).toArray();
        QCOMPARE(credit.size(), 3);
        QCOMPARE(credit[0][u"key"_s].toString(), QString::number(LaunchPost));
        QCOMPARE(credit[0][u"kind"_s].toString(), u"post"_s);
        QCOMPARE(credit[0][u"name"_s].toString(), u"Launch"_s);
        QCOMPARE(credit[0][u"credit"_s].toDouble(), 20.0); // ten alone, twenty with the other
        QCOMPARE(credit[1][u"credit"_s].toDouble(), 10.0);
        QCOMPARE(credit[2][u"key"_s].toString(), u"(none)"_s);
        QCOMPARE(credit[2][u"credit"_s].toDouble(), 10.0);
        QCOMPARE(report.chart.rows.size(), 3);
        for (qsizetype row = 0; row < 3; ++row) {
            const QList<Figure> &table = report.table.rows[row];
            QCOMPARE(std::get<QString>(table[0]), credit[row][u"key"_s].toString());
            QCOMPARE(std::get<Quantity>(table[3]).value, credit[row][u"credit"_s].toDouble());
            QCOMPARE(table.mid(2), report.chart.rows[row]);
            QCOMPARE(table.size(), report.table.columns.size());
            QCOMPARE(std::get<qint64>(table[4]), credit[row][u"converted"_s].toInteger());
            QCOMPARE(std::get<qint64>(table[6]), credit[row][u"others"_s].toInteger());
        }
    }

    void barsAreCredit()
    {
        const Report report = m_kind.make(attributionData(20), attributionQuestion());
        const auto plot = std::get<BarPlot>(report.chart.plot);
        QCOMPARE(plot.bars.size(), 3);
        QCOMPARE(plot.bars[0].name, u"Launch"_s);
        QCOMPARE(plot.bars[0].parts.first().value, 20.0);
        QCOMPARE(plot.bars[0].parts.first().row, 0);
        QCOMPARE(plot.bars[0].text, u"20.0 (75.0\u00a0% / 10.0\u00a0%)"_s);
        QCOMPARE(plot.bars[2].name, u"No touch"_s);
    }

    void peopleBehindARow()
    {
        const Report report = m_kind.make(attributionData(20), attributionQuestion());
        QCOMPARE(report.people(0).size(), 30);
        QCOMPARE(report.people(1).size(), 20);
        QCOMPARE(report.people(2).first(), ProspectId(31));
        QCOMPARE(report.people(2).size(), 10);
        QVERIFY(report.people(3).isEmpty());
        QVERIFY(report.people(-1).isEmpty());
    }

private:
    const ReportKind m_kind = attributionReport();
};

PULLPUSH_TEST(TestAttributionReport)
#include "tst_attributionreport.moc"
