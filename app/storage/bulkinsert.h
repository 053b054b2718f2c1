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
    BulkStatement(Transaction &transaction, const QString &sql);
    ~BulkStatement();
    BulkStatement(const BulkStatement &) = delete;
    BulkStatement &operator=(const BulkStatement &) = delete;

    [[nodiscard]] Result<> run(const QVariantList &values);

private:
    class Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

template<typename T>
class BulkInsert
{
public:
    explicit BulkInsert(Transaction &transaction)
        : m_statement(transaction, statement())
    { }

    [[nodiscard]] Result<> add(const T &value)
    {
        QVariantList values {value.id.value()};
        for (const auto &column : rowSpec<T>().columns)
            values << column.get(value);
        return m_statement.run(values);
    }

private:
    static QString statement()
    {
        QStringList names {QStringLiteral("id")};
        QStringList marks {QStringLiteral("?")};
        for (const auto &column : rowSpec<T>().columns) {
            names << column.name;
            marks << QStringLiteral("?");
        }
        return QLatin1String("INSERT INTO ") + rowSpec<T>().table + QLatin1String(" (")
            + names.join(QLatin1Char(',')) + QLatin1String(") VALUES (")
            + marks.join(QLatin1Char(',')) + QLatin1Char(')');
    }

    BulkStatement m_statement;
};
