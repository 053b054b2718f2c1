// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchhit.h"
#include "storage/connection.h"

/// What a search finds, ready to be shown.
namespace SearchTable {
/// The newest rows of \a kind with a word that begins with each of \a text's words, at most \a limit (1 or more), as far as the
/// viewer may see them; of prospects also those whose name holds the words anywhere, behind the others. Errors: Cancelled.
[[nodiscard]] Result<SearchPage> find(
    Connection &connection, SearchKind kind, const QString &text, int limit);
} // namespace SearchTable
