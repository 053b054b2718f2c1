// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/batchtable.h"

#include "storage/bulkinsert.h"
#include "storage/changetable.h"
#include "storage/handlekeys.h"
#include "storage/mergetable.h"
#include "storage/objections.h"
#include "storage/searchindex.h"
#include "storage/tables.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
const auto BatchColumns = "id, state, format, files, by_member_id, at, node, summary"_L1;

ImportBatch readBatch(const Rows &rows)
{
    ImportBatch batch;
    batch.id = BatchId(rows.integer(0));
    fromSql(rows.value(1), batch.state);
    batch.format = rows.text(2);
    batch.files = rows.text(3);
    batch.by = UserId(rows.integer(4));
    batch.at = rows.integer(5);
    batch.node = int(rows.integer(6));
    batch.summary = rows.text(7);
    return batch;
}

Result<QList<ImportBatch>> select(
    Connection &connection, const QString &tail, const QVariantList &bindings)
{
    auto rows =
        connection.select("SELECT "_L1 + BatchColumns + " FROM import_batch "_L1 + tail, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ImportBatch> batches;
    while (rows->next())
        batches.append(readBatch(*rows));
    return batches;
}

/// A table of external ids and the table that they name rows of.
struct IdTable
{
    QLatin1StringView table;
    QLatin1StringView named;
};

/// Which of \a externalIds are known in \a space, with what they name: live rows, and those of the pending batch \a own.
template<typename Id>
Result<QHash<QString, Id>> ofExternalIds(Connection &connection, const IdTable &source,
    const QString &space, const QStringList &externalIds, BatchId own)
{
    QHash<QString, Id> found;
    if (externalIds.isEmpty())
        return found;
    QVariantList bindings {space, own.value()};
    for (const QString &id : externalIds)
        bindings << id;
    const QString marks = QStringList(externalIds.size(), u"?"_s).join(u',');
    const QString survivor =
        source.named == "prospect"_L1 ? u"coalesce(n.merged_into_id, 0)"_s : u"0"_s;
    QHash<QString, ProspectId> merged;
    auto rows = connection.select("SELECT e.external_id, n.id, "_L1 + survivor + " FROM "_L1
            + source.table + " e JOIN "_L1 + source.named + " n ON n.id = e."_L1 + source.named
            + "_id WHERE e.space = ? AND (n.deleted_at IS NULL OR "_L1 + survivor
            + " <> 0) AND (e.batch_id IS NULL OR "
              "e.batch_id = ? OR e.batch_id IN (SELECT id FROM import_batch WHERE state = 'live')) "
              "AND e.external_id IN ("_L1
            + marks + u')',
        bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        if (const ProspectId into(rows->integer(2)); !into.isNull())
            merged.insert(rows->text(0), into);
        else
            found.insert(rows->text(0), Id(rows->integer(1)));
    }
    for (auto it = merged.cbegin(); it != merged.cend(); ++it) {
        const auto last = MergeTable::survivorOf(connection, it.value());
        if (!last)
            return tl::unexpected(last.error());
        if (!last->isNull())
            found.insert(it.key(), Id(last->value()));
    }
    if (source.named != "prospect"_L1 || connection.dialect().isSqlite())
        return found;
    // Somebody of a colleague's circle was imported before as well, though a server's policies hide it; else the row would make a second record.
    auto hidden =
        connection.select(u"SELECT external_id, prospect_id FROM pullpush_external_holders(?, ?)"_s,
            {space, externalIds.join(QChar(31))});
    if (!hidden)
        return tl::unexpected(hidden.error());
    while (hidden->next()) {
        if (!found.contains(hidden->text(0)))
            found.insert(hidden->text(0), Id(hidden->integer(1)));
    }
    return found;
}

Result<> rememberId(Transaction &transaction, const IdTable &source, const QString &space,
    const QString &externalId, qint64 named, BatchId batch)
{
    const QString column = source.named + "_id"_L1;
    auto done = transaction.execute("INSERT INTO "_L1 + source.table + " (space, external_id, "_L1
            + column
            + ", batch_id) VALUES (?, ?, ?, ?) ON CONFLICT (space, external_id) DO UPDATE SET "_L1
            + column + " = excluded."_L1 + column + ", batch_id = excluded.batch_id"_L1,
        {space, externalId, named, toSql(batch)});
    return done ? Result<>() : tl::unexpected(done.error());
}

/// What a server's policies hide of an undone batch in \a table, or nobody but who took an imported person into their circle could ever erase it.
Result<> eraseHidden(Transaction &transaction, const QString &table, BatchId id)
{
    if (transaction.dialect().isSqlite())
        return {};
    return transaction.connection()
        .number(u"SELECT pullpush_erase_batch(?, ?)"_s, {table, id.value()})
        .map([](std::optional<qint64>) {});
}

/// What others labelled with a label that the batch made keeps it: the label is nobody's from then on.
Result<> keepUsedLabels(Transaction &transaction, BatchId id)
{
    QStringList used;
    for (const auto *table : {"post_label", "prospect_label"})
        used << "SELECT label_id FROM "_L1 + QLatin1String(table)
                + " WHERE deleted_at IS NULL AND (batch_id IS NULL OR (batch_id <> ? AND batch_id "
                  "IN (SELECT id FROM import_batch WHERE state <> 'undone')))"_L1;
    auto done = transaction.execute(
        "UPDATE label SET batch_id = NULL, row_version = row_version + 1 WHERE batch_id = ? AND "
        "(id IN ("_L1
            + used.join(") OR id IN ("_L1) + "))"_L1,
        {id.value(), id.value(), id.value()});
    if (!done)
        return tl::unexpected(done.error());
    if (transaction.dialect().isSqlite())
        return {};
    // Policies hide whom the viewer may not know of.
    const auto kept =
        transaction.connection().number(u"SELECT pullpush_keep_labels(?)"_s, {id.value()});
    return kept ? Result<>() : tl::unexpected(kept.error());
}
} // namespace

