// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/moment.h"
#include "domain/postedits.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/composer.h"

#include <QDateTime>

#include <algorithm>

// What is wanted of posts, as commands of the store.

namespace {
/// A post for all channels at once is what most teams write; with more of them the choice is the user's.
constexpr qsizetype MostDefaultChannels = 6;

QList<PostId> idsOf(const QList<PlacedPost> &posts)
{
    QList<PostId> ids;
    for (const PlacedPost &placed : posts) {
        if (!ids.contains(placed.post))
            ids.append(placed.post);
    }
    return ids;
}

/// \a time moved as far as \a from is moved to \a to, within the day; nothing where it has none.
std::optional<QTime> movedAlong(std::optional<QTime> time, std::optional<QTime> from, QTime to)
{
    constexpr int lastSecond = 24 * 60 * 60 - 1;
    if (!time || !from)
        return time;
    const int second = QTime(0, 0).secsTo(*time) + from->secsTo(to);
    return QTime(0, 0).addSecs(std::clamp(second, 0, lastSecond));
}
QString whyNot(const PostWithVariants &post, PostStatus status, const PostEdits::StatusStep &by)
{
    if (post.variants.isEmpty())
        return CalendarArea::tr("it has no channel to post to yet");
    QString words = obstacleWords(PostEdits::hindranceTo(post, status, by));
    if (!words.isEmpty())
        return words;
    return CalendarArea::tr("there is no such step from “%1”")
        .arg(statusName(overallStatus(post.variants)));
}
} // namespace

PostWithVariants CalendarArea::draftAt(const CalendarSpot &spot) const
{
    PostWithVariants post;
    const PlannedTime planned = plannedAt(spot);
    post.post.day = planned.day;
    post.post.time = planned.time;
    post.post.zone = planned.zone;
    const QList<Channel> &channels = m_sources.channels;
    for (const Channel &channel : channels) {
        bool chosen = m_filter.channels.isEmpty() ? channels.size() <= MostDefaultChannels
                                                  : m_filter.channels.contains(channel.id);
        if (!spot.channel.isNull())
            chosen = channel.id == spot.channel;
        if (!chosen)
            continue;
        Variant variant;
        variant.channel = channel.id;
        post.variants.append(variant);
    }
    if (m_filter.campaigns.size() == 1)
        post.post.campaign = m_filter.campaigns.first();
    return post;
}

void CalendarArea::create(const CalendarSpot &spot)
{
    add(draftAt(spot));
}

void CalendarArea::add(const PostWithVariants &post)
{
    m_composer->flush();
    m_toOpen = m_workspace.posts().create(post);
    m_selected = m_toOpen;
    refreshInspector();
}

PlannedTime CalendarArea::plannedAt(const CalendarSpot &spot) const
{
    const QTimeZone &shown = m_zone.of(spot.channel);
    if (!spot.time || shown == m_workspace.zone())
        return {spot.day, spot.time, {}};
    if (m_zone.kind() == ShownZone::Kind::Audience)
        return {spot.day, spot.time, QString::fromUtf8(shown.id())};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(
        localToInstant(spot.day, *spot.time, shown), m_workspace.zone());
    return {local.date(), local.time(), {}};
}

void CalendarArea::createIdea(const QString &title)
{
    PostWithVariants post;
    post.post.title = title;
    m_composer->flush();
    m_workspace.posts().create(post);
}

