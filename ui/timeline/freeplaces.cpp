// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/freeplaces.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <tuple>

QList<FreePlace> freePlaces(const FreePlaceQuery &query)
{
    QList<FreePlace> places;
    for (const Channel &channel : query.channels) {
        // A day more on both sides, which another zone may move into the span.
        const QList<SlotTime> times = slotTimes(query.postingSlots, channel.id,
            query.days.from->addDays(-1), query.days.to->addDays(1));
        if (times.isEmpty())
            continue;
        const QTimeZone zone = slotZone(channel, query.zone);
        const QList<qint64> instants = takenInstants(query.posts, channel.id, query.zone);
        const QSet<qint64> taken(instants.begin(), instants.end());
        for (const SlotTime &slot : times) {
            const qint64 at = localToInstant(slot.day, slot.time, zone);
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, query.shown.of(channel.id));
            if (at > query.after && !taken.contains(at) && query.days.contains(local.date()))
                places.append({local.date(), local.time(), channel.id,
                    query.networks.signOf(channel.network), channel.name});
        }
    }
    std::ranges::stable_sort(
        places, {}, [](const FreePlace &place) { return std::tuple(place.day, place.time); });
    return places;
}
