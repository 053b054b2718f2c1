// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importplan.h"
#include "domain/recurrence.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// A picture, video or document as a plan names it.
struct PlannedMedia
{
    QString place; ///< address, path, or a bare file name
    QString altText;

    friend bool operator==(const PlannedMedia &, const PlannedMedia &) = default;
};

/// The part of a picture that a channel shows, in pixels of the upright picture.
struct PlannedCrop
{
    bool isOwn = false; ///< of one of the channel's own media, else of the post's
    int number = 0; ///< which of them, 1 the first
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    friend bool operator==(const PlannedCrop &, const PlannedCrop &) = default;
};

/// Where a plan wants something posted, in the file's own words.
struct PlannedChannel
{
    QString network; ///< "Twitter/X", "linkedin-page"; empty where the file names an account alone
    QString handle;
    QString name;

    friend bool operator==(const PlannedChannel &, const PlannedChannel &) = default;
};

/// One row of a plan, or one event of a calendar: a post as a file tells it, before it is matched with
/// what the workspace has. Most files know one text and one time; `own…` is what the channel has
/// for itself where a file tells both.
struct PlannedPost
{
    qint64 line = 0; ///< 1-based line of the file on which it begins
    QString uid; ///< what the file's program calls it; empty where it has no name
    QString group; ///< rows with the same, where not empty, are one post on several channels
    bool isOurs = false; ///< written by Pullpush: the status is meant as it stands

    QString title;
    QString text;
    std::optional<QDate> day; ///< nothing for an undated idea
    std::optional<QTime> time;
    QString zone; ///< IANA name; empty: whichever the import takes
    QString link;
    bool tracksLink = false; ///< the link tells campaign and channel to whoever counts its visits
    QString language; ///< of the words, "de_AT"; empty: the workspace's
    QList<PlannedMedia> media;
    QStringList labels;
    QString campaign;
    QString pillar;
    QString notes;
    int coolDownDays = 0; ///< of an evergreen post; 0: it does not come again
    QString evergreenQueue; ///< whose slots it fills

    QList<PlannedChannel> channels;
    bool detached = false; ///< `ownText` applies instead of `text`
    QString ownText;
    std::optional<QDate> ownDay;
    std::optional<QTime> ownTime;
    QString ownZone;
    QList<PlannedMedia> ownMedia;
    QString thread; ///< one of ThreadStyle's words; empty where the file does not say
    QList<PlannedCrop> crops;
    QString status; ///< one of PostStatus' words; empty where the file does not say
    QString firstComment;
    qint64 postedAt = 0; ///< Unix milliseconds; 0 while not posted
    QString postedLink;

    int days = 1; ///< of an event of a calendar: how many it takes, from `day` on
    qint64 lastsMs = 0; ///< of an event with a time: from its beginning to its end, in milliseconds
    QString rule; ///< RFC 5545 recurrence rule, whose times are in `zone`
    QList<WallTime> alsoOn; ///< further occurrences
    QList<WallTime> notOn; ///< occurrences that are left out
    std::optional<WallTime> replaces; ///< stands for this occurrence of the post with the same uid

    friend bool operator==(const PlannedPost &, const PlannedPost &) = default;
};

[[nodiscard]] QString effectiveText(const PlannedPost &post);
[[nodiscard]] std::optional<QDate> effectiveDay(const PlannedPost &post);
[[nodiscard]] std::optional<QTime> effectiveTime(const PlannedPost &post);
[[nodiscard]] QString effectiveZone(const PlannedPost &post);
/// The channel's own media, else the post's.
[[nodiscard]] QList<PlannedMedia> effectiveMedia(const PlannedPost &post);

/// What a file of planned posts tells.
struct PlanFile
{
    QString system; ///< whose format it is: "pullpush", "buffer", "ics", …; empty where unknown
    QStringList header; ///< of a table
    QList<PlannedPost> posts;
    QHash<qint64, QStringList> cells; ///< of the posts' rows, by line; of a table
    QList<RejectedRow> rejected;
    QList<ImportIssue> issues; ///< also one of severity Error for each rejected row
};

/// First words for a list: the title, else the text's first line.
[[nodiscard]] QString headline(const PlannedPost &post);

/// Where listing the times of recurring posts stops.
struct ExpandLimits
{
    qsizetype most = 500; ///< of one post
    QDate endlessUntil; ///< for a rule without an end; exclusive
};

/// \a posts with each recurring one in the place of which its occurrences stand, each with its own day and
/// a uid that names it; those that another post replaces are left out. Adds an issue for each post
/// of which not all times could be listed: "endless-rule", "capped-rule", and "bad-rule" for one that
/// is taken once.
[[nodiscard]] QList<PlannedPost> expanded(const QList<PlannedPost> &posts,
    const ExpandLimits &limits, const QString &file, QList<ImportIssue> &issues);
