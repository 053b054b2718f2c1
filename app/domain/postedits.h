// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/post.h"
#include "domain/workflow.h"

/// What editing does to a post, as pure functions on values.
namespace PostEdits {

/// Who takes a step of the work flow, when.
struct StatusStep
{
    QList<Channel> channels;
    UserId who;
    qint64 now = 0; ///< Unix milliseconds, kept where something is posted
    WordRules rules = {};
};
/// The post with \a status where nothing hinders its variants (obstacleTo()), and there as a whole; nothing where they may not get there, or where
/// nothing would change. Retired variants stay so beside others.
[[nodiscard]] std::optional<PostWithVariants> withStatus(
    const PostWithVariants &post, PostStatus status, const StatusStep &by);
/// What keeps \a post from \a status, where withStatus() gives nothing: of the first variant that cannot get there. None: there is nothing in the way.
[[nodiscard]] Obstacle hindranceTo(
    const PostWithVariants &post, PostStatus status, const StatusStep &by);
/// \a after, but for what was approved, scheduled, posted or retired in \a before and still is: its words stay as they were. A variant that
/// follows common words which change keeps the old ones as its own. Where changesLockedMedia(), all media and their crops stay as they were.
[[nodiscard]] PostWithVariants keepingLocked(
    const PostWithVariants &before, const PostWithVariants &after);
/// Whether a variant that is locked in \a before, other than by being retired, and is still locked in \a after shows other media there: others, in
/// another order, described otherwise or cropped otherwise. Those of the post and its own count, not those of other variants.
[[nodiscard]] bool changesLockedMedia(
    const PostWithVariants &before, const PostWithVariants &after);
/// Whether locked words of \a post hold {link}, so that the link and how it is tracked stay as they are.
[[nodiscard]] bool isLinkLocked(const PostWithVariants &post);
/// \a theirs with those fields replaced that differ between \a base and \a mine: what a user typed
/// survives news from elsewhere, and news survives typing. A variant that either side removed is
/// gone with its media, one that either added is there. Crops go with their medium.
[[nodiscard]] PostWithVariants merged(
    const PostWithVariants &base, const PostWithVariants &mine, const PostWithVariants &theirs);
/// Whether the two differ in words alone: title, texts, notes.
[[nodiscard]] bool isTyping(const PostWithVariants &before, const PostWithVariants &after);
/// A status whose text may no longer be changed without going back to draft.
[[nodiscard]] bool isLocked(PostStatus status);

} // namespace PostEdits
