// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulkinsert.h"

#include "base/logging.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

class BulkStatement::Implementation
{
public:
    Implementation(Connection &owner, const QString &sql)
        : connection(owner)
        , query(owner.database())
        , prepared(query.prepare(sql))
    { }

    Connection &connection;
    QSqlQuery query;
    bool prepared;
};

BulkStatement::BulkStatement(Transaction &transaction, const QString &sql)
    : m_implementation(std::make_unique<Implementation>(transaction.connection(), sql))
{ }

BulkStatement::~BulkStatement() = default;

Result<> BulkStatement::run(const QVariantList &values)
{
    QSqlQuery &query = m_implementation->query;
    bool ok = m_implementation->prepared;
    if (ok) {
        for (int i = 0; i < int(values.size()); ++i)
            query.bindValue(i, values.at(i));
        ok = query.exec();
    }
    if (ok)
        return {};
    const Error error = m_implementation->connection.dialect().error(
        query.lastError(), m_implementation->connection.lastNativeCode());
    qCWarning(lcStorage) << "bulk insert failed:" << error.detail;
    return tl::unexpected(error);
}
