// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/importplan.h"
#include "domain/move.h"
#include "domain/prospect.h"

#include <QHash>

#include <optional>

class ImportJob;
class Transaction;

/// A chat as one conversation with participants. Of a private chat the other person is matched by handle or name, or becomes a prospect; of a group nobody does
/// until chosen. The chat only proposes a move, dated at the evidence. A longer export of a known chat adds what is new.
class ChatImport
{
public:
    ChatImport(ImportJob &job, QString path);
    [[nodiscard]] Result<> run();

private:
    /// The same chat a second time in one import, with so many messages, \a unread of which the first file lacked.
    void skipAgain(int messages, int unread);
    [[nodiscard]] Result<QString> whoIsUs(const ChatRecord &chat) const;
    [[nodiscard]] Result<> write(Transaction &transaction, const ChatRecord &chat);
    [[nodiscard]] Result<> open(Transaction &transaction, const ChatRecord &chat);
    /// Who is not us in a chat of two.
    [[nodiscard]] QString otherName(const ChatRecord &chat) const;
    void skipErased(const ChatRecord &chat);
    void skipHidden(const ChatRecord &chat);
    [[nodiscard]] Result<> choosePerson(Transaction &transaction, const ChatRecord &chat);
    [[nodiscard]] Result<> addPerson(
        Transaction &transaction, const ChatRecord &chat, const QString &name);
    [[nodiscard]] Result<> addParticipants(Transaction &transaction, const ChatRecord &chat);
    [[nodiscard]] Result<> addMessages(Transaction &transaction, const ChatRecord &chat);
    [[nodiscard]] Result<> propose(Transaction &transaction, const ChatRecord &chat);

    ImportJob &m_job;
    const QString m_path;
    QString m_us;
    bool m_isNew = false;
    bool m_isBarred = false; ///< the other one objected once: is made as not to be contacted
    bool m_isHidden = false; ///< the other one is somebody whom the viewer may not know of
    Conversation m_conversation;
    std::optional<Conversation> m_before; ///< of a known chat
    std::optional<Prospect> m_person;
    bool m_personIsNew = false;
    QHash<QString, ParticipantId> m_participants;
};
