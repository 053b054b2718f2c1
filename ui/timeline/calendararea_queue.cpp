// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/evergreenservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/queueservice.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/filldialog.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/tilelist.h"

#include <algorithm>
#include <utility>

// Slots: what goes into queues, and what fills them.

void CalendarArea::offerQueues()
{
    if (!m_queues) {
        m_queues = new QueueService(m_workspace, this);
        connect(m_queues, &QueueService::added, this, [this](PostId post, QDate day) {
            setSelected(post);
            showDay(day);
        });
    }
    QList<std::pair<QueueId, QString>> offered;
    const QList<QueueId> queues = queuesOf(m_sources.channels, m_workspace.plan().postingSlots());
    for (const QueueId &queue : queues) {
        const Channel &channel =
            *std::ranges::find(m_sources.channels, queue.channel, &Channel::id);
        const QString name =
            Formatting::channel(channel.name, m_sources.networks.nameOf(channel.network));
        //: A queue: %1 is the channel, %2 the name of the queue.
        offered.append({queue, queue.queue.isEmpty() ? name : tr("%1: %2").arg(name, queue.queue)});
    }
    for (int kind = 0; kind < CalendarViewKinds; ++kind)
        m_page->view(CalendarViewKind(kind))->setQueues(offered);
    m_page->tray()->list()->setQueues(offered);
}

void CalendarArea::addToQueue(const QList<PostId> &posts, const QueueId &queue)
{
    m_composer->flush();
    QList<PostWithVariants> wanted;
    for (const PostId id : posts) {
        if (const PostWithVariants *post = m_workspace.posts().find(id))
            wanted.append(*post);
    }
    m_queues->add(wanted, queue);
}

void CalendarArea::putInSlot(
    PostId post, const QueueId &queue, const SlotTime &slot, PostId other, const SlotTime &freed)
{
    m_composer->flush();
    const PostWithVariants *moved = m_workspace.posts().find(post);
    const PostWithVariants *there = m_workspace.posts().find(other);
    if (moved && there)
        m_queues->swap(*moved, slot, *there, freed, queue);
    else if (moved && other.isNull())
        m_queues->move(*moved, slot, queue);
    select(post);
}

void CalendarArea::showFilling()
{
    constexpr int daysAhead = 14;
    m_composer->flush();
    if (!m_filling) {
        m_filling = new FillDialog(m_page);
        auto *service = new EvergreenService(m_workspace, m_filling);
        connect(m_filling, &FillDialog::proposalsWanted, service,
            [this, service](const DateSpan &days) {
                service->propose(days, m_filter.channels, m_filling,
                    [this, days](const Result<EvergreenPlan> &plan) {
                        if (!plan)
                            emit m_workspace.notice(Notice::error(plan.error()));
                        else if (days == m_filling->days())
                            m_filling->setPlan(*plan);
                    });
            });
        connect(m_filling, &FillDialog::acceptRequested, service, &EvergreenService::accept);
    }
    m_filling->setSources(m_sources);
    const QDate today = m_workspace.today();
    m_filling->setDays({.from = today, .to = today.addDays(daysAhead)});
    m_filling->show();
    m_filling->raise();
    m_filling->activateWindow();
}
