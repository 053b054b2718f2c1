// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"

#include <QObject>

#include <functional>
#include <utility>

/// Reads what a store shows and hands over only what is still true. Of several reads the last counts; what was read before an edit, or while one
/// was on its way, is read again as soon as everything is written.
class FreshReader : public QObject
{
    Q_OBJECT
public:
    /// \a read is the store's own way to read: it calls start().
    FreshReader(Workspace &workspace, std::function<void()> read, QObject *parent);

    /// Runs \a job on a reader's thread and calls \a take with its Result, unless something newer came meanwhile.
    template<typename Job, typename Take>
    void start(Job job, Take take, Database::Lane lane = Database::Lane::Quick);
    /// What is being read is not wanted any more.
    void cancel();
    /// Reads again once the edits on their way are written.
    void expire() { m_stale = true; }

private:
    [[nodiscard]] bool isCurrent(int generation, int edits);

    Workspace &m_workspace;
    std::function<void()> m_read;
    int m_generation = 0;
    int m_edits = 0; ///< of the whole workspace, seen so far
    bool m_stale = false;
};

template<typename Job, typename Take>
void FreshReader::start(Job job, Take take, Database::Lane lane)
{
    const int generation = ++m_generation;
    m_stale = m_workspace.isWriting();
    if (m_stale)
        return; // what is read now may lack the edit on its way
    using R = std::invoke_result_t<Job, Connection &>;
    whenReady(m_workspace.database()->read(std::move(job), lane), this,
        [this, generation, edits = m_edits, take = std::move(take)](R result) mutable {
            if (isCurrent(generation, edits))
                take(std::move(result));
        });
}
