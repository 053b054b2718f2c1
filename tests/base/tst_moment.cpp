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

    void daysBeginAtTheirFirstInstant_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("utc");
        QTest::newRow("Azores, midnight twice")
            << QByteArray("Atlantic/Azores") << QDate(2025, 10, 26) << u"2025-10-26T00:00:00Z"_s;
        QTest::newRow("Azores, the day after")
            << QByteArray("Atlantic/Azores") << QDate(2025, 10, 27) << u"2025-10-27T01:00:00Z"_s;
        QTest::newRow("Azores, spring without midnight")
            << QByteArray("Atlantic/Azores") << QDate(2025, 3, 30) << u"2025-03-30T01:00:00Z"_s;
        QTest::newRow("Havana, midnight twice")
            << QByteArray("America/Havana") << QDate(2025, 11, 2) << u"2025-11-02T04:00:00Z"_s;
        QTest::newRow("Havana, without midnight")
            << QByteArray("America/Havana") << QDate(2025, 3, 9) << u"2025-03-09T05:00:00Z"_s;
        QTest::newRow("São Paulo, without midnight")
            << QByteArray("America/Sao_Paulo") << QDate(2018, 11, 4) << u"2018-11-04T03:00:00Z"_s;
        QTest::newRow("São Paulo, the evening twice")
            << QByteArray("America/Sao_Paulo") << QDate(2018, 2, 18) << u"2018-02-18T03:00:00Z"_s;
        QTest::newRow("Beirut, without midnight")
            << QByteArray("Asia/Beirut") << QDate(2025, 3, 30) << u"2025-03-29T22:00:00Z"_s;
        QTest::newRow("Beirut, the evening twice")
            << QByteArray("Asia/Beirut") << QDate(2025, 10, 26) << u"2025-10-25T22:00:00Z"_s;
        QTest::newRow("Cairo, without midnight")
            << QByteArray("Africa/Cairo") << QDate(2025, 4, 25) << u"2025-04-24T22:00:00Z"_s;
        QTest::newRow("Cairo, the evening twice")
            << QByteArray("Africa/Cairo") << QDate(2025, 10, 31) << u"2025-10-30T22:00:00Z"_s;
        QTest::newRow("Toronto, a gap around midnight")
            << QByteArray("America/Toronto") << QDate(1919, 3, 31) << u"1919-03-31T04:30:00Z"_s;
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25)
                                << u"2026-10-24T22:00:00Z"_s;
    }
    void daysBeginAtTheirFirstInstant()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        QFETCH(QString, utc);
        const QTimeZone there(zone);
        const qint64 start = startOfDay(day, there);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(start, Qt::UTC).toString(Qt::ISODate), utc);
        QCOMPARE(localDay(start, there), day);
        QCOMPARE(localDay(start - 1, there), day.addDays(-1));
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
