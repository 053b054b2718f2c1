// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

/// What a workspace file says of itself before it is opened.
namespace WorkspaceFile {
/// "PULL" in ASCII, SQLite's application id at byte 68 of the file. The MIME type
/// application/vnd.pullpush.workspace recognises it.
constexpr qint32 ApplicationId = 0x50554C4C;

/// Refuses what is not a workspace file, is empty, is cut off, or cannot be read; each with its own
/// message. Errors: NotFound, Rejected, Corrupt, Io.
[[nodiscard]] Result<> check(const QString &file);
/// Stamps a new, empty file. Errors: Rejected where the file exists and is not empty.
[[nodiscard]] Result<> checkNew(const QString &file);
[[nodiscard]] Result<> stamp(Connection &connection);
/// SQLite's own check of pages and indices. Errors: Corrupt, naming how many faults there are.
/// No-op on PostgreSQL.
[[nodiscard]] Result<> verify(Connection &connection, bool quick);
/// A complete copy through SQLite's backup, also while others write. \a target must not exist.
[[nodiscard]] Result<> backup(Connection &connection, const QString &target);
} // namespace WorkspaceFile
