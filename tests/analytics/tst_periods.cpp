// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/periods.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

quint32 secondsAt(const QString &utc)
{
    return quint32(QDateTime::fromString(utc, Qt::ISODate).toSecsSinceEpoch());
}

} // namespace

class TestPeriods : public QObject
{
    Q_OBJECT
private slots:
    void starts_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("week");
        QTest::addColumn<QDate>("month");
        QTest::newRow("Monday") << QDate(2026, 1, 5) << QDate(2026, 1, 5) << QDate(2026, 1, 1);
        QTest::newRow("Sunday") << QDate(2026, 1, 11) << QDate(2026, 1, 5) << QDate(2026, 1, 1);
        QTest::newRow("over the year's end")
            << QDate(2026, 1, 1) << QDate(2025, 12, 29) << QDate(2026, 1, 1);
        QTest::newRow("leap day") << QDate(2024, 2, 29) << QDate(2024, 2, 26) << QDate(2024, 2, 1);
    }
    void starts()
    {
        QFETCH(QDate, day);
        QFETCH(QDate, week);
        QFETCH(QDate, month);
        QCOMPARE(periodStart(day, Period::Day), day);
        QCOMPARE(periodStart(day, Period::Week), week);
        QCOMPARE(periodStart(day, Period::Month), month);
        QCOMPARE(nextPeriod(day, Period::Day), day.addDays(1));
        QCOMPARE(nextPeriod(week, Period::Week), week.addDays(7));
        QCOMPARE(nextPeriod(month, Period::Month), month.addMonths(1));
    }

    void aMomentOfAChangedDayIsInItsWeek_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("last"); // second of a Sunday, UTC
        QTest::addColumn<QDate>("week");
        QTest::newRow("Berlin, 23 hours")
            << QByteArray("Europe/Berlin") << u"2026-03-29T21:59:59Z"_s << QDate(2026, 3, 23);
        QTest::newRow("Berlin, 25 hours")
            << QByteArray("Europe/Berlin") << u"2026-10-25T22:59:59Z"_s << QDate(2026, 10, 19);
        QTest::newRow("New York, 23 hours")
            << QByteArray("America/New_York") << u"2026-03-09T03:59:59Z"_s << QDate(2026, 3, 2);
        QTest::newRow("New York, 25 hours")
            << QByteArray("America/New_York") << u"2026-11-02T04:59:59Z"_s << QDate(2026, 10, 26);
    }
    void aMomentOfAChangedDayIsInItsWeek()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, last);
        QFETCH(QDate, week);
        PeriodNumbers numbers(Period::Week, QTimeZone(zone));
        const quint32 second = secondsAt(last);
        QCOMPARE(numbers.numberAt(second), 0);
        QCOMPARE(numbers.numberAt(second + 1), 1);
        QCOMPARE(numbers.numberAt(second), 0);
        QCOMPARE(numbers.begin(), week);
        QCOMPARE(numbers.end(), week.addDays(14));
        QCOMPARE(numbers.find(week.addDays(6)), 0);
        QCOMPARE(numbers.find(week.addDays(7)), 1);
        QCOMPARE(numbers.find(week.addDays(14)), -1);
        QCOMPARE(qint64(second) * 1000 + 1000, startOfDay(week.addDays(7), QTimeZone(zone)));
    }

    void theEndsOfTheColumnsTimeHaveAPeriod()
    {
        PeriodNumbers numbers(Period::Day, QTimeZone("Pacific/Kiritimati"));
        QCOMPARE(numbers.numberAt(std::numeric_limits<quint32>::max()), 0);
        PeriodNumbers west(Period::Day, QTimeZone("Pacific/Pago_Pago"));
        QCOMPARE(west.numberAt(1), 0);
        QCOMPARE(west.begin(), QDate(1969, 12, 31));
    }

    void periodsAreCutAndOver()
    {
        const QTimeZone zone("Europe/Berlin");
        const qint64 asOf = startOfDay(QDate(2026, 3, 30), zone);
        const auto weeks =
            periodsBetween(QDate(2026, 3, 18), QDate(2026, 4, 1), Period::Week, asOf, zone);
        QCOMPARE(weeks,
            QList<PeriodSpan>({{QDate(2026, 3, 18), QDate(2026, 3, 23), false, true},
                {QDate(2026, 3, 23), QDate(2026, 3, 30), true, true},
                {QDate(2026, 3, 30), QDate(2026, 4, 1), false, false}}));
        // A second before, the Sunday of 23 hours is not over.
        QVERIFY(!periodsBetween(
            QDate(2026, 3, 18), QDate(2026, 4, 1), Period::Week, asOf - 1000, zone)[1]
                     .isOver);
        QCOMPARE(
            periodsBetween(QDate(2026, 3, 1), QDate(2026, 3, 1), Period::Day, 0, zone).size(), 0);
        QCOMPARE(periodsBetween({}, QDate(2026, 3, 1), Period::Day, 0, zone).size(), 0);
    }

    void theGoalIsTheFirstThatWins()
    {
        const QList<Stage> steps = pipelineSteps(defaultPipeline());
        QCOMPARE(steps.at(goalStep(steps)).key, u"customer"_s);
        QCOMPARE(goalStep(steps, 1), 1);
        QCOMPARE(goalStep(steps, 99), int(steps.size()) - 1);
        QCOMPARE(goalStep(steps.first(3)), 2);
        QCOMPARE(goalStep({}), -1);
        QCOMPARE(goalStep({}, 3), -1);
    }
};

PULLPUSH_TEST(TestPeriods)
#include "tst_periods.moc"
