// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"
#include "domain/user.h"
#include "session/importservice.h"
#include "session/knownplan.h"
#include "storage/database.h"
#include "storage/handleclaims.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <functional>
#include <optional>
#include <vector>

/// What an import needs of the workspace, as values, so that it runs on any thread.
struct ImportContext
{
    std::shared_ptr<Database> database;
    IdSource *ids = nullptr; ///< thread safe; outlives the import
    QList<Stage> stages;
    QList<User> users;
    QTimeZone zone;
    Viewer viewer;
    QString userName; ///< of the viewer
    qint64 now = 0;
    std::function<bool(double)> progress; ///< told 0…1; false cancels
};

/// One import: opens a pending batch, lets the reader of each file's format write chunks under it, and makes it visible with the waiting updates in one short
/// last transaction. On any error nothing is left.
class ImportJob
{
public:
    ImportJob(ImportContext context, ImportOptions options);

    [[nodiscard]] Result<ImportReport> run(const QStringList &files);

    // For the readers of formats.
    [[nodiscard]] const ImportContext &context() const { return m_context; }
    [[nodiscard]] const ImportOptions &options() const { return m_options; }
    [[nodiscard]] BatchId batch() const { return m_batch.id; }
    [[nodiscard]] ImportReport &report() { return m_report; }
    [[nodiscard]] QTimeZone zone() const;
    /// A change of a row that is visible already: written with the last transaction.
    void later(const RowEdit &edit);
    void touched(ProspectId id);
    /// People that this import made, by network and handle: no other reader sees them yet.
    [[nodiscard]] ProspectId madeWith(const NetworkHandle &handle) const
    {
        return m_made.value(handle);
    }
    [[nodiscard]] ProspectId madeWith(const QString &network, const QString &value) const;
    void remember(const NetworkHandle &handle, ProspectId id) { m_made.insert(handle, id); }
    void remember(const QString &network, const QString &value, ProspectId id);
    /// How many of \a keys, a thread's messages, this import has not read of that thread; nothing where it reads the thread for the first time.
    [[nodiscard]] std::optional<int> unreadOf(
        const QString &threadId, const QStringList &messageKeys);
    /// What its files of posts share; filled by the first of them.
    [[nodiscard]] KnownPlan &plan() { return m_plan; }
    /// Called once the import is visible; an error becomes an issue.
    void afterwards(std::function<Result<>()> job) { m_afterwards.push_back(std::move(job)); }
    /// \a part of the current file is read; false where the import was cancelled.
    [[nodiscard]] bool tell(double part) const;
    template<typename Job>
    [[nodiscard]] Result<> write(Job job)
    {
        return m_context.database->write(std::move(job)).result();
    }
    template<typename Job>
    [[nodiscard]] auto read(Job job)
    {
        return m_context.database->read(std::move(job)).result();
    }

private:
    [[nodiscard]] Result<> importFile(const QString &path);
    [[nodiscard]] Result<> finish();
    [[nodiscard]] QString summary() const;

    ImportContext m_context;
    ImportOptions m_options;
    ImportBatch m_batch;
    ImportReport m_report;
    RowEdits m_later;
    QHash<NetworkHandle, ProspectId> m_made;
    KnownPlan m_plan;
    QHash<QString, QSet<QString>> m_threads; ///< keys of the messages, by thread
    std::vector<std::function<Result<>()>> m_afterwards;
    double m_fileShare = 1;
    double m_fileStart = 0;
};
