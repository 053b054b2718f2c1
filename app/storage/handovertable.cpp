// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/handovertable.h"

#include "storage/salestable.h"

using namespace Qt::StringLiterals;

Result<QList<QueuedHandover>> HandoverTable::queue(Connection &connection, qint64 since)
{
    auto rows = connection.select(
        "SELECT (SELECT count(*) FROM live_handover_touch t JOIN live_touch w ON w.id = t.touch_id "
        "AND w.prospect_id = h.prospect_id WHERE t.handover_id = h.id), "_L1
            + columnList<Handover>(u"h."_s) + ", "_L1 + columnList<Prospect>(u"p."_s)
            + " FROM live_handover h JOIN live_prospect p ON p.id = h.prospect_id "
              "WHERE (h.state = 'offered' OR h.decided_at >= ?) AND p.merged_into_id IS NULL "
              "AND p.erased_at = 0 AND (p.private_to_id IS NULL OR p.private_to_id = ?) ORDER BY h.id"_L1,
        {since, connection.viewer().user.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    const auto prospectAt = 1 + int(rowSpec<Handover>().columns.size()) + 2;
    QList<QueuedHandover> queue;
    while (rows->next()) {
        QueuedHandover entry;
        entry.touches = int(rows->integer(0));
        entry.handover = readRow<Handover>(*rows, 1);
        entry.prospect = readRow<Prospect>(*rows, prospectAt);
        queue << entry;
    }
    return queue;
}
