// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/merging.h"
#include "domain/messagekey.h"
#include "storage/rowspec.h"
#include "storage/transaction.h"
#include "storage/workpart.h"

#include <QByteArray>
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
/// What holds for a conversation, called \a alias in the statement, that the connection's viewer may see.
[[nodiscard]] QString condition(const Connection &connection, const QString &alias);
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
/// The bytes of an attachment of a visible conversation. Errors: NotFound where there is none that the viewer may see.
[[nodiscard]] Result<QByteArray> attachmentContent(Connection &connection, AttachmentId id);
/// Keeps the bytes of an attachment whose row exists. They are in no edit and no change row, so that undo brings them back by bringing back the row.
[[nodiscard]] Result<> keepAttachment(
    Transaction &transaction, AttachmentId id, const QByteArray &content);
/// Whether there are bytes of attachments that were deleted before \a before (Unix milliseconds).
[[nodiscard]] Result<bool> hasExpiredAttachments(Connection &connection, qint64 before);
/// Removes them. Returns how many there were.
[[nodiscard]] Result<qint64> purgeAttachments(Transaction &transaction, qint64 before);
/// With whom a visible conversation is shared.
[[nodiscard]] Result<QList<ConversationShare>> shares(Connection &connection, ConversationId id);
/// The newest \a limit messages of a visible conversation before \a before (a message id; null is
/// "from the end"), oldest first.
[[nodiscard]] Result<QList<Message>> messages(
    Connection &connection, ConversationId id, MessageId before, int limit);
/// The conversations of \a scope that the viewer may see, by id.
[[nodiscard]] Result<QList<ConversationId>> conversationIds(
    Connection &connection, const MessageScope &scope);
/// Every message of \a scope that the viewer may see, in the order of a thread, without its words.
[[nodiscard]] Result<QList<MessageKey>> messageKeys(
    Connection &connection, const MessageScope &scope);
/// Those of \a ids that are visible messages of \a scope, in no order; any number of ids.
[[nodiscard]] Result<QList<Message>> messagesById(
    Connection &connection, const MessageScope &scope, const QList<MessageId> &ids);
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
/// A condition on \a column, an id of a conversation or null: null, or of one that the viewer may see.
[[nodiscard]] QString isSeen(const Connection &connection, const QString &column);
/// Whether the transaction's viewer may write \a edit. A row of a conversation is written by who may see it; whose it is, who else may see it and with whom
/// it is shared is for its owner. Whom it is with follows a standing merge, whoever merges. True for other tables, and where there is no viewer, which is the
/// program itself.
[[nodiscard]] Result<bool> mayWrite(Transaction &transaction, const RowEdit &edit);
/// Whether \a table holds rows of conversations, of which the log of changes keeps no values.
[[nodiscard]] bool isOfConversations(const QString &table);
/// The live thread an import wrote, whoever may read it: so that a chat that is a colleague's is not taken in a second time. It tells no more than that.
/// Where a server hides it, its conversation is null.
[[nodiscard]] Result<std::optional<SourceThread>> thread(
    Connection &connection, const QString &format, const QString &externalId);
/// Dedupe keys already in \a conversation, for an import that has asked conversation() before.
[[nodiscard]] Result<QStringList> dedupeKeys(Connection &connection, ConversationId id);
/// The ids of what hangs on \a prospect, whoever may read it: a merge takes all of it along and shows none of it.
[[nodiscard]] Result<QList<HangingRow>> hangingOn(Connection &connection, ProspectId prospect);
/// Whether \a edit was a step of a merge, or of taking it out again, with a row that a server's policies hide, and is written now: only whom it hangs on.
[[nodiscard]] Result<bool> carryHidden(Transaction &transaction, const RowEdit &edit);
/// Whether \a table is one of those that hangingOn names.
[[nodiscard]] bool hangsOnProspects(const QString &table);
/// On whom the rows \a ids of such a table hang; nothing for other tables.
[[nodiscard]] std::optional<Result<QHash<qint64, RowPlace>>> places(
    Connection &connection, const QString &table, const QStringList &ids);
/// Who speaks as \a prospect in the visible ones of \a conversations.
[[nodiscard]] Result<QList<Participant>> speakingAs(
    Connection &connection, const QList<ConversationId> &conversations, ProspectId prospect);
/// How many visible conversations \a prospect has ("conversation"), with how many messages ("message").
[[nodiscard]] Result<QHash<QString, int>> counts(Connection &connection, ProspectId prospect);
/// Conversations of the day's work where the viewer, or nobody, owes the next word: those of the viewer and those of nobody that they may see, also
/// group chats without a prospect.
[[nodiscard]] QList<WorkPart> waitingParts(Connection &connection, const WorkQuery &query);
/// The same where our last word waits too long, of prospects p that \a condition holds for, and of group chats without a prospect.
[[nodiscard]] QList<WorkPart> unansweredParts(
    Connection &connection, const WorkQuery &query, const QString &condition);
/// Conversations where the viewer, or nobody, owes the next word, that are snoozed until a day that \a comparison (">" or "=") holds for with \a day.
[[nodiscard]] QList<WorkPart> snoozedParts(
    Connection &connection, QLatin1String comparison, QDate day);
/// Gives \a rows of conversations who takes part besides us.
[[nodiscard]] Result<> takeSpeakers(Connection &connection, QList<WorkRow> &rows);
/// Gives \a rows the words for which somebody waits, in one line: of the viewer's own conversations alone.
[[nodiscard]] Result<> takeWords(Connection &connection, QList<WorkRow> &rows);
/// A free message id at \a sentAtMs: random low bits, tried again while taken. Where \a after has
/// the same milliseconds the new id is greater, so that words sent in one minute keep their order.
[[nodiscard]] Result<MessageId> freeMessageId(
    Connection &connection, qint64 sentAtMs, MessageId after = {});
/// What the guardrails need of the conversations with \a prospect: sums over everybody, and the viewer's own words to others. Whoever reads learns no
/// more than that.
struct ContactFacts
{
    QList<int> contacts; ///< our words since each of the times asked for; notes are none
    bool anotherTalks =
        false; ///< a conversation of somebody else has had a word since the last of these times
    QStringList
        sentToOthers; ///< the viewer's last direct messages and e-mails to other people, newest first, at most 20
};
/// \a since are Unix milliseconds in any order, at least one; \a talksSince is when a colleague's conversation counts from.
[[nodiscard]] Result<ContactFacts> contactFacts(
    Connection &connection, ProspectId prospect, const QList<qint64> &since, qint64 talksSince);
} // namespace Visible
