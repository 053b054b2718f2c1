// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

/// What changed in the workspace since the last one, by this window or another: ids by table, or the whole table where a batch became visible.
struct ChangeSet
{
    QHash<QString, QSet<qint64>> rows;
    QSet<QString> whole;

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty() && whole.isEmpty(); }
    /// How many rows are named.
    [[nodiscard]] qsizetype rowCount() const
    {
        qsizetype count = 0;
        for (const QSet<qint64> &ids : rows)
            count += ids.size();
        return count;
    }
    /// What changed then and in \a later.
    void add(const ChangeSet &later)
    {
        for (auto it = later.rows.cbegin(); it != later.rows.cend(); ++it)
            rows[it.key()].unite(it.value());
        whole.unite(later.whole);
    }
    [[nodiscard]] bool touches(const QString &table) const
    {
        return whole.contains(table) || rows.contains(table);
    }
    [[nodiscard]] bool touchesAny(std::initializer_list<const char16_t *> tables) const
    {
        for (const char16_t *table : tables) {
            if (touches(QString::fromUtf16(table)))
                return true;
        }
        return false;
    }
};