Result<> BatchTable::insert(Transaction &transaction, const ImportBatch &batch)
{
    auto done = transaction.execute(
        "INSERT INTO import_batch ("_L1 + BatchColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {batch.id.value(), toSql(batch.state), toSql(batch.format), toSql(batch.files),
            toSql(batch.by), batch.at, batch.node, toSql(batch.summary)});
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<> BatchTable::setState(
    Transaction &transaction, BatchId id, BatchState state, const QString &summary)
{
    auto done =
        transaction.execute(u"UPDATE import_batch SET state = ?, summary = ? WHERE id = ?"_s,
            {toSql(state), toSql(summary), id.value()});
    if (!done)
        return tl::unexpected(done.error());
    if (state == BatchState::Live)
        return Objections::followImport(transaction, id);
    if (state != BatchState::Undone)
        return {};
    return Objections::releaseImport(transaction, id)
        .and_then([&] { return HandleKeys::release(transaction, id); })
        .and_then([&] { return keepUsedLabels(transaction, id); });
}

Result<std::optional<ImportBatch>> BatchTable::find(Connection &connection, BatchId id)
{
    return select(connection, u"WHERE id = ?"_s, {id.value()})
        .map([](const QList<ImportBatch> &found) {
            return found.isEmpty() ? std::optional<ImportBatch>() : found.first();
        });
}

Result<QList<ImportBatch>> BatchTable::all(Connection &connection)
{
    return select(connection, u"ORDER BY id DESC"_s, {});
}

Result<int> BatchTable::purge(Transaction &transaction, const QList<int> &deadNodes)
{
    auto batches = select(transaction.connection(), u"WHERE state IN ('pending', 'undone')"_s, {});
    if (!batches)
        return tl::unexpected(batches.error());
    int removed = 0;
    for (const ImportBatch &batch : *batches) {
        if (batch.state == BatchState::Pending && !deadNodes.contains(batch.node))
            continue;
        // What was written later may point at rows of an undone batch (a call logged, a later import). Such a batch stays, hidden.
        auto begun = transaction.execute(u"SAVEPOINT purge"_s);
        if (!begun)
            return tl::unexpected(begun.error());
        const auto erased = erase(transaction, batch.id);
        if (!erased)
            (void)transaction.execute(u"ROLLBACK TO SAVEPOINT purge"_s);
        auto released = transaction.execute(u"RELEASE SAVEPOINT purge"_s);
        if (!released)
            return tl::unexpected(released.error());
        removed += erased ? 1 : 0;
    }
    return removed;
}

Result<> BatchTable::eraseLeft(Transaction &transaction, int node)
{
    const auto left =
        select(transaction.connection(), u"WHERE state = 'pending' AND node = ?"_s, {node});
    if (!left)
        return tl::unexpected(left.error());
    for (const ImportBatch &batch : *left) {
        if (auto erased = erase(transaction, batch.id); !erased)
            return erased;
    }
    return {};
}

Result<> BatchTable::erase(Transaction &transaction, BatchId id)
{
    if (auto done = SearchIndex::forget(transaction, id); !done)
        return done;
    QList<TableInfo> tables = allTables();
    std::ranges::reverse(tables); // children before parents
    // Crops and contents have no batch of their own, and go before what they belong to.
    QStringList statements {u"DELETE FROM external_id WHERE batch_id = ?"_s,
        u"DELETE FROM post_source WHERE batch_id = ?"_s,
        u"DELETE FROM media_crop WHERE post_id IN (SELECT id FROM post WHERE batch_id = ?)"_s,
        u"DELETE FROM media_crop WHERE post_media_id IN (SELECT id FROM post_media WHERE batch_id "
        "= ?)"_s,
        u"DELETE FROM media_content WHERE media_id IN (SELECT id FROM media WHERE batch_id = ?)"_s};
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = transaction.execute(statement, {id.value()}); !done)
            return tl::unexpected(done.error());
    }
    if (auto done = eraseHidden(transaction, u"external_id"_s, id); !done)
        return done;
    for (const TableInfo &table : std::as_const(tables)) {
        if (!table.hasBatch)
            continue;
        if (auto done = eraseHidden(transaction, table.table, id); !done)
            return done;
        auto erased = transaction.execute(
            "DELETE FROM "_L1 + table.table + " WHERE batch_id = ?"_L1, {id.value()});
        if (!erased)
            return tl::unexpected(erased.error());
    }
    if (auto done = eraseHidden(transaction, u"change"_s, id); !done)
        return done;
    for (const auto *last :
        {u"DELETE FROM change WHERE batch = ?", u"DELETE FROM import_batch WHERE id = ?"}) {
        if (auto done = transaction.execute(QString::fromUtf16(last), {id.value()}); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<QList<Variant>> BatchTable::updatedVariants(Connection &connection, BatchId id)
{
    return selectRows<Variant>(connection,
        u"WHERE post_id IN (SELECT row_id FROM change WHERE batch = ? AND op = 'update' AND "
        "table_name = 'post' UNION SELECT v.post_id FROM change c JOIN variant v ON v.id = "
        "c.row_id WHERE c.batch = ? AND c.op = 'update' AND c.table_name = 'variant') ORDER BY id"_s,
        {id.value(), id.value()});
}

Result<QHash<QString, ProspectId>> BatchTable::known(
    Connection &connection, const QString &space, const QStringList &externalIds, BatchId own)
{
    return ofExternalIds<ProspectId>(
        connection, {"external_id"_L1, "prospect"_L1}, space, externalIds, own);
}

Result<> BatchTable::remember(Transaction &transaction, const QString &space,
    const QList<std::pair<QString, ProspectId>> &prospects, BatchId batch)
{
    QList<QVariantList> rows;
    rows.reserve(prospects.size());
    for (const auto &[externalId, prospect] : prospects)
        rows << QVariantList {space, externalId, prospect.value(), toSql(batch)};
    return BulkStatement(transaction,
        u"INSERT INTO external_id (space, external_id, prospect_id, batch_id) VALUES "_s,
        u"(?, ?, ?, ?)"_s,
        u" ON CONFLICT (space, external_id) DO UPDATE SET prospect_id = excluded.prospect_id, "
        "batch_id = excluded.batch_id"_s)
        .run(rows);
}

Result<QHash<QString, PostId>> BatchTable::knownPosts(
    Connection &connection, const QString &space, const QStringList &externalIds, BatchId own)
{
    return ofExternalIds<PostId>(
        connection, {"post_source"_L1, "post"_L1}, space, externalIds, own);
}

Result<> BatchTable::rememberPost(Transaction &transaction, const QString &space,
    const QString &externalId, PostId post, BatchId batch)
{
    return rememberId(
        transaction, {"post_source"_L1, "post"_L1}, space, externalId, post.value(), batch);
}

Result<> BatchTable::announce(Transaction &transaction, BatchId batch)
{
    for (const char16_t *table : {u"prospect", u"handle", u"move", u"conversation",
             u"move_proposal", u"channel", u"campaign", u"pillar", u"label", u"media", u"post",
             u"post_label", u"prospect_label", u"variant", u"post_media"}) {
        if (auto done = ChangeTable::announce(transaction, QString::fromUtf16(table), batch); !done)
            return done;
    }
    return {};
}
