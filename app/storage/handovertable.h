// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handoverqueue.h"
#include "storage/transaction.h"

/// Handovers of all prospects.
namespace HandoverTable {
/// Those that are open and those that were decided at \a since (Unix milliseconds) or later, of live prospects that may be named to the viewer.
[[nodiscard]] Result<QList<QueuedHandover>> queue(Connection &connection, qint64 since);
/// Within the transaction that offered \a prospect: a conflict where somebody else did so meanwhile. Who comes second waits here for the first to be written.
[[nodiscard]] Result<> checkOfferedOnce(Transaction &transaction, ProspectId prospect);
} // namespace HandoverTable