void CalendarArea::move(const QList<PlacedPost> &posts, const CalendarSpot &spot)
{
    m_composer->flush();
    const PostStore &store = m_workspace.posts();
    const PlacedPost grabbed = posts.first();
    const PostWithVariants *first = store.find(grabbed.post);
    if (!first)
        return;
    QList<PostChange> changes;
    for (const PlacedPost &placed : posts) {
        const PostWithVariants *post = store.find(placed.post);
        if (!post)
            continue;
        CalendarSpot to = spot;
        if (placed.day.isValid() && grabbed.day.isValid())
            to.day = placed.day.addDays(grabbed.day.daysTo(spot.day));
        if (spot.time && placed.post != grabbed.post)
            to.time = movedAlong(
                m_zone.shown(*post).post.time, m_zone.shown(*first).post.time, *spot.time);
        const auto known = std::ranges::find(
            changes, placed.post, [](const PostChange &change) { return change.before.post.id; });
        if (known == changes.end())
            changes.append({*post, movedTo(m_zone.shown(*post), placed.day, to)});
        else // with a variant on another day
            known->after = movedTo(known->after, placed.day, to);
    }
    for (PostChange &change : changes)
        change.after = m_zone.written(change.before, change.after);
    const QString where = spot.time
        //: A day and a time that a post is moved to.
        ? tr("%1, %2").arg(Formatting::dayMonth(spot.day), Formatting::time(*spot.time))
        : Formatting::dayMonth(spot.day);
    const QString text = changes.size() > 1
        ? tr("Move %n post(s) to %1", nullptr, int(changes.size())).arg(where)
        : tr("Move “%1” to %2").arg(PostStore::nameOf(first->post), where);
    if (!m_page->view()->days().contains(spot.day))
        showDay(spot.day); // before the move, so that the post stays in view
    m_workspace.posts().reschedule(changes, text);
    select(grabbed.post);
}

void CalendarArea::copy(const QList<PlacedPost> &posts, const CalendarSpot &spot)
{
    m_composer->flush();
    PostStore &store = m_workspace.posts();
    const PlacedPost grabbed = posts.first();
    const PostWithVariants *post = store.find(grabbed.post);
    if (!post)
        return;
    if (!grabbed.day.isValid()) {
        select(store.duplicate(grabbed.post, spot.day));
        return;
    }
    const std::optional<QTime> shown = m_zone.shown(*post).post.time;
    const int minutes = spot.time && shown ? shown->secsTo(*spot.time) / 60 : 0;
    const QList<PostId> copies =
        store.duplicate(idsOf(posts), int(grabbed.day.daysTo(spot.day)), minutes);
    if (!copies.isEmpty())
        select(copies.first());
}

void CalendarArea::undate(const QList<PostId> &posts)
{
    m_composer->flush();
    m_workspace.posts().moveTo(posts, std::nullopt);
    select(posts.first());
}

void CalendarArea::duplicate(const QList<PostId> &posts)
{
    m_composer->flush();
    PostStore &store = m_workspace.posts();
    const PostId first =
        posts.size() > 1 ? store.duplicate(posts, 0).value(0) : store.duplicate(posts.value(0));
    if (!first.isNull())
        select(first);
}

void CalendarArea::remove(const QList<PostId> &posts)
{
    m_composer->flush();
    m_removed = posts;
    m_workspace.posts().remove(posts);
}

void CalendarArea::setStatus(const QList<PostId> &posts, PostStatus status)
{
    m_composer->flush();
    QList<PostChange> changes;
    QString name;
    QStringList refused;
    const PostEdits::StatusStep by {m_sources.channels, m_workspace.viewer().user,
        m_workspace.clock().now(),
        {m_sources.networks, m_workspace.plan().channelLimits(), m_sources.campaigns}};
    for (const PostId id : posts) {
        const PostWithVariants *post = m_workspace.posts().find(id);
        if (!post)
            continue;
        const auto changed = PostEdits::withStatus(*post, status, by);
        if (changed) {
            changes.append({*post, *changed});
            name = PostStore::nameOf(post->post);
        } else if (overallStatus(post->variants) != status) {
            //: A post's first words, and what is in the way.
            refused << tr("“%1”: %2").arg(PostStore::nameOf(post->post), whyNot(*post, status, by));
        }
    }
    if (refused.size() == 1)
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("It cannot become “%1”. %2").arg(statusName(status), refused.first())});
    else if (!refused.isEmpty())
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("%Ln post(s) cannot become “%1” and stay as they are.", nullptr, int(refused.size()))
                .arg(statusName(status)),
            refused.join(u'\n')});
    if (changes.isEmpty())
        return;
    m_workspace.posts().changeAll(changes,
        changes.size() > 1
            ? tr("Set %n post(s) to “%1”", nullptr, int(changes.size())).arg(statusName(status))
            : tr("Set “%1” to “%2”").arg(name, statusName(status)));
}
