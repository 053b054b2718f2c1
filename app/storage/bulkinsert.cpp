// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkinsert.h"

#include "base/logging.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <utility>

namespace {
constexpr qsizetype RowsAtOnce = 200;
constexpr qsizetype MostValues = 30000; ///< of one statement; PostgreSQL takes 65,535
} // namespace

class BulkStatement::Implementation
{
public:
    Implementation(
        Connection &owner, QString statementHead, QString rowMarks, QString statementTail)
        : connection(owner)
        , head(std::move(statementHead))
        , marks(std::move(rowMarks))
        , tail(std::move(statementTail))
        , many(owner.database())
        , single(owner.prepared(head + marks + tail, &problem))
    { }

    /// Runs \a query with these values; null where it was not prepared.
    [[nodiscard]] Result<> run(QSqlQuery *query, const QVariantList &values)
    {
        if (query) {
            for (int i = 0; i < int(values.size()); ++i)
                query->bindValue(i, values.at(i));
            if (query->exec())
                return {};
            problem = query->lastError();
        }
        const Error error = connection.dialect().error(problem, connection.lastNativeCode());
        qCWarning(lcStorage) << "bulk insert failed:" << error.detail;
        return tl::unexpected(error);
    }

    /// Prepares \a many for so many rows, if it is not yet.
    [[nodiscard]] bool prepareMany(qsizetype rows)
    {
        if (rows != manyRows) {
            const QStringList all(rows, marks);
            manyRows = many.prepare(head + all.join(u',') + tail) ? rows : 0;
            problem = many.lastError();
        }
        return manyRows == rows;
    }

    Connection &connection;
    const QString head;
    const QString marks;
    const QString tail;
    QSqlError problem;
    QSqlQuery many;
    KeptQuery single;
    qsizetype manyRows = 0;
};

BulkStatement::BulkStatement(Transaction &transaction, const QString &sql)
    : BulkStatement(transaction, sql, {}, {})
{ }

BulkStatement::BulkStatement(
    Transaction &transaction, const QString &head, const QString &marks, const QString &tail)
    : m_implementation(
        std::make_unique<Implementation>(transaction.connection(), head, marks, tail))
{ }

BulkStatement::~BulkStatement() = default;

Result<> BulkStatement::run(const QVariantList &values)
{
    return m_implementation->run(m_implementation->single.get(), values);
}

Result<> BulkStatement::run(const QList<QVariantList> &rows)
{
    qsizetype atOnce = 1;
    if (!m_implementation->connection.dialect().isSqlite() && !m_implementation->marks.isEmpty()
        && !rows.isEmpty())
        atOnce = std::clamp(MostValues / rows.first().size(), qsizetype(1), RowsAtOnce);
    for (qsizetype next = 0; next < rows.size();) {
        const qsizetype count = std::min(atOnce, rows.size() - next);
        if (count == 1) {
            if (auto done = run(rows.at(next++)); !done)
                return done;
            continue;
        }
        QVariantList values;
        values.reserve(count * rows.first().size());
        for (const qsizetype end = next + count; next < end; ++next)
            values << rows.at(next);
        QSqlQuery *many = m_implementation->prepareMany(count) ? &m_implementation->many : nullptr;
        if (auto done = m_implementation->run(many, values); !done)
            return done;
    }
    return {};
}
