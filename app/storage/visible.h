// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "storage/rowspec.h"

#include <QHash>

#include <optional>

class Transaction;

// Conversations and messages. The only file that names their tables: every read filters by the
// connection's viewer. In a shared file this is courtesy, not protection; on a server the database
// enforces the same (visiblesecurity.h).

template<>
const RowSpec<Conversation> &rowSpec<Conversation>();
template<>
const RowSpec<Participant> &rowSpec<Participant>();
template<>
const RowSpec<SourceThread> &rowSpec<SourceThread>();
template<>
const RowSpec<Message> &rowSpec<Message>();
template<>
const RowSpec<ConversationShare> &rowSpec<ConversationShare>();
template<>
const RowSpec<Hop> &rowSpec<Hop>();
template<>
const RowSpec<Attachment> &rowSpec<Attachment>();
template<>
const RowSpec<FollowUp> &rowSpec<FollowUp>();

namespace Visible {
/// Conversations of \a prospect that the viewer may see, newest word first.
[[nodiscard]] Result<QList<Conversation>> conversationsOf(
    Connection &connection, ProspectId prospect);
/// Null where it does not exist or the viewer may not see it.
[[nodiscard]] Result<std::optional<Conversation>> conversation(
    Connection &connection, ConversationId id);
[[nodiscard]] Result<QList<Participant>> participants(Connection &connection, ConversationId id);
/// The hops of a visible conversation, oldest first.
[[nodiscard]] Result<QList<Hop>> hops(Connection &connection, ConversationId id);
/// The attachments of a visible conversation, without their bytes.
[[nodiscard]] Result<QList<Attachment>> attachments(Connection &connection, ConversationId id);
/// With whom a visible conversation is shared.
[[nodiscard]] Result<QList<ConversationShare>> shares(Connection &connection, ConversationId id);
/// The newest \a limit messages of a visible conversation before \a before (a message id; null is
/// "from the end"), oldest first.
[[nodiscard]] Result<QList<Message>> messages(
    Connection &connection, ConversationId id, MessageId before, int limit);
/// Conversations without a prospect (of group chats), visible to the viewer.
[[nodiscard]] Result<QList<Conversation>> unassigned(Connection &connection);
/// Their messages since our last word, summed over the visible conversations of each of \a
/// prospects; those with none are left out.
[[nodiscard]] Result<QHash<ProspectId, int>> unanswered(
    Connection &connection, const QList<ProspectId> &prospects);
/// When the newest word was said in those conversations of \a prospects that the viewer may see, Unix milliseconds; those with none are left out.
[[nodiscard]] Result<QHash<ProspectId, qint64>> lastWords(
    Connection &connection, const QList<ProspectId> &prospects);
/// A condition on \a column, an id of a conversation or null: null, or of one that the viewer may see.
[[nodiscard]] QString isSeen(const Connection &connection, const QString &column);
/// Whether the transaction's viewer may write \a edit. A row of a conversation is written by who may see it; whose it is, who else may see it and with whom
/// it is shared is for its owner. True for other tables, and where there is no viewer, which is the program itself.
[[nodiscard]] Result<bool> mayWrite(Transaction &transaction, const RowEdit &edit);
/// Whether \a table holds rows of conversations, of which the log of changes keeps no values.
[[nodiscard]] bool isOfConversations(const QString &table);
/// The live thread an import wrote, whoever may read it: so that a chat that is a colleague's is not taken in a second time. It tells no more than that.
[[nodiscard]] Result<std::optional<SourceThread>> thread(
    Connection &connection, const QString &format, const QString &externalId);
/// Dedupe keys already in \a conversation, for an import that has asked conversation() before.
[[nodiscard]] Result<QStringList> dedupeKeys(Connection &connection, ConversationId id);
/// A free message id at \a sentAtMs: random low bits, tried again while taken. Where \a after has
/// the same milliseconds the new id is greater, so that words sent in one minute keep their order.
[[nodiscard]] Result<MessageId> freeMessageId(
    Connection &connection, qint64 sentAtMs, MessageId after = {});
} // namespace Visible
