// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

/// Schemas before 4 kept the labels of a prospect as a text of its own, "tags".
namespace TagLabels {
/// Puts the labels of those texts on the prospects, makes those that are missing, and drops the column. The live views of prospects are gone afterwards.
[[nodiscard]] Result<> convert(Transaction &transaction);
} // namespace TagLabels
