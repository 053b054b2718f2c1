// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/moveedits.h"

#include "base/clock.h"
#include "domain/move.h"
#include "session/workspace.h"
#include "storage/rowspec.h"

#include <algorithm>

RowEdits moveEdits(Workspace &workspace, const Prospect &before, Prospect after, StageId stage,
    const MoveWords &words)
{
    Move move;
    move.id = MoveId::create(workspace.ids());
    move.prospect = before.id;
    move.from = before.stage;
    move.to = stage;
    move.at = words.at == Moment() ? Moment {workspace.clock().now(), Precision::Exact} : words.at;
    move.by = workspace.viewer().user;
    move.reason = words.reason;
    move.lostReason = words.lostReason;
    after.stage = stage;
    after.lastActivityAt = std::max(after.lastActivityAt, move.at.ms);
    return {insertion(move), update(before, after)};
}
