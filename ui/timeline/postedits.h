// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <functional>

/// What calendar and composer do to a post, as pure functions on values.
namespace PostEdits {

/// The post on another day: its own day, and that of each variant with a day of its own, if it was
/// \a from. Where \a from is invalid (an idea) the post's day is set. Times stay.
[[nodiscard]] PostWithVariants movedToDay(const PostWithVariants &post, QDate from, QDate to);
/// The post as an idea: no day anywhere. What was scheduled is approved again, because a schedule
/// needs a day.
[[nodiscard]] PostWithVariants withoutDay(const PostWithVariants &post);
/// A new post with the same words and channels: drafts that were never posted. \a post becomes its
/// id, \a newVariantId is asked for each variant.
[[nodiscard]] PostWithVariants copyOf(
    const PostWithVariants &source, PostId post, const std::function<VariantId()> &newVariantId);
/// \a theirs with those fields replaced that differ between \a base and \a mine: what a user typed
/// survives news from elsewhere, and news survives typing. A variant that either side removed is
/// gone, one that either added is there.
[[nodiscard]] PostWithVariants merged(
    const PostWithVariants &base, const PostWithVariants &mine, const PostWithVariants &theirs);
/// Whether the two differ in words alone: title, texts, notes.
[[nodiscard]] bool isTyping(const PostWithVariants &before, const PostWithVariants &after);
/// A status whose text may no longer be changed without going back to draft.
[[nodiscard]] bool isLocked(PostStatus status);

} // namespace PostEdits
