// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/pgcluster.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// For a fixture to derive from: a temporary folder, and where a workspace can be made on either database.
class TestBackend
{
public:
    /// The rows of a data driven test that runs on both: call it in the _data function, and OPEN_BACKEND in the test.
    static void addBackends()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }
    /// In the folder.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

protected:
    /// A file that is not there yet, or the address of an empty database.
    [[nodiscard]] Result<QString> place(bool onServer)
    {
        if (!onServer)
            return path(QStringLiteral("test.pullpush"));
        auto cluster = PgCluster::start();
        if (!cluster)
            return tl::unexpected(cluster.error());
        m_cluster = std::move(*cluster);
        return m_cluster->createDatabase(QStringLiteral("workspace"));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PgCluster> m_cluster;
};

/// Opens \a test (a fixture, or *this of a test that has one) for the data row's backend by its open(onServer), which returns an empty text or what failed; skips
/// the row where PostgreSQL is not installed and not required.
#define OPEN_BACKEND(test)                                                                         \
    QFETCH(bool, onServer);                                                                        \
    if (const QString reason = (test).open(onServer); !reason.isEmpty()) {                         \
        if (onServer && !PgCluster::isRequired())                                                  \
            QSKIP(qPrintable(reason));                                                             \
        QFAIL(qPrintable(reason));                                                                 \
    }
