// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/rowedit.h"
#include "storage/scanvalue.h"
#include "storage/sqlvalue.h"

#include <QList>

#include <vector>

/// One column of a value type. Named here and nowhere else: the INSERT, the UPDATE, the SELECT, the
/// reader and the change log all come from it.
template<typename T>
struct Column
{
    QString name;
    QVariant (*get)(const T &) = nullptr;
    void (*set)(T &, const QVariant &) = nullptr; ///< null for a column derived from others
    void (*scan)(T &, const ScanRow &, int) = nullptr; ///< the same from a scan's column
    bool isPrivate = false; ///< content that no change row may repeat
    bool follows =
        false; ///< follows from other rows: an update writes it whatever it was, unless something newer happened
};

/// A value type's table: `id` and `row_version` are in every one. Specialised by rowSpec<T>() in
/// each aggregate's file.
template<typename T>
struct RowSpec
{
    QString table;
    std::vector<Column<T>> columns;
};

template<typename T>
[[nodiscard]] const RowSpec<T> &rowSpec();

// Described in peopletables.cpp, which has no header of its own.
struct Company;
struct Handle;
struct Move;
struct MoveProposal;
struct Prospect;
struct Stage;
struct Touch;
struct User;
template<>
const RowSpec<Company> &rowSpec<Company>();
template<>
const RowSpec<Handle> &rowSpec<Handle>();
template<>
const RowSpec<Move> &rowSpec<Move>();
template<>
const RowSpec<MoveProposal> &rowSpec<MoveProposal>();
template<>
const RowSpec<Prospect> &rowSpec<Prospect>();
template<>
const RowSpec<Stage> &rowSpec<Stage>();
template<>
const RowSpec<Touch> &rowSpec<Touch>();
template<>
const RowSpec<User> &rowSpec<User>();

/// What the generic functions need to know of a table by its name.
struct TableInfo
{
    QString table;
    QStringList privateColumns;
    QStringList followingColumns;
    bool hasBatch = false;
    QStringList columns = {};
};

namespace Spec {
template<typename T, auto Member>
Column<T> column(const char *name)
{
    return {QString::fromLatin1(name), [](const T &value) { return toSql(value.*Member); },
        [](T &value, const QVariant &sql) { fromSql(sql, value.*Member); },
        [](T &value, const ScanRow &row, int index) { fromScan(row, index, value.*Member); }};
}

template<typename T, auto Member>
Column<T> privateColumn(const char *name)
{
    Column<T> result = column<T, Member>(name);
    result.isPrivate = true;
    return result;
}

template<typename T, auto Member>
Column<T> following(const char *name)
{
    Column<T> result = column<T, Member>(name);
    result.follows = true;
    return result;
}

template<typename T>
Column<T> derived(const char *name, QVariant (*get)(const T &))
{
    return {QString::fromLatin1(name), get, nullptr};
}

/// The two columns of a Moment: NAME and NAME_precision.
template<typename T, auto Member>
Column<T> momentMs(const char *name)
{
    return {QString::fromLatin1(name), [](const T &value) { return toSql((value.*Member).ms); },
        [](T &value, const QVariant &sql) { fromSql(sql, (value.*Member).ms); },
        [](T &value, const ScanRow &row, int index) { fromScan(row, index, (value.*Member).ms); }};
}
template<typename T, auto Member>
Column<T> momentPrecision(const char *name)
{
    return {QString::fromLatin1(name) + QLatin1String("_precision"),
        [](const T &value) { return toSql((value.*Member).precision); },
        [](T &value, const QVariant &sql) { fromSql(sql, (value.*Member).precision); },
        [](T &value, const ScanRow &row, int index) {
            fromScan(row, index, (value.*Member).precision);
        }};
}
} // namespace Spec

/// The value as columns, without id and row_version.
template<typename T>
[[nodiscard]] QVariantMap toRow(const T &value)
{
    QVariantMap row;
    for (const auto &column : rowSpec<T>().columns)
        row.insert(column.name, column.get(value));
    return row;
}

/// Sets the fields that \a row names.
template<typename T>
void assignRow(T &value, const QVariantMap &row)
{
    for (const auto &column : rowSpec<T>().columns) {
        if (const auto found = row.constFind(column.name); found != row.constEnd() && column.set)
            column.set(value, *found);
    }
}

template<typename T>
[[nodiscard]] RowEdit insertion(const T &value)
{
    return {rowSpec<T>().table, value.id.value(), RowEdit::Op::Insert, {}, toRow(value)};
}

/// Holds only the fields that differ. Empty where nothing does.
template<typename T>
[[nodiscard]] RowEdit update(const T &before, const T &after)
{
    RowEdit edit {rowSpec<T>().table, before.id.value(), RowEdit::Op::Update, {}, {}};
    for (const auto &column : rowSpec<T>().columns) {
        const QVariant was = column.get(before);
        const QVariant is = column.get(after);
        if (was != is || was.isNull() != is.isNull()) {
            edit.before.insert(column.name, was);
            edit.after.insert(column.name, is);
        }
    }
    return edit;
}

template<typename T>
[[nodiscard]] RowEdit removal(const T &value)
{
    return {rowSpec<T>().table, value.id.value(), RowEdit::Op::Remove, toRow(value), {}};
}

/// "id, a, b, …, row_version", each with \a prefix ("p.").
template<typename T>
[[nodiscard]] QString columnList(const QString &prefix = {})
{
    QString list = prefix + QLatin1String("id");
    for (const auto &column : rowSpec<T>().columns)
        list += QLatin1String(", ") + prefix + column.name;
    return list + QLatin1String(", ") + prefix + QLatin1String("row_version");
}

/// Reads what columnList selected, from \a offset on.
template<typename T>
[[nodiscard]] T readRow(const Rows &rows, int offset = 0)
{
    T value;
    int index = offset;
    fromSql(rows.value(index++), value.id);
    for (const auto &column : rowSpec<T>().columns) {
        if (column.set)
            column.set(value, rows.value(index));
        ++index;
    }
    value.rowVersion = rows.integer(index);
    return value;
}

/// The same from a scan.
template<typename T>
[[nodiscard]] T readScan(const ScanRow &row)
{
    T value;
    int index = 0;
    fromScan(row, index++, value.id);
    for (const auto &column : rowSpec<T>().columns) {
        if (column.scan)
            column.scan(value, row, index);
        ++index;
    }
    value.rowVersion = row.integer(index);
    return value;
}

/// All of \a rows, which begin with the columns of \a T in their order, or their error.
template<typename T>
[[nodiscard]] Result<QList<T>> allRows(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    QList<T> values;
    while (rows->next())
        values.append(readRow<T>(*rows));
    if (rows->problem())
        return tl::unexpected(*rows->problem());
    return values;
}

/// Live rows (not deleted, not of a pending import). \a tail is the text after the table: "WHERE …
/// ORDER BY …".
template<typename T>
[[nodiscard]] Result<QList<T>> selectRows(
    Connection &connection, const QString &tail = {}, const QVariantList &bindings = {})
{
    return allRows<T>(connection.select(QLatin1String("SELECT ") + columnList<T>()
            + QLatin1String(" FROM live_") + rowSpec<T>().table + QLatin1Char(' ') + tail,
        bindings));
}
