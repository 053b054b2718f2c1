// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visibleretention.h"

#include "domain/prospect.h"
#include "storage/circle.h"
#include "storage/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Result<> addDue(Connection &connection, const RetentionCutOff &cutOff,
    const QList<ConversationId> &only, QList<RetentionDue> &list)
{
    const QString viewer = connection.viewer().user.toString();
    auto rows = connection.select(
        "SELECT p.id, p.name, p.first_name, p.last_name, c.id, c.last_message_at, "
        "(SELECT count(*) FROM live_message m WHERE m.conversation_id = c.id) "
        "FROM live_prospect p JOIN live_conversation c ON c.prospect_id = p.id "
        "WHERE p.stage_id = ? AND p.last_activity_at < ? AND c.last_message_at > 0 "
        "AND NOT EXISTS (SELECT 1 FROM live_conversation n WHERE n.prospect_id = p.id "
        "AND n.last_message_at >= ?) AND (c.owner_id = "_L1
            + viewer + " OR c.privacy = 'team') AND "_L1 + Visible::isSeen(connection, u"c.id"_s)
            + " AND "_L1 + Circle::isKnown(connection, u"p.id"_s)
            + (only.isEmpty() ? QString() : " AND c.id IN ("_L1 + idList(only) + u')')
            + " ORDER BY p.id, c.id"_L1,
        {cutOff.stage.value(), cutOff.before, cutOff.before});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const ProspectId id(rows->integer(0));
        if (list.isEmpty() || list.last().prospect != id) {
            Prospect names;
            names.name = rows->text(1);
            names.firstName = rows->text(2);
            names.lastName = rows->text(3);
            list.append({id, displayName(names), cutOff.stage, 0, {}, 0});
        }
        RetentionDue &due = list.last();
        due.conversations << ConversationId(rows->integer(4));
        due.lastWordAt = std::max(due.lastWordAt, rows->integer(5));
        due.messages += int(rows->integer(6));
    }
    return {};
}
} // namespace

Result<QList<RetentionDue>> Visible::dueForRetention(Connection &connection,
    const QList<RetentionCutOff> &cutOffs, const QList<ConversationId> &only)
{
    QList<RetentionDue> list;
    for (const RetentionCutOff &cutOff : cutOffs) {
        if (auto done = addDue(connection, cutOff, only, list); !done)
            return tl::unexpected(done.error());
    }
    return list;
}
