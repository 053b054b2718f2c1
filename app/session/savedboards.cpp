// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedboards.h"

#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/salestable.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
struct SavedBoardWords
{
    Q_DECLARE_TR_FUNCTIONS(SavedBoards)
};

void changeBoard(Workspace &workspace, const SavedBoard &before, const SavedBoard &after)
{
    if (const RowEdit edit = update(before, after); !edit.isEmpty())
        workspace.commit({edit}, SavedBoardWords::tr("Change the board “%1”").arg(after.name));
}
} // namespace

SavedBoardId SavedBoards::add(
    Workspace &workspace, const QString &name, const BoardPlan &plan, bool forTeam)
{
    SavedBoard board;
    board.name = name.simplified();
    if (board.name.isEmpty())
        return {};
    board.id = SavedBoardId::create(workspace.ids());
    board.owner = forTeam ? UserId() : workspace.viewer().user;
    board.content = boardText(plan);
    const QList<SavedBoard> &others = workspace.team().savedBoards();
    board.position = others.isEmpty() ? 0 : others.last().position + 1;
    workspace.commit(
        {insertion(board)}, SavedBoardWords::tr("Save the board “%1”").arg(board.name));
    return board.id;
}

void SavedBoards::rename(Workspace &workspace, SavedBoardId id, const QString &name)
{
    const SavedBoard *found = find(workspace, id);
    if (!found || name.simplified().isEmpty())
        return;
    const SavedBoard before = *found;
    SavedBoard after = before;
    after.name = name.simplified();
    changeBoard(workspace, before, after);
}

void SavedBoards::replace(Workspace &workspace, SavedBoardId id, const BoardPlan &plan)
{
    const SavedBoard *found = find(workspace, id);
    if (!found)
        return;
    const SavedBoard before = *found;
    SavedBoard after = before;
    after.content = boardText(plan);
    changeBoard(workspace, before, after);
}

void SavedBoards::remove(Workspace &workspace, SavedBoardId id)
{
    if (const SavedBoard *found = find(workspace, id)) {
        const QString name = found->name;
        workspace.commit({removal(*found)}, SavedBoardWords::tr("Delete the board “%1”").arg(name),
            0, SavedBoardWords::tr("The board “%1” is deleted.").arg(name));
    }
}

const SavedBoard *SavedBoards::find(Workspace &workspace, SavedBoardId id)
{
    const QList<SavedBoard> &all = workspace.team().savedBoards();
    const auto found = std::ranges::find(all, id, &SavedBoard::id);
    return found == all.end() ? nullptr : &*found;
}

const SavedBoard *SavedBoards::named(Workspace &workspace, const QString &name)
{
    const QList<SavedBoard> &all = workspace.team().savedBoards();
    const auto found = std::ranges::find_if(all, [&name](const SavedBoard &board) {
        return board.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}
