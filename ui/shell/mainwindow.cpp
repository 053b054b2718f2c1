// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/mainwindow.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "ui_common/notifierbar.h"
#include "ui_common/theme.h"
#include "ui_shell/drophint.h"
#include "ui_shell/helpwindows.h"
#include "ui_shell/recentworkspaces.h"
#include "ui_shell/startpage.h"
#include "ui_shell/windowactions.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const auto urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(QSettings &settings, Theme &theme, const Clock &clock)
    : m_settings(settings)
    , m_theme(theme)
    , m_clock(clock)
    , m_actions(new WindowActions(m_registry, this))
    , m_stack(new QStackedWidget(this))
    , m_startPage(new StartPage(m_stack))
    , m_dropHint(new DropHint(this))
{
    setWindowTitle(u"Pullpush"_s);
    setAcceptDrops(true);
    setMinimumSize(720, 480);
    m_stack->addWidget(m_startPage);
    setCentralWidget(m_stack);
    connectActions();
    buildMenus();
    refreshRecent();
    // A little less than the screen, so that the frame fits too.
    resize(QSize(1360, 860).boundedTo(screen()->availableSize() * 0.94));
    restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    connect(m_actions->newWorkspace, &QAction::triggered, this, &MainWindow::newRequested);
    connect(m_actions->openWorkspace, &QAction::triggered, this, &MainWindow::openRequested);
    connect(m_actions->openSample, &QAction::triggered, this, &MainWindow::sampleRequested);
    connect(m_actions->importFiles, &QAction::triggered, this, &MainWindow::importRequested);
    connect(
        m_actions->importHistory, &QAction::triggered, this, &MainWindow::importHistoryRequested);
    connect(m_actions->closeWorkspace, &QAction::triggered, this, &MainWindow::closeRequested);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->shortcuts, &QAction::triggered, this,
        [this] { HelpWindows::showShortcuts(this, m_registry); });
    connect(m_actions->about, &QAction::triggered, this, [this] { HelpWindows::showAbout(this); });
    connect(m_actions->search, &QAction::triggered, this, [this] { m_workbench->focusSearch(); });
    connect(m_actions->searchEverywhere, &QAction::triggered, this,
        [this] { m_workbench->searchEverywhere(); });
    connect(
        m_actions->nextPane, &QAction::triggered, this, [this] { m_workbench->focusNextPane(); });
    connect(
        m_actions->undo, &QAction::triggered, this, [this] { m_workbench->undoStack()->undo(); });
    connect(
        m_actions->redo, &QAction::triggered, this, [this] { m_workbench->undoStack()->redo(); });
    const auto themes = m_actions->themes->actions();
    for (QAction *action : themes)
        action->setChecked(action->data().toString() == Theme::toText(m_theme.choice()));
    connect(m_actions->themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_theme.setChoice(Theme::fromText(action->data().toString()));
        m_settings.setValue(u"theme"_s, action->data());
    });
    connect(m_startPage, &StartPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_startPage, &StartPage::newRequested, this, &MainWindow::newRequested);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::openRequested);
    connect(m_startPage, &StartPage::locationRequested, this, &MainWindow::locationRequested);
    connect(m_startPage, &StartPage::removeRequested, this, [this](const QString &location) {
        RecentWorkspaces::forget(m_settings, location);
        refreshRecent();
    });
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_actions->newWorkspace);
    file->addAction(m_actions->openWorkspace);
    m_recentMenu = file->addMenu(tr("Open &recent"));
    file->addAction(m_actions->openSample);
    file->addSeparator();
    file->addAction(m_actions->importFiles);
    file->addAction(m_actions->importHistory);
    file->addSeparator();
    file->addAction(m_actions->closeWorkspace);
    file->addAction(m_actions->quit);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addAction(m_actions->undo);
    edit->addAction(m_actions->redo);
    edit->addSeparator();
    edit->addAction(m_actions->search);
    edit->addAction(m_actions->searchEverywhere);
    m_areaMenu = menuBar()->addMenu(QString());
    m_areaMenu->menuAction()->setVisible(false);
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_areasEnd = m_viewMenu->addSeparator();
    m_viewMenu->addAction(m_actions->nextPane);
    QMenu *theme = m_viewMenu->addMenu(tr("&Theme"));
    theme->addActions(m_actions->themes->actions());
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_actions->shortcuts);
    help->addAction(m_actions->about);
}

