// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/seriesedits.h"

#include "domain/recurrence.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct SeriesWords
{
    Q_DECLARE_TR_FUNCTIONS(Series)
};

const Variant *ofChannel(const PostWithVariants &post, ChannelId channel)
{
    const auto found = std::ranges::find(post.variants, channel, &Variant::channel);
    return found == post.variants.end() ? nullptr : &*found;
}

/// \a rows as rows of \a other: with the ids that the same ones, by \a key, have in \a there. What is not there is left out, unless it is not in \a known
/// either: then it is new.
template<typename Row, typename Key>
QList<Row> inTheIdsOf(const PostWithVariants &other, const QList<Row> &there,
    const QList<Row> &rows, const QList<Row> &known, Key key)
{
    QList<Row> renamed;
    for (Row row : rows) {
        const auto same = std::ranges::find(there, row.*key, key);
        const bool isKnown = std::ranges::find(known, row.*key, key) != known.end();
        if (same == there.end() && isKnown)
            continue; // that occurrence was made different on purpose
        row.id = same == there.end() ? decltype(row.id)() : same->id;
        row.post = other.post.id;
        renamed.append(row);
    }
    return renamed;
}

/// The variant of \a other for the channel that \a variant of \a post is for; null for all of them, nothing where it has none.
std::optional<VariantId> sameVariant(
    const PostWithVariants &post, VariantId variant, const PostWithVariants &other)
{
    if (variant.isNull())
        return variant;
    const auto own = std::ranges::find(post.variants, variant, &Variant::id);
    const Variant *there = own == post.variants.end() ? nullptr : ofChannel(other, own->channel);
    return there ? std::optional(there->id) : std::nullopt;
}

QList<PostMedia> mediaInTheIdsOf(
    const PostWithVariants &other, const PostWithVariants &post, const PostWithVariants &known)
{
    QList<PostMedia> renamed;
    for (const PostMedia &shown : post.media) {
        PostMedia row = shown;
        const auto isKnown = std::ranges::any_of(known.media, [&row](const PostMedia &was) {
            return was.media == row.media && was.variant == row.variant;
        });
        const std::optional<VariantId> variant = sameVariant(post, row.variant, other);
        if (!variant)
            continue;
        const auto same = std::ranges::find_if(other.media, [&](const PostMedia &there) {
            return there.media == row.media && there.variant == *variant;
        });
        if (same == other.media.end() && isKnown)
            continue; // that occurrence was made different on purpose
        row.id = same == other.media.end() ? PostMediaId() : same->id;
        row.post = other.post.id;
        row.variant = *variant;
        renamed.append(row);
    }
    return renamed;
}

/// \a post as if it were \a other, where \a known is what was there before the edit.
PostWithVariants inTheIdsOf(
    const PostWithVariants &other, const PostWithVariants &post, const PostWithVariants &known)
{
    PostWithVariants renamed = post;
    renamed.variants =
        inTheIdsOf(other, other.variants, post.variants, known.variants, &Variant::channel);
    renamed.labels = inTheIdsOf(other, other.labels, post.labels, known.labels, &PostLabel::label);
    renamed.media = mediaInTheIdsOf(other, post, known);
    renamed.crops.clear(); // which part of a picture shows is each occurrence's own
    return renamed;
}

/// Whether \a by may take \a variant of \a post, as it would go out, from the status \a former to the one it has.
bool mayFollow(
    const Post &post, Variant variant, PostStatus former, const PostEdits::StatusStep &by)
{
    const PostStatus wanted = std::exchange(variant.status, former);
    if (wanted == former)
        return true;
    if (wanted == PostStatus::Posted)
        return false; // each occurrence goes out by itself
    const auto channel = std::ranges::find(by.channels, variant.channel, &Channel::id);
    return obstacleTo(wanted, post, variant, channel == by.channels.end() ? nullptr : &*channel,
               by.who, by.rules)
        == Obstacle::None;
}

