// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/post.h"
#include "domain/review.h"

#include <QList>

/// Why a variant cannot take a step.
enum class Obstacle {
    None,
    NoSuchStep, ///< the table of transitions does not have it
    NeedsTime, ///< a schedule needs a day and a time
    NeedsApproval, ///< the channel wants an approval first
    OpenPlaceholder, ///< the words still hold a placeholder that stands for nothing
    NeedsSomebodyElse, ///< the channel wants an approval by somebody other than the author
};

/// What stands between \a variant of \a post and \a to, where \a who takes the step. \a channel is the variant's, null where it is unknown.
/// The rules: allowedTransitions(); a scheduled variant needs a day and a time; on a channel with an approval rule only what is approved is scheduled
/// or posted; where the rule says so, the post's author cannot approve; and nothing is approved, scheduled or posted with an open placeholder.
[[nodiscard]] Obstacle obstacleTo(
    PostStatus to, const Post &post, const Variant &variant, const Channel *channel, UserId who);

/// The versions of the words to keep where \a before becomes \a after: of each text that goes to review, is approved, scheduled or posted, once, whether it is
/// the common one or a variant's own. Ids, author and time are the caller's.
[[nodiscard]] QList<TextVersion> versionsToKeep(
    const PostWithVariants &before, const PostWithVariants &after);
