// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/boardmenu.h"

#include "session/savedboards.h"
#include "session/teamsets.h"
#include "session/workspace.h"

#include <QLineEdit>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

BoardMenu::BoardMenu(Workspace &workspace, QWidget *parent)
    : QMenu(parent)
    , m_workspace(workspace)
{
    setObjectName(u"boards.menu"_s);
    connect(this, &QMenu::aboutToShow, this, &BoardMenu::fill);
}

void BoardMenu::fill()
{
    clear();
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves submenus behind
    const QList<SavedBoard> boards = m_workspace.team().savedBoards();
    const QString current = boardText(m_plan());
    for (const SavedBoard &board : boards) {
        //: A saved board that everybody in the team has.
        QString text = board.owner.isNull() ? tr("%1 (team)").arg(board.name) : board.name;
        QAction *action = addAction(text.replace(u'&', "&&"_L1));
        action->setObjectName("boards."_L1 + board.id.toString());
        action->setCheckable(true);
        action->setChecked(board.content == current);
        connect(action, &QAction::triggered, this, [this, board] { apply(board); });
    }
    if (boards.isEmpty())
        addAction(tr("Nothing saved yet"))->setEnabled(false);
    addSeparator();
    addName(addMenu(tr("Save for me")), u"boards.name.mine"_s, {},
        [this](const QString &name) { SavedBoards::add(m_workspace, name, m_plan(), false); });
    addName(addMenu(tr("Save for the team")), u"boards.name.team"_s, {},
        [this](const QString &name) { SavedBoards::add(m_workspace, name, m_plan(), true); });
    if (boards.isEmpty())
        return;
    QMenu *change = addMenu(tr("Change"));
    for (const SavedBoard &board : boards)
        fillManaging(change->addMenu(QString(board.name).replace(u'&', "&&"_L1)), board);
}

void BoardMenu::fillManaging(QMenu *menu, const SavedBoard &board)
{
    const SavedBoardId id = board.id;
    addName(menu->addMenu(tr("Rename")), "boards.rename."_L1 + id.toString(), board.name,
        [this, id](const QString &name) { SavedBoards::rename(m_workspace, id, name); });
    QAction *replaced = menu->addAction(tr("Save what is shown now"));
    replaced->setObjectName("boards.replace."_L1 + id.toString());
    connect(replaced, &QAction::triggered, this,
        [this, id] { SavedBoards::replace(m_workspace, id, m_plan()); });
    QAction *gone = menu->addAction(tr("Delete"));
    gone->setObjectName("boards.delete."_L1 + id.toString());
    connect(gone, &QAction::triggered, this, [this, id] { SavedBoards::remove(m_workspace, id); });
}

void BoardMenu::addName(QMenu *menu, const QString &name, const QString &text,
    const std::function<void(const QString &)> &done)
{
    auto *edit = new QLineEdit(text, menu);
    edit->setObjectName(name);
    edit->setAccessibleName(tr("Name of the board"));
    edit->setPlaceholderText(tr("Name of the board"));
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit, done] {
        const QString typed = edit->text();
        close();
        done(typed);
    });
}

void BoardMenu::apply(const SavedBoard &board)
{
    if (const auto plan = boardFromText(board.content)) {
        emit planChosen(*plan);
        return;
    }
    emit m_workspace.notice(Notice::error({Error::Code::Rejected,
        tr("The board “%1” was saved by another version and cannot be shown.").arg(board.name),
        {}}));
}
