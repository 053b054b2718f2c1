// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class ActionRegistry;
class QAction;
class QActionGroup;
class QKeySequence;

/// The actions that the window has whatever it shows. Their ids are their object names.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(ActionRegistry &registry, QObject *parent = nullptr);

    /// Greys what needs an open workspace.
    void setWorkspaceOpen(bool open);

    QAction *newWorkspace; ///< file.new
    QAction *openWorkspace; ///< file.open
    QAction *openSample; ///< file.sample
    QAction *importFiles; ///< file.import
    QAction *importHistory; ///< file.imports
    QAction *closeWorkspace; ///< file.close
    QAction *quit; ///< file.quit
    QAction *undo; ///< edit.undo
    QAction *redo; ///< edit.redo
    QAction *search; ///< edit.search
    QAction *searchEverywhere; ///< edit.searchEverywhere
    QAction *nextPane; ///< view.nextPane
    QAction *shortcuts; ///< help.shortcuts
    QAction *about; ///< help.about
    QActionGroup *themes; ///< view.theme.system, .light, .dark; data() is the Theme::Choice as text

private:
    QAction *make(ActionRegistry &registry, const QString &id, const QString &text,
        const QList<QKeySequence> &keys, const QString &icon);
};
