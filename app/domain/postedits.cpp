// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postedits.h"

#include "domain/placeholders.h"
#include "domain/postmedia.h"

#include <algorithm>
#include <utility>

using PostEdits::StatusStep;

namespace {
template<typename Row, typename Field>
void mergeField(Row &into, const Row &base, const Row &mine, Field field)
{
    if (mine.*field != base.*field)
        into.*field = mine.*field;
}

void mergeVariant(Variant &into, const Variant &base, const Variant &mine)
{
    mergeField(into, base, mine, &Variant::detached);
    mergeField(into, base, mine, &Variant::text);
    mergeField(into, base, mine, &Variant::status);
    mergeField(into, base, mine, &Variant::day);
    mergeField(into, base, mine, &Variant::time);
    mergeField(into, base, mine, &Variant::zone);
    mergeField(into, base, mine, &Variant::postedAt);
    mergeField(into, base, mine, &Variant::link);
    mergeField(into, base, mine, &Variant::firstComment);
    mergeField(into, base, mine, &Variant::thread);
}

/// Takes away what \a mine took from \a base, adds what it added, and lets \a both merge what all have.
template<typename Row, typename Both>
void mergeRows(QList<Row> &into, const QList<Row> &base, const QList<Row> &mine, Both both)
{
    const auto find = [](const QList<Row> &rows, auto id) {
        const auto row = std::ranges::find(rows, id, &Row::id);
        return row == rows.end() ? nullptr : &*row;
    };
    erase_if(into, [&](const Row &row) { return find(base, row.id) && !find(mine, row.id); });
    for (const Row &row : mine) {
        const Row *before = find(base, row.id);
        const auto there = std::ranges::find(into, row.id, &Row::id);
        // What waits for its id may have been said already.
        const bool isNew = row.id.isNull() ? !base.contains(row) : !before && there == into.end();
        if (isNew)
            into.append(row);
        else if (before && there != into.end())
            both(*there, *before, row);
    }
}

bool holdsLink(const QString &words)
{
    return std::ranges::any_of(findPlaceholders(words),
        [](const Placeholder &placeholder) { return placeholder.name == LinkPlaceholder; });
}

bool locksLink(const Post &post, const Variant &variant)
{
    return PostEdits::isLocked(variant.status)
        && (holdsLink(effectiveText(post, variant)) || holdsLink(variant.firstComment));
}

void mergeMedia(PostMedia &into, const PostMedia &base, const PostMedia &mine)
{
    mergeField(into, base, mine, &PostMedia::variant);
    mergeField(into, base, mine, &PostMedia::position);
    mergeField(into, base, mine, &PostMedia::altText);
}

void mergeCrop(MediaCrop &into, const MediaCrop &base, const MediaCrop &mine)
{
    mergeField(into, base, mine, &MediaCrop::left);
    mergeField(into, base, mine, &MediaCrop::top);
    mergeField(into, base, mine, &MediaCrop::width);
    mergeField(into, base, mine, &MediaCrop::height);
}

/// A medium as a variant shows it.
struct ShownMedium
{
    MediaId media;
    QString altText;
    QRect part; ///< invalid: all of it

    friend bool operator==(const ShownMedium &, const ShownMedium &) = default;
};

QList<ShownMedium> shownMedia(const PostWithVariants &post, VariantId variant)
{
    QList<ShownMedium> shown;
    const QList<PostMedia> media = mediaOf(post, variant);
    for (const PostMedia &one : media)
        shown.append({one.media, one.altText, cropOf(post, one.id, variant)});
    return shown;
}

bool mayStep(
    const PostWithVariants &post, const Variant &variant, PostStatus status, const StatusStep &by)
{
    const bool isRetired = variant.status == PostStatus::Retired;
    if (isRetired && overallStatus(post.variants) != PostStatus::Retired)
        return false;
    const auto channel = std::ranges::find(by.channels, variant.channel, &Channel::id);
    return obstacleTo(status, post.post, variant,
               channel == by.channels.end() ? nullptr : &*channel, by.who, by.rules)
        == Obstacle::None;
}

} // namespace

