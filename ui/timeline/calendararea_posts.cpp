// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rescheduling.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/monthmodel.h"

#include <algorithm>

// What is wanted of posts, as commands of the store.

namespace {
/// A post for all channels at once is what most teams write; with more of them the choice is the user's.
constexpr qsizetype MostDefaultChannels = 6;
} // namespace

void CalendarArea::create(QDate day)
{
    PostWithVariants post;
    post.post.day = day;
    const QList<Channel> &channels = m_sources.channels;
    for (const Channel &channel : channels) {
        const bool chosen = m_filter.channels.isEmpty() ? channels.size() <= MostDefaultChannels
                                                        : m_filter.channels.contains(channel.id);
        if (!chosen)
            continue;
        Variant variant;
        variant.channel = channel.id;
        post.variants.append(variant);
    }
    if (m_filter.campaigns.size() == 1)
        post.post.campaign = m_filter.campaigns.first();
    m_composer->flush();
    m_toOpen = m_workspace.posts().create(post);
    m_selected = m_toOpen;
    refreshInspector();
}

void CalendarArea::createIdea(const QString &title)
{
    PostWithVariants post;
    post.post.title = title;
    m_composer->flush();
    m_workspace.posts().create(post);
}

void CalendarArea::move(PostId id, QDate from, QDate to)
{
    m_composer->flush();
    PostStore &store = m_workspace.posts();
    const PostWithVariants *post = store.find(id);
    if (!post)
        return;
    const PostWithVariants before = *post;
    const PostWithVariants moved = movedTo(before, from, to);
    if (!m_model->grid().contains(to))
        showDay(to); // before the move, so that the post stays in view
    if (moved.variants != before.variants)
        store.change(before, moved);
    else
        store.moveTo({id}, to);
    select(id);
}

void CalendarArea::undate(PostId id)
{
    m_composer->flush();
    PostStore &store = m_workspace.posts();
    const PostWithVariants *post = store.find(id);
    if (!post || !post->post.day)
        return;
    const bool ownDays = std::ranges::any_of(
        post->variants, [](const Variant &variant) { return variant.day.has_value(); });
    if (ownDays)
        store.change(PostWithVariants(*post), withoutDay(*post));
    else
        store.moveTo({id}, std::nullopt);
    select(id);
}

void CalendarArea::duplicate(PostId id, QDate day)
{
    m_composer->flush();
    const PostId copy =
        m_workspace.posts().duplicate(id, day.isValid() ? std::optional(day) : std::nullopt);
    if (!copy.isNull())
        select(copy);
}

void CalendarArea::remove(PostId id)
{
    m_composer->flush();
    if (m_workspace.posts().find(id))
        m_workspace.posts().remove({id});
}
