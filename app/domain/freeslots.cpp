// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/freeslots.h"

#include "base/moment.h"

#include <QSet>

#include <algorithm>
#include <tuple>

QTimeZone slotZone(const Channel &channel, const QTimeZone &workspaceZone)
{
    const QTimeZone own(channel.zone.toUtf8());
    return !channel.zone.isEmpty() && own.isValid() ? own : workspaceZone;
}

QList<SlotTime> slotTimes(
    const QList<PostingSlot> &postingSlots, ChannelId channel, QDate from, QDate to)
{
    QList<SlotTime> times;
    for (const PostingSlot &slot : postingSlots) {
        if (slot.channel != channel)
            continue;
        const int wait = (slot.weekday - from.dayOfWeek() + 7) % 7;
        for (QDate day = from.addDays(wait); day < to; day = day.addDays(7))
            times.append({day, slot.time, slot.queue});
    }
    std::ranges::sort(times, {},
        [](const SlotTime &place) { return std::tuple(place.day, place.time, place.queue); });
    return times;
}

QStringList queuesOf(const QList<PostingSlot> &postingSlots)
{
    QStringList queues;
    for (const PostingSlot &slot : postingSlots) {
        if (!slot.queue.isEmpty() && !queues.contains(slot.queue))
            queues << slot.queue;
    }
    queues.sort();
    return queues;
}

QList<qint64> takenInstants(
    const QList<PostWithVariants> &posts, ChannelId channel, const QTimeZone &workspaceZone)
{
    QList<qint64> instants;
    for (const PostWithVariants &post : posts) {
        for (const Variant &variant : post.variants) {
            if (variant.channel != channel || variant.status == PostStatus::Retired)
                continue;
            if (const auto at = instantOf(plannedTime(post.post, variant), workspaceZone))
                instants.append(*at);
        }
    }
    return instants;
}

std::optional<SlotTime> nextFreeSlot(const FreeSlotQuery &query)
{
    constexpr int DaysAhead = 366;
    const QSet<qint64> taken(query.taken.begin(), query.taken.end());
    const QDate today = localDay(query.after, query.zone);
    const QList<SlotTime> places =
        slotTimes(query.postingSlots, query.channel, today, today.addDays(DaysAhead));
    for (const SlotTime &place : places) {
        if (query.queue && place.queue != *query.queue)
            continue;
        const qint64 at = localToInstant(place.day, place.time, query.zone);
        if (at > query.after && !taken.contains(at))
            return place;
    }
    return std::nullopt;
}
