// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/rowedit.h"
#include "session/store.h"

#include <QList>

class FreshReader;
class Workspace;

/// Conversations without a prospect that the viewer may see (imported group chats), and the thread of the one that is open. A participant becomes a prospect
/// only when a person chooses so.
class GroupChats : public Store
{
    Q_OBJECT
public:
    /// All of them, by page, are MessagePages.
    static constexpr int NewestMessages = 200;

    GroupChats(Workspace &workspace, QObject *parent);

    /// Newest word first, at most 500.
    [[nodiscard]] const QList<Conversation> &chats() const { return m_chats; }
    /// Reads the thread of \a id; changed() follows. A null id closes.
    void open(ConversationId id);
    [[nodiscard]] ConversationId id() const { return m_id; }
    /// Null where none is open.
    [[nodiscard]] const Conversation *current() const;
    [[nodiscard]] const QList<Participant> &participants() const { return m_thread.participants; }
    /// The newest, by time.
    [[nodiscard]] const QList<Message> &messages() const { return m_thread.messages; }

    /// One undoable command: a prospect of \a participant's name, entering the first stage at their first word that is read, linked to the participant and, where
    /// the conversation has none, to the conversation. Returns its id; null where the participant is not of the open thread or is us.
    ProspectId makeProspect(ParticipantId participant);

private:
    struct Thread
    {
        QList<Participant> participants;
        QList<Message> messages;
    };

    void reload();
    void reloadThread();
    void follow(const QList<RowEdit> &edits);

    Workspace &m_workspace;
    FreshReader *m_listReader;
    FreshReader *m_threadReader;
    QList<Conversation> m_chats;
    Thread m_thread;
    ConversationId m_id;
};
