// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringView>

/// A component of a calendar file as its text, so that a fault in one harms no other.
struct CalendarPart
{
    enum class Kind { Event, Zone, Other };
    Kind kind = Kind::Event;
    qint64 line = 0; ///< 1-based, where it begins
    QByteArray text; ///< UTF-8 with CR LF, from BEGIN to END, without what is nested in an event
    bool isClosed = false; ///< its END was found
};

struct CalendarParts
{
    int calendars = 0;
    QString name; ///< of the first calendar that has one (X-WR-CALNAME, NAME)
    QList<CalendarPart> parts;
};

/// The events and time zones of \a text, wherever they stand; tasks and journal entries as Other.
[[nodiscard]] CalendarParts splitCalendar(QStringView text);
