// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/hoursplan.h"

#include "ui_timeline/lanes.h"

#include <QMap>

#include <algorithm>
#include <limits>

namespace {
constexpr int HourMinutes = 60;

int upperEdge(QTime time)
{
    return std::min(HoursPlan::minuteOf(time), HoursPlan::DayMinutes - HoursPlan::TileMinutes);
}

/// Packs free places beside \a items, and leaves out those that would make them narrower than there is room for.
QList<HourTile> packFree(QList<LaneItem> &items, const QList<FreePlace> &places, LaneRoom room)
{
    const auto posts = items.size();
    QList<HourTile> free;
    for (int i = 0; i < int(places.size()); ++i) {
        HourTile entry;
        entry.tile.time = places.at(i).time;
        entry.tile.signs = QStringList {places.at(i).sign};
        entry.minute = upperEdge(places.at(i).time);
        entry.place = i;
        free.append(entry);
        constexpr qint64 afterPosts = std::numeric_limits<qint64>::max() / 2;
        items.append({entry.minute, entry.minute + HoursPlan::TileMinutes, afterPosts + i});
    }
    const QList<LanePlace> packed = packLanes(items);
    for (auto i = items.size() - 1; i >= posts; --i) {
        if (packed.at(i).lanes > room.all) {
            items.removeAt(i);
            free.removeAt(i - posts);
        }
    }
    return free;
}

bool overlaps(const HourTile &one, const HourTile &other)
{
    return std::abs(one.minute - other.minute) < HoursPlan::TileMinutes;
}

/// Gives \a kept the last lane that is shown, in place of those it covers there.
void swapIn(QList<HourTile> &shown, QList<HourTile> &hidden, PostId kept, int lastLane)
{
    const auto found =
        std::ranges::find(hidden, kept, [](const HourTile &entry) { return entry.tile.post; });
    if (kept.isNull() || found == hidden.end())
        return;
    HourTile tile = hidden.takeAt(found - hidden.begin());
    tile.lane = lastLane;
    erase_if(shown, [&](const HourTile &other) {
        const bool isCovered = other.lane == lastLane && other.beside && overlaps(other, tile);
        if (isCovered)
            hidden.append(other);
        return isCovered;
    });
    shown.append(tile);
}
} // namespace

HoursPlan planHours(
    const QList<Tile> &tiles, LaneRoom room, PostId keep, const QList<FreePlace> &places)
{
    HoursPlan plan;
    QList<LaneItem> items;
    QList<HourTile> hidden;
    for (const Tile &tile : tiles) {
        if (!tile.time) {
            plan.untimed.append(tile);
            continue;
        }
        const int minute = upperEdge(*tile.time);
        plan.timed.append({.tile = tile, .minute = minute});
        items.append({minute, minute + HoursPlan::TileMinutes, tile.post.value()});
    }
    plan.free = packFree(items, places, room);
    const QList<LanePlace> packed = packLanes(items);
    for (qsizetype i = 0; i < plan.free.size(); ++i) {
        plan.free[i].lane = packed.at(plan.timed.size() + i).lane;
        plan.free[i].lanes = packed.at(plan.timed.size() + i).lanes;
    }
    QList<HourTile> shown;
    for (qsizetype i = 0; i < plan.timed.size(); ++i) {
        HourTile &tile = plan.timed[i];
        tile.lane = packed.at(i).lane;
        tile.beside = packed.at(i).lanes > room.all;
        tile.lanes = tile.beside ? room.beside : packed.at(i).lanes;
        (tile.lane < tile.lanes ? shown : hidden).append(tile);
    }
    swapIn(shown, hidden, keep, room.beside - 1);
    QMap<int, int> hours;
    for (const HourTile &tile : std::as_const(hidden))
        ++hours[tile.minute / HourMinutes * HourMinutes];
    for (auto hour = hours.cbegin(); hour != hours.cend(); ++hour)
        plan.hidden.append({hour.key(), hour.value()});
    std::ranges::sort(shown, isBefore, &HourTile::tile);
    plan.timed = shown;
    return plan;
}

QList<HourStop> hourStops(const QList<Tile> &tiles, const QList<FreePlace> &places)
{
    QList<HourStop> stops;
    QMap<int, QList<HourStop>> halves;
    for (int minute = 0; minute < HoursPlan::DayMinutes; minute += HoursPlan::TileMinutes)
        halves.insert(minute, {});
    for (const Tile &tile : tiles) {
        const HourStop stop {tile.post, tile.time};
        if (!tile.time)
            stops.append(stop);
        else
            halves[upperEdge(*tile.time) / HoursPlan::TileMinutes * HoursPlan::TileMinutes].append(
                stop);
    }
    for (const FreePlace &place : places) {
        QList<HourStop> &half =
            halves[upperEdge(place.time) / HoursPlan::TileMinutes * HoursPlan::TileMinutes];
        const HourStop stop {PostId(), place.time};
        if (!half.contains(stop))
            half.append(stop);
        std::ranges::stable_sort(half, {}, &HourStop::time);
    }
    if (stops.isEmpty())
        stops.append(HourStop {});
    for (auto half = halves.cbegin(); half != halves.cend(); ++half) {
        if (half->isEmpty())
            stops.append(HourStop {PostId(), QTime(0, 0).addSecs(half.key() * 60)});
        else
            stops.append(*half);
    }
    return stops;
}

QTime onQuarter(int minute)
{
    const int last = HoursPlan::DayMinutes - HoursPlan::QuarterMinutes;
    const int quarter =
        std::clamp(minute, 0, last) / HoursPlan::QuarterMinutes * HoursPlan::QuarterMinutes;
    return QTime(0, 0).addSecs(quarter * 60);
}
