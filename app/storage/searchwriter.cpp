// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// PostgreSQL takes a megabyte for one row's words.
constexpr qsizetype MostWordUnits = 300000;

QString distinctWords(QStringList words)
{
    std::ranges::sort(words);
    words.resize(std::unique(words.begin(), words.end()) - words.begin());
    qsizetype units = 0;
    const auto end = std::ranges::find_if(words, [&units](const QString &word) {
        units += word.size() + 1;
        return units > MostWordUnits;
    });
    words.resize(end - words.begin());
    return words.join(u' ');
}
} // namespace

SearchWriter::SearchWriter(Transaction &transaction, const QString &table)
    : m_transaction(transaction)
    , m_table(table)
    , m_insert(transaction, "INSERT INTO "_L1 + table + " (rowid, words) VALUES "_L1,
          transaction.dialect().searchRowMarks())
{ }

Result<> SearchWriter::add(qint64 id, const QStringList &words)
{
    return words.isEmpty() ? Result<>() : m_insert.run({id, distinctWords(words)});
}

Result<> SearchWriter::addAll(const QList<std::pair<qint64, QStringList>> &rows)
{
    QList<QVariantList> values;
    values.reserve(rows.size());
    for (const auto &[id, words] : rows) {
        if (!words.isEmpty())
            values << QVariantList {id, distinctWords(words)};
    }
    return m_insert.run(values);
}

Result<> SearchWriter::replace(qint64 id, const QStringList &words)
{
    auto removed = m_transaction.execute("DELETE FROM "_L1 + m_table + " WHERE rowid = ?"_L1, {id});
    return removed ? add(id, words) : tl::unexpected(removed.error());
}
