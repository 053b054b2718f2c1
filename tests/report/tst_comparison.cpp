// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/annotations.h"
#include "report/comparison.h"
#include "report/reports.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace {

enum ComparedStage : qint64 { Cold = 1, Customer = 5 };

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

/// 80 entered on 3 February 2026 of whom 48 were won ten days later, and 70 on 3 March of whom 56 were.
ColumnsPointer twoMonths()
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (qint64 id = 1; id <= 150; ++id)
        builder.addProspect(id, u"fair"_s, 0, 0);
    for (qint64 id = 1; id <= 150; ++id) {
        const bool isEarly = id <= 80;
        const QDate day(2026, isEarly ? 2 : 3, 3);
        builder.addMove(id, Cold, {startOfDay(day, zone()), Precision::Day});
        if (isEarly ? id <= 48 : id <= 136)
            builder.addMove(id, Customer, {startOfDay(day.addDays(10), zone()), Precision::Day});
    }
    return builder.finish();
}

ReportQuestion ofMarch()
{
    ReportQuestion question;
    question.filter.span = {QDate(2026, 3, 1), QDate(2026, 4, 1)};
    question.filter.asOf = startOfDay(QDate(2026, 6, 10), zone());
    question.compareWith = earlierSpan(question.filter.span, Comparison::Previous, {});
    return question;
}

Report reportFor(const QString &id, const ReportQuestion &question)
{
    return makeReport(*reportKind(id), {twoMonths(), {}}, question);
}

qsizetype columnOf(const Chart &chart, const QString &key)
{
    const auto found = std::ranges::find(chart.columns, key, &ChartColumn::key);
    return found == chart.columns.end() ? -1 : found - chart.columns.begin();
}

