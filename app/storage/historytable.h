// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/history.h"
#include "storage/connection.h"

/// The change log as the history of one prospect. Tables of conversations are not among those it reads: what is private stays so.
namespace HistoryTable {
/// The newest rows about \a prospect that are older than \a olderThan (a `seq`; 0: from the newest on), at most \a limit (1 or more).
/// Nothing of whom the viewer may not know, and no proposal from a conversation that they may not see.
[[nodiscard]] Result<HistoryPage> page(
    Connection &connection, ProspectId prospect, qint64 olderThan, int limit);
} // namespace HistoryTable
