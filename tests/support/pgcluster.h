// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

/// A PostgreSQL 15 server for tests: its data in a temporary folder, listening on loopback alone,
/// trusting whoever connects from there, never run by root. The server ends with the object, and
/// with the thread that made it, even where that is killed: make it on the main thread.
///
/// Where PULLPUSH_TEST_PG_URL names a server that already runs (with_postgres sets it for a whole
/// run of the tests), a shared cluster is that server and only adds databases to it.
class PgCluster
{
public:
    enum class Sharing {
        Shared, ///< the server of the run, else one that lives as long as the process
        Own, ///< always a server of its own: for tests that stop it or change it as a whole
    };

    /// Starts (or finds) the server, which takes 1 to 3 seconds for one of its own. Errors:
    /// NotFound where PostgreSQL is not installed, Io where it does not start; \c detail then holds
    /// the end of its log.
    [[nodiscard]] static Result<std::unique_ptr<PgCluster>> start(
        Sharing sharing = Sharing::Shared);
    /// True where PULLPUSH_TEST_PG is \c required: a test without the server fails then, else it
    /// skips.
    [[nodiscard]] static bool isRequired();

    ~PgCluster();
    Q_DISABLE_COPY_MOVE(PgCluster)

    /// `postgresql://user@127.0.0.1:port/database`; the user is a superuser of the cluster and
    /// needs no password.
    [[nodiscard]] QString url(const QString &database = QStringLiteral("postgres")) const;
    /// Makes an empty database whose name begins with \a name (a to z, digits, _) and is taken by
    /// no other test of the run, and returns its url. \a from is the database it is a copy of,
    /// "template0" for an empty one.
    [[nodiscard]] Result<QString> createDatabase(
        const QString &name, const QString &from = QStringLiteral("template0"));
    /// Runs \a sql in \a database and returns what psql prints: rows without header, columns split
    /// by '|'.
    [[nodiscard]] Result<QString> query(
        const QString &sql, const QString &database = QStringLiteral("postgres"));

    /// Ends a server of its own at once, as a crash would (\a crash) or breaking off its
    /// connections in order. Does nothing to a server that is shared.
    void stop(bool crash = false);
    /// Starts a stopped server again, with its data and on its port.
    [[nodiscard]] Result<> startAgain();

private:
    PgCluster() = default;
    [[nodiscard]] Result<> create();
    [[nodiscard]] Result<> launch();
    [[nodiscard]] QStringList asServerUser(const QStringList &command) const;
    [[nodiscard]] QString path(const char *name) const;

    QTemporaryDir m_folder;
    QString m_bin; ///< folder of the server's programs
    QProcess m_server;
    QString m_authority; ///< user@host:port
    quint16 m_port = 0;
};

/// In a test function or initTestCase: fills \a cluster (a std::unique_ptr<PgCluster>), or skips,
/// or fails where PostgreSQL is required. Needs <QTest>.
#define PG_CLUSTER_OR_SKIP(cluster)                                                                \
    do {                                                                                           \
        auto startedCluster = PgCluster::start();                                                  \
        if (!startedCluster) {                                                                     \
            const QByteArray why = startedCluster.error().message.toUtf8() + ' '                   \
                + startedCluster.error().detail.toUtf8();                                          \
            if (PgCluster::isRequired())                                                           \
                QFAIL(why.constData());                                                            \
            QSKIP(why.constData());                                                                \
        }                                                                                          \
        (cluster) = std::move(*startedCluster);                                                    \
    } while (false)
