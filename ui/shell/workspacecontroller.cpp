// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/workspacecontroller.h"

#include "base/clock.h"
#include "session/importservice.h"
#include "session/mediastore.h"
#include "session/workspace.h"
#include "ui_common/question.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/recentworkspaces.h"
#include "ui_shell/searcheverywhere.h"
#include "ui_shell/startpage.h"
#include "ui_shell/statusline.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto LastOpenKey = "lastOpen"_L1;
constexpr auto Suffix = "pullpush"_L1;
constexpr int SavingMentionedMs = 400; // below this nobody waits for it
constexpr int ProgressSteps = 1000;

QString absolute(const QString &location)
{
    return location.isEmpty() || isServer(location) ? location
                                                    : QFileInfo(location).absoluteFilePath();
}

NoticeSeverity severityOf(Notice::Severity severity)
{
    switch (severity) {
    case Notice::Severity::Info:
        return NoticeSeverity::Info;
    case Notice::Severity::Warning:
        return NoticeSeverity::Warning;
    case Notice::Severity::Error:
        return NoticeSeverity::Error;
    }
    return NoticeSeverity::Info;
}

} // namespace

WorkspaceController::WorkspaceController(
    MainWindow &window, QSettings &settings, const Clock &clock, Builders builders)
    : m_window(window)
    , m_settings(settings)
    , m_clock(clock)
    , m_builders(std::move(builders))
{
    Q_ASSERT(m_builders.areas);
    m_savingShown.setSingleShot(true);
    m_savingShown.setInterval(SavingMentionedMs);
    connect(&m_savingShown, &QTimer::timeout, this, [this] {
        if (Workbench *bench = m_window.workbench(); bench != nullptr && m_workspace->isWriting())
            bench->status()->setServerState(tr("Saving…"));
    });
    connectWindow();
    m_window.setCloseGuard([this] { return mayClose(); });
}

WorkspaceController::~WorkspaceController()
{
    m_window.setCloseGuard({});
    m_window.closeWorkbench(); // the areas go before what they show
}

void WorkspaceController::connectWindow()
{
    connect(&m_window, &MainWindow::sampleRequested, this, &WorkspaceController::openSample);
    connect(&m_window, &MainWindow::newRequested, this, &WorkspaceController::askForNew);
    connect(&m_window, &MainWindow::openRequested, this, &WorkspaceController::askForFile);
    connect(&m_window, &MainWindow::locationRequested, this, &WorkspaceController::open);
    connect(&m_window, &MainWindow::importRequested, this, &WorkspaceController::askForImport);
    connect(&m_window, &MainWindow::importHistoryRequested, this, [this] { importFiles({}); });
    connect(&m_window, &MainWindow::closeRequested, this, &WorkspaceController::close);
    connect(&m_window, &MainWindow::filesDropped, this, &WorkspaceController::onFilesDropped);
}

void WorkspaceController::start(const QString &location)
{
    if (!location.isEmpty()) {
        open(location);
        return;
    }
    const QString last = m_settings.value(LastOpenKey).toString();
    if (!last.isEmpty() && !RecentWorkspace {last}.isMissing())
        open(last);
}

void WorkspaceController::open(const QString &location)
{
    leaveWith([this, location] { read(location); });
}

void WorkspaceController::read(const QString &location)
{
    const QString wanted = absolute(location);
    const int generation = ++m_generation;
    m_window.startPage()->clearMessage();
    m_window.startPage()->setBusy(true);
    Workspace::open(
        wanted, this, [this, wanted, generation](Result<std::shared_ptr<Workspace>> opened) {
            if (generation == m_generation)
                onReady(wanted, std::move(opened));
        });
}

void WorkspaceController::create(const QString &location, bool sample)
{
    const int generation = ++m_generation;
    m_window.startPage()->clearMessage();
    m_window.startPage()->setBusy(true);
    Workspace::CreateOptions options;
    options.sample = sample;
    Workspace::create(location, options, this,
        [this, location, generation](Result<std::shared_ptr<Workspace>> created) {
            if (generation == m_generation)
                onReady(location, std::move(created));
        });
}

