// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postmedia.h"

#include <algorithm>

namespace {
auto byPosition(const PostMedia &one)
{
    return one.position;
}

PostMedia *find(PostWithVariants &post, PostMediaId medium)
{
    const auto found = std::ranges::find(post.media, medium, &PostMedia::id);
    return found == post.media.end() ? nullptr : &*found;
}
} // namespace

QList<PostMedia> mediaOf(const PostWithVariants &post, VariantId variant)
{
    QList<PostMedia> media;
    for (const PostMedia &one : post.media) {
        if (one.variant.isNull() || one.variant == variant)
            media.append(one);
    }
    std::ranges::stable_sort(media, {}, byPosition);
    return media;
}

QRect cropOf(const PostWithVariants &post, PostMediaId medium, VariantId variant)
{
    for (const MediaCrop &crop : post.crops) {
        if (crop.media == medium && crop.variant == variant)
            return {crop.left, crop.top, crop.width, crop.height};
    }
    return {};
}

namespace MediaEdits {
PostWithVariants with(PostWithVariants post, const QList<MediaId> &media, VariantId variant)
{
    int position = 0;
    for (const PostMedia &one : std::as_const(post.media))
        position = std::max(position, one.position + 1);
    for (const MediaId id : media) {
        const bool isShown = std::ranges::any_of(post.media, [id, variant](const PostMedia &one) {
            return one.media == id && (one.variant.isNull() || one.variant == variant);
        });
        if (isShown)
            continue;
        PostMedia added;
        added.post = post.post.id;
        added.variant = variant;
        added.media = id;
        added.position = position++;
        post.media.append(added);
    }
    return post;
}

PostWithVariants without(PostWithVariants post, PostMediaId medium)
{
    post.media.removeIf([medium](const PostMedia &one) { return one.id == medium; });
    post.crops.removeIf([medium](const MediaCrop &crop) { return crop.media == medium; });
    return post;
}

PostWithVariants withoutVariant(PostWithVariants post, VariantId variant)
{
    post.media.removeIf([variant](const PostMedia &one) { return one.variant == variant; });
    post.crops.removeIf([variant](const MediaCrop &crop) { return crop.variant == variant; });
    return post;
}

PostWithVariants withoutStrays(PostWithVariants post)
{
    const auto isThere = [](const auto &rows, auto id) {
        return std::ranges::any_of(rows, [id](const auto &row) { return row.id == id; });
    };
    post.media.removeIf([&](const PostMedia &one) {
        return !one.variant.isNull() && !isThere(post.variants, one.variant);
    });
    post.crops.removeIf([&](const MediaCrop &crop) {
        return !isThere(post.media, crop.media) || !isThere(post.variants, crop.variant);
    });
    return post;
}

PostWithVariants moved(PostWithVariants post, PostMediaId medium, int to, VariantId variant)
{
    QList<PostMedia> shown = mediaOf(post, variant);
    const auto found = std::ranges::find(shown, medium, &PostMedia::id);
    if (found == shown.end())
        return post;
    shown.move(found - shown.begin(), std::clamp(to, 0, int(shown.size()) - 1));
    // The shown ones share their places among themselves anew; the others keep theirs.
    QList<int> places;
    for (const PostMedia &one : std::as_const(shown))
        places.append(one.position);
    std::ranges::sort(places);
    for (qsizetype i = 1; i < places.size(); ++i)
        places[i] = std::max(places.at(i), places.at(i - 1) + 1);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (PostMedia *one = find(post, shown.at(i).id))
            one->position = places.at(i);
    }
    std::ranges::stable_sort(post.media, {}, byPosition);
    return post;
}

PostWithVariants showing(PostWithVariants post, PostMediaId medium, VariantId variant)
{
    if (PostMedia *one = find(post, medium))
        one->variant = variant;
    if (!variant.isNull())
        post.crops.removeIf([medium, variant](const MediaCrop &crop) {
            return crop.media == medium && crop.variant != variant;
        });
    return post;
}

PostWithVariants described(PostWithVariants post, PostMediaId medium, const QString &altText)
{
    if (PostMedia *one = find(post, medium))
        one->altText = altText;
    return post;
}

PostWithVariants cropped(
    PostWithVariants post, PostMediaId medium, VariantId variant, const QRect &part)
{
    const auto isIt = [medium, variant](const MediaCrop &crop) {
        return crop.media == medium && crop.variant == variant;
    };
    if (!part.isValid()) {
        post.crops.removeIf(isIt);
        return post;
    }
    auto crop = std::ranges::find_if(post.crops, isIt);
    if (crop == post.crops.end()) {
        MediaCrop added;
        added.post = post.post.id;
        added.media = medium;
        added.variant = variant;
        post.crops.append(added);
        crop = post.crops.end() - 1;
    }
    crop->left = part.left();
    crop->top = part.top();
    crop->width = part.width();
    crop->height = part.height();
    return post;
}
} // namespace MediaEdits
