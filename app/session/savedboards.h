// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chartsets.h"
#include "report/boardplan.h"

class Workspace;

/// What a person does with saved boards; each is one undoable command. They are in Workspace::team().
namespace SavedBoards {
/// Keeps \a plan under \a name at the end, for the team or for the viewer alone. Returns its id, null where the name is empty.
SavedBoardId add(Workspace &workspace, const QString &name, const BoardPlan &plan, bool forTeam);
/// Nothing happens where the name is empty or the same.
void rename(Workspace &workspace, SavedBoardId id, const QString &name);
/// The board shows from now on what \a plan says.
void replace(Workspace &workspace, SavedBoardId id, const BoardPlan &plan);
void remove(Workspace &workspace, SavedBoardId id);
/// Null where it is not there.
[[nodiscard]] const SavedBoard *find(Workspace &workspace, SavedBoardId id);
/// The first of that name, whatever the case; null where there is none.
[[nodiscard]] const SavedBoard *named(Workspace &workspace, const QString &name);
} // namespace SavedBoards
