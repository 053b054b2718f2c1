// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

/// The schema's number that this program writes; one for both databases.
[[nodiscard]] int currentSchema();
/// The database's schema number; 0 where there is none yet.
[[nodiscard]] Result<int> schemaOf(Connection &connection);
/// Brings the database to currentSchema(), each step in its own transaction. Errors: Rejected where
/// it is newer.
[[nodiscard]] Result<> migrate(Connection &connection, qint64 now);
/// Drops or makes the secondary indices, for filling an empty workspace quickly.
[[nodiscard]] Result<> dropIndices(Transaction &transaction);
[[nodiscard]] Result<> createIndices(Transaction &transaction);
/// Lets the planner know of rows that came in bulk.
[[nodiscard]] Result<> refreshStatistics(Transaction &transaction);
