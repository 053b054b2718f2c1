// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handoverqueue.h"
#include "storage/connection.h"

/// Handovers of all prospects.
namespace HandoverTable {
/// Those that are open and those that were decided at \a since (Unix milliseconds) or later, of live prospects that may be named to the viewer.
[[nodiscard]] Result<QList<QueuedHandover>> queue(Connection &connection, qint64 since);
} // namespace HandoverTable
