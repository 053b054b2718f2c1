// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDate>
#include <QString>
#include <QTime>

/// A time of the week at which a channel posts, in the channel's zone.
struct PostingSlot
{
    PostingSlotId id;
    ChannelId channel;
    int weekday = 1; ///< 1 (Monday) … 7 (Sunday), as QDate counts
    QTime time;
    QString queue; ///< the named queue that it serves; empty: the channel's ordinary one
    qint64 rowVersion = 1;

    friend bool operator==(const PostingSlot &, const PostingSlot &) = default;
};

/// A rule after which a post recurs. Each occurrence is a post of its own that can be edited, moved or deleted alone.
struct Series
{
    SeriesId id;
    QString rule; ///< RFC 5545 RRULE, always with COUNT or UNTIL
    QDate start; ///< local day of the first occurrence
    QTime time; ///< local time of every occurrence, whatever the daylight saving
    QString zone; ///< IANA name; empty is the workspace's zone
    QString skipped; ///< days that the rule gives and nobody wants: ISO dates with spaces between
    qint64 rowVersion = 1;

    friend bool operator==(const Series &, const Series &) = default;
};
