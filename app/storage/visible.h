// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "storage/workpart.h"

#include <QHash>

#include <optional>

// Conversations and messages. The only file that names their tables: every read filters by the
// connection's viewer. In a shared file this is courtesy, not protection; on a server the database
// enforces the same.

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
/// The live thread an import wrote, whoever may read it.
[[nodiscard]] Result<std::optional<SourceThread>> thread(
    Connection &connection, const QString &format, const QString &externalId);
/// Dedupe keys already in \a conversation.
[[nodiscard]] Result<QStringList> dedupeKeys(Connection &connection, ConversationId id);
/// Conversations of the day's work where the viewer, or nobody, owes the next word: those of the viewer and those of nobody that they may see.
[[nodiscard]] QList<WorkPart> waitingParts(Connection &connection, const WorkQuery &query);
/// The same where our last word waits too long, of prospects p that \a condition holds for.
[[nodiscard]] QList<WorkPart> unansweredParts(
    Connection &connection, const WorkQuery &query, const QString &condition);
/// Gives \a rows the words for which somebody waits, in one line: of the viewer's own conversations alone.
[[nodiscard]] Result<> takeWords(Connection &connection, QList<WorkRow> &rows);
/// A free message id at \a sentAtMs: random low bits, tried again while taken. Where \a after has
/// the same milliseconds the new id is greater, so that words sent in one minute keep their order.
[[nodiscard]] Result<MessageId> freeMessageId(
    Connection &connection, qint64 sentAtMs, MessageId after = {});
} // namespace Visible
