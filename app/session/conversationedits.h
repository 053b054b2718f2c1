// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/prospect.h"
#include "domain/rowedit.h"
#include "session/fileintake.h"

#include <QList>
#include <QPair>

class ProspectDossier;
class Workspace;

/// The edits that add to the conversation with a prospect: it is made where the viewer owns none, and so are those who speak. Keeps values, so that the
/// dossier may be closed meanwhile.
class ConversationEdits
{
public:
    /// \a dossier has a prospect. Adds to \a wanted where the dossier has it.
    ConversationEdits(
        Workspace &workspace, const ProspectDossier &dossier, ConversationId wanted = {});

    [[nodiscard]] const Prospect &prospect() const { return m_prospect; }
    [[nodiscard]] ConversationId conversation() const { return m_after.id; }
    /// The participant for our words, or for those of the prospect.
    [[nodiscard]] ParticipantId speaker(bool isUs);
    /// Somebody else who speaks.
    [[nodiscard]] ParticipantId speaker(const QString &name);
    /// The greatest id of a known message at \a ms (Unix milliseconds); null where there is none.
    [[nodiscard]] MessageId lastIdAt(qint64 ms) const;
    /// Adds \a message, whose sender and time are set: an id where it has none, the conversation, and what follows from it.
    void add(Message message, const QList<FreshFile> &files = {});
    void add(const Hop &hop);
    /// Everything in its order.
    [[nodiscard]] RowEdits edits() const;
    /// The bytes that go with them.
    [[nodiscard]] const QList<QPair<AttachmentId, QByteArray>> &contents() const
    {
        return m_contents;
    }

private:
    [[nodiscard]] MessageId idAt(qint64 ms) const;
    [[nodiscard]] ParticipantId added(Participant participant);

    Workspace &m_workspace;
    Prospect m_prospect;
    qint64 m_activeAt;
    Conversation m_before;
    Conversation m_after;
    QList<Participant> m_participants;
    QList<Message> m_messages;
    QList<Hop> m_hops;
    RowEdits m_edits;
    QList<QPair<AttachmentId, QByteArray>> m_contents;
};
