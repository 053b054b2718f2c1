// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dueposts.h"

#include "base/clock.h"
#include "session/freshreader.h"
#include "session/workspace.h"
#include "storage/plantable.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

DuePosts::DuePosts(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &DuePosts::look);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_minute.isActive() && changes.touchesAny({u"post", u"variant"}))
            reload();
    });
}

void DuePosts::watch()
{
    if (m_minute.isActive())
        return;
    m_minute.start();
    reload();
}

void DuePosts::reload()
{
    // Tomorrow too: it may be tomorrow already where a post is planned.
    m_readUntil = m_workspace.today().addDays(1);
    const auto read = [until = m_readUntil](
                          Connection &connection) { return PlanTable::due(connection, until); };
    m_reader->start(read, [this](Result<QList<PostWithVariants>> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
            emit changed();
            return;
        }
        m_scheduled = std::move(*result);
        setState(StoreState::Ready);
        look();
    });
}

QList<DuePost> DuePosts::dueBy(qint64 instant) const
{
    return dueAt(m_scheduled, instant, m_workspace.zone());
}

const PostWithVariants *DuePosts::find(PostId post) const
{
    const auto found = std::ranges::find(
        m_scheduled, post, [](const PostWithVariants &entry) { return entry.post.id; });
    return found == m_scheduled.end() ? nullptr : &*found;
}

void DuePosts::look()
{
    if (m_workspace.today().addDays(1) != m_readUntil) {
        reload();
        return;
    }
    const QList<DuePost> before =
        std::exchange(m_due, dueAt(m_scheduled, m_workspace.clock().now(), m_workspace.zone()));
    QList<DuePost> news;
    for (const DuePost &entry : std::as_const(m_due)) {
        if (!m_told.contains(entry.variant)) {
            m_told.insert(entry.variant);
            news.append(entry);
        }
    }
    const bool isFirst = std::exchange(m_first, false);
    if (m_due != before || isFirst)
        emit changed();
    if (!news.isEmpty() && !isFirst)
        emit becameDue(news);
    emit looked();
}
