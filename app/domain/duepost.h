// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QList>
#include <QTimeZone>

/// A variant whose time has come and that nobody has posted yet.
struct DuePost
{
    PostId post;
    VariantId variant;
    ChannelId channel;
    QString text; ///< the post's first words
    qint64 at = 0; ///< Unix milliseconds

    friend bool operator==(const DuePost &, const DuePost &) = default;
};

/// The scheduled variants of \a posts whose time is \a now or earlier, earliest first.
[[nodiscard]] QList<DuePost> dueAt(
    const QList<PostWithVariants> &posts, qint64 now, const QTimeZone &workspaceZone);
