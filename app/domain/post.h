// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/moment.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/ids.h"
#include "domain/media.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

/// Status of a variant, least advanced first. "Missed" is derived from the time and never stored.
enum class PostStatus {
    Idea,
    Draft,
    InReview,
    ChangesRequested,
    Approved,
    Scheduled,
    Posted,
    Retired
};

template<>
struct EnumText<PostStatus>
{
    static constexpr std::pair<PostStatus, std::string_view> values[] {
        {PostStatus::Idea, "idea"},
        {PostStatus::Draft, "draft"},
        {PostStatus::InReview, "in-review"},
        {PostStatus::ChangesRequested, "changes-requested"},
        {PostStatus::Approved, "approved"},
        {PostStatus::Scheduled, "scheduled"},
        {PostStatus::Posted, "posted"},
        {PostStatus::Retired, "retired"},
    };
};

/// How a text that is too long for one post goes out: as it stands, or as a thread of several.
enum class ThreadStyle { None, Plain, Numbered };

template<>
struct EnumText<ThreadStyle>
{
    static constexpr std::pair<ThreadStyle, std::string_view> values[] {{ThreadStyle::None, "none"},
        {ThreadStyle::Plain, "plain"}, {ThreadStyle::Numbered, "numbered"}};
};

/// One idea for the timeline. Without `day` it is an undated idea of the tray. Local time and zone
/// are what counts; the instant is derived (plannedAt).
struct Post
{
    PostId id;
    QString title; ///< may be empty: the calendar then shows the text's first words
    QString text; ///< the common text, which each variant follows until it is detached
    CampaignId campaign;
    PillarId pillar;
    std::optional<QDate> day;
    std::optional<QTime> time;
    QString zone; ///< IANA name; empty is the workspace's zone
    QString link = {}; ///< where the post leads; how it stands in a text is the channel's business
    bool tracksLink = false; ///< the link tells campaign and channel to whoever counts its visits
    QString language =
        {}; ///< of the words, as dictionaries are named ("de_AT"); empty: the workspace's
    QString notes;
    UserId author;
    qint64 createdAt = 0; ///< Unix milliseconds
    SeriesId series; ///< the series that it is an occurrence of, or null
    std::optional<QDate> occurrence; ///< the day that the rule gave it, wherever it was moved to
    int coolDownDays = 0; ///< how long it rests before it may come again; 0: it does not come again
    QString evergreenQueue = {}; ///< whose free slots it fills; empty: those of the ordinary queue
    PostId evergreen = {}; ///< the post of which this is a repetition, or null
    BatchId batch; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Post &, const Post &) = default;
};

/// A post's text and state for one channel. While `detached` is false the common text applies and
/// `text` keeps the variant's own words for the day it is detached again.
struct Variant
{
    VariantId id;
    PostId post;
    ChannelId channel;
    bool detached = false;
    QString text;
    PostStatus status = PostStatus::Draft;
    std::optional<QDate> day; ///< own day, else the post's
    std::optional<QTime> time; ///< own time, else the post's
    QString zone; ///< own zone, else the post's
    qint64 postedAt = 0; ///< Unix milliseconds; 0 while not posted
    QString link; ///< of what was posted
    QString firstComment = {}; ///< the brand's own comment under the post; may be empty
    ThreadStyle thread = ThreadStyle::None;
    BatchId batch; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Variant &, const Variant &) = default;
};

/// A post with all that hangs on it, the unit that the calendar and the composer show.
struct PostWithVariants
{
    Post post;
    QList<Variant> variants;
    QList<PostLabel> labels = {};
    QList<PostMedia> media = {}; ///< by position
    QList<MediaCrop> crops = {}; ///< at most one for each medium and variant

    friend bool operator==(const PostWithVariants &, const PostWithVariants &) = default;
};

/// The text that \a variant would publish.
[[nodiscard]] QString effectiveText(const Post &post, const Variant &variant);
/// The least advanced status of \a variants; Idea where there are none. Retired variants count only
/// where all are.
[[nodiscard]] PostStatus overallStatus(const QList<Variant> &variants);
/// The earliest day that the post or one of its variants is planned on; nothing for an idea.
[[nodiscard]] std::optional<QDate> firstDay(const PostWithVariants &post);
/// Whether the post or one of its variants is planned on a day of \a days.
[[nodiscard]] bool isPlannedWithin(const PostWithVariants &post, const DateSpan &days);
/// Whether any variant was posted: what happened keeps its day and time.
[[nodiscard]] bool wasPosted(const PostWithVariants &post);
/// When something is to be posted: local day and time and their zone.
struct PlannedTime
{
    std::optional<QDate> day;
    std::optional<QTime> time;
    QString zone; ///< IANA name; empty is the workspace's zone

    friend bool operator==(const PlannedTime &, const PlannedTime &) = default;
};
/// The variant's own day, time and zone, each else the post's.
[[nodiscard]] PlannedTime plannedTime(const Post &post, const Variant &variant);
[[nodiscard]] PlannedTime plannedTime(const Post &post);
/// Unix milliseconds of the planned time, nothing without a day; a day without a time is its start.
[[nodiscard]] std::optional<qint64> instantOf(
    const PlannedTime &planned, const QTimeZone &workspaceZone);
/// A scheduled variant needs a day and a time. Errors: Rejected.
[[nodiscard]] Result<> validate(const Post &post, const Variant &variant);
/// The status steps a person may take from \a from. Source: the workflow idea → draft → in review →
/// approved → scheduled → posted, with changes requested between review and draft, and retired from
/// anywhere.
[[nodiscard]] QList<PostStatus> allowedTransitions(PostStatus from);
/// First words of the post for a one-line tile: the title, else the text's first line.
[[nodiscard]] QString headline(const Post &post);
