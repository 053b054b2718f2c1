// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/duepost.h"

/// The variants of \a posts in review that \a who may approve, by the time they are planned for, those without a day last (`at` is 0).
[[nodiscard]] QList<DuePost> approvalsFor(UserId who, const QList<PostWithVariants> &posts,
    const QList<Channel> &channels, const QTimeZone &workspaceZone);
/// \a post with those of its variants at \a to that are in review and that \a who may approve; the same post where there are none.
[[nodiscard]] PostWithVariants reviewed(
    const PostWithVariants &post, PostStatus to, UserId who, const QList<Channel> &channels);
