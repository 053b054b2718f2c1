// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "storage/rowspec.h"

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
/// How things stand with a prospect over all their visible conversations.
struct Standing
{
    int unanswered = 0; ///< their messages since our last word
    qint64 lastWordAt = 0; ///< Unix milliseconds
    Turn turn =
        Turn::Nobody; ///< ours in one goes before theirs in another; closed ones count for nobody
};
/// Those of \a prospects with a visible conversation.
[[nodiscard]] Result<QHash<ProspectId, Standing>> standings(
    Connection &connection, const QList<ProspectId> &prospects);
/// Visible conversations with a prospect that go on with \a turn: "table x WHERE …", for a statement about x.prospect_id.
[[nodiscard]] QString withTurn(const Connection &connection, Turn turn);
/// The same of those whose last word is of \a fromMs (Unix milliseconds) or later.
[[nodiscard]] QString withWordSince(const Connection &connection, qint64 fromMs);
/// Their messages since our last word, summed over the visible conversations of each of \a
/// prospects; those with none are left out.
[[nodiscard]] Result<QHash<ProspectId, int>> unanswered(
    Connection &connection, const QList<ProspectId> &prospects);
/// The live thread an import wrote, whoever may read it.
[[nodiscard]] Result<std::optional<SourceThread>> thread(
    Connection &connection, const QString &format, const QString &externalId);
/// Dedupe keys already in \a conversation.
[[nodiscard]] Result<QStringList> dedupeKeys(Connection &connection, ConversationId id);
/// A free message id at \a sentAtMs: random low bits, tried again while taken. Where \a after has
/// the same milliseconds the new id is greater, so that words sent in one minute keep their order.
[[nodiscard]] Result<MessageId> freeMessageId(
    Connection &connection, qint64 sentAtMs, MessageId after = {});
} // namespace Visible
