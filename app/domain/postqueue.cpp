// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postqueue.h"

#include <QHash>

#include <algorithm>

namespace {
struct Standing
{
    PostId post;
    VariantId variant;
    bool isFixed = false;
};

/// What stands on \a channel, by its instant.
QHash<qint64, Standing> standingOn(
    const QList<PostWithVariants> &posts, ChannelId channel, const QTimeZone &zone)
{
    QHash<qint64, Standing> standing;
    for (const PostWithVariants &post : posts) {
        for (const Variant &variant : post.variants) {
            if (variant.channel != channel || variant.status == PostStatus::Retired)
                continue;
            const PlannedTime planned = plannedTime(post.post, variant);
            const auto at = instantOf(planned, zone);
            if (!at || !planned.time)
                continue;
            Standing &there = standing[*at];
            if (there.post.isNull() || post.post.id < there.post)
                there = {post.post.id, variant.id, variant.status == PostStatus::Posted};
        }
    }
    return standing;
}
} // namespace

QList<QueueId> queuesOf(const QList<Channel> &channels, const QList<PostingSlot> &postingSlots)
{
    QList<QueueId> queues;
    for (const Channel &channel : channels) {
        QList<PostingSlot> own = postingSlots;
        own.removeIf([&](const PostingSlot &slot) { return slot.channel != channel.id; });
        if (std::ranges::any_of(own, [](const PostingSlot &slot) { return slot.queue.isEmpty(); }))
            queues.append({channel.id, {}});
        const QStringList named = queuesOf(own);
        for (const QString &queue : named)
            queues.append({channel.id, queue});
    }
    return queues;
}

QList<QueuePlace> queueOf(const QueueQuery &query)
{
    const QTimeZone zone = slotZone(query.channel, query.zone);
    const auto standing = standingOn(query.posts, query.channel.id, query.zone);
    const QList<SlotTime> times =
        slotTimes(query.postingSlots, query.channel.id, *query.days.from, *query.days.to);
    QList<QueuePlace> places;
    for (const SlotTime &slot : times) {
        if (slot.queue != query.queue)
            continue;
        const qint64 at = localToInstant(slot.day, slot.time, zone);
        const Standing there = standing.value(at);
        const bool isTwice = !places.isEmpty() && places.last().at == at;
        if (!isTwice && (at > query.after || !there.post.isNull()))
            places.append({slot, at, there.post, there.variant, there.isFixed});
    }
    return places;
}

qsizetype neighbourInQueue(const QList<QueuePlace> &queue, qsizetype place, int direction)
{
    if (place < 0 || place >= queue.size() || queue.at(place).post.isNull()
        || queue.at(place).isFixed)
        return -1;
    for (qsizetype next = place + direction; next >= 0 && next < queue.size(); next += direction) {
        if (!queue.at(next).isFixed)
            return next;
    }
    return -1;
}

PostWithVariants plannedOn(const PostWithVariants &post, ChannelId channel, const PlannedTime &when)
{
    PostWithVariants planned = post;
    const auto isOn = [channel](const Variant &variant) { return variant.channel == channel; };
    if (std::ranges::none_of(planned.variants, isOn)) {
        Variant variant;
        variant.channel = channel;
        planned.variants.append(variant);
    }
    // The others keep their time, unless they have none: then they come along.
    const bool isAlone =
        !planned.post.day || std::ranges::all_of(planned.variants, [&](const Variant &variant) {
            return isOn(variant) || variant.status == PostStatus::Retired;
        });
    if (isAlone) {
        planned.post.day = when.day;
        planned.post.time = when.time;
        planned.post.zone = when.zone;
    }
    for (Variant &variant : planned.variants) {
        if (!isOn(variant) || variant.status == PostStatus::Retired)
            continue;
        variant.day = isAlone ? std::nullopt : when.day;
        variant.time = isAlone ? std::nullopt : when.time;
        variant.zone = isAlone ? QString() : when.zone;
    }
    return planned;
}