void MainWindow::openWorkbench(WorkbenchContent content)
{
    closeWorkbench();
    m_workbench = new Workbench(std::move(content), m_stack);
    m_stack->addWidget(m_workbench);
    m_stack->setCurrentWidget(m_workbench);
    setWindowTitle(m_workbench->title()); // the platform adds the program
    m_actions->setWorkspaceOpen(true);
    m_registry.add(m_workbench->areaActions());
    m_registry.add(m_workbench->inspectorAction());
    for (const auto &area : m_workbench->areas())
        registerActions(
            area->actions()); // the list of shortcuts has those of areas that nobody visited too
    m_viewMenu->insertActions(m_areasEnd, m_workbench->areaActions());
    m_viewMenu->insertAction(m_areasEnd, m_workbench->inspectorAction());
    connect(m_workbench, &Workbench::currentAreaChanged, this, &MainWindow::fillAreaMenus);
    followUndoStack(m_workbench->undoStack());
    m_settings.beginGroup(settingsGroup(m_workbench->location()));
    m_workbench->restoreState(m_settings);
    m_settings.endGroup();
    fillAreaMenus();
    m_startPage->clearMessage();
}

void MainWindow::closeWorkbench()
{
    if (m_workbench == nullptr)
        return;
    saveWorkbench();
    m_areaMenu->clear();
    m_areaMenu->menuAction()->setVisible(false);
    m_actions->setWorkspaceOpen(false);
    followUndoStack(nullptr);
    m_stack->setCurrentWidget(m_startPage);
    delete std::exchange(m_workbench, nullptr);
    setWindowTitle(u"Pullpush"_s);
    refreshRecent();
}

void MainWindow::notify(const NotifierMessage &message)
{
    if (m_workbench != nullptr)
        m_workbench->notify(message);
    else
        m_startPage->showMessage(message);
}

void MainWindow::refreshRecent()
{
    m_startPage->setRecent(RecentWorkspaces::read(m_settings), m_clock.now());
    fillRecentMenu();
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const auto entries = RecentWorkspaces::read(m_settings);
    for (const RecentWorkspace &entry : entries) {
        //: A workspace in the menu of recent ones: its name and its folder.
        QString text = tr("%1 – %2").arg(entry.name(), entry.place());
        text.replace(u'&', u"&&"_s);
        QAction *action = m_recentMenu->addAction(text);
        action->setEnabled(!entry.isMissing());
        connect(action, &QAction::triggered, this,
            [this, location = entry.location] { emit locationRequested(location); });
    }
    m_recentMenu->setEnabled(!entries.isEmpty());
}

void MainWindow::fillAreaMenus()
{
    // Only the front area's actions are in a menu, and so only its shortcuts work.
    m_areaMenu->clear();
    const Area *area = m_workbench->currentArea();
    const auto actions = area->actions();
    m_areaMenu->setTitle(u'&' + area->title());
    m_areaMenu->menuAction()->setVisible(!actions.isEmpty());
    m_areaMenu->addActions(actions);
    registerActions(actions);
}

void MainWindow::registerActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (const QMenu *menu = action->menu())
            registerActions(menu->actions());
        else if (!action->isSeparator() && m_registry.action(action->objectName()) == nullptr)
            m_registry.add(action);
    }
}

void MainWindow::followUndoStack(QUndoStack *stack)
{
    if (stack == nullptr)
        return;
    const auto follow = [this, stack] {
        m_actions->undo->setEnabled(stack->canUndo());
        m_actions->redo->setEnabled(stack->canRedo());
        m_actions->undo->setText(
            stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
        m_actions->redo->setText(
            stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
    };
    connect(stack, &QUndoStack::indexChanged, m_workbench, follow);
    connect(stack, &QUndoStack::cleanChanged, m_workbench, follow);
    follow();
}

void MainWindow::saveWorkbench()
{
    m_settings.beginGroup(settingsGroup(m_workbench->location()));
    m_workbench->saveState(m_settings);
    m_settings.endGroup();
}

QString MainWindow::settingsGroup(const QString &location) const
{
    return u"workspaces/"_s + Workspace::settingsKey(location);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(u"window/geometry"_s, saveGeometry());
    if (m_workbench != nullptr)
        saveWorkbench();
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    m_dropHint->showText(m_workbench != nullptr
            ? tr("Drop to import into “%1”").arg(m_workbench->title())
            : tr("Drop a workspace to open it"));
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropHint->hide();
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(paths);
}
