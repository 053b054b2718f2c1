// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/arrivals.h"
#include "analytics/cohorts.h"
#include "analytics/columnsbuilder.h"
#include "analytics/funnel.h"
#include "analytics/moves.h"
#include "analytics/outcomes.h"
#include "analytics/trend.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

// A real funnel with published figures, read where the files are at hand.
class TestFunnelOlist : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QString root = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        const QString folder = root + u"/funnel/olist_marketing_funnel/"_s;
        if (root.isEmpty() || !QFile::exists(folder))
            QSKIP("The funnel's files are not at hand.");
        const QTimeZone zone("America/Sao_Paulo");
        ColumnsBuilder builder(defaultPipeline(), zone);
        QHash<QByteArray, qint64> ids;
        QFile leads(folder + u"olist_marketing_qualified_leads_dataset.csv"_s);
        QVERIFY(leads.open(QIODevice::ReadOnly));
        struct Lead
        {
            qint64 id;
            Moment at;
        };
        QList<Lead> entries;
        leads.readLine();
        while (!leads.atEnd()) {
            const QList<QByteArray> fields = leads.readLine().trimmed().split(',');
            const qint64 id = ids.size() + 1;
            ids.insert(fields[0], id);
            builder.addProspect(id, QString::fromUtf8(fields[3]), 0, 0);
            const QDate day = QDate::fromString(QString::fromLatin1(fields[1]), Qt::ISODate);
            entries.append({id, {startOfDay(day, zone), Precision::Day}});
        }
        for (const Lead &lead : std::as_const(entries))
            builder.addMove(lead.id, 1, lead.at);
        QFile deals(folder + u"olist_closed_deals_dataset.csv"_s);
        QVERIFY(deals.open(QIODevice::ReadOnly));
        deals.readLine();
        while (!deals.atEnd()) {
            const QList<QByteArray> fields = deals.readLine().trimmed().split(',');
            const QDateTime won =
                QDateTime::fromString(QString::fromLatin1(fields[4]), u"yyyy-MM-dd HH:mm:ss"_s);
            builder.addMove(ids.value(fields[0]), 5,
                {localToInstant(won.date(), won.time(), zone), Precision::Exact});
        }
        m_columns = builder.finish();
    }

    void all()
    {
        const FunnelGroup total = funnel(*m_columns, {}).total;
        QCOMPARE(total.cohort, 8000);
        for (const int step : {1, 2, 3, 4})
            QCOMPARE(total.steps[step].reached, 842);
        QCOMPARE(total.steps[5].reached, 0);
        QCOMPARE(*total.steps[4].overall.rate(), .10525);
        const Interval interval = *total.steps[4].overall.interval();
        QCOMPARE(qRound(interval.low * 10000), 987);
        QCOMPARE(qRound(interval.high * 10000), 1122);
        const FunnelGroup touched = funnel(*m_columns, {.reached = ReachedRule::Touched}).total;
        QCOMPARE(touched.steps[1].reached, 0);
        QCOMPARE(touched.steps[4].reached, 842);
    }

    void salesAreOnRecordSinceDecember()
    {
        const auto start = m_columns->logStart();
        QVERIFY(start);
        QCOMPARE(start->day, QDate(2017, 12, 5));
        QVERIFY(start->enteredBefore > 1802 && start->enteredBefore < 2002);
        QVERIFY(start->missing > 100);
    }

    void moves()
    {
        const MoveMatrix matrix = moveMatrix(*m_columns, {});
        QCOMPARE(matrix.count(matrix.start(), 0), 8000);
        QCOMPARE(matrix.count(0, 4), 842);
        QCOMPARE(matrix.count(0, matrix.stillThere()), 7158);
        QCOMPARE(matrix.count(4, matrix.stillThere()), 842);
        // Those who became customers in April 2018, whenever they came.
        const MoveMatrix april =
            moveMatrix(*m_columns, {.span = {QDate(2018, 4, 1), QDate(2018, 5, 1)}});
        QCOMPARE(april.count(0, 4), 207);
        QCOMPARE(april.count(april.start(), 0), 1352);
    }

    void bySource()
    {
        const QList<std::tuple<QString, qint64, qint64>> expected {
            {u"organic_search"_s, 271, 2296},
            {u"paid_search"_s, 195, 1586},
            {u"social"_s, 75, 1350},
            {u"unknown"_s, 179, 1099},
            {u"direct_traffic"_s, 56, 499},
            {u"email"_s, 15, 493},
            {u"referral"_s, 24, 284},
            {u"other"_s, 4, 150},
            {u"display"_s, 6, 118},
            {u"other_publicities"_s, 3, 65},
            {u""_s, 14, 60},
        };
        const Funnel result = funnel(*m_columns, {.by = Breakdown::Source});
        QCOMPARE(result.groups.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const auto &[key, won, leads] = expected[i];
            QCOMPARE(result.groups[i].key, key);
            QCOMPARE(result.groups[i].cohort, leads);
            QCOMPARE(result.groups[i].steps[4].reached, won);
            QCOMPARE(prospectsAt(*m_columns, {.by = Breakdown::Source}, 4, key).size(), won);
        }
    }

    void cohortsOf2018_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<qint64>("won");
        QTest::newRow("30 days") << 30 << qint64(551);
        QTest::newRow("90 days") << 90 << qint64(677);
        QTest::newRow("165 days") << 165 << qint64(741);
        QTest::newRow("ever") << -1 << qint64(781);
    }
    void cohortsOf2018()
    {
        QFETCH(int, days);
        QFETCH(qint64, won);
        FunnelQuery query {.entered = {QDate(2018, 1, 1), QDate(2018, 6, 1)},
            .asOf = QDateTime(QDate(2018, 11, 15), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()};
        if (days >= 0)
            query.windowDays = days;
        const FunnelGroup total = funnel(*m_columns, query).total;
        QCOMPARE(total.cohort, 5998);
        QCOMPARE(total.immature, 0);
        QCOMPARE(total.steps[4].reached, won);
    }

    void outcomesByAge_data()
    {
        QTest::addColumn<DateSpan>("entered");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<qint64>("won");
        QTest::addColumn<QList<int>>("rates"); // age, and F in ten thousandths, in turns
        QTest::newRow("all") << DateSpan() << qint64(7999) << qint64(841)
                             << QList {30, 693, 90, 864, 180, 968, 365, 1133, 427, 1164};
        QTest::newRow("2018") << DateSpan {QDate(2018, 1, 1), QDate(2018, 6, 1)} << qint64(5997)
                              << qint64(780) << QList {30, 919, 90, 1129, 165, 1236};
    }
    void outcomesByAge()
    {
        QFETCH(DateSpan, entered);
        QFETCH(qint64, n);
        QFETCH(qint64, won);
        QFETCH(QList<int>, rates);
        const ChartFilter filter {.span = entered,
            .asOf = localToInstant(QDate(2018, 11, 14), QTime(18, 4, 19), m_columns->zone())};
        const Outcomes result = outcomes(*m_columns, filter);
        QCOMPARE(result.curves.open.n, n);
        QCOMPARE(result.undated, 1); // won two days before the entry
        QCOMPARE(result.won, won);
        QCOMPARE(result.lost, 0);
        for (qsizetype i = 0; i < rates.size(); i += 2) {
            const auto known = result.curves.at(rates[i]);
            QVERIFY(known);
            QCOMPARE(qRound(known->causes[Outcomes::Won].incidence * 10000), rates[i + 1]);
        }
        QCOMPARE(prospectsWithOutcome(*m_columns, filter, OutcomeKind::Won).size(), won);
    }

    void theLastSale()
    {
        const ChartFilter filter {
            .asOf = localToInstant(QDate(2018, 11, 14), QTime(18, 4, 19), m_columns->zone())};
        const auto last = outcomes(*m_columns, filter).curves.at(427);
        QVERIFY(last);
        QCOMPARE(last->open.atRisk, 748);
        QCOMPARE(qRound(last->open.survival * 10000), 8836);
        QCOMPARE(qRound(last->open.error * 10000), 43);
    }

    void monthlyCohorts_data()
    {
        QTest::addColumn<QDate>("month");
        QTest::addColumn<QList<qint64>>("numbers"); // entered, won, within 30 days, within 90
        const auto row = [](int year, int month, const QList<qint64> &numbers) {
            QTest::addRow("%d-%02d", year, month) << QDate(year, month, 1) << numbers;
        };
        row(2017, 6, {4, 0, 0, 0});
        row(2017, 7, {239, 2, 0, 0});
        row(2017, 11, {445, 18, 2, 8});
        row(2017, 12, {200, 11, 1, 6});
        row(2018, 1, {1141, 152, 96, 129});
        row(2018, 2, {1028, 149, 101, 128});
        row(2018, 3, {1174, 167, 114, 140});
        row(2018, 4, {1352, 183, 148, 171});
        row(2018, 5, {1303, 130, 92, 109});
    }
    void monthlyCohorts()
    {
        QFETCH(QDate, month);
        QFETCH(QList<qint64>, numbers);
        FunnelQuery query {.entered = {month, month.addMonths(1)},
            .asOf = QDateTime(QDate(2018, 11, 15), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()};
        QCOMPARE(funnel(*m_columns, query).total.cohort, numbers[0]);
        QCOMPARE(funnel(*m_columns, query).total.steps[4].reached, numbers[1]);
        query.windowDays = 30;
        QCOMPARE(funnel(*m_columns, query).total.steps[4].reached, numbers[2]);
        query.windowDays = 90;
        QCOMPARE(funnel(*m_columns, query).total.steps[4].reached, numbers[3]);
    }

    void cohortsByMonth()
    {
        const qint64 asOf =
            QDateTime(QDate(2018, 11, 15), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        const Cohorts table = cohorts(*m_columns,
            {.filter = {.asOf = asOf}, .ages = {30, 90, 168}, .logStart = QDate(2017, 12, 5)});
        const QList<QList<qint64>> expected {// entered, won, within 30 days, within 90
            {4, 0, 0, 0}, {239, 2, 0, 0}, {386, 9, 0, 0}, {312, 7, 0, 0}, {416, 14, 0, 0},
            {445, 18, 2, 8}, {200, 11, 1, 6}, {1141, 152, 96, 129}, {1028, 149, 101, 128},
            {1174, 167, 114, 140}, {1352, 183, 148, 171}, {1303, 130, 92, 109}};
        QCOMPARE(table.rows.size(), expected.size());
        QCOMPARE(table.undated, 0);
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const Cohorts::Row &row = table.rows[i];
            QCOMPARE(row.span.from, QDate(2017, 6, 1).addMonths(int(i)));
            QCOMPARE((QList<qint64> {row.entered, row.reached, row.byAge[0]->k, row.byAge[1]->k}),
                expected[i]);
            QCOMPARE(row.byAge[1]->n, row.entered);
            QCOMPARE(row.isBeforeLog, i < 7);
        }
        // The last of May 2018 were followed for 167 days.
        QVERIFY(table.rows[10].byAge[2]);
        QVERIFY(!table.rows[11].byAge[2]);
        const Trend line = trend(*m_columns, {.filter = {.asOf = asOf}});
        QCOMPARE(line.rows.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QCOMPARE(line.rows[i].share, (Proportion {expected[i][3], expected[i][0]}));
            QVERIFY(line.rows[i].isMature());
        }
    }

    void arrivalsByMonth()
    {
        const Arrivals result = arrivals(*m_columns, {.period = Period::Month});
        QCOMPARE(result.rows.size(), 18);
        QCOMPARE(result.rows.last().arrived.first(), 8000);
        // One was won before they were known.
        QCOMPARE(result.undated[4], 1);
        QCOMPARE(result.rows.last().arrived[4], 841);
        qint64 before = 0;
        const QList<qint64> won {3, 73, 113, 147, 207, 122, 57, 37, 33, 23, 21, 6};
        for (qsizetype i = 0; i < won.size(); ++i) {
            const qint64 undated = i == 3 ? 1 : 0;
            QCOMPARE(result.rows[6 + i].came[4], won[i] - undated);
            QVERIFY(result.rows[6 + i].arrived[4] >= before);
            before = result.rows[6 + i].arrived[4];
        }
    }

private:
    ColumnsPointer m_columns;
};

PULLPUSH_TEST(TestFunnelOlist)
#include "tst_funnelolist.moc"
