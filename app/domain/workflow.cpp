// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow.h"

#include "domain/channellimits.h"
#include "domain/placeholders.h"
#include "domain/postwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
struct WorkflowWords
{
    Q_DECLARE_TR_FUNCTIONS(Workflow)
};

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

Obstacle obstacleInWords(
    const Post &post, const Variant &variant, const Channel &channel, const WordRules &rules)
{
    const CopyPlace place {channel, linkFor(post, channel, rules.campaigns), variant.thread, {}};
    const auto check = [&](const QString &text, QStringView field) {
        return checkOn(text, place, rules.networks, rules.limits, field).check;
    };
    return obstacleIn(check(effectiveText(post, variant), TextField),
        check(variant.firstComment, FirstCommentField));
}
} // namespace

Obstacle obstacleIn(const CopyCheck &words, const CopyCheck &comment)
{
    if (words.overAt >= 0)
        return Obstacle::TooLong;
    if (comment.overAt >= 0)
        return Obstacle::CommentTooLong;
    return hasErrors(words) ? Obstacle::NotTaken : Obstacle::None;
}

QString obstacleWords(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::NeedsTime:
        return WorkflowWords::tr("it needs a day and a time");
    case Obstacle::NeedsApproval:
        return WorkflowWords::tr("its channel wants an approval first");
    case Obstacle::NeedsSomebodyElse:
        return WorkflowWords::tr(
            "its channel wants the approval of somebody other than the author");
    case Obstacle::OpenPlaceholder:
        return WorkflowWords::tr("a placeholder is still to be filled in");
    case Obstacle::TooLong:
        return WorkflowWords::tr("it is too long for a channel");
    case Obstacle::CommentTooLong:
        return WorkflowWords::tr("its first comment is too long for a channel");
    case Obstacle::NotTaken:
        return WorkflowWords::tr("it has what its channel does not take");
    case Obstacle::None:
    case Obstacle::NoSuchStep:
        break;
    }
    return {};
}

bool isAboutWords(Obstacle obstacle)
{
    return obstacle == Obstacle::OpenPlaceholder || obstacle == Obstacle::TooLong
        || obstacle == Obstacle::CommentTooLong || obstacle == Obstacle::NotTaken;
}

Obstacle obstacleTo(PostStatus to, const Post &post, const Variant &variant, const Channel *channel,
    UserId who, const WordRules &rules)
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
    // What was posted, the channel did take.
    if (channel && (to == PostStatus::Approved || to == PostStatus::Scheduled))
        return obstacleInWords(post, variant, *channel, rules);
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
