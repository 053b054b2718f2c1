// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "storage/rowedit.h"
#include "storage/transaction.h"

#include <QList>

/// The full-text index of prospects (names, handles, companies), folded in C++. It can be rebuilt
/// from the rest.
namespace SearchIndex {
/// Keeps the index in step with an edit of a prospect, a handle or a company, in the same
/// transaction.
[[nodiscard]] Result<> follow(Transaction &transaction, const RowEdit &edit);
/// Writes the index row of one prospect anew.
[[nodiscard]] Result<> refresh(Transaction &transaction, ProspectId prospect);
/// Adds the row of a prospect that has none yet.
[[nodiscard]] Result<> add(Transaction &transaction, ProspectId prospect, const QStringList &texts);
/// Writes the whole index anew.
[[nodiscard]] Result<> rebuild(Transaction &transaction);
/// Live prospects with a word that begins with each of \a text's words, newest first, at most \a
/// limit. Signs that are no words count only where \a text has nothing else: then the name holds them.
[[nodiscard]] Result<QList<ProspectId>> prospects(
    Connection &connection, const QString &text, int limit);
} // namespace SearchIndex
