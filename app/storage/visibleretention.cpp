// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visibleretention.h"

#include "domain/prospect.h"
#include "storage/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// What of \a cutOff is due among the people for whom \a whose holds. A CROSS JOIN of SQLite keeps its order: from the few people of a stage to their
/// conversations, or from the few conversations that are asked for. EXPLAIN QUERY PLAN: "SEARCH prospect USING INDEX listed_by_stage (stage_id=? AND
/// last_activity_at<?)", then "SEARCH conversation USING INDEX conversation_by_prospect (prospect_id=? AND last_message_at>? AND last_message_at<?)".
QString dueAmong(
    const Connection &connection, const QString &whose, const QList<ConversationId> &only)
{
    const QString viewer = connection.viewer().user.toString();
    return "SELECT p.id AS person, p.name, p.first_name, p.last_name, c.id AS talk, "
           "c.last_message_at, "
           "(SELECT count(*) FROM live_message m WHERE m.conversation_id = c.id) FROM "_L1
        + (only.isEmpty() ? "live_prospect p CROSS JOIN live_conversation c"_L1
                          : "live_conversation c CROSS JOIN live_prospect p"_L1)
        + " WHERE c.prospect_id = p.id AND "_L1 + whose
        + " AND p.erased_at = 0 AND p.stage_id = ? AND p.last_activity_at < ? "
          "AND c.last_message_at > 0 AND c.last_message_at < ? "
          "AND NOT EXISTS (SELECT 1 FROM live_conversation n WHERE n.prospect_id = p.id "
          "AND n.last_message_at >= ?) AND (c.owner_id = "_L1
        + viewer + " OR c.privacy = 'team') AND "_L1 + Visible::condition(connection, u"c"_s)
        + (only.isEmpty() ? QString() : " AND c.id IN ("_L1 + idList(only) + u')');
}

Result<> addDue(Connection &connection, const RetentionCutOff &cutOff,
    const QList<ConversationId> &only, QList<RetentionDue> &list)
{
    const auto [sql, bindings] = Visible::retentionQuery(connection, cutOff, only);
    auto rows = connection.select(sql, bindings);
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

std::pair<QString, QVariantList> Visible::retentionQuery(
    const Connection &connection, const RetentionCutOff &cutOff, const QList<ConversationId> &only)
{
    // The index of a stage has nobody of a circle, so the viewer's own are asked for apart.
    const QVariantList bindings {cutOff.stage.value(), cutOff.before, cutOff.before, cutOff.before};
    return {dueAmong(connection, u"p.private_to_id IS NULL"_s, only) + " UNION ALL "_L1
            + dueAmong(
                connection, "p.private_to_id = "_L1 + connection.viewer().user.toString(), only)
            + " ORDER BY 1, 5"_L1,
        bindings + bindings};
}

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
