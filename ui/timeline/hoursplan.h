// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/freeplaces.h"
#include "ui_timeline/tile.h"

/// "+12": posts of an hour that have no room.
struct HiddenPosts
{
    int minute = 0; ///< of the day: where it stands
    int count = 0;
};

/// A post, or a free place, in the hours of a day.
struct HourTile
{
    Tile tile; ///< of a free place: no post
    int minute = 0; ///< of the day: its upper edge, at most DayMinutes - TileMinutes
    int lane = 0;
    int lanes = 1; ///< that share the width
    int place = -1; ///< of a free place: which
    bool beside = false; ///< leaves room for what is hidden
};

/// What is shown of a day: a strip of posts without a time, and the others at their time side by side.
struct HoursPlan
{
    static constexpr int DayMinutes = 24 * 60;
    static constexpr int QuarterMinutes = 15; ///< what times are rounded to
    static constexpr int TileMinutes = 30; ///< what a tile of one line covers

    /// The whole minutes of the day before \a time.
    [[nodiscard]] static int minuteOf(QTime time) { return QTime(0, 0).secsTo(time) / 60; }

    QList<Tile> untimed;
    QList<HourTile> timed; ///< those that are shown, in order of time
    QList<HourTile> free; ///< places that nothing takes, as far as there is room
    QList<HiddenPosts> hidden;
};

/// How many tiles fit beside each other.
struct LaneRoom
{
    int all = 1; ///< where nothing is hidden
    int beside = 1; ///< beside the mark of what is hidden; at least 1

    friend bool operator==(const LaneRoom &, const LaneRoom &) = default;
};

/// Plans \a tiles of one day, in their order. \a keep is shown in any case. Of the free \a places those are shown that take no room from posts.
[[nodiscard]] HoursPlan planHours(
    const QList<Tile> &tiles, LaneRoom room, PostId keep = {}, const QList<FreePlace> &places = {});

/// Where the keyboard stops on a day.
struct HourStop
{
    PostId post; ///< null between posts
    std::optional<QTime> time;

    friend bool operator==(const HourStop &, const HourStop &) = default;
};
/// The stops of a day with \a tiles: the posts without a time (or one stop without), then each post and free place in order and each half hour in which nothing begins.
[[nodiscard]] QList<HourStop> hourStops(
    const QList<Tile> &tiles, const QList<FreePlace> &places = {});
/// \a time on the quarter of an hour before or at it.
[[nodiscard]] QTime onQuarter(int minute);