Chart tableOf(const QList<QList<Figure>> &rows)
{
    Chart chart;
    chart.id = u"x"_s;
    chart.columns = {{u"from"_s, u"From"_s}, {u"stage"_s, u"Stage"_s}, {u"count"_s, u"Count"_s},
        {u"state"_s, u"State"_s}};
    chart.rows = rows;
    return chart;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void earlierSpans()
    {
        const QDate today(2026, 5, 20);
        const DateSpan quarter {QDate(2026, 1, 1), QDate(2026, 4, 1)};
        QCOMPARE(*earlierSpan(quarter, Comparison::Previous, today),
            (DateSpan {QDate(2025, 10, 1), QDate(2026, 1, 1)}));
        QCOMPARE(*earlierSpan(quarter, Comparison::YearBefore, today),
            (DateSpan {QDate(2025, 1, 1), QDate(2025, 4, 1)}));
        const DateSpan week {QDate(2026, 5, 4), QDate(2026, 5, 11)};
        QCOMPARE(*earlierSpan(week, Comparison::Previous, today),
            (DateSpan {QDate(2026, 4, 27), QDate(2026, 5, 4)}));
        const DateSpan open {QDate(2026, 5, 11), {}};
        QCOMPARE(*earlierSpan(open, Comparison::Previous, today),
            (DateSpan {QDate(2026, 5, 1), QDate(2026, 5, 11)}));
        const DateSpan year {QDate(2026, 1, 1), QDate(2027, 1, 1)};
        QCOMPARE(*earlierSpan(year, Comparison::YearBefore, today),
            (DateSpan {QDate(2025, 1, 1), QDate(2025, 5, 21)})); // as far as it has come
        QVERIFY(!earlierSpan({QDate(2026, 6, 1), {}}, Comparison::Previous, today));
        QVERIFY(!earlierSpan({{}, QDate(2026, 1, 1)}, Comparison::Previous, today));
        QVERIFY(!earlierSpan(week, Comparison::None, today));
        QVERIFY(!earlierSpan({QDate(2026, 5, 4), QDate(2026, 5, 4)}, Comparison::Previous, today));
    }

    void rowsMatchByTheirWordsAndThePlaceOfTheirDay()
    {
        Report now;
        now.table = tableOf({{QDate(2026, 3, 1), u"cold"_s, qint64(5), u"mature"_s},
            {QDate(2026, 3, 8), u"cold"_s, qint64(6), u"mature"_s},
            {QDate(2026, 3, 8), u"warm"_s, qint64(7), u"immature"_s}});
        now.chart = now.table;
        Report before;
        before.table = tableOf({{QDate(2026, 2, 1), u"cold"_s, qint64(1), u"mature"_s},
            {QDate(2026, 2, 8), u"warm"_s, qint64(3), u"mature"_s},
            {QDate(2026, 2, 15), u"warm"_s, qint64(4), u"mature"_s}});
        before.chart = before.table;
        const Report both = compared(now, before, {QDate(2026, 2, 1), QDate(2026, 3, 1)});
        QCOMPARE(both.table.columns.size(), 5); // what is a word has no earlier column
        QCOMPARE(both.table.columns.last().key, u"count_before"_s);
        QCOMPARE(both.table.columns.last().title, u"Count, before"_s);
        QCOMPARE(both.table.rows.at(0).last(), Figure(qint64(1)));
        QCOMPARE(both.table.rows.at(1).last(), Figure());
        QCOMPARE(both.table.rows.at(2).last(), Figure(qint64(3)));
        QCOMPARE(both.chart.rows, both.table.rows);
        QVERIFY(both.earlier);
        QCOMPARE(both.earlier->table, before.table);
        QVERIFY(toCsv(both.table).startsWith("from,stage,count,state,count_before\r\n"));
    }

    void theFunnelTellsTheDifference()
    {
        ReportQuestion question = ofMarch();
        question.windowDays = 30;
        const Report report = reportFor(u"funnel"_s, question);
        QCOMPARE(report.chart.title,
            u"80.0\u00a0% of prospects reach Customer, more than 60.0\u00a0% before (+20.0 points, 95 %: +5.2 to +33.4)"_s);
        QCOMPARE(report.funnel->chart.title, report.chart.title);
        QVERIFY(report.chart.subtitle.contains(u"compared with the time from 1 Feb"_s));
        const QJsonObject change = report.document.value(u"change"_s).toObject();
        QCOMPARE(change.value(u"stage"_s).toString(), u"customer"_s);
        QVERIFY(qAbs(change.value(u"difference"_s).toDouble() - 0.2) < 1e-9);
        QVERIFY(qAbs(change.value(u"low"_s).toDouble() - 0.0524) < 0.0001);
        QVERIFY(qAbs(change.value(u"high"_s).toDouble() - 0.3339) < 0.0001);
        QCOMPARE(report.document.value(u"cohort"_s).toInt(), 70);
        QCOMPARE(report.document.value(u"before"_s)[u"cohort"_s].toInt(), 80);
        QCOMPARE(report.document.value(u"comparedWith"_s)[u"from"_s].toString(), u"2026-02-01"_s);
        const qsizetype reached = columnOf(report.table, u"reached"_s);
        const qsizetype earlier = columnOf(report.table, u"reached_before"_s);
        QVERIFY(reached >= 0 && earlier >= 0);
        QCOMPARE(report.table.rows.at(4).at(reached), Figure(qint64(56)));
        QCOMPARE(report.table.rows.at(4).at(earlier), Figure(qint64(48)));
        QCOMPARE(report.people(4).size(), 56); // those of now
    }

    void withoutAWindowTheFunnelDoesNotJudge()
    {
        const Report report = reportFor(u"funnel"_s, ofMarch());
        QCOMPARE(report.chart.title,
            u"80.0\u00a0% of prospects have reached Customer so far; these have had less time than those before: a number of days (“Within”) makes both comparable"_s);
        QCOMPARE(report.funnel->chart.title, report.chart.title);
        QVERIFY(!report.chart.definition.contains(u"Newcombe"_s));
        const QJsonObject change = report.document.value(u"change"_s).toObject();
        QCOMPARE(change.value(u"stage"_s).toString(), u"customer"_s);
        for (const QString &figure : {u"difference"_s, u"low"_s, u"high"_s})
            QCOMPARE(change.value(figure), QJsonValue(QJsonValue::Null));
        QCOMPARE(report.table.rows.at(4).at(columnOf(report.table, u"reached_before"_s)),
            Figure(qint64(48))); // the figures are told all the same

        // With nobody before there is nothing to warn of.
        ReportQuestion alone = ofMarch();
        alone.compareWith = DateSpan {QDate(2025, 3, 1), QDate(2025, 4, 1)};
        QCOMPARE(reportFor(u"funnel"_s, alone).chart.title,
            u"80.0\u00a0% of prospects have reached Customer so far"_s);

        // A window of no days is one as well.
        ReportQuestion firstDay = ofMarch();
        firstDay.windowDays = 0;
        const QJsonValue judged = reportFor(u"funnel"_s, firstDay).document.value(u"change"_s);
        QCOMPARE(judged[u"difference"_s].toDouble(-1), 0.0);
    }

    void agesTellRowsOfACohortApart()
    {
        ReportQuestion question = ofMarch();
        question.ages = QList<qint64> {0, 30};
        const Report report = reportFor(u"cohorts"_s, question);
        QCOMPARE(report.table.rows.size(), 2);
        const qsizetype reached = columnOf(report.table, u"reached"_s);
        const qsizetype earlier = columnOf(report.table, u"reached_before"_s);
        QCOMPARE(report.table.rows.at(0).at(earlier), Figure(qint64(0)));
        QCOMPARE(report.table.rows.at(1).at(reached), Figure(qint64(56)));
        QCOMPARE(report.table.rows.at(1).at(earlier), Figure(qint64(48)));
    }

    void everyReportCanBeCompared_data()
    {
        QTest::addColumn<QString>("id");
        for (const ReportKind &kind : reportKinds()) {
            if (kind.needs.of({}).isEmpty())
                QTest::newRow(qPrintable(kind.id)) << kind.id;
        }
    }
    void everyReportCanBeCompared()
    {
        QFETCH(QString, id);
        const Report report = reportFor(id, ofMarch());
        QVERIFY(report.earlier);
        for (const Chart &table : {report.chart, report.table}) {
            for (const QList<Figure> &row : table.rows)
                QCOMPARE(row.size(), table.columns.size());
        }
        ReportQuestion alone = ofMarch();
        alone.compareWith.reset();
        const Report single = reportFor(id, alone);
        QVERIFY(!single.earlier);
        QCOMPARE(report.table.rows.size(), single.table.rows.size());
        Plot plot = report.chart.plot;
        if (auto *lines = std::get_if<LinePlot>(&plot))
            lines->leastHigh = 0; // the scale alone is that of both
        QCOMPARE(plot, single.chart.plot);
    }

    void linesThatCountTheSameHaveOneScale()
    {
        const auto lines = [](PlotUnit unit, double value) {
            LinePlot plot;
            plot.y.unit = unit;
            LinePlot::Series series;
            series.points = {{1, 0, {}, 0}, {2, value, {}, 1}};
            plot.series = {series};
            return plot;
        };
        const auto scales = [](const LinePlot &now, const LinePlot &before) {
            Report later;
            later.chart.plot = now;
            Report earlier;
            earlier.chart.plot = before;
            const Report both = compared(later, earlier, {QDate(2026, 2, 1), QDate(2026, 3, 1)});
            return std::pair(std::get<LinePlot>(both.chart.plot).leastHigh,
                std::get<LinePlot>(both.earlier->chart.plot).leastHigh);
        };
        const LinePlot many = lines(PlotUnit::Count, 358);
        LinePlot few = lines(PlotUnit::Count, 26);
        QCOMPARE(scales(many, few), std::pair(358.0, 358.0));
        QCOMPARE(scales(few, many), std::pair(358.0, 358.0));
        few.goals = {{400, u"Goal"_s}};
        QCOMPARE(scales(many, few), std::pair(400.0, 400.0));
        LinePlot unsure = lines(PlotUnit::Share, 0.25);
        unsure.series[0].points[1].band = Interval {0.125, 0.5};
        QCOMPARE(
            scales(unsure, lines(PlotUnit::Share, 0.375)), std::pair(0.5, 0.5)); // with its band
        // Shares and counts have no scale in common, and one that is fixed stays.
        QCOMPARE(scales(many, unsure), std::pair(0.0, 0.0));
        LinePlot whole = unsure;
        whole.y.high = 1;
        QCOMPARE(scales(whole, unsure), std::pair(0.0, 0.0));
        QCOMPARE(scales(lines(PlotUnit::Money, 9), lines(PlotUnit::Money, 8)), std::pair(0.0, 0.0));
    }

    void notesAndGoalsStandInWhatIsDrawnOverDays()
    {
        ReportQuestion question = ofMarch();
        question.filter.span = {};
        question.compareWith.reset();
        question.notes = {{QDate(2025, 1, 1), u"long ago"_s}, {QDate(2026, 2, 20), u"A fair"_s}};
        question.goals = {{.report = u"trend"_s, .stage = StageId(Customer), .value = 700000},
            {.report = u"trend"_s, .stage = StageId(2), .value = 900000},
            {.report = u"trend"_s, .unit = GoalUnit::Count, .value = 50},
            {.report = u"flow"_s, .unit = GoalUnit::Count, .value = 120, .name = u"Spring"_s}};
        const Report trend = reportFor(u"trend"_s, question);
        const auto &lines = std::get<LinePlot>(trend.chart.plot);
        QCOMPARE(lines.notes,
            (QList<LinePlot::Note> {{double(QDate(2026, 2, 20).toJulianDay()), u"A fair"_s}}));
        QCOMPARE(lines.goals, (QList<LinePlot::Note> {{0.7, u"Customer: 70.0\u00a0%"_s}}));
        const QJsonArray notes = trend.document.value(u"notes"_s).toArray();
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first()[u"day"_s].toString(), u"2026-02-20"_s);
        QCOMPARE(trend.document.value(u"goals"_s).toArray().size(), 1);
        const Report flow = reportFor(u"flow"_s, question);
        QCOMPARE(std::get<LinePlot>(flow.chart.plot).goals,
            (QList<LinePlot::Note> {{120, u"Spring: 120"_s}}));
        QVERIFY(!reportFor(u"moves"_s, question).document.toJson().contains(u"notes"_s));
    }
};

PULLPUSH_TEST(TestComparison)
#include "tst_comparison.moc"
