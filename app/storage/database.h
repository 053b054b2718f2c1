// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/changetable.h"
#include "storage/connection.h"
#include "storage/nodetable.h"
#include "storage/transaction.h"

#include <QFuture>
#include <QPromise>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>

class WorkerThread;

/// The open workspace's database: one writer thread and a few readers, each with its own
/// connection. All calls return at once.
class Database
{
public:
    enum class Mode { Open, Create };
    /// Quick for what a person waits for, Long for what may take seconds (columns, checks), so that
    /// the second never delays the first.
    enum class Lane { Quick, Long };

    /// Opens (or creates and stamps) the workspace, migrates it, leases a node and removes what a
    /// killed import left. Blocks: call it off the GUI thread.
    [[nodiscard]] static Result<std::shared_ptr<Database>> open(
        const Location &location, Mode mode, const Clock &clock);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// \a job is called with a Connection & on a reader's thread and returns a Result<T>. Where rows broke off in the middle that error is the result, whatever
    /// \a job made of them.
    template<typename Job>
    [[nodiscard]] auto read(Job job, Lane lane = Lane::Quick)
        -> QFuture<std::invoke_result_t<Job, Connection &>>;
    /// \a job is called with a Transaction & on the writer's thread; the transaction is committed
    /// when it returns a value, else rolled back.
    template<typename Job>
    [[nodiscard]] auto write(Job job) -> QFuture<std::invoke_result_t<Job, Transaction &>>;

    /// \a job is called with a Connection & on the writer's thread, outside of any transaction: for what a database does to itself.
    template<typename Job>
    [[nodiscard]] auto maintain(Job job) -> QFuture<std::invoke_result_t<Job, Connection &>>;

    void setViewer(const Viewer &viewer);
    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] int node() const { return m_node; }
    /// Called on the writer's thread after each commit, also where nobody knows whether it was kept. After onCommitted({}) returned, the old one is not called any more.
    void onCommitted(std::function<void()> callback);
    /// A number that differs when another process has committed (SQLite) or anybody has
    /// (PostgreSQL).
    [[nodiscard]] QFuture<Result<qint64>> dataVersion();

private:
    Database(Location location, const Clock &clock);
    void post(Lane lane, std::function<void(Result<Connection *>)> job);
    void postWrite(std::function<void(Result<Connection *>)> job);
    [[nodiscard]] Result<Transaction> beginWrite(Connection &connection) const;
    [[nodiscard]] Result<> setUp(Connection &connection, Mode mode);
    void renewLease();
    void tellCommitted();

    const Location m_location;
    const Clock &m_clock;
    const QString m_holder;
    int m_node = 0;
    std::atomic<qint64> m_viewerUser = 0;
    std::atomic<Role> m_viewerRole = Role::Manager;
    std::atomic<qint64> m_leaseRenewedAt = 0;
    std::mutex m_committedMutex;
    std::function<void()> m_committed;
    std::unique_ptr<WorkerThread> m_writer;
    std::unique_ptr<WorkerThread> m_quickReader;
    std::unique_ptr<WorkerThread> m_longReader;
};

template<typename Job>
auto Database::read(Job job, Lane lane) -> QFuture<std::invoke_result_t<Job, Connection &>>
{
    using R = std::invoke_result_t<Job, Connection &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    post(lane, [promise, job = std::move(job)](Result<Connection *> connection) mutable {
        if (!promise->isCanceled()) {
            if (connection) {
                (*connection)->setInterrupt([&promise] { return promise->isCanceled(); });
                const qint64 answered = (*connection)->answered();
                (*connection)->forgetBrokenRead();
                R result = job(**connection);
                // A server that was away while nobody asked: nothing was read yet, so it is read from the start.
                if constexpr (std::is_invocable_v<const Job &, Connection &>) {
                    if (!result && (*connection)->isBroken()
                        && (*connection)->answered() == answered && (*connection)->reopen())
                        result = std::as_const(job)(**connection);
                }
                if (const auto &broken = (*connection)->brokenRead(); broken && result)
                    result = tl::unexpected(*broken);
                (*connection)->setInterrupt({});
                promise->addResult(std::move(result));
            } else {
                promise->addResult(R(tl::unexpected(connection.error())));
            }
        }
        promise->finish();
    });
    return future;
}

template<typename Job>
auto Database::write(Job job) -> QFuture<std::invoke_result_t<Job, Transaction &>>
{
    using R = std::invoke_result_t<Job, Transaction &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    postWrite([this, promise, job = std::move(job)](Result<Connection *> connection) mutable {
        const auto run = [&job](Transaction &transaction) -> R {
            R result = job(transaction);
            if (!result)
                return result;
            if (auto committed = transaction.commit(); !committed)
                return tl::unexpected(committed.error());
            return result;
        };
        const auto attempt = [&]() -> R {
            if (!connection)
                return tl::unexpected(connection.error());
            auto transaction = beginWrite(**connection);
            // Nothing was written yet where a server was away meanwhile.
            if (!transaction && (*connection)->isBroken() && (*connection)->reopen()) {
                auto again = beginWrite(**connection);
                if (again)
                    return run(*again);
                return tl::unexpected(again.error());
            }
            if (!transaction)
                return tl::unexpected(transaction.error());
            return run(*transaction);
        };
        R result = attempt();
        // What a server did not confirm may stand: whoever follows looks.
        const bool mayStand = result || result.error().code == Error::Code::Unconfirmed;
        promise->addResult(std::move(result));
        promise->finish();
        if (mayStand)
            tellCommitted();
        renewLease();
    });
    return future;
}

template<typename Job>
auto Database::maintain(Job job) -> QFuture<std::invoke_result_t<Job, Connection &>>
{
    using R = std::invoke_result_t<Job, Connection &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    postWrite([promise, job = std::move(job)](Result<Connection *> connection) mutable {
        if (connection) {
            (*connection)->forgetBrokenRead();
            R result = job(**connection);
            if (const auto &broken = (*connection)->brokenRead(); broken && result)
                result = tl::unexpected(*broken);
            promise->addResult(std::move(result));
        } else {
            promise->addResult(R(tl::unexpected(connection.error())));
        }
        promise->finish();
    });
    return future;
}
