// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_shell/actionregistry.h"
#include "ui_shell/workbench.h"

#include <QMainWindow>
#include <QPointer>

class Clock;
class DropHint;
class QMenu;
class QSettings;
class QStackedWidget;
class StartPage;
class Theme;
class WindowActions;

/// The one window: the start page, or a workbench with the areas of an open workspace. It knows
/// areas, an undo stack and settings, and asks for everything else through signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All are borrowed and outlive the window.
    MainWindow(QSettings &settings, Theme &theme, const Clock &clock);
    ~MainWindow() override;

    [[nodiscard]] StartPage *startPage() const { return m_startPage; }
    [[nodiscard]] ActionRegistry &registry() { return m_registry; }
    /// Null while no workspace is open.
    [[nodiscard]] Workbench *workbench() const { return m_workbench; }

    /// Shows \a content in place of the start page or of the workspace before, as it was left the
    /// last time.
    void openWorkbench(WorkbenchContent content);
    /// Back to the start page; what the areas showed is remembered.
    void closeWorkbench();
    /// In the notifier bar, or on the start page.
    void notify(const NotifierMessage &message);
    /// Asked before the window closes, after the areas gave away their state; false keeps it open.
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }
    /// Reads the recent workspaces again.
    void refreshRecent();

signals:
    void sampleRequested();
    void newRequested();
    void openRequested();
    void locationRequested(const QString &location);
    void importRequested();
    void importHistoryRequested();
    void closeRequested();
    /// Local files were dropped on the window, whatever it shows.
    void filesDropped(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectActions();
    void buildMenus();
    void fillRecentMenu();
    void fillAreaMenus();
    void registerActions(const QList<QAction *> &actions);
    void followUndoStack(QUndoStack *stack);
    void saveWorkbench();
    [[nodiscard]] QString settingsGroup(const QString &location) const;

    QSettings &m_settings;
    Theme &m_theme;
    const Clock &m_clock;
    ActionRegistry m_registry;
    WindowActions *m_actions;
    std::function<bool()> m_closeGuard;
    QStackedWidget *m_stack;
    StartPage *m_startPage;
    Workbench *m_workbench = nullptr;
    DropHint *m_dropHint;
    QMenu *m_recentMenu = nullptr;
    QMenu *m_areaMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QAction *m_areasEnd = nullptr; ///< separator of the View menu before which the areas stand
};
