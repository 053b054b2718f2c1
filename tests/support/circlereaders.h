// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"

#include <QCoreApplication>

/// What CircleFixture holds on either database, and how each of its people reads it: on a server under a role of their own, which its policies hold back.
class CircleReaders
{
public:
    CircleReaders() = default;
    Q_DISABLE_COPY_MOVE(CircleReaders)
    ~CircleReaders()
    {
        m_test.database.reset();
        for (const User &user : m_admitted) {
            (void)m_cluster->query(QLatin1String("DROP OWNED BY ") + roleOf(user), database());
            (void)m_cluster->query(QLatin1String("DROP ROLE ") + roleOf(user));
        }
    }
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString open(bool onServer)
    {
        if (QString reason = m_test.open(onServer); !reason.isEmpty())
            return reason;
        if (const auto done = m_test.write(CircleFixture::fill); !done)
            return done.error().message;
        return onServer ? admitAll() : QString();
    }
    /// Runs \a job past the policies.
    template<typename Job>
    auto read(Job job)
    {
        return m_test.read(std::move(job));
    }
    template<typename Job>
    auto write(Job job)
    {
        return m_test.write(std::move(job));
    }
    /// A connection that has no viewer yet; null where there is none.
    [[nodiscard]] std::unique_ptr<Connection> as(const User &user) const
    {
        Location place = m_test.location();
        if (place.backend == Location::Backend::Postgres)
            place.user = roleOf(user);
        auto opened = Connection::open(place, Connection::Access::Write);
        return opened ? std::move(*opened) : nullptr;
    }

private:
    /// Roles belong to the whole cluster, so each run of a test has its own.
    static QString roleOf(const User &user)
    {
        return QStringLiteral("%1_%2").arg(user.login).arg(QCoreApplication::applicationPid());
    }
    [[nodiscard]] QString database() const { return m_test.location().database; }
    [[nodiscard]] QString admitAll()
    {
        auto cluster = PgCluster::start();
        if (!cluster)
            return cluster.error().message;
        m_cluster = std::move(*cluster);
        for (const User &user :
            {CircleFixture::ann, CircleFixture::bob, CircleFixture::cat, CircleFixture::meg}) {
            if (!admit(user))
                return user.login + QLatin1String(" has no role");
            m_admitted << user;
        }
        return {};
    }
    [[nodiscard]] bool admit(const User &user)
    {
        const QString role = roleOf(user);
        const auto rename = [&](Transaction &transaction) {
            return transaction.execute(QStringLiteral("UPDATE member SET login = ? WHERE id = ?"),
                {role, user.id.value()});
        };
        return m_cluster->query(QStringLiteral("CREATE ROLE %1 LOGIN").arg(role))
            && m_test.write(rename)
            && m_cluster->query(QLatin1String("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES "
                                              "IN SCHEMA public TO ")
                    + role,
                database());
    }

    std::unique_ptr<PgCluster> m_cluster;
    TestDatabase m_test;
    QList<User> m_admitted;
};
