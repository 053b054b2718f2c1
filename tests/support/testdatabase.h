// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "test_support/fakeclock.h"
#include "test_support/pgcluster.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Empty workspaces on both databases for a data driven test: call addBackends() in the _data
/// function and make one TestDatabase in the test. A database server that is missing skips the row
/// visibly, or fails where it is required.
class TestDatabase
{
public:
    ~TestDatabase() { database.reset(); } // before the server that it talks to

    static void addBackends()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }

    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString open(bool onServer)
    {
        auto location = place(onServer);
        if (!location)
            return location.error().message;
        m_location = *location;
        auto opened = Database::open(m_location, Database::Mode::Create, clock);
        if (!opened)
            return opened.error().message + QLatin1Char(' ') + opened.error().detail;
        database = *opened;
        return {};
    }
    [[nodiscard]] QString reopen()
    {
        database.reset();
        auto opened = Database::open(m_location, Database::Mode::Open, clock);
        if (!opened)
            return opened.error().message;
        database = *opened;
        return {};
    }
    [[nodiscard]] const Location &location() const { return m_location; }

    template<typename Job>
    auto read(Job job)
    {
        return database->read(std::move(job)).result();
    }
    template<typename Job>
    auto write(Job job)
    {
        return database->write(std::move(job)).result();
    }

    FakeClock clock;
    std::shared_ptr<Database> database;

private:
    [[nodiscard]] Result<Location> place(bool onServer)
    {
        if (!onServer)
            return parseLocation(m_folder.filePath(QStringLiteral("test.pullpush")));
        auto cluster = PgCluster::start();
        if (!cluster)
            return tl::unexpected(cluster.error());
        m_cluster = std::move(*cluster);
        return m_cluster->createDatabase(QStringLiteral("workspace"))
            .and_then([](const QString &url) { return parseLocation(url); });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PgCluster> m_cluster;
    Location m_location;
};

/// Opens \a test for the data row's backend; skips the row where PostgreSQL is not installed and
/// not required.
#define OPEN_BACKEND(test)                                                                         \
    QFETCH(bool, onServer);                                                                        \
    if (const QString reason = (test).open(onServer); !reason.isEmpty()) {                         \
        if (onServer && !PgCluster::isRequired())                                                  \
            QSKIP(qPrintable(reason));                                                             \
        QFAIL(qPrintable(reason));                                                                 \
    }
