// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duplicates.h"
#include "storage/connection.h"

/// Records that may be one person. Candidates come from indices; whoever is in the private circle of another member is never among them.
namespace DuplicateTable {
/// A suggestion with both records.
struct Suggestion
{
    DuplicatePair pair;
    DuplicateCandidate one;
    DuplicateCandidate other;
};
/// At most \a limit, the surest first. Pairs that somebody found to be two people are left out. A walk through all names: use the Long lane.
[[nodiscard]] Result<QList<Suggestion>> suggestions(
    Connection &connection, bool alsoWeak, int limit);
/// Live prospects that have that handle or that folded name, as far as the viewer may know; none where \a value is empty.
struct Known
{
    QList<ProspectId> shown;
    bool isHidden = false; ///< somebody has it whom the viewer may not see
};
[[nodiscard]] Result<Known> withHandle(
    Connection &connection, const QString &network, const QString &value);
[[nodiscard]] Result<QList<ProspectId>> withName(Connection &connection, const QString &name);
} // namespace DuplicateTable
