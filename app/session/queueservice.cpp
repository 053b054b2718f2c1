// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/queueservice.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/plantable.h"

#include <QLocale>

#include <algorithm>

QueueService::QueueService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

PlannedTime QueueService::timeOf(const SlotTime &slot, ChannelId channel) const
{
    const Channel *found = m_workspace.plan().channel(channel);
    return {slot.day, slot.time, found ? found->zone : QString()};
}

QString QueueService::nameOf(const QueueId &queue) const
{
    const Channel *channel = m_workspace.plan().channel(queue.channel);
    const QString name = channel ? channel->name : QString();
    //: A queue: %1 is the channel, %2 the name of the queue.
    return queue.queue.isEmpty() ? name : tr("%1, %2").arg(name, queue.queue);
}

bool QueueService::mayMove(const PostWithVariants &post, ChannelId channel) const
{
    const bool isOut = std::ranges::any_of(post.variants, [channel](const Variant &variant) {
        return variant.channel == channel && variant.status == PostStatus::Posted;
    });
    if (isOut)
        emit m_workspace.notice({Notice::Severity::Warning,
            tr("“%1” was posted already and keeps its day. A copy can go to another.")
                .arg(PostStore::nameOf(post.post))});
    return !isOut;
}

void QueueService::move(const PostWithVariants &post, const SlotTime &slot, const QueueId &queue)
{
    if (!mayMove(post, queue.channel))
        return;
    m_workspace.posts().changeAll(
        {{post, plannedOn(post, queue.channel, timeOf(slot, queue.channel))}},
        tr("Move “%1” in the queue of %2").arg(PostStore::nameOf(post.post), nameOf(queue)));
}

void QueueService::swap(const PostWithVariants &post, const SlotTime &slot,
    const PostWithVariants &other, const SlotTime &otherSlot, const QueueId &queue)
{
    if (!mayMove(post, queue.channel) || !mayMove(other, queue.channel))
        return;
    m_workspace.posts().changeAll(
        {{post, plannedOn(post, queue.channel, timeOf(slot, queue.channel))},
            {other, plannedOn(other, queue.channel, timeOf(otherSlot, queue.channel))}},
        tr("Move “%1” in the queue of %2").arg(PostStore::nameOf(post.post), nameOf(queue)));
}

void QueueService::add(const QList<PostWithVariants> &posts, const QueueId &queue)
{
    QList<PostWithVariants> wanted;
    for (const PostWithVariants &post : posts) {
        if (mayMove(post, queue.channel))
            wanted.append(post);
    }
    const Channel *channel = m_workspace.plan().channel(queue.channel);
    if (wanted.isEmpty() || !channel)
        return;
    FreeSlotQuery query {.postingSlots = m_workspace.plan().postingSlots(),
        .channel = queue.channel,
        .queue = queue.queue,
        .zone = slotZone(*channel, m_workspace.zone()),
        .after = m_workspace.clock().now(),
        .taken = {}};
    const auto read = [query, count = wanted.size(), zone = m_workspace.zone()](
                          Connection &connection) mutable -> Result<QList<SlotTime>> {
        constexpr int daysAhead = 368;
        // A day earlier: what is planned in another zone may still be ahead.
        const QDate from = localDay(query.after, zone).addDays(-1);
        const auto planned = PlanTable::planned(connection, {from, from.addDays(daysAhead)});
        if (!planned)
            return tl::unexpected(planned.error());
        query.taken = takenInstants(*planned, query.channel, zone);
        QList<SlotTime> free;
        while (free.size() < count) {
            const auto next = nextFreeSlot(query);
            if (!next)
                break;
            free.append(*next);
            query.taken.append(localToInstant(next->day, next->time, query.zone));
        }
        return free;
    };
    whenReady(m_workspace.database()->read(read), this,
        [this, wanted, queue](const Result<QList<SlotTime>> &free) {
            if (!free) {
                emit m_workspace.notice(Notice::error(free.error()));
                return;
            }
            if (free->size() < wanted.size()) {
                emit m_workspace.notice({Notice::Severity::Info,
                    tr("The queue of %1 has too few free slots within a year.")
                        .arg(nameOf(queue))});
                return;
            }
            QList<PostChange> changes;
            for (qsizetype i = 0; i < wanted.size(); ++i)
                changes.append({wanted.at(i),
                    plannedOn(wanted.at(i), queue.channel, timeOf(free->at(i), queue.channel))});
            m_workspace.posts().changeAll(changes,
                tr("Add %n post(s) to the queue of %1", nullptr, int(changes.size()))
                    .arg(nameOf(queue)));
            const SlotTime first = free->first();
            emit m_workspace.notice({Notice::Severity::Info,
                tr("“%1” stands in the queue of %2 on %3 at %4.")
                    .arg(PostStore::nameOf(wanted.first().post), nameOf(queue),
                        QLocale().toString(first.day, QLocale::ShortFormat),
                        QLocale().toString(first.time, QLocale::ShortFormat))});
            emit added(wanted.first().post.id, first.day);
        });
}
