// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

/// What editing does to a post, as pure functions on values.
namespace PostEdits {

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
