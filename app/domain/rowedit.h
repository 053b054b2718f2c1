// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>

/// One change of one row as values: the unit that is written, logged, undone and merged. Create is
/// an insert, delete a removal (the row keeps its id and is hidden), and each has its inverse.
struct RowEdit
{
    enum class Op { Insert, Update, Remove };

    QString table;
    qint64 id = 0;
    Op op = Op::Update;
    QVariantMap before; ///< the changed columns' values before; all of them for Remove
    QVariantMap after; ///< the changed columns' values after; all of them for Insert

    [[nodiscard]] bool isEmpty() const { return op == Op::Update && after.isEmpty(); }
    [[nodiscard]] RowEdit inverted() const;
};

using RowEdits = QList<RowEdit>;

/// The names of the columns in \a values, in their order, with \a separator between them.
[[nodiscard]] QString columnNames(const QVariantMap &values, QStringView separator);
/// Whether both name the same columns, whatever they hold.
[[nodiscard]] bool sameColumns(const QVariantMap &one, const QVariantMap &other);

/// The edits that take \a edits back, in reverse order.
[[nodiscard]] RowEdits inverted(const RowEdits &edits);