void WorkspaceController::onReady(
    const QString &location, Result<std::shared_ptr<Workspace>> workspace)
{
    m_window.startPage()->setBusy(false);
    if (!workspace) {
        NotifierMessage message {
            .severity = NoticeSeverity::Error, .text = workspace.error().message};
        const auto code = workspace.error().code;
        if (code == Error::Code::Busy || code == Error::Code::Unreachable
            || code == Error::Code::Unconfirmed) {
            message.actionText = tr("Try again");
            message.action = [this, location] { open(location); };
        }
        m_window.notify(message);
        m_window.refreshRecent();
        return;
    }
    m_window.closeWorkbench();
    m_workspace = std::move(*workspace);
    RecentWorkspaces::remember(m_settings, location, m_clock.now(), m_workspace->displayName());
    m_settings.setValue(LastOpenKey, RecentWorkspaces::read(m_settings).constFirst().location);
    WorkbenchContent content;
    content.location = location;
    content.title = m_workspace->displayName();
    content.undoStack = m_workspace->undoStack();
    content.areas = m_builders.areas(*m_workspace);
    m_window.openWorkbench(std::move(content));
    m_window.refreshRecent();
    offerSearch();
    followWorkspace();
}

void WorkspaceController::offerSearch()
{
    Workbench *bench = m_window.workbench();
    if (!m_builders.jump)
        return;
    auto *search = new SearchEverywhere(*m_workspace, bench);
    search->setCommands([this] { return m_window.registry().offered(); });
    connect(search, &SearchEverywhere::hitChosen, bench,
        [this, bench](const SearchHit &hit) { m_builders.jump(hit, *bench); });
    bench->setSearch(search);
}

void WorkspaceController::followWorkspace()
{
    connect(m_workspace.get(), &Workspace::notice, this, &WorkspaceController::onNotice);
    connect(m_workspace.get(), &Workspace::busyChanged, this, [this](bool writing) {
        if (writing) {
            m_savingShown.start();
        } else {
            m_savingShown.stop();
            m_window.workbench()->status()->setServerState({});
        }
    });
    ImportService &imports = m_workspace->imports();
    connect(&imports, &ImportService::progress, this, [this](double done) {
        Workbench *bench = m_window.workbench();
        if (bench != nullptr && !m_workspace->imports().isTrying())
            bench->status()->setBackground(
                tr("Importing"), static_cast<int>(done * ProgressSteps), ProgressSteps);
    });
    connect(&imports, &ImportService::runningChanged, this, [this](bool running) {
        if (Workbench *bench = m_window.workbench(); bench != nullptr)
            bench->status()->setBackground(
                running && !m_workspace->imports().isTrying() ? tr("Importing") : QString(), 0, 0);
    });
}

void WorkspaceController::onNotice(const Notice &notice)
{
    NotifierMessage message {
        .severity = severityOf(notice.severity), .text = notice.text, .details = notice.detail};
    if (notice.undoable) {
        QUndoStack *stack = m_workspace->undoStack();
        message.actionText = tr("Undo");
        message.isUndo = true;
        // Only while it is the newest: a later edit must not be taken back in its place.
        message.action = [stack = QPointer(stack), index = stack->index()] {
            if (stack && stack->index() == index)
                stack->undo();
        };
    }
    m_window.notify(message);
}

void WorkspaceController::close()
{
    if (isImporting())
        return;
    leaveWith([this] {
        ++m_generation;
        m_settings.remove(LastOpenKey);
        m_window.closeWorkbench();
        m_workspace.reset();
    });
}