/// \a edited, which the edit of another occurrence made of \a other, without what that edit cannot say of it: that it was posted, when and where, and
/// steps that \a by may not take.
PostWithVariants withOwnSteps(
    PostWithVariants edited, const PostWithVariants &other, const PostEdits::StatusStep &by)
{
    const PostWithVariants kept = PostEdits::keepingLocked(other, edited);
    for (qsizetype i = 0; i < edited.variants.size(); ++i) {
        Variant &variant = edited.variants[i];
        const Variant *there = ofChannel(other, variant.channel);
        const PostStatus former = there ? there->status : PostStatus::Draft;
        if (!mayFollow(kept.post, kept.variants.at(i), former, by))
            variant.status = former;
        variant.postedAt = there ? there->postedAt : 0;
        variant.link = there ? there->link : QString();
    }
    return edited;
}
} // namespace

namespace SeriesEdits {

QString endingOn(const QString &rule, QDate lastDay)
{
    QStringList parts = rule.split(u';', Qt::SkipEmptyParts);
    parts.removeIf([](const QString &part) {
        return part.startsWith("COUNT="_L1, Qt::CaseInsensitive)
            || part.startsWith("UNTIL="_L1, Qt::CaseInsensitive);
    });
    parts << "UNTIL="_L1 + lastDay.toString(u"yyyyMMdd"_s);
    return parts.join(u';');
}

QList<QDate> skippedDays(const Series &series)
{
    QList<QDate> days;
    const QStringList texts = series.skipped.split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : texts)
        days << QDate::fromString(text, Qt::ISODate);
    return days;
}

Series skipping(const Series &series, QDate day)
{
    Series with = series;
    QStringList days = series.skipped.split(u' ', Qt::SkipEmptyParts);
    days << day.toString(Qt::ISODate);
    days.removeDuplicates();
    days.sort();
    with.skipped = days.join(u' ');
    return with;
}

Result<QList<QDate>> daysOf(const Series &series)
{
    const auto rule = parseRecurrence(series.rule);
    if (!rule)
        return tl::unexpected(rule.error());
    if (!rule->hasEnd)
        return fail(Error::Code::Rejected,
            SeriesWords::tr("A series needs an end: a last day, or how many posts it has."));
    OccurrenceLimits limits;
    limits.most = MostOccurrences + 1;
    const auto listed = occurrences(series.rule, {series.start, std::nullopt}, limits);
    if (!listed)
        return tl::unexpected(listed.error());
    QList<QDate> days {series.start};
    for (const WallTime &time : listed->times)
        days << time.day;
    std::ranges::sort(days);
    // Not by ranges, which some compilers lack.
    days.resize(std::unique(days.begin(), days.end()) - days.begin());
    if (days.size() > MostOccurrences)
        return fail(Error::Code::Rejected,
            SeriesWords::tr("This would be more than %n post(s). Let it end earlier.", nullptr,
                MostOccurrences));
    const QList<QDate> skipped = skippedDays(series);
    days.removeIf([&skipped](QDate day) { return skipped.contains(day); });
    return days;
}

PostWithVariants applied(const PostWithVariants &before, const PostWithVariants &after,
    const PostWithVariants &other, const PostEdits::StatusStep &by)
{
    if (wasPosted(other))
        return other;
    PostWithVariants base = inTheIdsOf(other, before, before);
    PostWithVariants mine = inTheIdsOf(other, after, before);
    // Days move along; they are not the same.
    const auto days =
        before.post.day && after.post.day ? before.post.day->daysTo(*after.post.day) : 0;
    base.post.day = mine.post.day = std::nullopt;
    for (Variant &variant : mine.variants) {
        const Variant *was = ofChannel(base, variant.channel);
        if (was && was->day)
            variant.day = was->day;
    }
    PostWithVariants result = PostEdits::merged(base, mine, other);
    if (result.post.day && days != 0)
        result.post.day = result.post.day->addDays(days);
    return withOwnSteps(std::move(result), other, by);
}

} // namespace SeriesEdits
