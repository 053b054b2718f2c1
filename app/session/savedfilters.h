// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "domain/savedfilter.h"

class Workspace;

/// What a person does with saved filters; each is one undoable command. They are in Workspace::team().
namespace SavedFilters {
/// Keeps \a query under \a name at the end, for the team or for the viewer alone. Returns its id, null where the name is empty.
SavedFilterId add(
    Workspace &workspace, const QString &name, const ProspectQuery &query, bool forTeam);
/// Nothing happens where the name is empty or the same.
void rename(Workspace &workspace, SavedFilterId id, const QString &name);
/// The filter says from now on what \a query says.
void replace(Workspace &workspace, SavedFilterId id, const ProspectQuery &query);
void remove(Workspace &workspace, SavedFilterId id);
/// Null where it is not there.
[[nodiscard]] const SavedFilter *find(Workspace &workspace, SavedFilterId id);
} // namespace SavedFilters
