// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/notice.h"
#include "ui_common/area.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class Clock;
class MainWindow;
class QSettings;
class Workspace;
struct SearchHit;

/// Opens, creates and closes workspaces for the window: builds the areas of an open one, remembers it in the list of recent ones,
/// and says in place what went wrong. Nothing here waits for a disk or a server.
class WorkspaceController : public QObject
{
    Q_OBJECT
public:
    /// What the composition root knows and the window does not.
    struct Builders
    {
        /// The areas of an open workspace, in the order of the rail; at least one.
        std::function<AreaList(Workspace &)> areas;
        /// The page that maps and imports \a files; it calls \a close when it is done. Null: nothing can be imported here.
        std::function<QWidget *(
            Workspace &, const QStringList &files, AreaHost &host, std::function<void()> close)>
            importPage;
        /// Goes to what a search found. Null: nothing is searched but the areas.
        std::function<void(const SearchHit &, AreaHost &host)> jump;
    };

    /// All are borrowed and outlive the controller.
    WorkspaceController(
        MainWindow &window, QSettings &settings, const Clock &clock, Builders builders);
    ~WorkspaceController() override;

    /// Opens \a location, or the workspace that was open when the program ended; with neither the start page stays.
    void start(const QString &location);
    /// A file name or a server's address.
    void open(const QString &location);
    void close();
    [[nodiscard]] Workspace *workspace() const { return m_workspace.get(); }

private:
    void connectWindow();
    void openSample();
    void askForNew();
    void askForFile();
    void askForImport();
    void create(const QString &location, bool sample);
    void onReady(const QString &location, Result<std::shared_ptr<Workspace>> workspace);
    void onFilesDropped(const QStringList &paths);
    void offerSearch();
    void followWorkspace();
    void onNotice(const Notice &notice);
    void importFiles(const QStringList &files);
    [[nodiscard]] bool mayClose();
    /// What would be lost with the workspace that is open; empty: nothing.
    [[nodiscard]] QString unkept() const;
    /// Calls \a leave, where something would be lost only if the user agrees.
    void leaveWith(const std::function<void()> &leave);
    void read(const QString &location);
    /// True, and says so, while an import runs.
    [[nodiscard]] bool isImporting();

    MainWindow &m_window;
    QSettings &m_settings;
    const Clock &m_clock;
    Builders m_builders;
    std::shared_ptr<Workspace> m_workspace;
    QTimer m_savingShown; ///< runs while a write is too young to be mentioned
    QString m_discarded; ///< what the user agreed to lose with the window
    int m_generation = 0; ///< of the request to open; answers to older ones are dropped
};
