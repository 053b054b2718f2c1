// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "test_support/fakeclock.h"
#include "test_support/testbackend.h"

#include <memory>

/// Empty workspaces on both databases for a data driven test: call addBackends() in the _data
/// function and make one TestDatabase in the test. A database server that is missing skips the row
/// visibly, or fails where it is required.
class TestDatabase : public TestBackend
{
public:
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString open(bool onServer)
    {
        auto location =
            place(onServer).and_then([](const QString &text) { return parseLocation(text); });
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
    Location m_location;
};
