// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changetable.h"

#include "storage/tables.h"
#include "storage/visible.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
QString opText(RowEdit::Op op)
{
    switch (op) {
    case RowEdit::Op::Insert:
        return u"insert"_s;
    case RowEdit::Op::Update:
        return u"update"_s;
    case RowEdit::Op::Remove:
        return u"remove"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue toJson(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    // 63-bit numbers do not survive a JSON double, so they stand as an object with their text.
    if (value.typeId() == QMetaType::LongLong)
        return QJsonObject {{u"n"_s, QString::number(value.toLongLong())}};
    return value.toString();
}

QVariant fromJson(const QJsonValue &value)
{
    if (value.isNull())
        return {};
    if (value.isObject())
        return value.toObject().value("n"_L1).toString().toLongLong();
    return value.toString();
}
} // namespace

Result<> ChangeTable::record(Transaction &transaction, const RowEdit &edit, BatchId batch)
{
    const QVariantMap &changed = edit.op == RowEdit::Op::Remove ? edit.before : edit.after;
    const QStringList hidden = tableInfo(edit.table).privateColumns;
    // When somebody wrote and whose turn it is would tell of a private conversation. An import's own row keeps what taking it back needs.
    const bool isKept = !batch.isNull() || !Visible::isOfConversations(edit.table);
    QJsonObject before;
    if (edit.op == RowEdit::Op::Update && isKept) {
        for (auto it = edit.before.cbegin(); it != edit.before.cend(); ++it) {
            if (!hidden.contains(it.key()))
                before.insert(it.key(), toJson(it.value()));
        }
    }
    const QString fields =
        edit.op == RowEdit::Op::Update ? columnNames(changed, u",") : QString(u""_s);
    auto done = transaction.execute(
        u"INSERT INTO change (at, who, batch, table_name, row_id, op, fields, before) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {transaction.now, toSql(transaction.who), toSql(batch), edit.table, edit.id,
            opText(edit.op), fields,
            QString::fromUtf8(QJsonDocument(before).toJson(QJsonDocument::Compact))});
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<> ChangeTable::announce(Transaction &transaction, const QString &table, BatchId batch)
{
    auto done = transaction.execute(
        u"INSERT INTO change (at, who, batch, table_name, row_id, op, fields, before) "
        "VALUES (?, ?, ?, ?, 0, 'bulk', '', '{}')"_s,
        {transaction.now, toSql(transaction.who), toSql(batch), table});
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<qint64> ChangeTable::cursor(Connection &connection)
{
    // A slow transaction's rows appear after those of later ones, so on the server the position is a transaction, not a number.
    return connection
        .number(connection.dialect().isSqlite()
                ? u"SELECT max(seq) + 1 FROM change"_s
                : u"SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"_s)
        .map([](std::optional<qint64> position) { return position.value_or(1); });
}

Result<ChangeTable::Slice> ChangeTable::since(Connection &connection, qint64 from)
{
    auto next = cursor(connection);
    if (!next)
        return tl::unexpected(next.error());
    const QString position = connection.dialect().isSqlite() ? u"seq"_s : u"xid"_s;
    auto rows = connection.select("SELECT seq, table_name, row_id, op, batch FROM change WHERE "_L1
            + position + " >= ? AND "_L1 + position
            + " < ? AND (batch IS NULL OR op = 'bulk') ORDER BY seq"_L1,
        {from, *next});
    if (!rows)
        return tl::unexpected(rows.error());
    Slice slice;
    slice.next = *next;
    while (rows->next()) {
        slice.rows.append({rows->integer(0), rows->text(1), rows->integer(2), rows->text(3),
            BatchId(rows->integer(4))});
    }
    return slice;
}

QVariantMap ChangeTable::valuesFrom(const QString &json)
{
    QVariantMap values;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.insert(it.key(), fromJson(it.value()));
    return values;
}

Result<QList<ChangeTable::HistoryRow>> ChangeTable::historyOf(
    Connection &connection, const QString &table, const QList<qint64> &ids)
{
    QList<HistoryRow> history;
    if (ids.isEmpty())
        return history;
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    auto rows = connection.select(
        "SELECT at, who, row_id, op, fields FROM change WHERE table_name = ? AND row_id IN ("_L1
            + texts.join(u',') + ") ORDER BY seq"_L1,
        {table});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        history.append({rows->integer(0), UserId(rows->integer(1)), table, rows->integer(2),
            rows->text(3), rows->text(4).split(u',', Qt::SkipEmptyParts)});
    }
    return history;
}

Result<RowEdits> ChangeTable::reversals(Connection &connection, BatchId batch)
{
    // Fields that others wrote later stay as they are, so each row's later changes are read first.
    auto later = connection.select(
        u"SELECT l.table_name, l.row_id, l.fields, l.seq FROM change l WHERE l.op = 'update' "
        "AND (l.batch IS NULL OR l.batch <> ?) AND EXISTS (SELECT 1 FROM change c WHERE c.batch = "
        "? "
        "AND c.op = 'update' AND c.table_name = l.table_name AND c.row_id = l.row_id AND c.seq < l.seq)"_s,
        {batch.value(), batch.value()});
    if (!later)
        return tl::unexpected(later.error());
    QHash<std::pair<QString, qint64>, QSet<QString>> kept;
    while (later->next()) {
        const QStringList fields = later->text(2).split(u',');
        kept[{later->text(0), later->integer(1)}].unite(
            QSet<QString>(fields.begin(), fields.end()));
    }
    auto rows = connection.select(u"SELECT table_name, row_id, before FROM change "
                                  "WHERE batch = ? AND op = 'update' ORDER BY seq DESC"_s,
        {batch.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    RowEdits edits;
    while (rows->next()) {
        RowEdit edit {rows->text(0), rows->integer(1), RowEdit::Op::Update, {}, {}};
        const QSet<QString> &own = kept[{edit.table, edit.id}];
        const QVariantMap before = valuesFrom(rows->text(2));
        const QStringList &columns = tableInfo(edit.table).columns; // some are gone since
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (!own.contains(it.key()) && columns.contains(it.key()))
                edit.after.insert(it.key(), it.value());
        }
        if (!edit.after.isEmpty())
            edits.append(edit);
    }
    return edits;
}
