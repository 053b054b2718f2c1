// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/copycheck.h"
#include "domain/network.h"
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
    TooLong, ///< the words pass a hard limit of the channel
    CommentTooLong, ///< the first comment does
    NotTaken, ///< the words hold what the channel does not take
};

/// What the words of a post are checked by.
struct WordRules
{
    NetworkTable networks;
    QList<ChannelLimit> limits = {}; ///< of any channel
    QList<Campaign> campaigns = {}; ///< for the links
};

/// What \a words and \a comment, the checks of a variant on its channel, say against letting it go out; None where nothing does.
[[nodiscard]] Obstacle obstacleIn(const CopyCheck &words, const CopyCheck &comment);
/// Why a post cannot take a step, as the end of a sentence about it; empty for None and NoSuchStep.
[[nodiscard]] QString obstacleWords(Obstacle obstacle);
/// Whether the words are to be mended, whoever takes the step.
[[nodiscard]] bool isAboutWords(Obstacle obstacle);

/// What stands between \a variant of \a post and \a to, where \a who takes the step. \a channel is the variant's, null where it is unknown.
/// The rules: allowedTransitions(); a scheduled variant needs a day and a time; on a channel with an approval rule only what is approved is scheduled
/// or posted; where the rule says so, the post's author cannot approve; nothing is approved, scheduled or posted with an open placeholder; and nothing
/// is approved or scheduled whose words or first comment, checked by \a rules, cannot go out on the channel.
[[nodiscard]] Obstacle obstacleTo(PostStatus to, const Post &post, const Variant &variant,
    const Channel *channel, UserId who, const WordRules &rules);

/// The versions of the words to keep where \a before becomes \a after: of each text that goes to review, is approved, scheduled or posted, once, whether it is
/// the common one or a variant's own. Ids, author and time are the caller's.
[[nodiscard]] QList<TextVersion> versionsToKeep(
    const PostWithVariants &before, const PostWithVariants &after);
