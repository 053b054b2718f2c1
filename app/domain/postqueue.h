// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/channel.h"
#include "domain/freeslots.h"
#include "domain/post.h"
#include "domain/schedule.h"

#include <QList>
#include <QTimeZone>

// The named queues of a channel: its slots in order of time, and what stands in them.

/// A queue of a channel.
struct QueueId
{
    ChannelId channel;
    QString queue; ///< empty: the channel's ordinary one

    friend bool operator==(const QueueId &, const QueueId &) = default;
};
/// The queues of \a channels, in their order, the ordinary one of each first.
[[nodiscard]] QList<QueueId> queuesOf(
    const QList<Channel> &channels, const QList<PostingSlot> &postingSlots);

/// A slot of a queue.
struct QueuePlace
{
    SlotTime slot; ///< in the channel's zone
    qint64 at = 0; ///< Unix milliseconds
    PostId post; ///< what stands there; null: nothing
    VariantId variant;
    bool isFixed = false; ///< it was posted, and stays

    friend bool operator==(const QueuePlace &, const QueuePlace &) = default;
};

struct QueueQuery
{
    Channel channel = {};
    QString queue = {};
    QList<PostingSlot> postingSlots; ///< of any channel
    QList<PostWithVariants> posts; ///< as they are planned
    QTimeZone zone; ///< the workspace's
    DateSpan days; ///< with both ends, as the channel's clocks count them
    qint64 after =
        0; ///< Unix milliseconds: a slot at or before it is shown only where something stands in it
};
/// The queue's slots of the days, in order of time. Of two posts at the same instant the older one stands in the slot; retired ones stand nowhere.
[[nodiscard]] QList<QueuePlace> queueOf(const QueueQuery &query);
/// The next place before (-1) or after (1) \a place to which what stands there can go; -1 where there is none. Fixed ones are passed over.
[[nodiscard]] qsizetype neighbourInQueue(
    const QList<QueuePlace> &queue, qsizetype place, int direction);

/// \a post planned on \a channel at \a when. Where nothing else hangs on the post's own time, that is set; else the channel's variant gets a plan
/// of its own. A post without a variant on the channel gets one, without an id.
[[nodiscard]] PostWithVariants plannedOn(
    const PostWithVariants &post, ChannelId channel, const PlannedTime &when);
