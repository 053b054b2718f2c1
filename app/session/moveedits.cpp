// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/moveedits.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "storage/rowspec.h"

#include <algorithm>

Moment notBeforeMoves(const QList<Move> &moves, Moment at)
{
    for (const Move &move : moves) {
        if (move.at.precision != Precision::Unknown && move.at.ms > at.ms)
            at = move.at;
    }
    return at;
}

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
