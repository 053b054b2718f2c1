// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

/// A thread with one connection, opened by its first job and closed with it. Jobs run in order; the
/// destructor runs what is queued.
class WorkerThread
{
public:
    using Job = std::function<void(Result<Connection *>)>;

    WorkerThread(Location location, Connection::Access access, std::function<Viewer()> viewer);
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    void post(Job job);
    /// Runs what is queued, closes the connection and ends the thread; later jobs are dropped.
    void finish();

private:
    void run();
    [[nodiscard]] Result<Connection *> connection();

    const Location m_location;
    const Connection::Access m_access;
    const std::function<Viewer()> m_viewer;
    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};
