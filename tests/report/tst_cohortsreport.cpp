// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/cohortsreport.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

CohortsQuery byMonth()
{
    return {.filter = {.asOf = startOfDay(QDate(2026, 6, 10), zone())}, .ages = {30, 90}};
}

Cohorts::Row month(int number, qint64 entered, const QList<std::optional<qint64>> &reached)
{
    const QDate from(2026, number, 1);
    Cohorts::Row row {.span = {from, from.addMonths(1), true, number < 6}, .entered = entered};
    for (const auto &count : reached) {
        row.byAge.append(count ? std::optional(Proportion {*count, entered}) : std::nullopt);
        row.reached = count.value_or(row.reached);
    }
    return row;
}

CohortsReport reportOf(const QList<Cohorts::Row> &rows, qint64 undated = 0)
{
    const Cohorts cohorts {.goal = 4, .ages = {30, 90}, .rows = rows, .undated = undated};
    return makeCohortsReport(cohorts, byMonth(), defaultPipeline(), zone());
}

/// One that is few, two that can be compared at 30 days, one that is too young.
QList<Cohorts::Row> fourMonths()
{
    return {month(2, 12, {1, 2}), month(3, 200, {20, 40}), month(4, 200, {60, {}}),
        month(5, 100, {{}, {}})};
}

} // namespace

class TestCohortsReport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void findings_data()
    {
        QTest::addColumn<QList<Cohorts::Row>>("rows");
        QTest::addColumn<QString>("title");
        QTest::newRow("more")
            << fourMonths()
            << u"30.0\u00a0% of those who entered in April 2026 reached Customer within 30 day(s), more than the 10.0\u00a0% of those who entered in March 2026"_s;
        QTest::newRow("fewer")
            << QList {month(3, 200, {60, 80}), month(4, 200, {20, 40})}
            << u"20.0\u00a0% of those who entered in April 2026 reached Customer within 90 day(s), fewer than the 40.0\u00a0% of those who entered in March 2026"_s;
        QTest::newRow("alike")
            << QList {month(3, 200, {20, {}}), month(4, 200, {22, {}})}
            << u"11.0\u00a0% of those who entered in April 2026 reached Customer within 30 day(s), which does not differ clearly from the 10.0\u00a0% of those who entered in March 2026"_s;
        QTest::newRow("one")
            << QList {month(2, 12, {1, 2}), month(3, 200, {20, 40})}
            << u"20.0\u00a0% of those who entered in March 2026 reached Customer within 90 day(s)"_s;
        QTest::newRow("few or young or not over")
            << QList {month(2, 12, {1, 2}), month(5, 100, {{}, {}}), month(6, 100, {5, {}})}
            << u"No period is over, large enough and old enough for a rate yet"_s;
        QTest::newRow("nobody") << QList<Cohorts::Row> {}
                                << u"Nobody entered the pipeline in this time"_s;
    }
    void findings()
    {
        QFETCH(QList<Cohorts::Row>, rows);
        QFETCH(QString, title);
        QCOMPARE(reportOf(rows).chart.title, title);
    }

    void beforeTheRecordIsNotCompared()
    {
        QList<Cohorts::Row> rows = fourMonths();
        rows[1].isBeforeLog = true;
        const CohortsReport report = reportOf(rows);
        QCOMPARE(report.chart.title,
            u"30.0\u00a0% of those who entered in April 2026 reached Customer within 30 day(s)"_s);
        QVERIFY(std::get<HeatPlot>(report.chart.plot).lines[1].cells[0].isTentative);
    }

    void theSubtitleSaysWhoIsCounted()
    {
        QCOMPARE(reportOf(fourMonths(), 3).chart.subtitle,
            u"512 prospect(s) · by month · entered at any time · 3 entered at an unknown time · as of 10 Jun 2026"_s);
    }

    void itSaysToHowManyTheGoalIsNotApplicable()
    {
        QList<Cohorts::Row> rows = fourMonths();
        rows[1].notApplicable = 2;
        rows[3].notApplicable = 1;
        const CohortsReport report = reportOf(rows);
        QCOMPARE(report.chart.subtitle,
            u"512 prospect(s) · by month · entered at any time · 3 left out, who had passed Customer before it existed · as of 10 Jun 2026"_s);
        const QJsonArray periods = report.document.value(u"periods"_s).toArray();
        QCOMPARE(periods[0][u"notApplicable"_s].toInt(-1), 0);
        QCOMPARE(periods[1][u"notApplicable"_s].toInt(), 2);
        QCOMPARE(periods[1][u"cohort"_s].toInt(), 200);
        // Somebody entered, though nobody is counted.
        rows = {month(3, 0, {{}, {}})};
        rows[0].notApplicable = 4;
        QCOMPARE(reportOf(rows).chart.title,
            u"No period is over, large enough and old enough for a rate yet"_s);
    }

    void theSameFiguresEverywhere()
    {
        const CohortsReport report = reportOf(fourMonths());
        const QJsonArray periods = report.document.value(u"periods"_s).toArray();
        QCOMPARE(report.document.value(u"goal"_s).toString(), u"customer"_s);
        QCOMPARE(periods.size(), 4);
        QCOMPARE(report.table.rows.size(), 8);
        QCOMPARE(report.cells.size(), 8);
        const auto plot = std::get<HeatPlot>(report.chart.plot);
        for (qsizetype row = 0; row < 8; ++row) {
            const QList<Figure> &figures = report.table.rows[row];
            const QJsonObject age =
                periods[row / 2].toObject().value(u"ages"_s)[row % 2].toObject();
            const HeatPlot::Cell &cell = plot.lines[row / 2].cells[row % 2];
            QCOMPARE(cell.row, PlotRow(row));
            QCOMPARE(age.value(u"days"_s).toInteger(), std::get<qint64>(figures[2]));
            QCOMPARE(report.cells[row].age, int(std::get<qint64>(figures[2])));
            const auto *share = std::get_if<Proportion>(&figures[4]);
            if (!share) { // not known: null, nothing, and no 0 %
                QVERIFY(age.value(u"reached"_s).isNull());
                QVERIFY(age.value(u"share"_s)[u"rate"_s].isNull());
                QVERIFY(!cell.value);
                QCOMPARE(cell.text, QString());
                QCOMPARE(figures[3], Figure());
                continue;
            }
            QCOMPARE(age.value(u"reached"_s).toInteger(), share->k);
            QCOMPARE(figures[3], Figure(share->k));
            QCOMPARE(age.value(u"share"_s)[u"rate"_s].toDouble(), *share->rate());
            QCOMPARE(cell.value, share->isFew() ? std::nullopt : share->rate());
        }
        QCOMPARE(plot.lines[0].cells[0].text, u"1 / 12"_s);
        QCOMPARE(plot.lines[1].name, u"March 2026"_s);
        QCOMPARE(plot.lines[1].note, u"200"_s);
        QCOMPARE(plot.values.high, 0.3);
        QVERIFY(toCsv(report.table).contains("2026-05-01,100,30,,,,,0\r\n"));
    }
};

PULLPUSH_TEST(TestCohortsReport)
#include "tst_cohortsreport.moc"
