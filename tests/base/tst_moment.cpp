// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMoment : public QObject
{
    Q_OBJECT
private slots:
    void localTimesAroundDaylightSaving_data()
    {
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("utc");
        QTest::newRow("winter") << u"2026-01-15T09:00:00"_s << u"2026-01-15T08:00:00Z"_s;
        QTest::newRow("summer") << u"2026-07-15T09:00:00"_s << u"2026-07-15T07:00:00Z"_s;
        QTest::newRow("gap moves forward") << u"2026-03-29T02:30:00"_s << u"2026-03-29T01:30:00Z"_s;
        QTest::newRow("repeated is the first")
            << u"2026-10-25T02:30:00"_s << u"2026-10-25T00:30:00Z"_s;
        QTest::newRow("before the repeat") << u"2026-10-25T01:59:00"_s << u"2026-10-24T23:59:00Z"_s;
        QTest::newRow("after the repeat") << u"2026-10-25T03:00:00"_s << u"2026-10-25T02:00:00Z"_s;
    }
    void localTimesAroundDaylightSaving()
    {
        QFETCH(QString, local);
        QFETCH(QString, utc);
        const QDateTime at = QDateTime::fromString(local, Qt::ISODate);
        const qint64 ms = localToInstant(at.date(), at.time(), QTimeZone("Europe/Berlin"));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate), utc);
    }

    void daysHave23And25Hours()
    {
        const QTimeZone berlin("Europe/Berlin");
        const auto hours = [&berlin](QDate day) {
            return (startOfDay(day.addDays(1), berlin) - startOfDay(day, berlin)) / 3600000;
        };
        QCOMPARE(hours(QDate(2026, 3, 29)), 23);
        QCOMPARE(hours(QDate(2026, 10, 25)), 25);
        QCOMPARE(localDay(startOfDay(QDate(2026, 10, 25), berlin), berlin), QDate(2026, 10, 25));
    }

    void spansAreHalfOpen()
    {
        const DateSpan span {QDate(2026, 1, 1), QDate(2026, 2, 1)};
        QVERIFY(span.contains(QDate(2026, 1, 1)));
        QVERIFY(!span.contains(QDate(2026, 2, 1)));
        QVERIFY(DateSpan {}.contains(QDate(1990, 1, 1)));
    }
};

PULLPUSH_TEST(TestMoment)
#include "tst_moment.moc"
