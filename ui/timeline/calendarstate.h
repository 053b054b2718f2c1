// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shownzone.h"
#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/calendarview.h"

#include <QByteArray>
#include <QDate>

#include <optional>

/// What the calendar showed when it was left.
struct CalendarState
{
    CalendarViewKind view = CalendarViewKind::Month;
    QDate day; ///< under the cursor; may be invalid
    PostId selected; ///< may be null
    QByteArray splitter;
    CalendarFilter filter; ///< without words
    ShownZone::Kind zoneKind = ShownZone::Kind::Workspace;
    QByteArray zone; ///< IANA name, where one is chosen

    friend bool operator==(const CalendarState &, const CalendarState &) = default;
};

[[nodiscard]] QByteArray toBytes(const CalendarState &state);
/// Nothing for bytes of another version or garbage.
[[nodiscard]] std::optional<CalendarState> calendarStateFrom(const QByteArray &bytes);
