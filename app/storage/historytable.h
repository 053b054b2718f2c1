// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/history.h"
#include "storage/connection.h"

/// The change log as the history of one prospect. Tables of conversations are not among those it reads, nor what comes from a conversation that the viewer may
/// not see: what is private stays so.
namespace HistoryTable {
/// The newest rows about \a prospect, at most \a limit (1 or more). None where the viewer may not know of them.
[[nodiscard]] Result<HistoryPage> newest(Connection &connection, ProspectId prospect, int limit);
} // namespace HistoryTable
