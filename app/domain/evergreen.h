// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/channel.h"
#include "domain/freeslots.h"
#include "domain/post.h"
#include "domain/schedule.h"

#include <QHash>
#include <QList>
#include <QTimeZone>

// Posts that come again: an evergreen post rests for its cool-down and then fills free slots of its queue.

/// Whether \a post may come again. A repetition does not.
[[nodiscard]] bool isEvergreen(const Post &post);

struct EvergreenQuery
{
    QList<PostWithVariants> evergreens; ///< those that are none are passed over
    QList<PostWithVariants> repetitions; ///< of any day: all that came of the evergreens so far
    QList<PostWithVariants> planned; ///< all that may stand in a slot of the days
    QList<Channel> channels; ///< whose slots are filled, in their order
    QList<PostingSlot> postingSlots; ///< of any channel
    QTimeZone zone; ///< the workspace's
    DateSpan days; ///< with both ends, as each channel's own clocks count them
    qint64 after = 0; ///< Unix milliseconds: nothing at or before it
};

/// A repetition of an evergreen post at a place that is free.
struct EvergreenProposal
{
    PostId source;
    QList<ChannelId> channels; ///< that have the place at the same instant
    SlotTime slot; ///< in the first channel's zone
    qint64 at = 0; ///< Unix milliseconds
    qint64 lastUsed = 0; ///< on the first channel before that; 0: never

    friend bool operator==(const EvergreenProposal &, const EvergreenProposal &) = default;
};

/// What could fill free slots, and what it is made of.
struct EvergreenPlan
{
    QList<PostWithVariants> sources; ///< every evergreen post
    QList<EvergreenProposal> proposals;

    /// Null where it is none of the sources.
    [[nodiscard]] const PostWithVariants *find(PostId source) const;
};

/// Fills the free slots in order of time: each gets the post of its queue that is on the channel, has rested there for its cool-down (whole days between the
/// channel's local days, before and after) and was used least recently; what was never used comes first, older posts before younger. No slot is
/// used twice. What is retired on a channel neither comes nor counts there. The same input gives the same proposals, in order of time.
[[nodiscard]] QList<EvergreenProposal> fillFreeSlots(const EvergreenQuery &query);
/// The draft that \a proposal makes of its \a source: without an id (what hangs on it still has its source's ids), on the channels of the proposal alone, in \a zone (IANA name; empty: the workspace's).
[[nodiscard]] PostWithVariants repetitionOf(
    const PostWithVariants &source, const EvergreenProposal &proposal, const QString &zone);
