// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

/// Where a workspace is: one SQLite file, or one PostgreSQL database.
struct Location
{
    enum class Backend { Sqlite, Postgres };
    Backend backend = Backend::Sqlite;
    QString file; ///< absolute path, SQLite only
    QString host;
    int port = 5432;
    QString user;
    QString password;
    QString database;

    /// What a person reads: the file name, or database@host. Never the password.
    [[nodiscard]] QString displayName() const;
};

/// Parses a file name or `postgresql://user[:password]@host:port/database`. Errors: Rejected.
[[nodiscard]] Result<Location> parseLocation(const QString &text);
