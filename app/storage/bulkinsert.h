// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rowspec.h"
#include "storage/transaction.h"

#include <memory>

/// Inserts many rows of one table through one prepared statement, without change rows: for imports, whose batch is announced as a whole, and for generated data.
class BulkStatement
{
public:
    /// \a sql takes the values of one row.
    BulkStatement(Transaction &transaction, const QString &sql);
    /// The same in two parts, so that it can take many: \a head is "INSERT INTO … VALUES ", \a marks the "(?,…)" of one row, \a tail what
    /// follows the rows.
    BulkStatement(Transaction &transaction, const QString &head, const QString &marks,
        const QString &tail = {});
    ~BulkStatement();
    BulkStatement(const BulkStatement &) = delete;
    BulkStatement &operator=(const BulkStatement &) = delete;

    [[nodiscard]] Result<> run(const QVariantList &values);
    /// Many rows in their order. A server gets some hundred with one word, since each takes its way there and back.
    [[nodiscard]] Result<> run(const QList<QVariantList> &rows);

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

template<typename T>
class BulkInsert
{
public:
    explicit BulkInsert(Transaction &transaction)
        : m_statement(transaction, head(), marks())
    { }

    [[nodiscard]] Result<> add(const T &value) { return m_statement.run(valuesOf(value)); }
    [[nodiscard]] Result<> addAll(const QList<T> &values)
    {
        QList<QVariantList> rows;
        rows.reserve(values.size());
        for (const T &value : values)
            rows << valuesOf(value);
        return m_statement.run(rows);
    }

private:
    static QVariantList valuesOf(const T &value)
    {
        QVariantList values {value.id.value()};
        for (const auto &column : rowSpec<T>().columns)
            values << column.get(value);
        return values;
    }
    static QString head()
    {
        QStringList names {QStringLiteral("id")};
        for (const auto &column : rowSpec<T>().columns)
            names << column.name;
        return QLatin1String("INSERT INTO ") + rowSpec<T>().table + QLatin1String(" (")
            + names.join(QLatin1Char(',')) + QLatin1String(") VALUES ");
    }
    static QString marks()
    {
        const QStringList marks(rowSpec<T>().columns.size() + 1, QStringLiteral("?"));
        return QLatin1Char('(') + marks.join(QLatin1Char(',')) + QLatin1Char(')');
    }

    BulkStatement m_statement;
};
