// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/boardmenu.h"

#include "session/savedboards.h"
#include "session/teamsets.h"
#include "session/workspace.h"

using namespace Qt::StringLiterals;

BoardMenu::BoardMenu(Workspace &workspace, QWidget *parent)
    : SavedMenu(u"boards"_s, tr("Name of the board"), parent)
    , m_workspace(workspace)
{ }

QList<SavedMenu::Entry> BoardMenu::entries() const
{
    const BoardPlan current = m_plan();
    QList<Entry> entries;
    for (const SavedBoard &board : m_workspace.team().savedBoards()) {
        entries.append({.id = board.id.value(),
            .name = board.name,
            .isOfTeam = board.owner.isNull(),
            .isShown = boardFromText(board.content) == current});
    }
    return entries;
}

void BoardMenu::chooseEntry(qint64 id)
{
    const SavedBoard *board = SavedBoards::find(m_workspace, SavedBoardId(id));
    if (!board)
        return;
    if (const auto plan = boardFromText(board->content)) {
        emit planChosen(*plan);
        return;
    }
    emit m_workspace.notice(Notice::error({Error::Code::Rejected,
        tr("The board “%1” was saved by another version and cannot be shown.").arg(board->name),
        {}}));
}

void BoardMenu::addEntry(const QString &name, bool forTeam)
{
    SavedBoards::add(m_workspace, name, m_plan(), forTeam);
}

void BoardMenu::renameEntry(qint64 id, const QString &name)
{
    SavedBoards::rename(m_workspace, SavedBoardId(id), name);
}

void BoardMenu::replaceEntry(qint64 id)
{
    SavedBoards::replace(m_workspace, SavedBoardId(id), m_plan());
}

void BoardMenu::removeEntry(qint64 id)
{
    SavedBoards::remove(m_workspace, SavedBoardId(id));
}
