// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/groupchats.h"

#include "base/clock.h"
#include "domain/move.h"
#include "session/freshreader.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/prospecttable.h"
#include "storage/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

GroupChats::GroupChats(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_listReader(new FreshReader(
          workspace, [this] { reload(); }, this))
    , m_threadReader(new FreshReader(
          workspace, [this] { reloadThread(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &GroupChats::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"conversation", u"participant", u"message"})) {
            reload();
            reloadThread();
        }
    });
    reload();
}

void GroupChats::open(ConversationId id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_thread = {};
    reloadThread();
    emit changed();
}

const Conversation *GroupChats::current() const
{
    const auto found = std::ranges::find(m_chats, m_id, &Conversation::id);
    return m_id.isNull() || found == m_chats.end() ? nullptr : &*found;
}

void GroupChats::reload()
{
    m_listReader->start(&Visible::unassigned,
        [this](Result<QList<Conversation>> result) { take(std::move(result), m_chats); });
}

void GroupChats::reloadThread()
{
    m_threadReader->cancel();
    if (m_id.isNull())
        return;
    const auto read = [id = m_id](Connection &connection) -> Result<Thread> {
        auto participants = Visible::participants(connection, id);
        if (!participants)
            return tl::unexpected(participants.error());
        auto messages = Visible::messages(connection, id, {}, NewestMessages);
        if (!messages)
            return tl::unexpected(messages.error());
        return Thread {std::move(*participants), std::move(*messages)};
    };
    m_threadReader->start(read, [this](Result<Thread> result) {
        if (result)
            m_thread = std::move(*result);
        else
            setState(StoreState::Failed, result.error());
        emit changed();
    });
}

void GroupChats::follow(const QList<RowEdit> &edits)
{
    bool differs = false;
    for (const RowEdit &edit : edits) {
        if (edit.op == RowEdit::Op::Insert)
            continue; // who may see it is decided where it is read
        differs = applyToList(m_chats, edit) || differs;
        differs = applyToList(m_thread.participants, edit) || differs;
    }
    if (!differs)
        return;
    m_chats.removeIf([](const Conversation &chat) { return !chat.prospect.isNull(); });
    emit changed();
}

ProspectId GroupChats::makeProspect(ParticipantId participant)
{
    const auto found = std::ranges::find(m_thread.participants, participant, &Participant::id);
    const Conversation *chat = current();
    if (!chat || found == m_thread.participants.end() || found->isUs || !found->prospect.isNull())
        return {};
    IdSource &ids = m_workspace.ids();
    const qint64 now = m_workspace.clock().now();
    const auto first =
        std::ranges::find(std::as_const(m_thread.messages), participant, &Message::sender);
    Prospect person;
    person.id = ProspectId::create(ids);
    person.name = found->name;
    person.owner = m_workspace.viewer().user;
    person.stage = firstStep(m_workspace.stages()).id;
    person.firstSeen =
        first == m_thread.messages.cend() ? Moment {now, Precision::Exact} : first->sentAt;
    person.createdAt = now;
    person.lastActivityAt = person.firstSeen.ms;
    if (chat->privacy == Privacy::Team)
        person.lastActivityAt = std::max(person.lastActivityAt, chat->lastMessageAt);
    Move entry;
    entry.id = MoveId::create(ids);
    entry.prospect = person.id;
    entry.to = person.stage;
    entry.at = person.firstSeen;
    entry.by = person.owner;
    Participant linked = *found;
    linked.prospect = person.id;
    RowEdits edits {insertion(person), insertion(entry), update(*found, linked)};
    if (!chat->network.isEmpty()) {
        Handle handle;
        handle.id = HandleId::create(ids);
        handle.prospect = person.id;
        handle.network = chat->network;
        handle.value = found->name;
        handle.contested = true; // a name alone: another may be called so too
        edits << insertion(handle);
    }
    Conversation owned = *chat;
    owned.prospect = person.id;
    edits << update(*chat, owned);
    m_workspace.commit(edits, tr("Make a prospect of “%1”").arg(person.name));
    return person.id;
}
