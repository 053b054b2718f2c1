// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visible.h"

#include "base/idsource.h"

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
/// What the viewer may see of a conversation: the team's, their own, and what is shared with them. The viewer's id is a number of ours and stands in the text.
QString visibleTo(const Connection &connection, const QString &alias)
{
    const QString viewer = connection.viewer().user.toString();
    return "("_L1 + alias + ".privacy = 'team' OR "_L1 + alias + ".owner_id = "_L1 + viewer
        + " OR ("_L1 + alias
        + ".privacy = 'shared' AND EXISTS (SELECT 1 FROM live_conversation_share s WHERE s.conversation_id = "_L1
        + alias + ".id AND s.member_id = "_L1 + viewer + ")))"_L1;
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

/// Conversations of the viewer, and those of nobody, that are neither closed nor snoozed. Two lists, since an index gives each in order.
QList<WorkPart> ofOwners(const Connection &connection, const WorkQuery &query, WorkReason reason,
    const QString &since, const QString &order, const QString &condition,
    const QVariantList &bindings)
{
    QList<WorkPart> parts;
    const QString viewer = connection.viewer().user.toString();
    for (const QString &owner : {"w.owner_id = "_L1 + viewer, u"w.owner_id IS NULL"_s}) {
        parts << WorkPart {.reason = reason,
            .table = u"conversation"_s,
            .where = owner + " AND w.closed_at = 0 AND "_L1 + condition
                + " AND (w.snoozed_until IS NULL OR w.snoozed_until <= ?) AND "_L1
                + visibleTo(connection, u"w"_s),
            .bindings = bindings + QVariantList {query.today.toString(Qt::ISODate)},
            .order = order,
            .since = since};
    }
    return parts;
}
} // namespace

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

Result<QList<Conversation>> Visible::unassigned(Connection &connection)
{
    return selectRows<Conversation>(connection,
        "WHERE prospect_id IS NULL AND "_L1 + visibleTo(connection, u"live_conversation"_s)
            + " ORDER BY last_message_at DESC, id DESC LIMIT 500"_L1);
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
        "w.turn = 'they' AND w.last_message_at < ? AND (w.unreturned < 2 OR w.last_message_at < ?) AND "_L1
            + condition,
        {query.cold.firstWordBefore, query.cold.laterWordBefore});
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

Result<QHash<ProspectId, int>> Visible::unanswered(
    Connection &connection, const QList<ProspectId> &prospects)
{
    QHash<ProspectId, int> counts;
    if (prospects.isEmpty())
        return counts;
    QStringList ids;
    for (const ProspectId id : prospects)
        ids << id.toString();
    auto rows = connection.select(
        "SELECT prospect_id, sum(unanswered) FROM live_conversation WHERE unanswered > 0 AND prospect_id IN ("_L1
        + ids.join(u',') + ") AND "_L1 + visibleTo(connection, u"live_conversation"_s)
        + " GROUP BY prospect_id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        counts.insert(ProspectId(rows->integer(0)), int(rows->integer(1)));
    return counts;
}

Result<std::optional<SourceThread>> Visible::thread(
    Connection &connection, const QString &format, const QString &externalId)
{
    auto found = selectRows<SourceThread>(
        connection, u"WHERE format = ? AND external_id = ?"_s, {format, externalId});
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::optional<SourceThread>() : found->first();
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
        auto taken = connection.number(u"SELECT id FROM message WHERE id = ?"_s, {candidate});
        if (!taken)
            return tl::unexpected(taken.error());
        if (!*taken)
            return MessageId(candidate);
    }
}
