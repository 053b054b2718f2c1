// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workerthread.h"

#include <utility>

WorkerThread::WorkerThread(
    Location location, Connection::Access access, std::function<Viewer()> viewer)
    : m_location(std::move(location))
    , m_access(access)
    , m_viewer(std::move(viewer))
    , m_thread([this] { run(); })
{ }

WorkerThread::~WorkerThread()
{
    finish();
}

void WorkerThread::finish()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void WorkerThread::post(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void WorkerThread::run()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                break;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(connection());
    }
    m_connection.reset(); // a connection is closed on the thread that opened it
}

Result<Connection *> WorkerThread::connection()
{
    if (m_connection && m_connection->isBroken())
        m_connection.reset();
    if (!m_connection) {
        auto opened = Connection::open(m_location, m_access);
        if (!opened)
            return tl::unexpected(opened.error());
        m_connection = std::move(*opened);
    }
    m_connection->setViewer(m_viewer());
    return m_connection.get();
}
