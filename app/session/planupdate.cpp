// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planupdate.h"

#include "storage/rowspec.h"
#include "storage/tables.h"

#include <algorithm>

namespace {
/// What a row's field makes of \a value, which was \a read.
void take(QString &value, const QString &told, const QString &read)
{
    if (!told.isEmpty() && told != read)
        value = told;
}

template<typename T>
void take(std::optional<T> &value, const std::optional<T> &told, const std::optional<T> &read)
{
    if (told && told != read)
        value = told;
}

void takeCommon(Post &post, const PlannedPost &row, const Post &read)
{
    take(post.title, row.title, read.title);
    take(post.text, row.text, read.text);
    take(post.link, row.link, read.link);
    take(post.notes, row.notes, read.notes);
    take(post.language, row.language, read.language);
    post.tracksLink = post.tracksLink || row.tracksLink;
    if (row.coolDownDays > 0 && row.coolDownDays != read.coolDownDays)
        post.coolDownDays = row.coolDownDays;
    take(post.evergreenQueue, row.evergreenQueue, read.evergreenQueue);
    take(post.day, row.day, read.day);
    take(post.time, row.time, read.time);
    // Empty means the workspace's, which is something else than another.
    if ((row.day || row.time) && row.zone != read.zone)
        post.zone = row.zone;
}

void takeOwn(Variant &own, const PlannedPost &row, const Variant &read)
{
    own.detached = own.detached || row.detached;
    take(own.text, row.ownText, read.text);
    take(own.day, row.ownDay, read.day);
    take(own.time, row.ownTime, read.time);
    take(own.zone, row.ownZone, read.zone);
    take(own.firstComment, row.firstComment, read.firstComment);
}
} // namespace

PostWithVariants asTold(const ToldPost &known, const PlannedPost &row, VariantId variant)
{
    PostWithVariants told = known.told;
    takeCommon(told.post, row, known.read.post);
    const auto own = std::ranges::find(told.variants, variant, &Variant::id);
    const auto read = std::ranges::find(known.read.variants, variant, &Variant::id);
    if (own != told.variants.end() && read != known.read.variants.end())
        takeOwn(*own, row, *read);
    return told;
}

RowEdits editsBetween(const PostWithVariants &before, const PostWithVariants &after)
{
    RowEdits edits;
    if (const RowEdit edit = update(before.post, after.post); !edit.isEmpty())
        edits << edit;
    for (const Variant &variant : after.variants) {
        const auto was = std::ranges::find(before.variants, variant.id, &Variant::id);
        if (was == before.variants.end())
            continue;
        if (const RowEdit edit = update(*was, variant); !edit.isEmpty())
            edits << edit;
    }
    return edits;
}

bool isDraft(const PostWithVariants &post)
{
    return std::ranges::all_of(post.variants, [](const Variant &variant) {
        return variant.status == PostStatus::Idea || variant.status == PostStatus::Draft
            || variant.status == PostStatus::ChangesRequested;
    });
}
