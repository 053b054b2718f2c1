// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/approvals.h"

#include "domain/workflow.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace {
bool mayApprove(
    UserId who, const Post &post, const Variant &variant, const QList<Channel> &channels)
{
    if (variant.status != PostStatus::InReview)
        return false;
    const auto channel = std::ranges::find(channels, variant.channel, &Channel::id);
    return channel != channels.end()
        && obstacleTo(PostStatus::Approved, post, variant, &*channel, who) == Obstacle::None;
}
} // namespace

QList<DuePost> approvalsFor(UserId who, const QList<PostWithVariants> &posts,
    const QList<Channel> &channels, const QTimeZone &workspaceZone)
{
    QList<DuePost> waiting;
    for (const PostWithVariants &post : posts) {
        for (const Variant &variant : post.variants) {
            if (!mayApprove(who, post.post, variant, channels))
                continue;
            const auto at = instantOf(plannedTime(post.post, variant), workspaceZone);
            waiting.append(
                {post.post.id, variant.id, variant.channel, headline(post.post), at.value_or(0)});
        }
    }
    std::ranges::sort(waiting, {}, [](const DuePost &entry) {
        const qint64 at = entry.at == 0 ? std::numeric_limits<qint64>::max() : entry.at;
        return std::tuple(at, entry.post, entry.variant);
    });
    return waiting;
}

PostWithVariants reviewed(
    const PostWithVariants &post, PostStatus to, UserId who, const QList<Channel> &channels)
{
    PostWithVariants result = post;
    for (Variant &variant : result.variants) {
        if (mayApprove(who, post.post, variant, channels))
            variant.status = to;
    }
    return result;
}
