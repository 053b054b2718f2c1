// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workdays.h"

#include "base/moment.h"

#include <QDateTime>

#include <algorithm>

namespace {
constexpr int DaysOfWorkWeek = 5;
constexpr int DaysOfWholeWeek = 7;
constexpr int HoursOfWorkday = 24;
constexpr qint64 HourOfWorkMs = DayMs / HoursOfWorkday;

/// \a day, or the Monday behind it where it is at a weekend.
QDate workdayFrom(QDate day)
{
    while (!Workdays::isOne(day))
        day = day.addDays(1);
    return day;
}

/// The working day that is \a count of them after \a day, itself one.
QDate workdayAfter(QDate day, int count)
{
    day = day.addDays(qint64(count / DaysOfWorkWeek) * DaysOfWholeWeek);
    for (int left = count % DaysOfWorkWeek; left > 0; --left)
        day = workdayFrom(day.addDays(1));
    return day;
}

/// \a at, or the beginning of Monday where it is at a weekend.
qint64 workFrom(qint64 at, const QTimeZone &zone)
{
    const QDate day = localDay(at, zone);
    return Workdays::isOne(day) ? at : startOfDay(workdayFrom(day), zone);
}

qint64 wholeDaysAfter(qint64 at, int days, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    // What begins with a day ends with one, so five days from a Monday's midnight are over on Friday night, not on the next Monday.
    if (at == startOfDay(local.date(), zone))
        return startOfDay(workdayAfter(local.date(), days - 1).addDays(1), zone);
    return localToInstant(workdayAfter(local.date(), days), local.time(), zone);
}
} // namespace

bool Workdays::isOne(QDate day)
{
    return day.dayOfWeek() <= DaysOfWorkWeek;
}

qint64 Workdays::after(qint64 from, int hours, const QTimeZone &zone)
{
    if (hours <= 0)
        return from;
    qint64 at = workFrom(from, zone);
    if (hours >= HoursOfWorkday)
        at = wholeDaysAfter(at, hours / HoursOfWorkday, zone);
    qint64 rest = hours % HoursOfWorkday * HourOfWorkMs;
    while (rest > 0) {
        at = workFrom(at, zone);
        const qint64 step = std::min(rest, startOfDay(localDay(at, zone).addDays(1), zone) - at);
        at += step;
        rest -= step;
    }
    return at;
}

qint64 Workdays::timeBetween(qint64 from, qint64 to, const QTimeZone &zone)
{
    if (to < from)
        return -timeBetween(to, from, zone);
    qint64 time = to - from;
    const QDate first = localDay(from, zone);
    QDate saturday = first.addDays(DaysOfWorkWeek + 1 - first.dayOfWeek());
    for (;;) {
        const qint64 begin = startOfDay(saturday, zone);
        if (begin >= to)
            return time;
        const qint64 end = startOfDay(saturday.addDays(DaysOfWholeWeek - DaysOfWorkWeek), zone);
        time -= std::min(end, to) - std::max(begin, from);
        saturday = saturday.addDays(DaysOfWholeWeek);
    }
}

int Workdays::daysBetween(QDate from, QDate to)
{
    if (to < from)
        return -daysBetween(to, from);
    const qint64 days = from.daysTo(to);
    int count = int(days / DaysOfWholeWeek) * DaysOfWorkWeek;
    for (qint64 left = days % DaysOfWholeWeek; left > 0; --left)
        count += isOne(to.addDays(1 - left)) ? 1 : 0;
    return count;
}
