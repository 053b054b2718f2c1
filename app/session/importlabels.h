// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"

class ImportJob;
class Transaction;

/// The labels that files name: posts and prospects share them.
namespace ImportLabels {
/// The label of that \a name, whatever its letter case and accents, made under the import's batch where there is none; null where the name says nothing.
[[nodiscard]] Result<LabelId> named(ImportJob &job, Transaction &transaction, const QString &name);
} // namespace ImportLabels
