// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/localdays.h"

#include "base/moment.h"

#include <QDateTime>

#include <limits>

namespace {

constexpr qint64 FirstDay = -3653; // 1960-01-01
constexpr qint64 DayCount = 58440; // to 2119-12-31
constexpr qint32 NotAsked = std::numeric_limits<qint32>::min();
constexpr qint32 Changes = NotAsked + 1; // the offset changes within this day of UTC

} // namespace

LocalDays::LocalDays(const QTimeZone &zone)
    : m_zone(zone)
    , m_offsetOfDay(size_t(DayCount), NotAsked)
{ }

qint64 LocalDays::julianDay(qint64 ms)
{
    return EpochJulianDay + wholeDays(ms + offsetMs(ms));
}

qint64 LocalDays::offsetMs(qint64 ms)
{
    const auto ask = [this](qint64 at) {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC));
    };
    const qint64 day = wholeDays(ms);
    const qint64 index = day - FirstDay;
    if (index < 0 || index >= DayCount)
        return qint64(ask(ms)) * 1000;
    qint32 &offset = m_offsetOfDay[size_t(index)];
    if (offset == NotAsked) {
        // No zone has ever changed its offset there and back within one day.
        const int first = ask(day * DayMs);
        offset = first == ask((day + 1) * DayMs - 1) ? first : Changes;
    }
    return qint64(offset == Changes ? ask(ms) : offset) * 1000;
}
