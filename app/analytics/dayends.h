// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"
#include "base/moment.h"

#include <QHash>

/// The latest instants at which moves may have happened, where touches are compared with them: what is known to the day was
/// perhaps at its end, so that a touch of that day need not have come after it. Not for use by two threads at once.
class DayEnds
{
public:
    explicit DayEnds(const QTimeZone &zone)
        : m_zone(zone)
    { }

    /// Of a move that has a time, \a at and \a flags as in ColumnChunk::Moves; Unix milliseconds, UTC.
    [[nodiscard]] qint64 latest(quint32 at, quint8 flags)
    {
        const qint64 ms = qint64(at) * 1000;
        if (!(flags & ColumnChunk::Moves::IsDay))
            return ms + 999;
        const auto known = m_ends.constFind(at);
        if (known != m_ends.constEnd())
            return *known;
        const qint64 end = startOfDay(localDay(ms, m_zone).addDays(1), m_zone) - 1;
        m_ends.insert(at, end);
        return end;
    }

private:
    QTimeZone m_zone;
    QHash<quint32, qint64> m_ends; ///< by the day's start
};
