// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handoverqueue.h"

#include "base/clock.h"
#include "base/moment.h"
#include "session/freshreader.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/handovertable.h"
#include "storage/salestable.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

HandoverQueue::HandoverQueue(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &HandoverQueue::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"handover", u"handover_touch", u"prospect"}))
            reload();
    });
    reload();
}

void HandoverQueue::reload()
{
    const qint64 since = m_workspace.clock().now() - DecidedDays * DayMs;
    const auto read = [since](Connection &connection) {
        return HandoverTable::queue(connection, since);
    };
    m_reader->start(read, [this](Result<QList<QueuedHandover>> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
        } else {
            m_entries = std::move(*result);
            sort();
            setState(StoreState::Ready);
        }
        emit changed();
    });
}

void HandoverQueue::sort()
{
    std::ranges::sort(m_entries, {}, [](const QueuedHandover &entry) {
        const Handover &handover = entry.handover;
        const bool isOpen = handover.state == HandoverState::Offered;
        const qint64 due =
            handover.dueAt == 0 ? std::numeric_limits<qint64>::max() : handover.dueAt;
        return std::tuple(!isOpen, isOpen ? due : -handover.decidedAt, handover.id.value());
    });
}

void HandoverQueue::follow(const QList<RowEdit> &edits)
{
    bool differs = false;
    for (QueuedHandover &entry : m_entries) {
        QList<Handover> handover {entry.handover};
        QList<Prospect> prospect {entry.prospect};
        for (const RowEdit &edit : edits) {
            // What is new, and what goes, comes with the next read.
            if (edit.op != RowEdit::Op::Update)
                continue;
            differs = applyToList(handover, edit) || differs;
            differs = applyToList(prospect, edit) || differs;
        }
        entry.handover = handover.first();
        entry.prospect = prospect.first();
    }
    if (!differs)
        return;
    sort();
    emit changed();
}
