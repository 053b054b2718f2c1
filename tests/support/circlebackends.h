// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/circlereaders.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

/// CircleReaders on both databases, each made when a test first needs it and kept for the next: for data driven tests whose rows name a reader. Each reads
/// through the program's own filters.
class CircleBackends
{
public:
    using Fill = Result<> (*)(Transaction &);

    /// \a more is written besides what the fixture holds.
    explicit CircleBackends(Fill more)
        : m_more(more)
    { }
    /// The reason why there is none, or an empty text: for OPEN_BACKEND.
    [[nodiscard]] QString open(bool onServer)
    {
        if (m_open.contains(onServer))
            return {};
        auto readers = std::make_unique<CircleReaders>();
        if (QString reason = readers->open(onServer); !reason.isEmpty())
            return reason;
        if (const auto done = readers->write(m_more); !done)
            return done.error().message;
        m_open[onServer] = std::move(readers);
        return {};
    }
    /// Whatever was written since is gone with them.
    void close() { m_open.clear(); }
    /// Runs \a job past the policies of one that is open.
    template<typename Job>
    auto write(bool onServer, Job job)
    {
        return m_open.at(onServer)->write(std::move(job));
    }
    /// A connection of that reader to one that is open; null where there is none.
    [[nodiscard]] std::unique_ptr<Connection> as(const QString &login, bool onServer) const
    {
        const User user = *std::ranges::find(readers(), login, &User::login);
        auto connection = m_open.at(onServer)->as(user);
        if (connection)
            connection->setViewer(CircleFixture::viewerOf(user));
        return connection;
    }

    [[nodiscard]] static const QList<User> &readers()
    {
        static const QList<User> all {
            CircleFixture::ann, CircleFixture::bob, CircleFixture::cat, CircleFixture::meg};
        return all;
    }
    /// The rows of a test that each of them runs on both.
    static void addReaders()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<QString>("login");
        for (const bool onServer : {false, true}) {
            for (const User &reader : readers()) {
                QTest::addRow(
                    "%s, %s", qPrintable(reader.login), onServer ? "postgresql" : "sqlite")
                    << onServer << reader.login;
            }
        }
    }

private:
    Fill m_more;
    std::map<bool, std::unique_ptr<CircleReaders>> m_open; ///< by whether on a server
};
