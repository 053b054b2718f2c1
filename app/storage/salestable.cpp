// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/salestable.h"

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
    return sets;
}

Result<QList<Fact>> SalesTable::facts(Connection &connection, ProspectId id)
{
    return selectRows<Fact>(
        connection, u"WHERE prospect_id = ? ORDER BY kind, position, id"_s, {id.value()});
}

Result<QList<Offer>> SalesTable::offers(Connection &connection, ProspectId id)
{
    return selectRows<Offer>(
        connection, u"WHERE prospect_id = ? ORDER BY made_at DESC, id DESC"_s, {id.value()});
}

Result<QList<Handover>> SalesTable::handovers(Connection &connection, ProspectId id)
{
    return selectRows<Handover>(
        connection, u"WHERE prospect_id = ? ORDER BY offered_at DESC, id DESC"_s, {id.value()});
}

Result<QList<HandoverTouch>> SalesTable::handoverTouches(Connection &connection, ProspectId id)
{
    return selectRows<HandoverTouch>(connection,
        u"WHERE handover_id IN (SELECT id FROM live_handover WHERE prospect_id = ?) ORDER BY id"_s,
        {id.value()});
}

Result<QList<Consent>> SalesTable::consents(Connection &connection, ProspectId id)
{
    return selectRows<Consent>(
        connection, u"WHERE prospect_id = ? ORDER BY at DESC, id DESC"_s, {id.value()});
}

Result<QList<ProspectLabel>> SalesTable::labels(Connection &connection, ProspectId id)
{
    return selectRows<ProspectLabel>(
        connection, u"WHERE prospect_id = ? ORDER BY id"_s, {id.value()});
}

Result<QList<CustomValue>> SalesTable::customValues(Connection &connection, ProspectId id)
{
    return selectRows<CustomValue>(
        connection, u"WHERE prospect_id = ? ORDER BY id"_s, {id.value()});
}

Result<QList<Override>> SalesTable::overrides(Connection &connection, ProspectId id)
{
    return selectRows<Override>(
        connection, u"WHERE prospect_id = ? ORDER BY at DESC, id DESC"_s, {id.value()});
}

Result<QList<Merge>> SalesTable::merges(Connection &connection, ProspectId id)
{
    return selectRows<Merge>(connection,
        u"WHERE survivor_id = ? AND undone_at = 0 ORDER BY at DESC, id DESC"_s, {id.value()});
}

Result<QList<CustomValue>> SalesTable::valuesOf(Connection &connection, CustomFieldId field)
{
    return selectRows<CustomValue>(
        connection, u"WHERE field_id = ? ORDER BY id"_s, {field.value()});
}

Result<QHash<QString, int>> SalesTable::overrideCounts(Connection &connection, qint64 since)
{
    auto rows =
        connection.select(u"SELECT rule, count(*) FROM live_guardrail_override WHERE at >= ? "
                          "GROUP BY rule"_s,
            {since});
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, int> counts;
    while (rows->next())
        counts.insert(rows->text(0), int(rows->integer(1)));
    return counts;
}
