// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"

#include <QDateTime>

qint64 startOfDay(QDate day, const QTimeZone &zone)
{
    // Not QDate::startOfDay: of a midnight that occurs twice, Qt 6.4 gives the second.
    const qint64 midnight = localToInstant(day, QTime(0, 0), zone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(midnight, zone);
    if (local.time() == QTime(0, 0) || !zone.hasTransitions())
        return midnight;
    // Midnight is in a gap, and was moved forward by all of it: the day begins where the gap ends, which may have begun before midnight.
    const QTimeZone::OffsetData gap =
        zone.previousTransition(QDateTime::fromMSecsSinceEpoch(midnight + 1, Qt::UTC));
    return gap.atUtc.isValid() ? gap.atUtc.toMSecsSinceEpoch() : midnight;
}

QDate localDay(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).date();
}

qint64 localToInstant(QDate day, QTime time, const QTimeZone &zone)
{
    // Qt 6.4 resolves gaps and repeated times platform-dependently, so both are settled here by the
    // offsets around the day: the instant under the offset before a change, unless that local time
    // exists only after it.
    const qint64 wall = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch();
    const auto offsetAt = [&zone](qint64 ms) {
        return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC))) * 1000;
    };
    const qint64 before = offsetAt(wall - DayMs);
    const qint64 after = offsetAt(wall + DayMs);
    const qint64 early = wall - before;
    const qint64 late = wall - after;
    if (offsetAt(early) == before)
        return early; // exists before the change; of a repeated time this is the first
    if (offsetAt(late) == after)
        return late;
    return early; // in a gap: the old offset lands as far after the gap as the time was into it
}
