// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/localdays.h"
#include "base/moment.h"

/// Age by the rule of the charts: whole local days where either end is known to the day, else
/// elapsed days of 24 hours, rounded down. Not for use by two threads at once.
class AgeRule
{
public:
    explicit AgeRule(const QTimeZone &zone)
        : m_days(zone)
    { }

    /// Days from \a beginMs to \a endMs (Unix milliseconds, UTC); below 0 where the end comes first.
    [[nodiscard]] qint64 days(qint64 beginMs, bool beginIsDay, qint64 endMs, bool endIsDay)
    {
        return beginIsDay || endIsDay ? m_days.julianDay(endMs) - m_days.julianDay(beginMs)
                                      : wholeDays(endMs - beginMs);
    }

private:
    LocalDays m_days;
};
