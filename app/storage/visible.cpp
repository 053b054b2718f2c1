// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visible.h"

#include "base/idsource.h"
#include "storage/circle.h"
#include "storage/transaction.h"
#include "storage/visiblesecurity.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using Spec::column;
using Spec::following;
using Spec::momentMs;
using Spec::momentPrecision;
using Spec::privateColumn;

template<>
const RowSpec<Conversation> &rowSpec<Conversation>()
{
    static const RowSpec<Conversation> spec {u"conversation"_s,
        {column<Conversation, &Conversation::prospect>("prospect_id"),
            column<Conversation, &Conversation::owner>("owner_id"),
            column<Conversation, &Conversation::privacy>("privacy"),
            privateColumn<Conversation, &Conversation::title>("title"),
            column<Conversation, &Conversation::network>("network"),
            following<Conversation, &Conversation::lastMessageAt>("last_message_at"),
            following<Conversation, &Conversation::turn>("turn"),
            following<Conversation, &Conversation::unanswered>("unanswered"),
            following<Conversation, &Conversation::unreturned>("unreturned"),
            column<Conversation, &Conversation::snoozedUntil>("snoozed_until"),
            column<Conversation, &Conversation::closedAt>("closed_at"),
            column<Conversation, &Conversation::createdAt>("created_at"),
            column<Conversation, &Conversation::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Participant> &rowSpec<Participant>()
{
    static const RowSpec<Participant> spec {u"participant"_s,
        {column<Participant, &Participant::conversation>("conversation_id"),
            column<Participant, &Participant::prospect>("prospect_id"),
            privateColumn<Participant, &Participant::name>("name"),
            column<Participant, &Participant::isUs>("is_us"),
            column<Participant, &Participant::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<SourceThread> &rowSpec<SourceThread>()
{
    static const RowSpec<SourceThread> spec {u"source_thread"_s,
        {column<SourceThread, &SourceThread::conversation>("conversation_id"),
            column<SourceThread, &SourceThread::format>("format"),
            column<SourceThread, &SourceThread::externalId>("external_id"),
            column<SourceThread, &SourceThread::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Message> &rowSpec<Message>()
{
    static const RowSpec<Message> spec {u"message"_s,
        {column<Message, &Message::conversation>("conversation_id"),
            column<Message, &Message::sender>("sender_id"),
            column<Message, &Message::medium>("medium"),
            column<Message, &Message::direction>("direction"),
            momentMs<Message, &Message::sentAt>("sent_at"),
            momentPrecision<Message, &Message::sentAt>("sent_at"),
            privateColumn<Message, &Message::body>("body"),
            column<Message, &Message::durationSeconds>("duration_seconds"),
            column<Message, &Message::callResult>("call_result"),
            column<Message, &Message::dedupeKey>("dedupe_key"),
            column<Message, &Message::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<ConversationShare> &rowSpec<ConversationShare>()
{
    static const RowSpec<ConversationShare> spec {u"conversation_share"_s,
        {column<ConversationShare, &ConversationShare::conversation>("conversation_id"),
            column<ConversationShare, &ConversationShare::member>("member_id")}};
    return spec;
}

template<>
const RowSpec<Hop> &rowSpec<Hop>()
{
    static const RowSpec<Hop> spec {u"hop"_s,
        {column<Hop, &Hop::conversation>("conversation_id"), column<Hop, &Hop::from>("from_medium"),
            column<Hop, &Hop::to>("to_medium"), column<Hop, &Hop::proposedBy>("proposed_by"),
            momentMs<Hop, &Hop::proposedAt>("proposed_at"),
            momentPrecision<Hop, &Hop::proposedAt>("proposed_at"),
            column<Hop, &Hop::state>("state"), column<Hop, &Hop::decidedAt>("decided_at"),
            column<Hop, &Hop::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Attachment> &rowSpec<Attachment>()
{
    static const RowSpec<Attachment> spec {u"attachment"_s,
        {column<Attachment, &Attachment::conversation>("conversation_id"),
            column<Attachment, &Attachment::message>("message_id"),
            privateColumn<Attachment, &Attachment::name>("name"),
            column<Attachment, &Attachment::bytes>("bytes"),
            column<Attachment, &Attachment::checksum>("checksum"),
            column<Attachment, &Attachment::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<FollowUp> &rowSpec<FollowUp>()
{
    static const RowSpec<FollowUp> spec {u"follow_up"_s,
        {column<FollowUp, &FollowUp::prospect>("prospect_id"),
            column<FollowUp, &FollowUp::owner>("owner_id"),
            column<FollowUp, &FollowUp::dueOn>("due_on"),
            column<FollowUp, &FollowUp::snoozedUntil>("snoozed_until"),
            privateColumn<FollowUp, &FollowUp::what>("what"),
            column<FollowUp, &FollowUp::doneAt>("done_at")}};
    return spec;
}

namespace {
/// What the viewer may see of a conversation: their own, the team's, and what is shared with them; of these not what was said with somebody of a colleague's
/// private circle. The viewer's id is a number of ours and stands in the text.
QString visibleTo(const Connection &connection, const QString &alias)
{
    const QString viewer = connection.viewer().user.toString();
    const QString person = alias + ".prospect_id"_L1;
    return "("_L1 + alias + ".owner_id = "_L1 + viewer + " OR (("_L1 + person + " IS NULL OR "_L1
        + Circle::isKnown(connection, person) + ") AND ("_L1 + alias + ".privacy = 'team' OR ("_L1
        + alias
        + ".privacy = 'shared' AND EXISTS (SELECT 1 FROM live_conversation_share s WHERE s.conversation_id = "_L1
        + alias + ".id AND s.member_id = "_L1 + viewer + ")))))"_L1;
}

QString expiredAttachments()
{
    return u"attachment_id IN (SELECT id FROM attachment WHERE deleted_at IS NOT NULL AND "
           "deleted_at < ?)"_s;
}

/// Rows of \a T that belong to a conversation, where the viewer may see it.
template<typename T>
Result<QList<T>> ofConversation(Connection &connection, ConversationId id, const QString &order)
{
    return selectRows<T>(connection,
        "WHERE conversation_id = ? AND EXISTS (SELECT 1 FROM live_conversation c WHERE c.id = conversation_id AND "_L1
            + visibleTo(connection, u"c"_s) + ") ORDER BY "_L1 + order,
        {id.value()});
}

/// Conversations of the viewer, and those of nobody, that are neither closed nor snoozed. Two lists, since an index gives each in order; and two of those
/// without a prospect, on whom \a aboutPerson says nothing.
QList<WorkPart> ofOwners(const Connection &connection, const WorkQuery &query, WorkReason reason,
    const QString &since, const QString &order, const QString &condition,
    const QVariantList &bindings, const QString &aboutPerson = {})
{
    QList<WorkPart> parts;
    const QString viewer = connection.viewer().user.toString();
    for (const QString &owner : {"w.owner_id = "_L1 + viewer, u"w.owner_id IS NULL"_s}) {
        WorkPart part {.reason = reason,
            .table = u"conversation"_s,
            .where = owner + " AND w.closed_at = 0 AND "_L1 + condition
                + " AND (w.snoozed_until IS NULL OR w.snoozed_until <= ?) AND "_L1
                + visibleTo(connection, u"w"_s),
            .bindings = bindings + QVariantList {query.today.toString(Qt::ISODate)},
            .order = order,
            .since = since,
            .isWithoutPerson = true};
        parts << part;
        part.isWithoutPerson = false;
        if (!aboutPerson.isEmpty())
            part.where += " AND "_L1 + aboutPerson;
        parts << part;
    }
    return parts;
}
} // namespace

QString Visible::condition(const Connection &connection, const QString &alias)
{
    return visibleTo(connection, alias);
}

Result<QList<Conversation>> Visible::conversationsOf(Connection &connection, ProspectId prospect)
{
    return selectRows<Conversation>(connection,
        "WHERE prospect_id = ? AND "_L1 + visibleTo(connection, u"live_conversation"_s)
            + " ORDER BY last_message_at DESC, id DESC"_L1,
        {prospect.value()});
}

Result<std::optional<Conversation>> Visible::conversation(Connection &connection, ConversationId id)
{
    auto found = selectRows<Conversation>(connection,
        "WHERE id = ? AND "_L1 + visibleTo(connection, u"live_conversation"_s), {id.value()});
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::optional<Conversation>() : found->first();
}

Result<QList<Participant>> Visible::participants(Connection &connection, ConversationId id)
{
    return ofConversation<Participant>(connection, id, u"id"_s);
}

Result<QList<Hop>> Visible::hops(Connection &connection, ConversationId id)
{
    return ofConversation<Hop>(connection, id, u"proposed_at, id"_s);
}

Result<QList<Attachment>> Visible::attachments(Connection &connection, ConversationId id)
{
    return ofConversation<Attachment>(connection, id, u"id"_s);
}

Result<QByteArray> Visible::attachmentContent(Connection &connection, AttachmentId id)
{
    auto rows = connection.select(
        "SELECT k.content FROM attachment_content k "
        "JOIN live_attachment a ON a.id = k.attachment_id "
        "JOIN live_message m ON m.id = a.message_id "
        "JOIN live_conversation c ON c.id = a.conversation_id WHERE k.attachment_id = ? AND "_L1
            + visibleTo(connection, u"c"_s),
        {id.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Storage", "This file is not in the workspace any more."));
    return rows->value(0).toByteArray();
}

Result<> Visible::keepAttachment(
    Transaction &transaction, AttachmentId id, const QByteArray &content)
{
    // An empty blob is not NULL.
    auto done = transaction.execute(
        u"INSERT INTO attachment_content (attachment_id, content) VALUES (?, ?) "
        "ON CONFLICT (attachment_id) DO UPDATE SET content = excluded.content"_s,
        {id.value(), content.isNull() ? QByteArray("") : content});
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<bool> Visible::hasExpiredAttachments(Connection &connection, qint64 before)
{
    return connection
        .number(
            "SELECT count(*) FROM attachment_content WHERE "_L1 + expiredAttachments(), {before})
        .map([](std::optional<qint64> count) { return count.value_or(0) > 0; });
}

Result<qint64> Visible::purgeAttachments(Transaction &transaction, qint64 before)
{
    return transaction.execute(
        "DELETE FROM attachment_content WHERE "_L1 + expiredAttachments(), {before});
}

Result<QList<ConversationShare>> Visible::shares(Connection &connection, ConversationId id)
{
    return ofConversation<ConversationShare>(connection, id, u"id"_s);
}

Result<QList<Message>> Visible::messages(
    Connection &connection, ConversationId id, MessageId before, int limit)
{
    const qint64 end = before.isNull() ? std::numeric_limits<qint64>::max() : before.value();
    auto newest = selectRows<Message>(connection,
        "WHERE conversation_id = ? AND id < ? AND EXISTS (SELECT 1 FROM live_conversation c "
        "WHERE c.id = conversation_id AND "_L1
            + visibleTo(connection, u"c"_s) + ") ORDER BY id DESC LIMIT ?"_L1,
        {id.value(), end, limit});
    if (newest)
        std::ranges::reverse(*newest);
    return newest;
}

namespace {
/// The visible conversations of a scope, as a query of ids with one value to bind.
QString conversationsIn(const Connection &connection, const MessageScope &scope)
{
    return "SELECT c.id FROM live_conversation c WHERE "_L1
        + (scope.prospect.isNull() ? "c.id"_L1 : "c.prospect_id"_L1) + " = ? AND "_L1
        + visibleTo(connection, u"c"_s);
}

qint64 boundTo(const MessageScope &scope)
{
    return scope.prospect.isNull() ? scope.conversation.value() : scope.prospect.value();
}
} // namespace

Result<QList<ConversationId>> Visible::conversationIds(
    Connection &connection, const MessageScope &scope)
{
    auto rows =
        connection.select(conversationsIn(connection, scope) + " ORDER BY 1"_L1, {boundTo(scope)});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ConversationId> ids;
    while (rows->next())
        ids << ConversationId(rows->integer(0));
    return ids;
}

Result<QList<MessageKey>> Visible::messageKeys(Connection &connection, const MessageScope &scope)
{
    QList<MessageKey> keys;
    const auto take = [&keys](const ScanRow &row) {
        MessageKey key;
        fromScan(row, 0, key.at);
        fromScan(row, 1, key.id);
        fromScan(row, 2, key.conversation);
        fromScan(row, 3, key.medium);
        fromScan(row, 4, key.direction);
        fromScan(row, 5, key.precision);
        if (key.precision == Precision::Unknown)
            key.at = 0;
        keys.append(key);
        return true;
    };
    auto done = connection.scan(
        "SELECT m.sent_at, m.id, m.conversation_id, m.medium, m.direction, m.sent_at_precision "
        "FROM live_message m WHERE m.conversation_id IN ("_L1
            + conversationsIn(connection, scope) + ")"_L1,
        take, {boundTo(scope)});
    if (!done)
        return tl::unexpected(done.error());
    // Sorted here: the index is by conversation, and most of it is in order already.
    std::ranges::sort(keys, isEarlierMessage);
    return keys;
}

Result<QList<Message>> Visible::messagesById(
    Connection &connection, const MessageScope &scope, const QList<MessageId> &ids)
{
    constexpr qsizetype AtOnce = 500; // keeps the statement short
    QList<Message> messages;
    for (qsizetype first = 0; first < ids.size(); first += AtOnce) {
        QStringList some;
        for (const MessageId id : ids.mid(first, AtOnce))
            some << id.toString();
        auto found = selectRows<Message>(connection,
            "WHERE id IN ("_L1 + some.join(u',') + ") AND conversation_id IN ("_L1
                + conversationsIn(connection, scope) + ")"_L1,
            {boundTo(scope)});
        if (!found)
            return found;
        messages << *found;
    }
    return messages;
}

Result<QList<Conversation>> Visible::unassigned(Connection &connection)
{
    return selectRows<Conversation>(connection,
        "WHERE prospect_id IS NULL AND "_L1 + visibleTo(connection, u"live_conversation"_s)
            + " ORDER BY last_message_at DESC, id DESC LIMIT 500"_L1);
}

Result<QHash<ProspectId, Visible::Standing>> Visible::standings(
    Connection &connection, const QList<ProspectId> &prospects)
{
    QHash<ProspectId, Standing> standings;
    auto rows = connection.select("SELECT prospect_id, CAST(sum(CASE WHEN closed_at = 0 THEN "
                                  "unanswered ELSE 0 END) AS BIGINT), max(last_message_at), "
                                  "max(CASE WHEN closed_at <> 0 THEN 0 WHEN turn = 'we' THEN 2 "
                                  "WHEN turn = 'they' THEN 1 ELSE 0 END) "
                                  "FROM live_conversation WHERE prospect_id IN ("_L1
        + idList(prospects) + ") AND "_L1 + visibleTo(connection, u"live_conversation"_s)
        + " GROUP BY prospect_id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const qint64 turn = rows->integer(3);
        standings.insert(ProspectId(rows->integer(0)),
            {int(rows->integer(1)), rows->integer(2),
                turn == 2 ? Turn::We : (turn == 1 ? Turn::They : Turn::Nobody)});
    }
    return standings;
}

QString Visible::withTurn(const Connection &connection, Turn turn)
{
    return "live_conversation x WHERE x.turn = '"_L1 + toText(turn)
        + "' AND x.closed_at = 0 AND x.prospect_id IS NOT NULL AND "_L1
        + visibleTo(connection, u"x"_s);
}

QString Visible::withWordSince(const Connection &connection, qint64 fromMs)
{
    return "live_conversation x WHERE x.last_message_at >= "_L1 + QString::number(fromMs)
        + " AND x.prospect_id IS NOT NULL AND "_L1 + visibleTo(connection, u"x"_s);
}

QList<WorkPart> Visible::waitingParts(Connection &connection, const WorkQuery &query)
{
    // Since their first message that is not answered: ids of messages follow their time.
    const QString since =
        u"coalesce((SELECT min(m.sent_at) FROM live_message m WHERE m.conversation_id = w.id AND "
        u"m.direction = 'theirs' "
        "AND m.medium <> 'note' AND m.id > coalesce((SELECT o.id FROM live_message o WHERE "
        "o.conversation_id = w.id "
        "AND o.direction = 'ours' AND o.medium <> 'note' ORDER BY o.id DESC LIMIT 1), 0)), w.last_message_at)"_s;
    return ofOwners(connection, query, WorkReason::TheyWait, since, u"w.last_message_at, w.id"_s,
        u"w.turn = 'we'"_s, {});
}

QList<WorkPart> Visible::unansweredParts(
    Connection &connection, const WorkQuery &query, const QString &condition)
{
    return ofOwners(connection, query, WorkReason::Unanswered, u"w.last_message_at"_s,
        u"w.last_message_at DESC, w.id DESC"_s,
        u"w.turn = 'they' AND w.last_message_at < ? AND (w.unreturned < 2 OR w.last_message_at < ?)"_s,
        {query.cold.firstWordBefore, query.cold.laterWordBefore}, condition);
}

QList<WorkPart> Visible::snoozedParts(Connection &connection, QLatin1String comparison, QDate day)
{
    QList<WorkPart> parts;
    const QString viewer = connection.viewer().user.toString();
    for (const QString &owner : {"w.owner_id = "_L1 + viewer, u"w.owner_id IS NULL"_s}) {
        for (const bool isWithoutPerson : {false, true}) {
            parts << WorkPart {.reason = WorkReason::TheyWait,
                .table = u"conversation"_s,
                .where = owner + " AND w.closed_at = 0 AND w.turn = 'we' AND w.snoozed_until "_L1
                    + comparison + " ? AND "_L1 + visibleTo(connection, u"w"_s),
                .bindings = {day.toString(Qt::ISODate)},
                .order = u"w.snoozed_until, w.id"_s,
                .since = u"w.last_message_at"_s,
                .isWithoutPerson = isWithoutPerson};
        }
    }
    return parts;
}

Result<> Visible::takeSpeakers(Connection &connection, QList<WorkRow> &rows)
{
    QList<ConversationId> ids;
    for (const WorkRow &row : std::as_const(rows)) {
        if (row.conversation)
            ids << row.conversation->id;
    }
    if (ids.isEmpty())
        return {};
    // Who is linked to some prospect stands for a group before the others do.
    auto found = connection.select(
        "SELECT s.conversation_id, s.many, s.same, n.name FROM (SELECT a.conversation_id, count(*) "
        "AS many, "
        "sum(CASE WHEN a.prospect_id = c.prospect_id THEN 1 ELSE 0 END) AS same, "
        "coalesce(min(CASE WHEN a.prospect_id IS NOT NULL THEN a.id END), min(a.id)) AS first_id "
        "FROM live_participant a JOIN live_conversation c ON c.id = a.conversation_id "
        "WHERE a.is_us = 0 AND a.conversation_id IN ("_L1
        + idList(ids) + ") AND "_L1 + visibleTo(connection, u"c"_s)
        + " GROUP BY a.conversation_id) AS s JOIN live_participant n ON n.id = s.first_id"_L1);
    if (!found)
        return tl::unexpected(found.error());
    struct Speakers
    {
        QString name;
        int others = 0;
    };
    QHash<ConversationId, Speakers> speakers;
    while (found->next()) {
        // One of them is the prospect, whether linked or not.
        const auto named = std::max<qint64>(1, found->integer(2));
        speakers.insert(ConversationId(found->integer(0)),
            {found->text(3), int(std::max<qint64>(0, found->integer(1) - named))});
    }
    for (WorkRow &row : rows) {
        if (!row.conversation)
            continue;
        const Speakers known = speakers.value(row.conversation->id);
        row.others = known.others;
        row.speaker = row.person.id.isNull() ? known.name : QString();
    }
    return {};
}

Result<> Visible::takeWords(Connection &connection, QList<WorkRow> &rows)
{
    constexpr int Length = 160;
    QList<ConversationId> ids;
    for (const WorkRow &row : std::as_const(rows)) {
        if (row.conversation)
            ids << row.conversation->id;
    }
    auto found = connection.select(
        "SELECT c.id, (SELECT substr(m.body, 1, 500) FROM live_message m WHERE m.conversation_id = "
        "c.id "
        "AND m.medium <> 'note' AND m.direction = CASE WHEN c.turn = 'we' THEN 'theirs' ELSE "
        "'ours' END "
        "ORDER BY m.id DESC LIMIT 1) FROM live_conversation c WHERE c.owner_id = ? AND c.id IN ("_L1
            + idList(ids) + u')',
        {connection.viewer().user.value()});
    if (!found)
        return tl::unexpected(found.error());
    QHash<ConversationId, QString> words;
    while (found->next())
        words.insert(ConversationId(found->integer(0)), WorkRules::oneLine(found->text(1), Length));
    for (WorkRow &row : rows) {
        if (row.conversation)
            row.words = words.value(row.conversation->id);
    }
    return {};
}

QString Visible::isSeen(const Connection &connection, const QString &column)
{
    return "("_L1 + column
        + " IS NULL OR EXISTS (SELECT 1 FROM live_conversation seen WHERE seen.id = "_L1 + column
        + " AND "_L1 + visibleTo(connection, u"seen"_s) + "))"_L1;
}

namespace {
/// What decides who may write to a conversation, deleted or not.
struct Standing
{
    UserId owner;
    QString privacy;
    bool exists = false;
    bool isSeen = false;
    bool isOwned = false; ///< by the viewer, or by nobody and the team's
};

Result<Standing> standingOf(Connection &connection, qint64 conversation)
{
    auto rows = connection.select("SELECT CASE WHEN "_L1 + visibleTo(connection, u"c"_s)
            + " THEN 1 ELSE 0 END, c.owner_id, c.privacy FROM conversation c WHERE c.id = ?"_L1,
        {conversation});
    if (!rows)
        return tl::unexpected(rows.error());
    Standing standing;
    if (rows->next()) {
        standing.owner = UserId(rows->integer(1));
        standing.privacy = rows->text(2);
        standing.exists = true;
        standing.isSeen = rows->integer(0) != 0;
        standing.isOwned = standing.owner == connection.viewer().user
            || (standing.owner.isNull() && standing.privacy == toText(Privacy::Team));
    }
    return standing;
}

/// The conversation to which a row of \a table belongs now; 0 where there is no such row.
Result<qint64> conversationOfRow(Connection &connection, const QString &table, qint64 id)
{
    return connection.number("SELECT conversation_id FROM "_L1 + table + " WHERE id = ?"_L1, {id})
        .map([](std::optional<qint64> found) { return found.value_or(0); });
}

/// Whether the viewer may make, change or delete a conversation as \a edit says.
Result<bool> mayWriteConversation(Connection &connection, const RowEdit &edit)
{
    const auto standing = standingOf(connection, edit.id);
    if (!standing)
        return tl::unexpected(standing.error());
    if (standing->exists) {
        // An insertion restores what was deleted, and must not change whose it is by that.
        const auto owner = edit.after.constFind(u"owner_id"_s);
        const auto privacy = edit.after.constFind(u"privacy"_s);
        const bool isSharing =
            (owner != edit.after.cend() && UserId(owner->toLongLong()) != standing->owner)
            || (privacy != edit.after.cend() && privacy->toString() != standing->privacy);
        return isSharing ? standing->isOwned : standing->isSeen;
    }
    return edit.op != RowEdit::Op::Insert
        || edit.after.value(u"owner_id"_s).toLongLong() == connection.viewer().user.value()
        || edit.after.value(u"privacy"_s).toString() == toText(Privacy::Team);
}

/// Whether \a edit says of a conversation, or of who speaks there, whom it is with, and nothing else.
bool isCarrying(const RowEdit &edit)
{
    const auto isMoved = [](const auto &values) {
        return values.size() == 1 && values.contains(u"prospect_id"_s);
    };
    return Visible::hangsOnProspects(edit.table) && edit.op == RowEdit::Op::Update
        && isMoved(edit.before) && isMoved(edit.after);
}

/// Whether \a edit carries a row from a merged record to where its standing merge leads, or back.
Result<bool> followsAMerge(Connection &connection, const RowEdit &edit)
{
    if (!isCarrying(edit))
        return false;
    const qint64 from = edit.before.value(u"prospect_id"_s).toLongLong();
    const qint64 to = edit.after.value(u"prospect_id"_s).toLongLong();
    return connection
        .number(
            "WITH RECURSIVE chain (root, id) AS (SELECT m.merged_id, m.survivor_id FROM merge m "
            "WHERE m.merged_id IN (?, ?) AND m.undone_at = 0 AND m.deleted_at IS NULL UNION SELECT "
            "c.root, m.survivor_id FROM chain c JOIN merge m ON m.merged_id = c.id WHERE "
            "m.undone_at = 0 AND m.deleted_at IS NULL) SELECT count(*) FROM chain k WHERE ((k.root "
            "= ? AND k.id = ?) OR (k.root = ? AND k.id = ?)) AND "_L1
                + Circle::isKnown(connection, u"k.root"_s) + " AND "_L1
                + Circle::isKnown(connection, u"k.id"_s),
            {from, to, from, to, to, from})
        .map([](std::optional<qint64> found) { return found.value_or(0) > 0; });
}

/// As Visible::mayWrite, of a row of conversations and a viewer, without what merges carry.
Result<bool> mayWriteSeen(Connection &connection, const RowEdit &edit)
{
    if (edit.table == "conversation"_L1)
        return mayWriteConversation(connection, edit);
    const auto present = conversationOfRow(connection, edit.table, edit.id);
    if (!present)
        return tl::unexpected(present.error());
    for (const qint64 id : {*present, edit.after.value(u"conversation_id"_s).toLongLong()}) {
        if (id == 0)
            continue;
        const auto standing = standingOf(connection, id);
        if (!standing)
            return tl::unexpected(standing.error());
        if (edit.table == "conversation_share"_L1 ? !standing->isOwned : !standing->isSeen)
            return false;
    }
    return true;
}
} // namespace

bool Visible::isOfConversations(const QString &table)
{
    static const QStringList tables {u"conversation"_s, u"participant"_s, u"source_thread"_s,
        u"conversation_share"_s, u"message"_s, u"hop"_s, u"attachment"_s};
    return tables.contains(table);
}

Result<bool> Visible::mayWrite(Transaction &transaction, const RowEdit &edit)
{
    Connection &connection = transaction.connection();
    if (connection.viewer().user.isNull() || !isOfConversations(edit.table))
        return true;
    auto allowed = mayWriteSeen(connection, edit);
    if (!allowed || *allowed)
        return allowed;
    return followsAMerge(connection, edit);
}

Result<std::optional<SourceThread>> Visible::thread(
    Connection &connection, const QString &format, const QString &externalId)
{
    auto found = selectRows<SourceThread>(
        connection, u"WHERE format = ? AND external_id = ?"_s, {format, externalId});
    if (!found)
        return tl::unexpected(found.error());
    if (!found->isEmpty())
        return std::optional(found->first());
    if (connection.dialect().isSqlite())
        return std::optional<SourceThread>();
    // A server's policies hide a colleague's thread; that there is one must be known all the same.
    return connection
        .number(u"SELECT CASE WHEN pullpush_thread_taken(?, ?) THEN 1 ELSE 0 END"_s,
            {format, externalId})
        .map([&](std::optional<qint64> taken) {
            SourceThread hidden;
            hidden.format = format;
            hidden.externalId = externalId;
            return taken.value_or(0) == 0 ? std::nullopt : std::optional(hidden);
        });
}

Result<QStringList> Visible::dedupeKeys(Connection &connection, ConversationId id)
{
    auto rows = connection.select(
        u"SELECT dedupe_key FROM live_message WHERE conversation_id = ?"_s, {id.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList keys;
    while (rows->next())
        keys << rows->text(0);
    return keys;
}

Result<QList<HangingRow>> Visible::hangingOn(Connection &connection, ProspectId prospect)
{
    auto rows = connection.select(
        u"SELECT 'conversation', id FROM conversation WHERE prospect_id = ? AND deleted_at IS NULL "
        "UNION ALL SELECT 'participant', id FROM participant WHERE prospect_id = ? "
        "AND deleted_at IS NULL"_s,
        {prospect.value(), prospect.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<HangingRow> all;
    QSet<std::pair<QString, qint64>> found;
    const auto take = [&all, &found](Rows &some) {
        while (some.next()) {
            const std::pair row(some.text(0), some.integer(1));
            if (!found.contains(row))
                all.append({row.first, row.second, u"prospect_id"_s, {}, {}});
            found.insert(row);
        }
    };
    take(*rows);
    if (connection.dialect().isSqlite())
        return all;
    // What a server's policies hide goes along as well.
    auto hidden =
        connection.select(u"SELECT of_table, id FROM pullpush_hanging(?)"_s, {prospect.value()});
    if (!hidden)
        return tl::unexpected(hidden.error());
    take(*hidden);
    return all;
}

Result<bool> Visible::carryHidden(Transaction &transaction, const RowEdit &edit)
{
    if (transaction.dialect().isSqlite() || !isCarrying(edit))
        return false;
    return transaction.connection()
        .number(u"SELECT pullpush_carry(?, ?, ?, ?)"_s,
            {edit.table, edit.id, edit.before.value(u"prospect_id"_s).toLongLong(),
                edit.after.value(u"prospect_id"_s).toLongLong()})
        .map([](std::optional<qint64> moved) { return moved.value_or(0) > 0; });
}

bool Visible::hangsOnProspects(const QString &table)
{
    return table == rowSpec<Conversation>().table || table == rowSpec<Participant>().table;
}

std::optional<Result<QHash<qint64, RowPlace>>> Visible::places(
    Connection &connection, const QString &table, const QStringList &ids)
{
    using Places = Result<QHash<qint64, RowPlace>>;
    if (!hangsOnProspects(table))
        return {};
    auto rows = connection.select("SELECT id, prospect_id, deleted_at FROM "_L1 + table
        + " WHERE id IN ("_L1 + ids.join(u',') + u')');
    if (!rows)
        return Places(tl::unexpected(rows.error()));
    QHash<qint64, RowPlace> found;
    const auto take = [&found](Rows &some) {
        while (some.next())
            found.insert(
                some.integer(0), {ProspectId(some.integer(1)), !some.value(2).isNull(), {}});
    };
    take(*rows);
    if (connection.dialect().isSqlite())
        return Places(found);
    // What a merge took along is told by its id also where a server's policies hide it.
    auto hidden =
        connection.select(u"SELECT id, prospect_id, deleted_at FROM pullpush_carried(?, ?)"_s,
            {table, ids.join(u',')});
    if (!hidden)
        return Places(tl::unexpected(hidden.error()));
    take(*hidden);
    return Places(found);
}

Result<QList<Participant>> Visible::speakingAs(
    Connection &connection, const QList<ConversationId> &conversations, ProspectId prospect)
{
    return selectRows<Participant>(connection,
        "WHERE prospect_id = ? AND conversation_id IN ("_L1 + idList(conversations)
            + ") AND EXISTS (SELECT 1 FROM live_conversation c WHERE c.id = conversation_id AND "_L1
            + visibleTo(connection, u"c"_s) + ") ORDER BY id"_L1,
        {prospect.value()});
}

Result<QHash<QString, int>> Visible::counts(Connection &connection, ProspectId prospect)
{
    const QString mine =
        "FROM live_conversation c WHERE c.prospect_id = ? AND "_L1 + visibleTo(connection, u"c"_s);
    const auto conversations = connection.number("SELECT count(*) "_L1 + mine, {prospect.value()});
    if (!conversations)
        return tl::unexpected(conversations.error());
    return connection
        .number("SELECT count(*) FROM live_message WHERE conversation_id IN (SELECT c.id "_L1 + mine
                + u')',
            {prospect.value()})
        .map([&](std::optional<qint64> messages) {
            return QHash<QString, int> {{u"conversation"_s, int(conversations->value_or(0))},
                {u"message"_s, int(messages.value_or(0))}};
        });
}

Result<MessageId> Visible::freeMessageId(Connection &connection, qint64 sentAtMs, MessageId after)
{
    constexpr qint64 Millisecond = qint64(1) << (IdSource::NodeBits + IdSource::CounterBits);
    constexpr qint64 Step =
        256; // room for thousands of words at the same time; then the next millisecond is borrowed
    for (;;) {
        qint64 candidate = IdSource::at(sentAtMs);
        const qint64 first = candidate & ~(Millisecond - 1);
        if (after.value() >= first && after.value() < first + 2 * Millisecond)
            candidate = after.value() + 1 + candidate % Step;
        // Ids are unique over all, also over what a server's policies hide.
        const auto taken = connection.number(connection.dialect().isSqlite()
                ? u"SELECT count(*) FROM message WHERE id = ?"_s
                : u"SELECT CASE WHEN pullpush_message_taken(?) THEN 1 ELSE 0 END"_s,
            {candidate});
        if (!taken)
            return tl::unexpected(taken.error());
        if (taken->value_or(0) == 0)
            return MessageId(candidate);
    }
}

namespace {
/// The viewer's last words to other people: those of their newest conversations.
Result<QStringList> wordsToOthers(Connection &connection, ProspectId prospect)
{
    constexpr int Most = 20;
    constexpr int OfEach = 3;
    auto conversations = connection.select(
        u"SELECT id FROM live_conversation WHERE owner_id = ? AND (prospect_id IS NULL OR "
        "prospect_id <> ?) ORDER BY last_message_at DESC LIMIT ?"_s,
        {connection.viewer().user.value(), prospect.value(), Most});
    if (!conversations)
        return tl::unexpected(conversations.error());
    QList<qint64> ids;
    while (conversations->next())
        ids << conversations->integer(0);
    QStringList words;
    for (const qint64 id : std::as_const(ids)) {
        auto rows = connection.select(
            u"SELECT body FROM live_message WHERE conversation_id = ? AND direction = 'ours' AND "
            "medium IN ('direct-message', 'email') ORDER BY id DESC LIMIT ?"_s,
            {id, OfEach});
        if (!rows)
            return tl::unexpected(rows.error());
        while (words.size() < Most && rows->next())
            words << rows->text(0);
    }
    return words;
}
} // namespace

namespace {
/// How many of our words \a prospect has had since \a from; notes are none. \a isHeldBack: a server's policies hide some of them.
Result<int> contactsSince(Connection &connection, ProspectId prospect, qint64 from, bool isHeldBack)
{
    // Message ids begin with the time of sending, so the index of a conversation leads to them.
    const qint64 firstId = std::max<qint64>(0, from - IdSource::Epoch)
        << (IdSource::NodeBits + IdSource::CounterBits);
    const QString sql = isHeldBack
        ? u"SELECT pullpush_contacts(?, ?, ?)"_s
        : u"SELECT count(*) FROM live_message m JOIN live_conversation c ON c.id = "
          "m.conversation_id WHERE c.prospect_id = ? AND m.id >= ? AND m.sent_at >= ? AND "
          "m.direction = 'ours' AND m.medium <> 'note'"_s;
    return connection.number(sql, {prospect.value(), firstId, from})
        .map([](std::optional<qint64> count) { return int(count.value_or(0)); });
}

/// Whether a colleague's conversation with \a prospect has had a word since \a since.
Result<bool> anotherTalks(
    Connection &connection, ProspectId prospect, qint64 since, bool isHeldBack)
{
    const auto count = isHeldBack
        ? connection.number(u"SELECT pullpush_other_talks(?, ?)"_s, {prospect.value(), since})
        : connection.number(u"SELECT count(*) FROM live_conversation WHERE prospect_id = ? AND "
                            "owner_id <> ? AND last_message_at >= ?"_s,
            {prospect.value(), connection.viewer().user.value(), since});
    return count.map([](std::optional<qint64> found) { return found.value_or(0) > 0; });
}
} // namespace

Result<Visible::ContactFacts> Visible::contactFacts(
    Connection &connection, ProspectId prospect, const QList<qint64> &since, qint64 talksSince)
{
    const auto isHeldBack = RowSecurity::holdsBack(connection);
    if (!isHeldBack)
        return tl::unexpected(isHeldBack.error());
    ContactFacts facts;
    for (const qint64 from : since) {
        const auto count = contactsSince(connection, prospect, from, *isHeldBack);
        if (!count)
            return tl::unexpected(count.error());
        facts.contacts << *count;
    }
    const auto another = anotherTalks(connection, prospect, talksSince, *isHeldBack);
    if (!another)
        return tl::unexpected(another.error());
    facts.anotherTalks = *another;
    auto words = wordsToOthers(connection, prospect);
    if (!words)
        return tl::unexpected(words.error());
    facts.sentToOthers = std::move(*words);
    return facts;
}
