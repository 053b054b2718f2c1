// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/monthgrid.h"

#include <QTest>

class TestMonthGrid : public QObject
{
    Q_OBJECT
private slots:
    void lays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<Qt::DayOfWeek>("first");
        QTest::addColumn<QDate>("shown");
        QTest::addColumn<int>("weeks");
        QTest::newRow("six weeks") << QDate(2026, 11, 19) << Qt::Monday << QDate(2026, 10, 26) << 6;
        QTest::newRow("five weeks from Sunday")
            << QDate(2026, 11, 1) << Qt::Sunday << QDate(2026, 11, 1) << 5;
        QTest::newRow("four weeks") << QDate(2027, 2, 28) << Qt::Monday << QDate(2027, 2, 1) << 4;
        QTest::newRow("from Saturday")
            << QDate(2026, 5, 3) << Qt::Saturday << QDate(2026, 4, 25) << 6;
        QTest::newRow("leap year") << QDate(2028, 2, 29) << Qt::Monday << QDate(2028, 1, 31) << 5;
    }
    void lays()
    {
        QFETCH(QDate, day);
        QFETCH(Qt::DayOfWeek, first);
        QFETCH(QDate, shown);
        QFETCH(int, weeks);
        const MonthGrid grid = monthGrid(day, first);
        QCOMPARE(grid.first, shown);
        QCOMPARE(grid.weeks, weeks);
        QCOMPARE(grid.first.dayOfWeek(), int(first));
        QVERIFY(grid.contains(grid.month));
        QVERIFY(grid.contains(grid.month.addMonths(1).addDays(-1)));
        // Every week shows a day of the month.
        QVERIFY(grid.isInMonth(grid.dayAt(0, 6)));
        QVERIFY(grid.isInMonth(grid.dayAt(weeks - 1, 0)));
    }

    void findsWhatItShows()
    {
        const MonthGrid grid = monthGrid(QDate(2026, 11, 19), Qt::Monday);
        for (int week = 0; week < grid.weeks; ++week) {
            for (int column = 0; column < MonthGrid::DaysPerWeek; ++column) {
                const auto found = grid.find(grid.dayAt(week, column));
                QVERIFY(found);
                QCOMPARE(*found, (MonthGrid::Position {.week = week, .column = column}));
            }
        }
        QVERIFY(!grid.find(grid.first.addDays(-1)));
        QVERIFY(!grid.find(grid.end()));
    }
};

PULLPUSH_TEST(TestMonthGrid)
#include "tst_monthgrid.moc"
