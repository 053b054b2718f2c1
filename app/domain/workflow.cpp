// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow.h"

#include "domain/placeholders.h"

#include <algorithm>

namespace {
bool isSentOn(PostStatus status)
{
    return status == PostStatus::InReview || status == PostStatus::Approved
        || status == PostStatus::Scheduled || status == PostStatus::Posted;
}

bool hasOpenPlaceholder(const Post &post, const Variant &variant)
{
    const bool hasLink = !post.link.isEmpty();
    return !openPlaceholders(effectiveText(post, variant), hasLink).isEmpty()
        || !openPlaceholders(variant.firstComment, hasLink).isEmpty();
}
} // namespace

Obstacle obstacleTo(
    PostStatus to, const Post &post, const Variant &variant, const Channel *channel, UserId who)
{
    if (!allowedTransitions(variant.status).contains(to))
        return Obstacle::NoSuchStep;
    if (to == PostStatus::Scheduled) {
        const PlannedTime planned = plannedTime(post, variant);
        if (!planned.day || !planned.time)
            return Obstacle::NeedsTime;
    }
    const ApprovalRule rule = channel ? channel->approval : ApprovalRule::None;
    const bool goesOut = to == PostStatus::Scheduled || to == PostStatus::Posted;
    const bool isApproved =
        variant.status == PostStatus::Approved || variant.status == PostStatus::Scheduled;
    if (rule != ApprovalRule::None && goesOut && !isApproved)
        return Obstacle::NeedsApproval;
    if (rule == ApprovalRule::SomebodyElse && to == PostStatus::Approved
        && variant.status != PostStatus::Scheduled && who == post.author)
        return Obstacle::NeedsSomebodyElse;
    if ((goesOut || to == PostStatus::Approved) && hasOpenPlaceholder(post, variant))
        return Obstacle::OpenPlaceholder;
    return Obstacle::None;
}

QList<TextVersion> versionsToKeep(const PostWithVariants &before, const PostWithVariants &after)
{
    QList<TextVersion> versions;
    for (const Variant &variant : after.variants) {
        const auto was = std::ranges::find(before.variants, variant.id, &Variant::id);
        const bool isNew = was == before.variants.end();
        if (!isSentOn(variant.status) || (!isNew && was->status == variant.status))
            continue;
        TextVersion version;
        version.post = after.post.id;
        version.variant = variant.detached ? variant.id : VariantId();
        version.text = effectiveText(after.post, variant);
        version.status = variant.status;
        const bool isKept = std::ranges::any_of(versions, [&version](const TextVersion &kept) {
            return kept.variant == version.variant && kept.status == version.status;
        });
        if (!isKept && !version.text.isEmpty())
            versions.append(version);
    }
    return versions;
}
