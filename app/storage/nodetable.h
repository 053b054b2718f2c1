// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

#include <QList>

/// Leases of node numbers, so that two windows never make the same id.
namespace NodeTable {
constexpr qint64 LeaseMs = 120000; ///< renewed every quarter of it

struct Lease
{
    int node = 0;
    QList<int> deadNodes; ///< nodes whose writer is known to be gone
};

/// Takes the lowest node that is free, whose lease ran out, or whose process on this computer is
/// gone. Errors: Busy where all 256 are taken.
[[nodiscard]] Result<Lease> take(Transaction &transaction, const QString &holder);
[[nodiscard]] Result<> renew(Transaction &transaction, int node, const QString &holder);
[[nodiscard]] Result<> release(Transaction &transaction, int node, const QString &holder);
/// "system/process id/random": tells whether the holder's process is gone where the system is the running one. After a restart of the system only the
/// lease tells.
[[nodiscard]] QString makeHolder();
} // namespace NodeTable
