// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/rowedit.h"

class Transaction;

/// Writes \a edit and its change row. An update changes only its own columns and merges with what
/// others changed elsewhere in the row; where one of its columns no longer holds `before`, nothing
/// is written. A medium and a channel are removed only after all live rows that refer to them.
/// Errors: Conflict (naming the columns, or the table, in detail), NotFound, Rejected where the row is of a conversation or a person that the
/// transaction's viewer may not see.
[[nodiscard]] Result<> applyEdit(Transaction &transaction, const RowEdit &edit);
/// All of them or none; the list of those who objected follows (Objections). NotFound where something was added to a person who is gone (Circle::checkNotLost).
[[nodiscard]] Result<> applyEdits(Transaction &transaction, const RowEdits &edits);
/// The same for an update that an import makes: its change row keeps the values before for undo, and the batch announces it.
[[nodiscard]] Result<> applyImported(Transaction &transaction, const RowEdit &edit, BatchId batch);
