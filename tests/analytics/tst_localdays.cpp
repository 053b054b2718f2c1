// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/localdays.h"
#include "base/moment.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLocalDays : public QObject
{
    Q_OBJECT
private slots:
    void agreesWithTheZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia",
                 "Asia/Kathmandu", "America/St_Johns", "Asia/Beirut"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void agreesWithTheZone()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone timeZone(zone);
        LocalDays days(timeZone);
        // Every 53 minutes around both changes of several years, a zone skipping a day, and far
        // away.
        for (const QDate start : {QDate(2011, 12, 25), QDate(2018, 2, 10), QDate(2018, 11, 1),
                 QDate(2026, 3, 20), QDate(2026, 10, 20), QDate(1935, 1, 1), QDate(2150, 6, 1)}) {
            qint64 ms = startOfDay(start, QTimeZone::utc());
            for (int i = 0; i < 400; ++i, ms += 53 * 60 * 1000 + 1)
                QCOMPARE(days.julianDay(ms), localDay(ms, timeZone).toJulianDay());
        }
    }

    void theDaysBordersAreExact()
    {
        const QTimeZone berlin("Europe/Berlin");
        LocalDays days(berlin);
        const qint64 start = startOfDay(QDate(2026, 3, 30), berlin); // the day after the change
        QCOMPARE(days.julianDay(start), QDate(2026, 3, 30).toJulianDay());
        QCOMPARE(days.julianDay(start - 1), QDate(2026, 3, 29).toJulianDay());
    }
};

PULLPUSH_TEST(TestLocalDays)
#include "tst_localdays.moc"
