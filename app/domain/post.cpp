// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/post.h"

#include "base/moment.h"

#include <QCoreApplication>

#include <algorithm>

QString effectiveText(const Post &post, const Variant &variant)
{
    return variant.detached ? variant.text : post.text;
}

PostStatus overallStatus(const QList<Variant> &variants)
{
    std::optional<PostStatus> least;
    for (const Variant &variant : variants) {
        if (variant.status != PostStatus::Retired)
            least = std::min(least.value_or(variant.status), variant.status);
    }
    if (least)
        return *least;
    return variants.isEmpty() ? PostStatus::Idea : PostStatus::Retired;
}

bool wasPosted(const PostWithVariants &post)
{
    return std::ranges::any_of(
        post.variants, [](const Variant &variant) { return variant.status == PostStatus::Posted; });
}

std::optional<qint64> plannedAt(const Post &post, const QTimeZone &workspaceZone)
{
    if (!post.day)
        return std::nullopt;
    const QTimeZone own = post.zone.isEmpty() ? workspaceZone : QTimeZone(post.zone.toUtf8());
    const QTimeZone &zone = own.isValid() ? own : workspaceZone;
    return post.time ? localToInstant(*post.day, *post.time, zone) : startOfDay(*post.day, zone);
}

Result<> validate(const Post &post, const Variant &variant)
{
    if (variant.status != PostStatus::Scheduled)
        return {};
    if ((variant.day || post.day) && (variant.time || post.time))
        return {};
    return fail(Error::Code::Rejected,
        QCoreApplication::translate("Post", "A scheduled post needs a day and a time."));
}

QList<PostStatus> allowedTransitions(PostStatus from)
{
    using enum PostStatus;
    switch (from) {
    case Idea:
        return {Draft, Retired};
    case Draft:
        return {Idea, InReview, Approved, Scheduled, Retired};
    case InReview:
        return {Draft, ChangesRequested, Approved, Retired};
    case ChangesRequested:
        return {Draft, InReview, Retired};
    case Approved:
        return {Draft, Scheduled, Posted, Retired};
    case Scheduled:
        return {Draft, Approved, Posted, Retired};
    case Posted:
        return {Retired};
    case Retired:
        return {Draft};
    }
    Q_UNREACHABLE();
}

QString headline(const Post &post)
{
    if (!post.title.isEmpty())
        return post.title;
    const QString line = post.text.section(u'\n', 0, 0, QString::SectionSkipEmpty);
    return line.simplified();
}
