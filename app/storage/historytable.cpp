// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/historytable.h"

#include "storage/changetable.h"
#include "storage/circle.h"
#include "storage/visible.h"

#include <QHash>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// A table whose rows hang on a prospect, and what says which of them one is.
struct OfProspect
{
    QLatin1StringView table;
    QLatin1StringView subject; ///< a query of id, words, and a stable name
    QLatin1StringView told = {}; ///< the columns whose values are told, not only that they changed
    QLatin1StringView owner = "prospect_id"_L1; ///< the column that names the prospect
};

constexpr auto ProposalTable = "move_proposal"_L1;

constexpr OfProspect TablesOfProspect[] {
    {"handle"_L1, "SELECT x.id, x.value, '' FROM handle x"_L1},
    {"move"_L1, "SELECT x.id, s.name, '' FROM move x JOIN stage s ON s.id = x.to_stage_id"_L1},
    {"touch"_L1, "SELECT x.id, x.quote, '' FROM touch x"_L1},
    {"offer"_L1, "SELECT x.id, x.title, x.kind FROM offer x"_L1, "state"_L1},
    {"fact"_L1, "SELECT x.id, x.text, '' FROM fact x"_L1},
    {"handover"_L1, "SELECT x.id, x.reason, '' FROM handover x"_L1, "state"_L1},
    {"consent"_L1, "SELECT x.id, x.source, x.basis FROM consent x"_L1},
    {"prospect_label"_L1,
        "SELECT x.id, l.name, '' FROM prospect_label x JOIN label l ON l.id = x.label_id"_L1},
    {"custom_value"_L1,
        "SELECT x.id, f.name, '' FROM custom_value x JOIN custom_field f ON f.id = x.field_id"_L1},
    {ProposalTable,
        "SELECT x.id, s.name, x.state FROM move_proposal x JOIN stage s ON s.id = x.to_stage_id"_L1,
        "state"_L1},
    // The reason of a dismissed proposal to flag somebody is the id of a message.
    {"guardrail_override"_L1,
        "SELECT x.id, CASE WHEN x.rule = 'opt-out-dismissed' THEN '' ELSE x.reason END, x.rule FROM guardrail_override x"_L1},
    {"merge"_L1,
        "SELECT x.id, CASE WHEN p.name <> '' THEN p.name ELSE trim(p.first_name || ' ' || p.last_name) END, '' FROM merge x JOIN prospect p ON p.id = x.merged_id"_L1,
        "undone_at"_L1, "survivor_id"_L1},
};
constexpr auto ToldOfProspect = "do_not_contact_since, merged_into_id"_L1;

/// What of \a of the viewer may see: a proposal comes from a conversation and is as private; who went past a guardrail with whom is theirs alone; of two
/// merged records one has to know of both.
QString seenOf(const Connection &connection, const OfProspect &of)
{
    if (of.table == ProposalTable)
        return " AND "_L1 + Visible::isSeen(connection, u"x.conversation_id"_s);
    if (of.table == "guardrail_override"_L1)
        return " AND x.by_member_id = "_L1 + connection.viewer().user.toString();
    if (of.table == "merge"_L1)
        return " AND "_L1 + Circle::isKnown(connection, u"x.merged_id"_s);
    return {};
}

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
        row.op = rows.integer(8) != 0 ? HistoryRow::Op::Restore : HistoryRow::Op::Insert;
    else if (op == "remove"_L1)
        row.op = HistoryRow::Op::Remove;
    row.fields = rows.text(6).split(u',', Qt::SkipEmptyParts);
    row.before = ChangeTable::valuesFrom(rows.text(7));
    return row;
}

QString historyIds(const QList<HistoryRow> &rows, QLatin1StringView table)
{
    QStringList ids;
    for (const HistoryRow &row : rows) {
        if (row.table == table)
            ids << QString::number(row.id);
    }
    return ids.join(u',');
}