namespace PostEdits {

std::optional<PostWithVariants> withStatus(
    const PostWithVariants &post, PostStatus status, const StatusStep &by)
{
    PostWithVariants result = post;
    for (Variant &variant : result.variants) {
        if (!mayStep(post, variant, status, by))
            continue;
        variant.status = status;
        if (status == PostStatus::Posted)
            variant.postedAt = by.now;
        else if (status == PostStatus::Draft)
            variant.postedAt = 0;
    }
    const bool isThere = !result.variants.isEmpty() && overallStatus(result.variants) == status;
    return isThere && result != post ? std::optional(result) : std::nullopt;
}

Obstacle hindranceTo(const PostWithVariants &post, PostStatus status, const StatusStep &by)
{
    for (const Variant &variant : post.variants) {
        const bool staysAway = variant.status == PostStatus::Retired
            && overallStatus(post.variants) != PostStatus::Retired;
        if (staysAway || variant.status == status)
            continue;
        const auto channel = std::ranges::find(by.channels, variant.channel, &Channel::id);
        const Obstacle obstacle = obstacleTo(status, post.post, variant,
            channel == by.channels.end() ? nullptr : &*channel, by.who, by.rules);
        if (obstacle != Obstacle::None)
            return obstacle;
    }
    return Obstacle::None;
}

PostWithVariants keepingLocked(const PostWithVariants &before, const PostWithVariants &after)
{
    PostWithVariants result = after;
    for (Variant &variant : result.variants) {
        const auto was = std::ranges::find(before.variants, variant.id, &Variant::id);
        if (was == before.variants.end() || !isLocked(was->status) || !isLocked(variant.status))
            continue;
        const QString words = effectiveText(before.post, *was);
        if (effectiveText(after.post, variant) != words) {
            variant.detached = true;
            variant.text = words;
        }
        variant.firstComment = was->firstComment;
        variant.thread = was->thread;
        if (locksLink(before.post, *was)) {
            result.post.link = before.post.link;
            result.post.tracksLink = before.post.tracksLink;
        }
    }
    if (!changesLockedMedia(before, after))
        return result;
    result.media = before.media;
    result.crops = before.crops;
    return MediaEdits::withoutStrays(std::move(result)); // other variants may be gone
}

bool changesLockedMedia(const PostWithVariants &before, const PostWithVariants &after)
{
    return std::ranges::any_of(before.variants, [&](const Variant &was) {
        if (!isLocked(was.status) || was.status == PostStatus::Retired)
            return false;
        const auto now = std::ranges::find(after.variants, was.id, &Variant::id);
        return now != after.variants.end() && isLocked(now->status)
            && shownMedia(before, was.id) != shownMedia(after, was.id);
    });
}

bool isLinkLocked(const PostWithVariants &post)
{
    return std::ranges::any_of(
        post.variants, [&post](const Variant &variant) { return locksLink(post.post, variant); });
}

PostWithVariants merged(
    const PostWithVariants &base, const PostWithVariants &mine, const PostWithVariants &theirs)
{
    if (mine == base)
        return theirs;
    PostWithVariants result = theirs;
    mergeField(result.post, base.post, mine.post, &Post::title);
    mergeField(result.post, base.post, mine.post, &Post::text);
    mergeField(result.post, base.post, mine.post, &Post::campaign);
    mergeField(result.post, base.post, mine.post, &Post::pillar);
    mergeField(result.post, base.post, mine.post, &Post::link);
    mergeField(result.post, base.post, mine.post, &Post::tracksLink);
    mergeField(result.post, base.post, mine.post, &Post::language);
    mergeField(result.post, base.post, mine.post, &Post::coolDownDays);
    mergeField(result.post, base.post, mine.post, &Post::evergreenQueue);
    mergeField(result.post, base.post, mine.post, &Post::day);
    mergeField(result.post, base.post, mine.post, &Post::time);
    mergeField(result.post, base.post, mine.post, &Post::zone);
    mergeField(result.post, base.post, mine.post, &Post::notes);
    mergeRows(result.variants, base.variants, mine.variants, mergeVariant);
    mergeRows(result.labels, base.labels, mine.labels,
        [](PostLabel & /*into*/, const PostLabel & /*base*/, const PostLabel & /*mine*/) {});
    mergeRows(result.media, base.media, mine.media, mergeMedia);
    mergeRows(result.crops, base.crops, mine.crops, mergeCrop);
    return MediaEdits::withoutStrays(std::move(result));
}

bool isTyping(const PostWithVariants &before, const PostWithVariants &after)
{
    const auto withoutWords = [](PostWithVariants post) {
        post.post.title.clear();
        post.post.text.clear();
        post.post.notes.clear();
        post.post.link.clear();
        for (Variant &variant : post.variants) {
            variant.text.clear();
            variant.firstComment.clear();
        }
        for (PostMedia &media : post.media)
            media.altText.clear();
        return post;
    };
    return withoutWords(before) == withoutWords(after);
}

bool isLocked(PostStatus status)
{
    return status == PostStatus::Approved || status == PostStatus::Scheduled
        || status == PostStatus::Posted || status == PostStatus::Retired;
}

} // namespace PostEdits
