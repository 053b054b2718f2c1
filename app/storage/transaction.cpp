// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

Transaction::Transaction(Connection &connection)
    : m_connection(&connection)
{ }

Transaction::Transaction(Transaction &&other) noexcept
    : now(other.now)
    , who(other.who)
    , m_connection(other.m_connection)
    , m_open(std::exchange(other.m_open, false))
{ }

Transaction::~Transaction()
{
    if (m_open)
        (void)m_connection->execute(u"ROLLBACK"_s);
}

Result<Transaction> Transaction::begin(Connection &connection)
{
    connection.forgetBrokenRead();
    if (auto begun = connection.execute(connection.dialect().beginWrite()); !begun)
        return tl::unexpected(begun.error());
    return Transaction(connection);
}

Result<> Transaction::commit()
{
    if (const auto &broken = m_connection->brokenRead())
        return tl::unexpected(*broken); // what was written may rest on half of what is there
    if (auto done = m_connection->execute(u"COMMIT"_s); !done) {
        // Whoever was heard last may have been understood. Else the destructor rolls back.
        if (done.error().code == Error::Code::Unreachable)
            return fail(Error::Code::Unconfirmed,
                QCoreApplication::translate("Storage",
                    "The server went away before it said whether this change was kept. What is "
                    "there is read again; look whether the change is among it before you try "
                    "again."),
                done.error().detail);
        return tl::unexpected(done.error());
    }
    m_open = false;
    return {};
}
