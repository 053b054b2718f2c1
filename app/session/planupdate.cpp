// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planupdate.h"

#include "storage/rowspec.h"
#include "storage/tables.h"

#include <algorithm>

namespace {
void take(QString &value, const QString &told)
{
    if (!told.isEmpty())
        value = told;
}

template<typename T>
void take(std::optional<T> &value, const std::optional<T> &told)
{
    if (told)
        value = told;
}
} // namespace

PostWithVariants asTold(const PostWithVariants &known, const PlannedPost &row, VariantId variant)
{
    PostWithVariants told = known;
    Post &post = told.post;
    take(post.title, row.title);
    take(post.text, row.text);
    take(post.link, row.link);
    take(post.notes, row.notes);
    take(post.language, row.language);
    post.tracksLink = post.tracksLink || row.tracksLink;
    if (row.coolDownDays > 0)
        post.coolDownDays = row.coolDownDays;
    take(post.evergreenQueue, row.evergreenQueue);
    take(post.day, row.day);
    take(post.time, row.time);
    if (row.day || row.time)
        post.zone = row.zone; // empty means the workspace's, which is something else than another
    for (Variant &own : told.variants) {
        if (own.id != variant || variant.isNull())
            continue;
        own.detached = own.detached || row.detached;
        take(own.text, row.ownText);
        take(own.day, row.ownDay);
        take(own.time, row.ownTime);
        take(own.zone, row.ownZone);
        take(own.firstComment, row.firstComment);
    }
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
