// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/duepost.h"
#include "domain/workflow.h"

/// The variants of \a posts in review that \a who may approve, or send back where their words cannot go out, by the time they are planned for, those without a day last (`at` is 0).
[[nodiscard]] QList<DuePost> approvalsFor(UserId who, const QList<PostWithVariants> &posts,
    const QList<Channel> &channels, const QTimeZone &workspaceZone);
/// \a post with those of its variants at \a to that are in review and that \a who may approve; the same post where there are none. Those whose
/// words cannot go out by \a rules are not approved.
[[nodiscard]] PostWithVariants reviewed(const PostWithVariants &post, PostStatus to, UserId who,
    const QList<Channel> &channels, const WordRules &rules);
/// What keeps the words of \a post from being approved, of the first variant that waits for \a who; None where nothing does.
[[nodiscard]] Obstacle hindranceToApproval(const PostWithVariants &post, UserId who,
    const QList<Channel> &channels, const WordRules &rules);
