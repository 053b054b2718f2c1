// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/post.h"

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

std::optional<QDate> firstDay(const PostWithVariants &post)
{
    std::optional<QDate> first = post.post.day;
    for (const Variant &variant : post.variants) {
        if (variant.day)
            first = std::min(first.value_or(*variant.day), *variant.day);
    }
    return first;
}

bool isPlannedWithin(const PostWithVariants &post, const DateSpan &days)
{
    const auto isWithin = [&days](std::optional<QDate> day) { return day && days.contains(*day); };
    return isWithin(post.post.day)
        || std::ranges::any_of(
            post.variants, [&isWithin](const Variant &variant) { return isWithin(variant.day); });
}

bool wasPosted(const PostWithVariants &post)
{
    return std::ranges::any_of(
        post.variants, [](const Variant &variant) { return variant.status == PostStatus::Posted; });
}

PlannedTime plannedTime(const Post &post, const Variant &variant)
{
    return {variant.day ? variant.day : post.day, variant.time ? variant.time : post.time,
        variant.zone.isEmpty() ? post.zone : variant.zone};
}

PlannedTime plannedTime(const Post &post)
{
    return {post.day, post.time, post.zone};
}

std::optional<qint64> instantOf(const PlannedTime &planned, const QTimeZone &workspaceZone)
{
    if (!planned.day)
        return std::nullopt;
    const QTimeZone own = planned.zone.isEmpty() ? workspaceZone : QTimeZone(planned.zone.toUtf8());
    const QTimeZone &zone = own.isValid() ? own : workspaceZone;
    return planned.time ? localToInstant(*planned.day, *planned.time, zone)
                        : startOfDay(*planned.day, zone);
}

Result<> validate(const Post &post, const Variant &variant)
{
    if (variant.status != PostStatus::Scheduled)
        return {};
    const PlannedTime planned = plannedTime(post, variant);
    if (planned.day && planned.time)
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
