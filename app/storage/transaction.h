// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

/// A writing transaction. A function that writes takes one, so that a caller without it does not
/// compile. Rolls back unless committed.
class Transaction
{
public:
    /// Begins; SQLite takes the write lock at once and waits for it as long as the busy timeout
    /// says.
    [[nodiscard]] static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// Refuses where rows broke off while it was made, see Connection::brokenRead(). Unconfirmed where a server went away before it answered.
    [[nodiscard]] Result<> commit();
    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] const Dialect &dialect() const { return m_connection->dialect(); }
    [[nodiscard]] Result<qint64> execute(const QString &sql, const QVariantList &bindings = {})
    {
        return m_connection->execute(sql, bindings);
    }

    /// Stamped on what this transaction records. Set by Database::write.
    qint64 now = 0;
    UserId who;

private:
    explicit Transaction(Connection &connection);

    Connection *m_connection;
    bool m_open = true;
};
