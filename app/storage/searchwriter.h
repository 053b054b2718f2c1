// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/bulkinsert.h"

#include <QStringList>

#include <utility>

/// Writes the rows of one search table. What it stores are the distinct words in alphabetical order: enough to
/// find by, and no text that anybody could read.
class SearchWriter
{
public:
    SearchWriter(Transaction &transaction, const QString &table);

    /// Adds the row of something that has none yet. Without \a words there is none to add.
    [[nodiscard]] Result<> add(qint64 id, const QStringList &words);
    /// The same of many.
    [[nodiscard]] Result<> addAll(const QList<std::pair<qint64, QStringList>> &rows);
    /// Writes the row anew; without \a words it goes.
    [[nodiscard]] Result<> replace(qint64 id, const QStringList &words);

private:
    Transaction &m_transaction;
    QString m_table;
    BulkStatement m_insert;
};
