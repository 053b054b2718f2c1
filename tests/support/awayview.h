// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

/// Takes a view away from an SQLite workspace, so that whatever reads it fails, until it comes back. Waits.
class AwayView
{
public:
    AwayView(Database &database, const QString &name)
        : m_database(database)
    {
        const auto taken = database.write([this, &name](Transaction &transaction) -> Result<> {
            auto rows = transaction.connection().select(
                QStringLiteral("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?"),
                {name});
            if (!rows)
                return tl::unexpected(rows.error());
            if (rows->next())
                m_sql = rows->text(0);
            rows = Result<Rows>(tl::unexpected(Error())); // nothing is dropped while it is read
            auto dropped = transaction.execute(QStringLiteral("DROP VIEW ") + name);
            return dropped ? Result<>() : tl::unexpected(dropped.error());
        });
        m_isAway = taken.result().has_value();
    }
    [[nodiscard]] bool isAway() const { return m_isAway; }
    [[nodiscard]] bool comeBack()
    {
        const auto made = m_database.write(
            [this](Transaction &transaction) { return transaction.execute(m_sql); });
        return made.result().has_value();
    }

private:
    Database &m_database;
    QString m_sql;
    bool m_isAway = false;
};
