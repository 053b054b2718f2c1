// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shownzone.h"

#include "base/moment.h"
#include "domain/freeslots.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace {
/// A variant without a day, time and zone of its own is planned with its post.
bool followsPost(const Variant &variant)
{
    return !variant.day && !variant.time && variant.zone.isEmpty();
}

bool sameWall(const PlannedTime &one, const PlannedTime &other)
{
    return one.day == other.day && one.time == other.time;
}
} // namespace

ShownZone::ShownZone(
    Kind kind, const QTimeZone &workspace, const QList<Channel> &channels, const QTimeZone &chosen)
    : m_kind(kind)
    , m_workspace(workspace)
    , m_base(kind == Kind::Chosen && chosen.isValid() ? chosen : m_workspace)
{
    if (kind != Kind::Audience)
        return;
    for (const Channel &channel : channels) {
        if (!channel.zone.isEmpty())
            m_channels.insert(channel.id, slotZone(channel, m_workspace));
    }
}

const QTimeZone &ShownZone::of(ChannelId channel) const
{
    const auto found = m_channels.constFind(channel);
    return found == m_channels.cend() ? m_base : *found;
}

const QTimeZone &ShownZone::zoneOf(const PostWithVariants &post) const
{
    const auto first = std::ranges::find_if(post.variants, followsPost);
    return first == post.variants.end() ? m_base : of(first->channel);
}

PlannedTime ShownZone::shownTime(const PlannedTime &planned, const QTimeZone &zone) const
{
    if (!planned.day || !planned.time || (planned.zone.isEmpty() && zone == m_workspace))
        return planned;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(*instantOf(planned, m_workspace), zone);
    return {local.date(), local.time(), QString::fromUtf8(zone.id())};
}

PlannedTime ShownZone::writtenTime(
    const PlannedTime &shown, const QTimeZone &from, const QString &zone) const
{
    const QTimeZone own(zone.toUtf8());
    const QTimeZone to = zone.isEmpty() || !own.isValid() ? m_workspace : own;
    if (!shown.day || !shown.time || from == to)
        return {shown.day, shown.time, zone};
    const qint64 instant = localToInstant(*shown.day, *shown.time, from);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant, to);
    return {local.date(), local.time(), zone};
}

PostWithVariants ShownZone::shown(const PostWithVariants &post) const
{
    PostWithVariants result = post;
    const QTimeZone &zone = zoneOf(post);
    const PlannedTime own = shownTime(plannedTime(post.post), zone);
    result.post.day = own.day;
    result.post.time = own.time;
    result.post.zone = own.zone;
    for (Variant &variant : result.variants) {
        const PlannedTime time = shownTime(plannedTime(post.post, variant), of(variant.channel));
        if (followsPost(variant) && sameWall(time, own))
            continue;
        // Day and time that are the post's stay so, where it says the same.
        const bool hasTime = variant.time || time.time != own.time;
        variant.day = variant.day || time.day != own.day ? time.day : std::nullopt;
        variant.time = hasTime ? time.time : std::nullopt;
        variant.zone = time.zone;
    }
    return result;
}

QList<PostWithVariants> ShownZone::shown(const QList<PostWithVariants> &posts) const
{
    const auto isForeign = [](const PostWithVariants &post) {
        return !post.post.zone.isEmpty()
            || std::ranges::any_of(
                post.variants, [](const Variant &variant) { return !variant.zone.isEmpty(); });
    };
    // Most teams live in one zone: nothing is copied for them.
    if (m_base == m_workspace && m_channels.isEmpty() && std::ranges::none_of(posts, isForeign))
        return posts;
    QList<PostWithVariants> result;
    result.reserve(posts.size());
    for (const PostWithVariants &post : posts)
        result.append(shown(post));
    return result;
}

PostWithVariants ShownZone::written(
    const PostWithVariants &original, const PostWithVariants &moved) const
{
    const PostWithVariants before = shown(original);
    PostWithVariants result = original;
    const auto wantedFor = [&moved](qsizetype i) {
        return plannedTime(moved.post, moved.variants.at(i));
    };
    const auto wasMoved = [&](qsizetype i) {
        return !sameWall(plannedTime(before.post, before.variants.at(i)), wantedFor(i));
    };
    // First the post and all that is planned with it.
    PlannedTime wanted = plannedTime(moved.post);
    QTimeZone zone = zoneOf(original);
    bool isMoved = !sameWall(plannedTime(before.post), wanted);
    for (qsizetype i = 0; i < original.variants.size() && !isMoved; ++i) {
        isMoved = followsPost(original.variants.at(i)) && wasMoved(i);
        if (isMoved) {
            wanted = wantedFor(i);
            zone = of(original.variants.at(i).channel);
        }
    }
    if (isMoved) {
        const PlannedTime time = writtenTime(wanted, zone, original.post.zone);
        result.post.day = time.day;
        result.post.time = time.time;
    }
    // Then what has a plan of its own.
    for (qsizetype i = 0; i < original.variants.size(); ++i) {
        Variant &variant = result.variants[i];
        variant.status = moved.variants.at(i).status;
        if (followsPost(variant))
            continue;
        const PlannedTime planned = plannedTime(original.post, variant);
        const PlannedTime time =
            wasMoved(i) ? writtenTime(wantedFor(i), of(variant.channel), planned.zone) : planned;
        variant.day = variant.day || time.day != result.post.day ? time.day : std::nullopt;
        variant.time = variant.time || time.time != result.post.time ? time.time : std::nullopt;
    }
    return result;
}
