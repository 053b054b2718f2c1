// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospect.h"
#include "storage/rowedit.h"
#include "storage/transaction.h"

/// Ways to reach somebody belong to one person: (network, normalised value) is unique among rows that are not deleted, those of a pending import included. A
/// contested one, which somebody else has already, stands under a key with its own id.
namespace HandleKeys {
/// The key under which \a handle is unique.
[[nodiscard]] QString keyOf(const Handle &handle);
/// Fails with Conflict where \a edit writes a handle that somebody has, in words that name them if the viewer may know.
[[nodiscard]] Result<> checkFree(Transaction &transaction, const RowEdit &edit);
/// The handles of an undone import are deleted, so that their values are free again.
[[nodiscard]] Result<> release(Transaction &transaction, BatchId batch);
/// Writes all keys anew, as the rules are now, and marks the later ones of equal keys as contested. Before there is a unique index.
[[nodiscard]] Result<> renew(Transaction &transaction);
} // namespace HandleKeys
