// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <vector>

/// Local days of instants in one zone, fast enough for millions of them: the zone's offset is asked
/// once per day of UTC and kept. Not for use by two threads at once.
class LocalDays
{
public:
    static constexpr qint64 EpochJulianDay = 2440588; ///< 1970-01-01

    explicit LocalDays(const QTimeZone &zone);

    /// The Julian day of the local day in which \a ms (Unix milliseconds, UTC) lies.
    [[nodiscard]] qint64 julianDay(qint64 ms);

private:
    [[nodiscard]] qint64 offsetMs(qint64 ms);

    QTimeZone m_zone;
    std::vector<qint32>
        m_offsetOfDay; ///< seconds by day since FirstDay; see the two marks in the source
};
