// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/plannedpost.h"

#include <QTimeZone>

/// What a calendar file holds besides its events.
struct CalendarFile : PlanFile
{
    int calendars = 0;
    QString name; ///< as the file calls its calendar; may be empty
    int events = 0; ///< posts, rejected and cancelled ones together
    int others = 0; ///< tasks and journal entries, which are no posts
};

/// Reads the events of an iCalendar file (RFC 5545, and what programs make of it) as posts: also
/// several calendars in one file, events outside of one, and files that are cut off, whose last event
/// is rejected. A start with a zone keeps its wall time and the zone's IANA name, found by its
/// name, by Windows' name or by X-LIC-LOCATION; where none of these is known but the file
/// describes the zone, the time is converted to \a zone and an issue says so. A UTC time has the zone
/// "UTC", a floating one none. Calendars of our own bring back all that writeCalendar() wrote;
/// what was changed in another program since wins. An event without a readable start is rejected, a
/// cancelled one left out. Errors: NotFound, Io, Rejected (no calendar, above 64 MB).
[[nodiscard]] Result<CalendarFile> readCalendar(const QString &path, const QTimeZone &zone);

/// How a calendar is written.
struct CalendarOptions
{
    qint64 stampedAt = 0; ///< Unix milliseconds, DTSTAMP of every event
    QTimeZone zone; ///< for posts that name none
    QString name; ///< of the calendar, as programs show it
};

/// One VEVENT for each of \a posts that has a day (the others cannot stand in a calendar), with a
/// VTIMEZONE for each zone that says every change of the clocks from a year before the first post to
/// a year after the last. Names, texts and all else of our own stand in X-PULLPUSH- properties. The
/// same input gives the same bytes.
[[nodiscard]] QByteArray calendarText(
    const QList<PlannedPost> &posts, const CalendarOptions &options);
/// Writes that to \a path as a whole. Returns how many events were written. Errors: Io.
[[nodiscard]] Result<int> writeCalendar(
    const QString &path, const QList<PlannedPost> &posts, const CalendarOptions &options);
