// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/postedits.h"

#include <algorithm>

namespace {
template<typename Row, typename Field>
void mergeField(Row &into, const Row &base, const Row &mine, Field field)
{
    if (mine.*field != base.*field)
        into.*field = mine.*field;
}

const Variant *findVariant(const PostWithVariants &post, VariantId id)
{
    const auto variant = std::ranges::find(post.variants, id, &Variant::id);
    return variant == post.variants.end() ? nullptr : &*variant;
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
}
} // namespace

namespace PostEdits {

PostWithVariants movedToDay(const PostWithVariants &post, QDate from, QDate to)
{
    PostWithVariants moved = post;
    if (!from.isValid() || post.post.day == from || !post.post.day)
        moved.post.day = to;
    for (Variant &variant : moved.variants) {
        if (variant.day && variant.day == from)
            variant.day = to;
    }
    return moved;
}

PostWithVariants withoutDay(const PostWithVariants &post)
{
    PostWithVariants idea = post;
    idea.post.day.reset();
    for (Variant &variant : idea.variants) {
        variant.day.reset();
        if (variant.status == PostStatus::Scheduled)
            variant.status = PostStatus::Approved;
    }
    return idea;
}

PostWithVariants copyOf(
    const PostWithVariants &source, PostId post, const std::function<VariantId()> &newVariantId)
{
    PostWithVariants copy = source;
    copy.post.id = post;
    copy.post.batch = {};
    copy.post.rowVersion = 1;
    for (Variant &variant : copy.variants) {
        variant.id = newVariantId();
        variant.post = post;
        variant.status = PostStatus::Draft;
        variant.postedAt = 0;
        variant.link.clear();
        variant.rowVersion = 1;
    }
    return copy;
}

PostWithVariants merged(
    const PostWithVariants &base, const PostWithVariants &mine, const PostWithVariants &theirs)
{
    PostWithVariants result = theirs;
    mergeField(result.post, base.post, mine.post, &Post::title);
    mergeField(result.post, base.post, mine.post, &Post::text);
    mergeField(result.post, base.post, mine.post, &Post::campaign);
    mergeField(result.post, base.post, mine.post, &Post::day);
    mergeField(result.post, base.post, mine.post, &Post::time);
    mergeField(result.post, base.post, mine.post, &Post::zone);
    mergeField(result.post, base.post, mine.post, &Post::notes);
    erase_if(result.variants, [&](const Variant &variant) {
        return findVariant(base, variant.id) && !findVariant(mine, variant.id);
    });
    for (const Variant &variant : mine.variants) {
        const Variant *before = findVariant(base, variant.id);
        const auto there = std::ranges::find(result.variants, variant.id, &Variant::id);
        if (!before && there == result.variants.end())
            result.variants.append(variant);
        else if (before && there != result.variants.end())
            mergeVariant(*there, *before, variant);
    }
    return result;
}

bool isTyping(const PostWithVariants &before, const PostWithVariants &after)
{
    const auto withoutWords = [](PostWithVariants post) {
        post.post.title.clear();
        post.post.text.clear();
        post.post.notes.clear();
        for (Variant &variant : post.variants)
            variant.text.clear();
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
