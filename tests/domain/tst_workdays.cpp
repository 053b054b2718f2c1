// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/workdays.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Hour = 3'600'000;

/// A local time as "2026-11-20T15:00" in \a zone.
qint64 instant(const QString &local, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromString(local, Qt::ISODate);
    return localToInstant(time.date(), time.time(), zone);
}

QString localText(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(u"ddd yyyy-MM-ddTHH:mm"_s);
}
} // namespace

class WorkdaysTest : public QObject
{
    Q_OBJECT
private slots:
    void ends_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("ends");
        const auto add = [](const char *name, const char *from, int hours, const char *ends,
                             const char *zone = "Europe/Berlin") {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(from) << hours
                                << QString::fromLatin1(ends);
        };
        add("within a week", "2026-11-16T10:00", 48, "2026-11-18T10:00");
        add("no time", "2026-11-21T10:00", 0, "2026-11-21T10:00");
        add("over a weekend", "2026-11-20T15:00", 48, "2026-11-24T15:00");
        add("offered on a Saturday", "2026-11-21T12:00", 48, "2026-11-25T00:00");
        add("offered on a Sunday night", "2026-11-22T23:59", 48, "2026-11-25T00:00");
        add("offered at Monday's midnight", "2026-11-23T00:00", 48, "2026-11-25T00:00");
        add("five whole days", "2026-11-16T00:00", 120, "2026-11-21T00:00");
        add("five days from a morning", "2026-11-16T10:00", 120, "2026-11-23T10:00");
        add("twelve days", "2026-11-19T10:00", 12 * 24, "2026-12-07T10:00");
        add("hours within a day", "2026-11-20T09:00", 6, "2026-11-20T15:00");
        add("hours until Friday's end", "2026-11-20T18:00", 6, "2026-11-21T00:00");
        add("hours over a weekend", "2026-11-20T22:00", 6, "2026-11-23T04:00");
        add("a day and hours", "2026-11-20T22:00", 30, "2026-11-24T04:00");
        add("whole days and hours behind them", "2026-11-16T00:00", 126, "2026-11-23T06:00");
        add("over the end of a month", "2026-07-31T09:00", 48, "2026-08-04T09:00");
        add("over a leap day", "2028-02-28T08:00", 48, "2028-03-01T08:00");
        add("over the end of a year", "2026-12-31T12:00", 48, "2027-01-04T12:00");
        add("into summer time", "2026-03-27T15:00", 48, "2026-03-31T15:00");
        add("hours into summer time", "2026-03-27T22:00", 6, "2026-03-30T04:00");
        add("out of summer time", "2026-10-23T15:00", 48, "2026-10-27T15:00");
        // There the clock went from 00:00 to 01:00 on a Monday.
        add("a day of 23 hours", "2021-03-21T12:00", 24, "2021-03-23T00:00", "Asia/Tehran");
        add("into a gap", "2021-03-19T00:30", 24, "2021-03-22T01:30", "Asia/Tehran");
        add("hours past a gap", "2021-03-19T22:00", 6, "2021-03-22T05:00", "Asia/Tehran");
    }
    void ends()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, from);
        QFETCH(int, hours);
        QFETCH(QString, ends);
        const QTimeZone local(zone);
        QVERIFY(local.isValid());
        QCOMPARE(localText(Workdays::after(instant(from, local), hours, local), local),
            localText(instant(ends, local), local));
    }

    void theZoneSaysWhatAWeekendIs()
    {
        // Friday night in Berlin is Friday noon in Los Angeles, and Saturday morning in Tokyo.
        const qint64 from = instant(u"2026-11-20T23:00"_s, QTimeZone("Europe/Berlin"));
        const QTimeZone west("America/Los_Angeles");
        const QTimeZone east("Asia/Tokyo");
        QCOMPARE(Workdays::after(from, 6, west), from + 6 * Hour);
        QCOMPARE(Workdays::after(from, 6, east), instant(u"2026-11-23T06:00"_s, east));
    }

    void timeOfWorkingDays()
    {
        const QTimeZone berlin("Europe/Berlin");
        const auto between = [&berlin](const QString &from, const QString &to) {
            return Workdays::timeBetween(instant(from, berlin), instant(to, berlin), berlin);
        };
        QCOMPARE(between(u"2026-11-16T10:00"_s, u"2026-11-16T15:00"_s), 5 * Hour);
        QCOMPARE(between(u"2026-11-20T15:00"_s, u"2026-11-24T15:00"_s), 48 * Hour);
        QCOMPARE(between(u"2026-11-24T15:00"_s, u"2026-11-20T15:00"_s), -48 * Hour);
        QCOMPARE(between(u"2026-11-21T08:00"_s, u"2026-11-22T20:00"_s), 0);
        QCOMPARE(between(u"2026-11-22T20:00"_s, u"2026-11-23T03:00"_s), 3 * Hour);
        QCOMPARE(between(u"2026-11-16T00:00"_s, u"2026-11-30T00:00"_s), 240 * Hour);
        QCOMPARE(between(u"2026-03-27T15:00"_s, u"2026-03-31T15:00"_s), 48 * Hour);
    }

    void daysAreCounted()
    {
        const QDate friday(2026, 11, 20);
        QCOMPARE(Workdays::daysBetween(friday, friday), 0);
        QCOMPARE(Workdays::daysBetween(friday, friday.addDays(1)), 0);
        QCOMPARE(Workdays::daysBetween(friday, friday.addDays(3)), 1);
        QCOMPARE(Workdays::daysBetween(friday.addDays(1), friday.addDays(3)), 1);
        QCOMPARE(Workdays::daysBetween(friday.addDays(-4), friday), 4);
        QCOMPARE(Workdays::daysBetween(friday, friday.addDays(7)), 5);
        QCOMPARE(Workdays::daysBetween(friday, friday.addDays(18)), 12);
        QCOMPARE(Workdays::daysBetween(friday.addDays(3), friday), -1);
        QCOMPARE(Workdays::daysBetween(friday.addDays(2), friday), 0);
    }

    void properties()
    {
        const auto anyInstant = [] {
            return instant(u"2026-01-01T00:00"_s, QTimeZone::utc())
                + *rc::gen::inRange<qint64>(0, 400 * DayMs);
        };
        QVERIFY(rc::check("that much time of working days passes", [anyInstant] {
            const qint64 from = anyInstant();
            const int hours = *rc::gen::inRange(0, 1500);
            const qint64 ends = Workdays::after(from, hours, QTimeZone::utc());
            RC_ASSERT(Workdays::timeBetween(from, ends, QTimeZone::utc()) == hours * Hour);
        }));
        QVERIFY(rc::check("what begins later does not end earlier", [anyInstant] {
            static const QTimeZone berlin("Europe/Berlin");
            const qint64 from = anyInstant();
            const int hours = *rc::gen::inRange(0, 1500);
            const qint64 later = from + *rc::gen::inRange<qint64>(0, 3 * DayMs);
            RC_ASSERT(
                Workdays::after(from, hours, berlin) <= Workdays::after(later, hours, berlin));
        }));
        QVERIFY(rc::check("it ends on a working day", [anyInstant] {
            static const QTimeZone berlin("Europe/Berlin");
            const int hours = *rc::gen::inRange(1, 1500);
            const qint64 ends = Workdays::after(anyInstant(), hours, berlin);
            RC_ASSERT(Workdays::isOne(localDay(ends - 1, berlin)));
        }));
    }
};

PULLPUSH_TEST(WorkdaysTest)
#include "tst_workdays.moc"
