// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/prospect.h"
#include "domain/rowedit.h"

class Workspace;

/// What a move says beside where it leads.
struct MoveWords
{
    QString reason = {};
    LostReasonId lostReason = {}; ///< of a move to an exit
    Moment at = {}; ///< now, where it is not set
};

/// The edits of one move to \a stage: the move itself and the prospect's current stage. \a after is the prospect with what else changes in the same commit.
[[nodiscard]] RowEdits moveEdits(Workspace &workspace, const Prospect &before, Prospect after,
    StageId stage, const MoveWords &words);
[[nodiscard]] inline RowEdits moveEdits(
    Workspace &workspace, const Prospect &prospect, StageId stage, const MoveWords &words)
{
    return moveEdits(workspace, prospect, prospect, stage, words);
}
