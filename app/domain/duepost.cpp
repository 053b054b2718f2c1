// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duepost.h"

#include <algorithm>
#include <tuple>

QList<DuePost> dueAt(
    const QList<PostWithVariants> &posts, qint64 now, const QTimeZone &workspaceZone)
{
    QList<DuePost> due;
    for (const PostWithVariants &post : posts) {
        for (const Variant &variant : post.variants) {
            if (variant.status != PostStatus::Scheduled)
                continue;
            const auto at = instantOf(plannedTime(post.post, variant), workspaceZone);
            if (at && *at <= now)
                due.append({post.post.id, variant.id, variant.channel, headline(post.post), *at});
        }
    }
    std::ranges::sort(
        due, {}, [](const DuePost &entry) { return std::tuple(entry.at, entry.variant); });
    return due;
}
