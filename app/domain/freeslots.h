// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/post.h"
#include "domain/schedule.h"

#include <QList>
#include <QString>
#include <QTimeZone>

/// A place in the plan of one channel: local day and time in the channel's zone.
struct SlotTime
{
    QDate day;
    QTime time;
    QString queue;

    friend bool operator==(const SlotTime &, const SlotTime &) = default;
};

/// The zone that the slots of \a channel are in: its own, else \a workspaceZone.
[[nodiscard]] QTimeZone slotZone(const Channel &channel, const QTimeZone &workspaceZone);
/// The places that \a postingSlots give \a channel on the days from \a from to before \a to, in order of time.
[[nodiscard]] QList<SlotTime> slotTimes(
    const QList<PostingSlot> &postingSlots, ChannelId channel, QDate from, QDate to);
/// The names of the queues that \a postingSlots serve, sorted, without the ordinary one.
[[nodiscard]] QStringList queuesOf(const QList<PostingSlot> &postingSlots);
/// The instants at which \a posts take a place on \a channel, Unix milliseconds; retired variants take none.
[[nodiscard]] QList<qint64> takenInstants(
    const QList<PostWithVariants> &posts, ChannelId channel, const QTimeZone &workspaceZone);

struct FreeSlotQuery
{
    QList<PostingSlot> postingSlots; ///< of any channel
    ChannelId channel;
    std::optional<QString> queue; ///< absent: any
    QTimeZone zone; ///< of the slots
    qint64 after = 0; ///< Unix milliseconds: nothing at or before it
    QList<qint64> taken; ///< instants, in any order
};
/// The first place that is not taken, within a year of `after`. Nothing where there is none.
[[nodiscard]] std::optional<SlotTime> nextFreeSlot(const FreeSlotQuery &query);
