// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "domain/rowedit.h"

#include <QList>

class Workspace;

/// What a move says beside where it leads.
struct MoveWords
{
    QString reason = {};
    LostReasonId lostReason = {}; ///< of a move to an exit
    Moment at = {}; ///< now, where it is not set
};

/// When a move is dated whose evidence is of \a at: what is learnt late is no step before the last of \a moves, or that one would follow it. Moves of
/// unknown time say nothing.
[[nodiscard]] Moment notBeforeMoves(const QList<Move> &moves, Moment at);

/// The edits of one move to \a stage: the move itself and the prospect's current stage. \a after is the prospect with what else changes in the same commit.
[[nodiscard]] RowEdits moveEdits(Workspace &workspace, const Prospect &before, Prospect after,
    StageId stage, const MoveWords &words);
[[nodiscard]] inline RowEdits moveEdits(
    Workspace &workspace, const Prospect &prospect, StageId stage, const MoveWords &words)
{
    return moveEdits(workspace, prospect, prospect, stage, words);
}
