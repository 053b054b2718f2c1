// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/historytable.h"

#include "storage/changetable.h"
#include "storage/circle.h"
#include "storage/sqlvalue.h"
#include "storage/visible.h"

#include <QHash>

#include <limits>

using namespace Qt::StringLiterals;

namespace {
/// A table whose rows hang on a prospect, and what says which of them one is.
struct OfProspect
{
    QLatin1StringView table;
    QLatin1StringView subject; ///< a query of id and words
};

constexpr auto ProposalTable = "move_proposal"_L1;

constexpr OfProspect TablesOfProspect[] {
    {"handle"_L1, "SELECT x.id, x.value FROM handle x"_L1},
    {"move"_L1, "SELECT x.id, s.name FROM move x JOIN stage s ON s.id = x.to_stage_id"_L1},
    {"touch"_L1, "SELECT x.id, x.quote FROM touch x"_L1},
    {"offer"_L1, "SELECT x.id, x.title FROM offer x"_L1},
    {"fact"_L1, "SELECT x.id, x.text FROM fact x"_L1},
    {"handover"_L1, "SELECT x.id, x.reason FROM handover x"_L1},
    {"consent"_L1, "SELECT x.id, x.source FROM consent x"_L1},
    {"prospect_label"_L1,
        "SELECT x.id, l.name FROM prospect_label x JOIN label l ON l.id = x.label_id"_L1},
    {"custom_value"_L1,
        "SELECT x.id, f.name FROM custom_value x JOIN custom_field f ON f.id = x.field_id"_L1},
    {ProposalTable,
        "SELECT x.id, s.name FROM move_proposal x JOIN stage s ON s.id = x.to_stage_id"_L1},
    // The reason of a dismissed proposal to flag somebody is the id of a message.
    {"guardrail_override"_L1,
        "SELECT x.id, CASE WHEN x.rule = 'opt-out-dismissed' THEN '' ELSE x.reason END FROM guardrail_override x"_L1},
};

HistoryRow readHistoryRow(const Rows &rows)
{
    HistoryRow row;
    row.seq = rows.integer(0);
    row.at = rows.integer(1);
    row.who = UserId(rows.integer(2));
    row.table = rows.text(3);
    row.id = rows.integer(4);
    const QString op = rows.text(5);
    if (op == "insert"_L1)
        row.op = HistoryRow::Op::Insert;
    else if (op == "remove"_L1)
        row.op = HistoryRow::Op::Remove;
    row.fields = rows.text(6).split(u',', Qt::SkipEmptyParts);
    row.before = ChangeTable::valuesFrom(rows.text(7));
    return row;
}

Result<> addSubjects(Connection &connection, QList<HistoryRow> &rows)
{
    for (const OfProspect &of : TablesOfProspect) {
        QStringList ids;
        for (const HistoryRow &row : std::as_const(rows)) {
            if (row.table == of.table)
                ids << QString::number(row.id);
        }
        if (ids.isEmpty())
            continue;
        auto found = connection.select(of.subject + " WHERE x.id IN ("_L1 + ids.join(u',') + u')');
        if (!found)
            return tl::unexpected(found.error());
        QHash<qint64, QString> subjects;
        while (found->next())
            subjects.insert(found->integer(0), found->text(1));
        for (HistoryRow &row : rows) {
            if (row.table == of.table)
                row.subject = subjects.value(row.id);
        }
    }
    return {};
}
} // namespace

Result<HistoryPage> HistoryTable::page(
    Connection &connection, ProspectId prospect, qint64 olderThan, int limit)
{
    const auto known = connection.number(
        "SELECT id FROM prospect WHERE id = ? AND "_L1 + Circle::isKnown(connection, u"id"_s),
        {prospect.value()});
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return HistoryPage();
    // The rows are found from the prospect, never by a walk through the log.
    QString parts = u"SELECT 'prospect' AS t, CAST(? AS BIGINT) AS id"_s;
    QVariantList bindings {prospect.value()};
    for (const OfProspect &of : TablesOfProspect) {
        parts += " UNION ALL SELECT '"_L1 + of.table + "', id FROM "_L1 + of.table
            + " WHERE prospect_id = ?"_L1;
        // A proposed move is as private as the conversation in which it was made.
        if (of.table == ProposalTable)
            parts += " AND "_L1 + Visible::isSeen(connection, u"conversation_id"_s);
        bindings << prospect.value();
    }
    bindings << prospect.value()
             << (olderThan == 0 ? std::numeric_limits<qint64>::max() : olderThan) << limit + 1;
    auto rows = connection.select(
        "SELECT c.seq, c.at, c.who, c.table_name, c.row_id, c.op, c.fields, c.before FROM ("_L1
            + parts + ") AS part CROSS JOIN change c WHERE "_L1
            + Circle::isKnown(connection, u"CAST(? AS BIGINT)"_s)
            + " AND c.table_name = part.t AND c.row_id = part.id AND (c.batch IS NULL OR c.batch "
              "IN (SELECT id FROM import_batch WHERE state = "
              "'live')) AND c.seq < ? ORDER BY c.seq DESC LIMIT ?"_L1,
        bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    HistoryPage page;
    while (rows->next())
        page.rows.append(readHistoryRow(*rows));
    page.hasMore = page.rows.size() > limit;
    if (page.hasMore)
        page.rows.removeLast();
    if (auto done = addSubjects(connection, page.rows); !done)
        return tl::unexpected(done.error());
    return page;
}
