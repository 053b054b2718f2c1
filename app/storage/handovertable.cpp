// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/handovertable.h"

#include "storage/salestable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
Result<> addQueued(Connection &connection, const QString &condition, const QVariantList &bindings,
    QList<QueuedHandover> &queue)
{
    auto rows = connection.select(
        "SELECT (SELECT count(*) FROM live_handover_touch t JOIN live_touch w ON w.id = t.touch_id "
        "AND w.prospect_id = h.prospect_id WHERE t.handover_id = h.id), "_L1
            + columnList<Handover>(u"h."_s) + ", "_L1 + columnList<Prospect>(u"p."_s)
            + " FROM live_handover h JOIN live_prospect p ON p.id = h.prospect_id WHERE "_L1
            + condition
            + " AND p.merged_into_id IS NULL AND p.erased_at = 0 "
              "AND (p.private_to_id IS NULL OR p.private_to_id = ?)"_L1,
        bindings + QVariantList {connection.viewer().user.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    const auto prospectAt = 1 + int(rowSpec<Handover>().columns.size()) + 2;
    while (rows->next()) {
        QueuedHandover entry;
        entry.touches = int(rows->integer(0));
        entry.handover = readRow<Handover>(*rows, 1);
        entry.prospect = readRow<Prospect>(*rows, prospectAt);
        queue << entry;
    }
    return {};
}
} // namespace

Result<QList<QueuedHandover>> HandoverTable::queue(Connection &connection, qint64 since)
{
    // One after the other and sorted here: so an index leads to each, instead of a walk through all there ever were.
    QList<QueuedHandover> queue;
    return addQueued(connection, u"h.state = 'offered'"_s, {}, queue)
        .and_then([&] {
            return addQueued(
                connection, u"h.state <> 'offered' AND h.decided_at >= ?"_s, {since}, queue);
        })
        .map([&queue] {
            std::ranges::sort(
                queue, {}, [](const QueuedHandover &entry) { return entry.handover.id; });
            return queue;
        });
}

Result<> HandoverTable::checkOfferedOnce(Transaction &transaction, ProspectId prospect)
{
    // Locks the person's row, so that what a colleague writes at the same time is seen.
    auto locked = transaction.execute(
        u"UPDATE prospect SET row_version = row_version WHERE id = ?"_s, {prospect.value()});
    if (!locked)
        return tl::unexpected(locked.error());
    const auto open = transaction.connection().number(
        u"SELECT count(*) FROM live_handover WHERE prospect_id = ? AND state = 'offered'"_s,
        {prospect.value()});
    if (!open)
        return tl::unexpected(open.error());
    if (open->value_or(0) < 2)
        return {};
    return fail(Error::Code::Conflict,
        QCoreApplication::translate("Storage",
            "Somebody else offered this prospect to sales meanwhile. Your offer was not kept."),
        rowSpec<Handover>().table);
}