Result<> addHistorySubjects(Connection &connection, QList<HistoryRow> &rows)
{
    for (const OfProspect &of : TablesOfProspect) {
        const QString ids = historyIds(rows, of.table);
        if (ids.isEmpty())
            continue;
        auto found = connection.select(of.subject + " WHERE x.id IN ("_L1 + ids + u')');
        if (!found)
            return tl::unexpected(found.error());
        QHash<qint64, std::pair<QString, QString>> subjects;
        while (found->next())
            subjects.insert(found->integer(0), {found->text(1), found->text(2)});
        for (HistoryRow &row : rows) {
            if (row.table == of.table)
                std::tie(row.subject, row.word) = subjects.value(row.id);
        }
    }
    return {};
}

/// What updates made of the columns \a told. \a rows are the newest of the log: what an update made is what the next one found, or what stands there now.
Result<> addToldValues(Connection &connection, QLatin1StringView table, QLatin1StringView told,
    QList<HistoryRow> &rows)
{
    const QString ids = historyIds(rows, table);
    if (told.isEmpty() || ids.isEmpty())
        return {};
    const QStringList columns = QString(told).split(u", "_s);
    auto found = connection.select(
        "SELECT id, "_L1 + told + " FROM "_L1 + table + " WHERE id IN ("_L1 + ids + u')');
    if (!found)
        return tl::unexpected(found.error());
    QHash<qint64, QVariantMap> later;
    while (found->next()) {
        for (int i = 0; i < columns.size(); ++i)
            later[found->integer(0)].insert(columns.at(i), found->value(i + 1));
    }
    for (HistoryRow &row : rows) {
        if (row.table != table)
            continue;
        QVariantMap &values = later[row.id];
        for (const QString &column : columns) {
            if (!row.before.contains(column))
                continue;
            row.after.insert(column, values.value(column));
            values.insert(column, row.before.value(column));
        }
    }
    return {};
}

Result<> addAllTold(Connection &connection, QList<HistoryRow> &rows)
{
    auto done = addToldValues(connection, "prospect"_L1, ToldOfProspect, rows);
    for (const OfProspect &of : TablesOfProspect) {
        if (done)
            done = addToldValues(connection, of.table, of.told, rows);
    }
    return done;
}
} // namespace

Result<HistoryPage> HistoryTable::newest(Connection &connection, ProspectId prospect, int limit)
{
    const auto known = connection.number(
        "SELECT id FROM prospect WHERE id = ? AND "_L1 + Circle::isKnown(connection, u"id"_s),
        {prospect.value()});
    if (!known)
        return tl::unexpected(known.error());
    HistoryPage page;
    if (!known->has_value())
        return page;
    // The rows are found from the prospect, never by a walk through the log.
    QString parts = u"SELECT 'prospect' AS t, CAST(? AS BIGINT) AS id"_s;
    QVariantList bindings {prospect.value()};
    for (const OfProspect &of : TablesOfProspect) {
        parts += " UNION ALL SELECT '"_L1 + of.table + "', x.id FROM "_L1 + of.table
            + " x WHERE x."_L1 + of.owner + " = ?"_L1 + seenOf(connection, of);
        bindings << prospect.value();
    }
    bindings << limit + 1;
    auto rows = connection.select(
        "SELECT c.seq, c.at, c.who, c.table_name, c.row_id, c.op, c.fields, c.before, "
        "CASE WHEN c.op = 'insert' AND EXISTS (SELECT 1 FROM change o WHERE o.table_name = "
        "c.table_name AND o.row_id = c.row_id AND o.seq < c.seq) THEN 1 ELSE 0 END FROM ("_L1
            + parts
            + ") AS part CROSS JOIN change c WHERE c.table_name = part.t AND c.row_id = part.id "
              "AND (c.batch IS NULL OR c.batch IN (SELECT id FROM import_batch WHERE state = "
              "'live')) ORDER BY c.seq DESC LIMIT ?"_L1,
        bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        page.rows.append(readHistoryRow(*rows));
    page.hasMore = page.rows.size() > limit;
    if (page.hasMore)
        page.rows.removeLast();
    auto done = addHistorySubjects(connection, page.rows).and_then([&] {
        return addAllTold(connection, page.rows);
    });
    if (!done)
        return tl::unexpected(done.error());
    return page;
}
