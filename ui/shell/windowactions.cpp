// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/windowactions.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_shell/actionregistry.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>

using namespace Qt::StringLiterals;

WindowActions::WindowActions(ActionRegistry &registry, QObject *parent)
    : QObject(parent)
    , newWorkspace(make(registry, u"file.new"_s, tr("&New workspace…"),
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, u"document-new"_s))
    , openWorkspace(make(registry, u"file.open"_s, tr("&Open…"), {QKeySequence(QKeySequence::Open)},
          u"document-open"_s))
    , openSample(make(registry, u"file.sample"_s, tr("Open the &sample"), {}, u"compass"_s))
    , importFiles(make(registry, u"file.import"_s, tr("&Import…"),
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, u"document-import"_s))
    , importHistory(make(registry, u"file.imports"_s, tr("&Earlier imports…"), {}, {}))
    , closeWorkspace(make(registry, u"file.close"_s, tr("&Close workspace"),
          {QKeySequence(Qt::CTRL | Qt::Key_W)}, {}))
    , quit(make(registry, u"file.quit"_s, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}))
    , undo(make(registry, u"edit.undo"_s, tr("&Undo"), {QKeySequence(QKeySequence::Undo)},
          u"edit-undo"_s))
    , redo(make(registry, u"edit.redo"_s, tr("&Redo"),
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
          u"edit-redo"_s))
    , search(make(registry, u"edit.search"_s, tr("&Search"), {QKeySequence(Qt::CTRL | Qt::Key_F)},
          u"edit-find"_s))
    , searchEverywhere(make(registry, u"edit.searchEverywhere"_s, tr("Search &everywhere…"),
          {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
          u"edit-find"_s))
    , nextPane(make(
          registry, u"view.nextPane"_s, tr("Go to the next &pane"), {QKeySequence(Qt::Key_F6)}, {}))
    , shortcuts(make(registry, u"help.shortcuts"_s, tr("&Keyboard shortcuts"),
          {QKeySequence(Qt::CTRL | Qt::Key_Slash)}, u"input-keyboard"_s))
    , about(make(registry, u"help.about"_s, tr("&About Pullpush"), {}, u"help-about"_s))
    , themes(new QActionGroup(this))
{
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    const auto theme = [&](Theme::Choice choice, const QString &text) {
        const QString key = Theme::toText(choice);
        QAction *action = make(registry, u"view.theme."_s + key, text, {}, {});
        action->setCheckable(true);
        action->setData(key);
        themes->addAction(action);
    };
    theme(Theme::Choice::System, tr("As the &system"));
    theme(Theme::Choice::Light, tr("&Light"));
    theme(Theme::Choice::Dark, tr("&Dark"));
    setWorkspaceOpen(false);
}

void WindowActions::setWorkspaceOpen(bool open)
{
    for (QAction *action :
        {importFiles, importHistory, closeWorkspace, search, searchEverywhere, nextPane})
        action->setEnabled(open);
    if (!open) {
        undo->setEnabled(false);
        redo->setEnabled(false);
    }
}

QAction *WindowActions::make(ActionRegistry &registry, const QString &id, const QString &text,
    const QList<QKeySequence> &keys, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcuts(keys);
    if (!icon.isEmpty())
        action->setIcon(Icons::named(icon));
    registry.add(action);
    return action;
}
