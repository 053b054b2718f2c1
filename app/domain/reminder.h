// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTime>

/// How somebody wants to be reminded of posts on this computer.
struct ReminderSettings
{
    bool isOn = true;
    int leadMinutes = 0; ///< before the planned time; 0 or more
    bool hasQuietHours = false;
    QTime quietFrom = QTime(22, 0);
    QTime quietTo =
        QTime(7, 0); ///< not quiet any more; earlier than `quietFrom` is the next morning

    friend bool operator==(const ReminderSettings &, const ReminderSettings &) = default;
};

/// Whether \a time of the day is within the quiet hours. Hours that end as they begin are none.
[[nodiscard]] inline bool isQuiet(const ReminderSettings &settings, QTime time)
{
    if (!settings.hasQuietHours || settings.quietFrom == settings.quietTo)
        return false;
    const bool isBehind = time >= settings.quietFrom;
    const bool isBefore = time < settings.quietTo;
    return settings.quietFrom < settings.quietTo ? isBehind && isBefore : isBehind || isBefore;
}
