// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "storage/rowedit.h"
#include "storage/transaction.h"

#include <QList>

/// A row of the change table as its readers need it. `id` is 0 where a whole batch is announced at
/// once.
struct ChangeRow
{
    qint64 seq = 0;
    QString table;
    qint64 id = 0;
    QString op; ///< insert, update, remove, bulk
    BatchId batch;

    friend bool operator==(const ChangeRow &, const ChangeRow &) = default;
};

/// The one log of what changed: history, undo of imports, other windows and the team live on it.
namespace ChangeTable {
/// Records \a edit, without the values of private columns. With a \a batch it is kept for undo and
/// announced by announceBatch alone.
[[nodiscard]] Result<> record(Transaction &transaction, const RowEdit &edit, BatchId batch);
/// Announces that rows of \a table changed with \a batch.
[[nodiscard]] Result<> announce(Transaction &transaction, const QString &table, BatchId batch);
/// A position in the log from which nothing is missed: the newest number on SQLite, on PostgreSQL the oldest transaction that still runs.
[[nodiscard]] Result<qint64> cursor(Connection &connection);
/// What happened since \a from, oldest first, and the position behind it.
struct Slice
{
    QList<ChangeRow> rows;
    qint64 next = 0;
};
[[nodiscard]] Result<Slice> since(Connection &connection, qint64 from);
/// The values that a row of the log keeps, from its text.
[[nodiscard]] QVariantMap valuesFrom(const QString &json);
/// What was done to rows of \a table, oldest first: when, by whom and to which fields, without values.
struct HistoryRow
{
    qint64 at = 0; ///< Unix milliseconds
    UserId who;
    QString table;
    qint64 id = 0;
    QString op; ///< insert, update, remove
    QStringList fields; ///< of an update
};
[[nodiscard]] Result<QList<HistoryRow>> historyOf(
    Connection &connection, const QString &table, const QList<qint64> &ids);
/// The updates that \a batch made, newest first, as the edits that take them back, each without the
/// fields that somebody changed since.
[[nodiscard]] Result<RowEdits> reversals(Connection &connection, BatchId batch);
} // namespace ChangeTable
