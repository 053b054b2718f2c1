// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/importbatch.h"
#include "domain/importplan.h"
#include "session/planrow.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class Workspace;

/// How files are to be imported; the command line's options.
struct ImportOptions
{
    QString format; ///< empty: found from the content
    QString me; ///< who of a chat's participants is us
    CsvMapping mapping; ///< empty: from well-known headers
    std::optional<DateOrder> dateOrder; ///< empty: found from the dates
    QByteArray zone; ///< IANA; empty: the workspace's
    QString stage; ///< new prospects enter this stage (key or name)
    bool strict = false; ///< a rejected row stops the import
    bool dryRun = false; ///< report what would be, keep nothing
    bool updateKnown = false; ///< drafts that are here and differ become as the file tells them
    bool writeRejected = true; ///< FILE.rejected.csv beside each file with rejected rows
};

struct ImportCounts
{
    int created = 0;
    int updated = 0;
    int skipped = 0;
};

/// What an import did, as the command line prints it.
struct ImportReport
{
    QString format;
    BatchId batch; ///< null where nothing was kept
    bool dryRun = false;
    ImportCounts prospects;
    ImportCounts conversations;
    ImportCounts messages;
    ImportCounts moves;
    ImportCounts posts;
    int differing = 0; ///< posts among the skipped that are here otherwise than the file tells
    int changeable = 0; ///< those of them that are drafts, which updateKnown would change
    QList<PlanRow> planRows; ///< the first posts of each file, as they become
    std::optional<QDate> firstDay; ///< the first that a new or changed post is planned on
    int proposals = 0; ///< moves that the evidence suggests, to be accepted by a person
    int rejected = 0; ///< rows
    QStringList rejectedFiles;
    QList<ImportIssue> issues;
    QList<UnusedColumn> unusedColumns; ///< of files of prospects
    QList<ProspectId> touched; ///< at most 1,000 of the prospects created or updated
};

/// What a mapping page needs to know of a file.
struct ImportPreview
{
    QString path;
    QString format; ///< as DetectedFile::format
    QStringList header;
    QList<QStringList> rows;
    CsvMapping mapping; ///< the guess
    QString system; ///< recognised program, or empty
    bool needsDateOrder = false;
    QString encoding;
    QString chatTitle;
    QStringList senders; ///< of a chat, in order of appearance
    QString me; ///< the guess: which sender is us; empty where nothing tells
    bool isGroup = false;
    int messages = 0;
    int posts = 0; ///< rows of a table of posts, events of a calendar
    int repeating = 0; ///< events that become a post for each of their times
    int others = 0; ///< tasks and journal entries of a calendar, which are left out
    bool namesChannels = false; ///< some posts say where they belong
    QStringList ambiguousDates; ///< columns of posts whose dates can all be read in two ways
};

/// Imports into the open workspace: on a worker, with progress, cancellable, all or nothing, undone by its batch.
class ImportService : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<ImportReport>)>;

    ImportService(Workspace &workspace, QObject *parent);
    ~ImportService() override;

    /// \a format is what the file is to be read as ("csv", "posts-csv"); empty: found from the content.
    void preview(const QString &path, const QString &format, QObject *context,
        std::function<void(Result<ImportPreview>)> callback);
    /// One import at a time; \a done is called on \a context's thread.
    void run(const QStringList &files, const ImportOptions &options, QObject *context, Done done);
    /// The running import ends with Error::Code::Cancelled and leaves nothing.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What is running keeps nothing.
    [[nodiscard]] bool isTrying() const { return m_running && m_trying; }
    /// Takes back everything that \a batch created, and its changes of fields that nobody changed since, but for
    /// posts that were approved, scheduled, posted or retired since: those stay, which a notice says.
    void undo(BatchId batch, QObject *context, std::function<void(Result<>)> callback);
    void batches(QObject *context, std::function<void(Result<QList<ImportBatch>>)> callback);

    /// For the command line, which waits.
    [[nodiscard]] static Result<ImportReport> runNow(
        Workspace &workspace, const QStringList &files, const ImportOptions &options);
    /// Returns how many posts keep what the import changed.
    [[nodiscard]] static Result<int> undoNow(Workspace &workspace, BatchId batch);

signals:
    /// 0…1 of the bytes read.
    void progress(double done);
    void runningChanged(bool running);

private:
    Workspace &m_workspace;
    QFuture<Result<ImportReport>> m_future;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    bool m_running = false;
    bool m_trying = false;
};
