// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/retention.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <memory>

class Workspace;

/// What a run did.
struct RetentionOutcome
{
    int conversations = 0; ///< that are gone
    QString remark; ///< empty, or why some stay or traces may stay for a while
};

/// How long conversations are kept, and the deletion of those that were kept long enough. That is for good: it cannot be undone.
class RetentionService : public QObject
{
    Q_OBJECT
public:
    RetentionService(Workspace &workspace, QObject *parent);
    ~RetentionService() override;

    /// Months after which conversations with prospects in \a stage go; 0 where they are kept.
    [[nodiscard]] int monthsFor(StageId stage) const;
    /// One undoable command. \a months: 1 to 240, 0 takes the rule away.
    void setMonths(StageId stage, int months);

    /// Reads who is due now; previewed() follows.
    void preview();
    /// Deletes the conversations of those who were previewed and still are due, piece by piece; progress() and finished() follow. Nothing while it runs.
    void run();
    /// Ends after the piece that is being written.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const QList<RetentionDue> &due() const { return m_due; }

signals:
    /// due() is what was read.
    void previewed();
    void previewFailed(const Error &error);
    void progress(int done, int total);
    /// An error where none is gone: all is as it was.
    void finished(const Result<RetentionOutcome> &outcome);

private:
    [[nodiscard]] QList<RetentionCutOff> cutOffs() const;

    Workspace &m_workspace;
    QList<RetentionDue> m_due;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QFuture<Result<RetentionOutcome>> m_future;
    bool m_running = false;
};
