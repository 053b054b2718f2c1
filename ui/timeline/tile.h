// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/duepost.h"
#include "domain/network.h"
#include "domain/overlaydays.h"
#include "domain/post.h"
#include "domain/user.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QTime>

#include <functional>
#include <optional>

/// A post on one day of the calendar, as one line shows it.
struct Tile
{
    PostId post;
    std::optional<QTime> time;
    QString zone; ///< the place whose clocks show the time; empty: it goes without saying
    QString text; ///< first words; never empty
    QStringList signs; ///< of the networks, 1 or 2 letters each
    QString channels; ///< names of the channels for readers, comma separated; may be empty
    PostStatus status = PostStatus::Idea; ///< the least advanced of what is on this day
    bool missed = false; ///< scheduled for a day that has passed
    bool evergreen = false; ///< comes again, or is a repetition
    int coolDownDays = 0; ///< how long it rests; 0 for a repetition
    int colour = -1; ///< campaign colour 0…7, or -1
    QString campaign; ///< its name; may be empty
    QString pillar; ///< its name; may be empty
    QStringList labels; ///< their names

    friend bool operator==(const Tile &, const Tile &) = default;
};

/// What tiles are named after.
struct TileSources
{
    QList<Channel> channels;
    QList<Campaign> campaigns;
    NetworkTable networks;
    QList<Pillar> pillars = {};
    QList<Label> labels = {};
    QList<User> users = {};
    QByteArray homeZone = {}; ///< IANA name of times without a zone; empty: zones are not named
};

using TilesByDay = QHash<QDate, QList<Tile>>;

/// The tiles of each day: a post is on its own day, and on the day of each variant that has
/// another. In a day those without a time come first, then by time, then by id. Posts without any
/// day are left out.
[[nodiscard]] TilesByDay packDays(
    const QList<PostWithVariants> &posts, const TileSources &sources, QDate today);
/// A tile for each of \a posts with all its variants, at the post's own time, in their order.
[[nodiscard]] QList<Tile> wholeTiles(
    const QList<PostWithVariants> &posts, const TileSources &sources, QDate today);
/// A tile for each post of \a entries with its words and the signs of the channels of them all; \a complete tells the rest of it from the first entry.
[[nodiscard]] QList<Tile> tilesByPost(const QList<DuePost> &entries, const TileSources &sources,
    const std::function<void(Tile &, const DuePost &)> &complete);
/// The tile of an idea without a day.
[[nodiscard]] Tile ideaTile(const PostWithVariants &post, const TileSources &sources);
/// The tiles of those of \a posts that have no day, newest first.
[[nodiscard]] QList<Tile> ideaTiles(
    const QList<PostWithVariants> &posts, const TileSources &sources);
/// The order of tiles in a day.
[[nodiscard]] bool isBefore(const Tile &one, const Tile &other);
/// One sentence for readers: "09:00, X and Bluesky: Launch post, scheduled".
[[nodiscard]] QString describe(const Tile &tile);
/// A day and how much is planned on it, as one says it.
[[nodiscard]] QString describeDay(QDate day, bool isToday, int posts, const QLocale &locale);
/// \a dayText with the names that stand over the day.
[[nodiscard]] QString withMarks(const QString &dayText, const QList<DayMark> &marks);
/// The translated name of a status.
[[nodiscard]] QString statusName(PostStatus status);
