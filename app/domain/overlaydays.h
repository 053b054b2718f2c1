// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/overlay.h"
#include "domain/plannedpost.h"

#include <QHash>
#include <QList>

/// The days for which rules without an end are listed: from the year before \a today to five years after its own.
[[nodiscard]] DateSpan overlaySpan(QDate today);
/// What \a events of a calendar take of days, each entry once, by day and name; without ids. A recurring event is listed within \a span, which has
/// both ends; of one whose rule cannot be read the first day is taken. Occurrences that are left out or replaced by another event are left out. Events
/// with a time and a zone take the days that they take in \a zone, the workspace's.
[[nodiscard]] QList<OverlayDay> overlayDaysOf(
    const QList<PlannedPost> &events, const DateSpan &span, const QTimeZone &zone);

/// A name that stands over a day.
struct DayMark
{
    QString name;
    int colour = 0; ///< as a campaign's

    friend bool operator==(const DayMark &, const DayMark &) = default;
};
using DayMarks = QHash<QDate, QList<DayMark>>;

/// What stands over each day of \a span, which has both ends: the entries of the overlays that are shown, in the order of \a overlays, a name once.
[[nodiscard]] DayMarks dayMarks(
    const QList<Overlay> &overlays, const QList<OverlayDay> &days, const DateSpan &span);
/// Their names, as one says them.
[[nodiscard]] QString namesOf(const QList<DayMark> &marks);
