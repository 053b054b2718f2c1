// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/setupkeep.h"
#include "ui_timeline/seteditor.h"

#include <QWidget>

class EmptyState;
class QListWidget;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;
class Workspace;

/// The campaigns, pillars and labels of the workspace: added, named, coloured, ordered, merged and deleted. Each step is one undoable command.
class SetsPage : public QWidget
{
    Q_OBJECT
public:
    using Kind = SetUpkeep::Kind;

    explicit SetsPage(Workspace &workspace, Kind kind, QWidget *parent = nullptr);

signals:
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildList();
    void connectParts();
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QList<SetItem> items() const;
    [[nodiscard]] SetItem current() const;
    void refresh();
    void refreshEditor();
    void refreshButtons();
    void add();
    void change(const SetItem &before, const SetItem &after);
    void remove();
    void move(int by);
    void fillMerge();

    Workspace &m_workspace;
    qint64 m_current = 0;
    qint64 m_fresh = 0; ///< just added: to be named as soon as it is shown
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QListWidget *m_list;
    SetEditor *m_editor;
    EmptyState *m_empty;
    QPushButton *m_add;
    QPushButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QPushButton *m_merge;
    QMenu *m_mergeMenu;
};
