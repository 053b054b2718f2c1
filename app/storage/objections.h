// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "storage/rowedit.h"
#include "storage/transaction.h"

/// The one place where “do not contact” reaches the SuppressionList: it follows what was written in the same transaction, so that undo and redo, merging and
/// imports need no rule of their own. On the list is every handle of a live person who is flagged. Lifting the flag, or taking a handle from who is flagged, takes
/// it off unless another flagged person has it. A record that goes as a whole, deleted, merged or with its import, leaves its hashes: that is what they are for.
namespace Objections {
/// After \a edits were written.
[[nodiscard]] Result<> follow(Transaction &transaction, const RowEdits &edits);
/// After \a batch became visible.
[[nodiscard]] Result<> followImport(Transaction &transaction, BatchId batch);
/// After \a batch was taken back, while its handles are still there.
[[nodiscard]] Result<> releaseImport(Transaction &transaction, BatchId batch);
} // namespace Objections
