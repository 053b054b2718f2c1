// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/approvals.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace {
/// What hinders the approval of \a variant; NoSuchStep where it does not wait for any.
Obstacle toApproval(UserId who, const Post &post, const Variant &variant,
    const QList<Channel> &channels, const WordRules &rules)
{
    const auto channel = std::ranges::find(channels, variant.channel, &Channel::id);
    if (variant.status != PostStatus::InReview || channel == channels.end())
        return Obstacle::NoSuchStep;
    return obstacleTo(PostStatus::Approved, post, variant, &*channel, who, rules);
}

/// Whether it is \a who that is to answer, be it by asking for other words.
bool mayAnswer(UserId who, const Post &post, const Variant &variant, const QList<Channel> &channels)
{
    const Obstacle obstacle = toApproval(who, post, variant, channels, {});
    return obstacle == Obstacle::None || isAboutWords(obstacle);
}
} // namespace

QList<DuePost> approvalsFor(UserId who, const QList<PostWithVariants> &posts,
    const QList<Channel> &channels, const QTimeZone &workspaceZone)
{
    QList<DuePost> waiting;
    for (const PostWithVariants &post : posts) {
        for (const Variant &variant : post.variants) {
            if (!mayAnswer(who, post.post, variant, channels))
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

PostWithVariants reviewed(const PostWithVariants &post, PostStatus to, UserId who,
    const QList<Channel> &channels, const WordRules &rules)
{
    PostWithVariants result = post;
    for (Variant &variant : result.variants) {
        const bool takesIt = to == PostStatus::Approved
            ? toApproval(who, post.post, variant, channels, rules) == Obstacle::None
            : mayAnswer(who, post.post, variant, channels);
        if (takesIt)
            variant.status = to;
    }
    return result;
}

Obstacle hindranceToApproval(const PostWithVariants &post, UserId who,
    const QList<Channel> &channels, const WordRules &rules)
{
    for (const Variant &variant : post.variants) {
        const Obstacle obstacle = toApproval(who, post.post, variant, channels, rules);
        if (isAboutWords(obstacle))
            return obstacle;
    }
    return Obstacle::None;
}
