// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "base/logging.h"
#include "storage/batchtable.h"
#include "storage/migrations.h"
#include "storage/workerthread.h"
#include "storage/workspacefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <future>
#include <utility>

using namespace Qt::StringLiterals;

Database::Database(Location location, const Clock &clock)
    : m_location(std::move(location))
    , m_clock(clock)
    , m_holder(NodeTable::makeHolder())
{
    const auto viewer = [this] { return Viewer {UserId(m_viewerUser), m_viewerRole}; };
    m_writer = std::make_unique<WorkerThread>(m_location, Connection::Access::Write, viewer);
    m_quickReader = std::make_unique<WorkerThread>(m_location, Connection::Access::Read, viewer);
    m_longReader = std::make_unique<WorkerThread>(m_location, Connection::Access::Read, viewer);
}

Database::~Database()
{
    onCommitted({});
    (void)write([this](Transaction &transaction) {
        return NodeTable::release(transaction, m_node, m_holder);
    });
    m_quickReader->finish();
    m_longReader->finish();
    m_writer->finish(); // last: it runs what is queued, and closing the last connection folds the
        // WAL into the file
}

Result<std::shared_ptr<Database>> Database::open(
    const Location &location, Mode mode, const Clock &clock)
{
    const bool isFile = location.backend == Location::Backend::Sqlite;
    if (isFile) {
        auto checked = mode == Mode::Create ? WorkspaceFile::checkNew(location.file)
                                            : WorkspaceFile::check(location.file);
        if (!checked)
            return tl::unexpected(checked.error());
    }
    auto database = std::shared_ptr<Database>(new Database(location, clock));
    std::promise<Result<>> ready;
    database->postWrite([&database, &ready, mode](Result<Connection *> connection) {
        ready.set_value(connection ? database->setUp(**connection, mode)
                                   : Result<>(tl::unexpected(connection.error())));
    });
    if (auto done = ready.get_future().get(); !done) {
        database.reset();
        // Not where another program was quicker and made a workspace of it.
        if (isFile && mode == Mode::Create && done.error().code != Error::Code::Rejected)
            QFile::remove(location.file);
        return tl::unexpected(done.error());
    }
    return database;
}

Result<> Database::setUp(Connection &connection, Mode mode)
{
    const auto schema = schemaOf(connection);
    if (!schema)
        return tl::unexpected(schema.error());
    if (mode == Mode::Create && *schema > 0)
        return fail(Error::Code::Rejected,
            QCoreApplication::translate(
                "Storage", "There is a workspace already. Nothing was changed."));
    if (mode == Mode::Open && *schema == 0)
        return fail(Error::Code::Rejected,
            QCoreApplication::translate(
                "Storage", "There is no Pullpush workspace here. Make one with “init”."));
    if (mode == Mode::Create) {
        if (auto done = WorkspaceFile::stamp(connection); !done)
            return done;
    } else if (*schema < currentSchema() && connection.dialect().isSqlite()) {
        // A copy before the first step: what it was can always be had back.
        const QString copy = m_location.file + u".format-%1.backup"_s.arg(*schema);
        if (!QFileInfo::exists(copy)) {
            if (auto done = WorkspaceFile::backup(connection, copy); !done)
                return done;
        }
    }
    if (auto done = migrate(connection, m_clock.now()); !done)
        return done;
    auto transaction = beginWrite(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto lease = NodeTable::take(*transaction, m_holder);
    if (!lease)
        return tl::unexpected(lease.error());
    m_node = lease->node;
    m_leaseRenewedAt = m_clock.now();
    const auto purged = BatchTable::purge(*transaction, lease->deadNodes);
    if (!purged)
        return tl::unexpected(purged.error());
    if (*purged > 0)
        qCInfo(lcStorage) << "removed what unfinished or undone imports left:" << *purged;
    return transaction->commit();
}

void Database::setViewer(const Viewer &viewer)
{
    m_viewerUser = viewer.user.value();
    m_viewerRole = viewer.role;
}

void Database::onCommitted(std::function<void()> callback)
{
    const std::scoped_lock lock(m_committedMutex);
    m_committed = std::move(callback);
}

void Database::tellCommitted()
{
    const std::scoped_lock lock(m_committedMutex);
    if (m_committed)
        m_committed();
}

QFuture<Result<qint64>> Database::dataVersion()
{
    renewLease();
    return read([](Connection &connection) -> Result<qint64> {
        if (!connection.dialect().isSqlite())
            return ChangeTable::cursor(connection);
        return connection.number(u"PRAGMA data_version"_s).map([](std::optional<qint64> version) {
            return version.value_or(0);
        });
    });
}

void Database::post(Lane lane, std::function<void(Result<Connection *>)> job)
{
    (lane == Lane::Quick ? m_quickReader : m_longReader)->post(std::move(job));
}

void Database::postWrite(std::function<void(Result<Connection *>)> job)
{
    m_writer->post(std::move(job));
}

Result<Transaction> Database::beginWrite(Connection &connection) const
{
    auto transaction = Transaction::begin(connection);
    if (transaction) {
        transaction->now = m_clock.now();
        transaction->who = UserId(m_viewerUser);
    }
    return transaction;
}

void Database::renewLease()
{
    if (m_clock.now() - m_leaseRenewedAt < NodeTable::LeaseMs / 4)
        return;
    m_leaseRenewedAt = m_clock.now();
    m_writer->post([this](Result<Connection *> connection) {
        if (!connection)
            return;
        auto transaction = beginWrite(**connection);
        if (transaction && NodeTable::renew(*transaction, m_node, m_holder))
            (void)transaction->commit();
    });
}
