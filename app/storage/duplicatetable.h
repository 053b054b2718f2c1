// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duplicates.h"
#include "storage/connection.h"

/// Records that may be one person. Candidates come from indices; whoever is in the private circle of another member is never among them.
namespace DuplicateTable {
/// At most \a limit, the surest first. Pairs that somebody found to be two people are left out. A walk through all names: use the Long lane.
[[nodiscard]] Result<QList<DuplicateSuggestion>> suggestions(
    Connection &connection, bool alsoWeak, int limit);
/// Who has that handle; nobody where \a value is empty.
[[nodiscard]] Result<KnownPeople> withHandle(
    Connection &connection, const QString &network, const QString &value);
/// Who is called \a name, folded; nobody where it is empty.
[[nodiscard]] Result<KnownPeople> withName(Connection &connection, const QString &name);
} // namespace DuplicateTable