QString WorkspaceController::unkept() const
{
    QStringList sentences;
    if (const Workbench *bench = m_window.workbench()) {
        for (const auto &area : bench->areas())
            sentences << area->unkept();
    }
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

void WorkspaceController::leaveWith(const std::function<void()> &leave)
{
    const QString lost = unkept();
    if (lost.isEmpty()) {
        leave();
        return;
    }
    Question::confirm(&m_window,
        {.title = tr("Close the workspace without these words?"),
            .text = lost,
            .confirmText = tr("Discard")},
        [self = QPointer(this), leave] { // the question is the window's
            if (self)
                leave();
        });
}

bool WorkspaceController::isImporting()
{
    if (!m_workspace || !m_workspace->imports().isRunning())
        return false;
    m_window.notify({.severity = NoticeSeverity::Warning,
        .text = tr("An import is running. Wait for its end, or cancel it first."),
        .actionText = tr("Cancel the import"),
        .action = [this] {
            if (m_workspace)
                m_workspace->imports().cancel();
        }});
    return true;
}

bool WorkspaceController::mayClose()
{
    if (isImporting())
        return false;
    if (const QString lost = unkept(); lost != m_discarded && !lost.isEmpty()) {
        leaveWith([this, lost] {
            m_discarded = lost;
            m_window.close();
        });
        return false;
    }
    if (!m_workspace || !m_workspace->isWriting())
        return true;
    // The last words are on their way to the disk; the window goes when they have arrived.
    connect(m_workspace.get(), &Workspace::settled, &m_window, &QWidget::close,
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
    return false;
}

void WorkspaceController::openSample()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!folder.mkpath(u"."_s)) {
        m_window.notify({.severity = NoticeSeverity::Error,
            .text = tr("The folder “%1” cannot be written, so the sample cannot be made there.")
                        .arg(QDir::toNativeSeparators(folder.path()))});
        return;
    }
    //: File name of the sample workspace, without suffix.
    const QString file = folder.filePath(tr("Sample") + u'.' + Suffix);
    if (QFileInfo::exists(file))
        open(file);
    else
        create(file, true);
}

void WorkspaceController::askForNew()
{
    Question::File file;
    file.title = tr("New workspace");
    file.filters = {tr("Workspaces (*.%1)").arg(Suffix)};
    file.suggestedName = tr("My brand") + u'.' + Suffix;
    file.suffix = Suffix;
    file.asksToOverwrite = false;
    Question::saveFile(&m_window, file, [this](const QString &path) {
        if (!QFileInfo::exists(path)) {
            create(path, false);
            return;
        }
        // A workspace is months of work; it is never overwritten.
        m_window.notify({.severity = NoticeSeverity::Warning,
            .text = tr("“%1” exists already and was left alone. Choose another name, or open it.")
                        .arg(QFileInfo(path).fileName()),
            .actionText = tr("Open it"),
            .action = [this, path] { open(path); }});
    });
}

void WorkspaceController::askForFile()
{
    Question::File file;
    file.title = tr("Open a workspace");
    file.filters = {tr("Workspaces (*.%1)").arg(Suffix), tr("All files (*)")};
    Question::openFile(&m_window, file, [this](const QString &path) { open(path); });
}

void WorkspaceController::askForImport()
{
    Question::File file;
    file.title = tr("Import files");
    file.filters = {tr("Tables, chats and calendars (*.csv *.tsv *.xlsx *.ics *.txt *.zip)"),
        tr("All files (*)")};
    Question::openFiles(&m_window, file, [this](const QStringList &paths) { importFiles(paths); });
}

void WorkspaceController::onFilesDropped(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (QFileInfo(path).suffix() == Suffix) {
            open(path);
            return;
        }
    }
    const bool areMedia = std::ranges::all_of(
        paths, [](const QString &path) { return mediaKindOf(path).has_value(); });
    if (m_workspace && areMedia) {
        QList<MediaSource> sources;
        for (const QString &path : paths)
            sources.append({.path = path});
        m_workspace->media().add(sources);
    } else if (m_workspace) {
        importFiles(paths);
    } else {
        m_window.notify({.severity = NoticeSeverity::Info,
            .text = tr("Open a workspace first, then drop the file again to import it.")});
    }
}

void WorkspaceController::importFiles(const QStringList &files)
{
    Workbench *bench = m_window.workbench();
    if (bench == nullptr || !m_builders.importPage)
        return;
    const auto finished = [bench = QPointer(bench)] {
        if (bench)
            bench->closeTask();
    };
    bench->showTask(tr("Import"), m_builders.importPage(*m_workspace, files, *bench, finished));
}
