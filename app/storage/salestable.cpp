// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/salestable.h"

#include "storage/circle.h"

using namespace Qt::StringLiterals;

Result<TeamSetValues> SalesTable::sets(Connection &connection)
{
    const QString inOrder = u"ORDER BY position, id"_s;
    TeamSetValues sets;
    auto reasons = selectRows<LostReason>(connection, inOrder);
    if (!reasons)
        return tl::unexpected(reasons.error());
    sets.lostReasons = std::move(*reasons);
    auto fields = selectRows<CustomField>(connection, inOrder);
    if (!fields)
        return tl::unexpected(fields.error());
    sets.customFields = std::move(*fields);
    auto filters = selectRows<SavedFilter>(connection,
        "WHERE owner_id IS NULL OR owner_id = ? "_L1 + inOrder, {connection.viewer().user.value()});
    if (!filters)
        return tl::unexpected(filters.error());
    sets.savedFilters = std::move(*filters);
    auto rules = selectRows<RetentionRule>(connection, u"ORDER BY id"_s);
    if (!rules)
        return tl::unexpected(rules.error());
    sets.retentionRules = std::move(*rules);
    auto notes = selectRows<ChartNote>(connection, u"ORDER BY day, id"_s);
    if (!notes)
        return tl::unexpected(notes.error());
    sets.chartNotes = std::move(*notes);
    auto goals = selectRows<ChartGoal>(connection, u"ORDER BY id"_s);
    if (!goals)
        return tl::unexpected(goals.error());
    sets.chartGoals = std::move(*goals);
    auto boards = selectRows<SavedBoard>(connection,
        "WHERE owner_id IS NULL OR owner_id = ? "_L1 + inOrder, {connection.viewer().user.value()});
    if (!boards)
        return tl::unexpected(boards.error());
    sets.savedBoards = std::move(*boards);
    return sets;
}

Result<QList<Fact>> SalesTable::facts(Connection &connection, ProspectId id)
{
    return Circle::rowsOf<Fact>(connection, id, u"ORDER BY kind, position, id"_s);
}

Result<QList<Offer>> SalesTable::offers(Connection &connection, ProspectId id)
{
    return Circle::rowsOf<Offer>(connection, id, u"ORDER BY made_at DESC, id DESC"_s);
}

Result<QList<Handover>> SalesTable::handovers(Connection &connection, ProspectId id)
{
    return Circle::rowsOf<Handover>(connection, id, u"ORDER BY offered_at DESC, id DESC"_s);
}

Result<QList<HandoverTouch>> SalesTable::handoverTouches(Connection &connection, ProspectId id)
{
    return selectRows<HandoverTouch>(connection,
        "WHERE handover_id IN (SELECT id FROM live_handover WHERE prospect_id = ? AND "_L1
            + Circle::isKnown(connection, u"prospect_id"_s) + ") ORDER BY id"_L1,
        {id.value()});
}

Result<QList<Consent>> SalesTable::consents(Connection &connection, ProspectId id)
{
    return Circle::rowsOf<Consent>(connection, id, u"ORDER BY at DESC, id DESC"_s);
}

Result<QList<ProspectLabel>> SalesTable::labels(Connection &connection, ProspectId id)
{
    // Whoever deletes a label, or merges it into another, takes it from whom they know of: people of a circle keep one that is none any more.
    return Circle::rowsOf<ProspectLabel>(
        connection, id, u"AND label_id IN (SELECT id FROM live_label) ORDER BY id"_s);
}

Result<QList<CustomValue>> SalesTable::customValues(Connection &connection, ProspectId id)
{
    return Circle::rowsOf<CustomValue>(connection, id, u"ORDER BY id"_s);
}

Result<QList<Override>> SalesTable::overrides(Connection &connection, ProspectId id)
{
    return Circle::rowsOf<Override>(connection, id, u"ORDER BY at DESC, id DESC"_s);
}

Result<QList<Merge>> SalesTable::merges(Connection &connection, ProspectId id)
{
    return selectRows<Merge>(connection,
        "WHERE survivor_id = ? AND undone_at = 0 AND "_L1
            + Circle::isKnown(connection, u"survivor_id"_s) + " AND "_L1
            + Circle::isKnown(connection, u"merged_id"_s) + " ORDER BY at DESC, id DESC"_L1,
        {id.value()});
}

Result<QList<CustomValue>> SalesTable::valuesOf(Connection &connection, CustomFieldId field)
{
    return selectRows<CustomValue>(connection,
        "WHERE field_id = ? AND "_L1 + Circle::isKnown(connection, u"prospect_id"_s)
            + " ORDER BY id"_L1,
        {field.value()});
}

Result<QHash<QString, int>> SalesTable::overrideCounts(Connection &connection, qint64 since)
{
    // A server adds those of the circles that its policies hide.
    const QString hidden = connection.dialect().isSqlite()
        ? QString()
        : u" UNION ALL SELECT h.rule, h.at FROM pullpush_circle_overrides() h WHERE NOT EXISTS "
          "(SELECT 1 FROM guardrail_override o WHERE o.id = h.id)"_s;
    auto rows = connection.select(
        "SELECT a.rule, count(*) FROM (SELECT rule, at FROM live_guardrail_override"_L1 + hidden
            + ") AS a WHERE a.at >= ? AND a.rule <> ? GROUP BY a.rule"_L1,
        {since, QString(OptOutDismissed)});
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, int> counts;
    while (rows->next())
        counts.insert(rows->text(0), int(rows->integer(1)));
    return counts;
}
