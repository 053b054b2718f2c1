// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"
#include "test_support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// An open workspace in a temporary file, in Berlin, on 1 January 2026.
class TestWorkspace
{
public:
    TestWorkspace()
    {
        const auto made = Workspace::createNow(
            m_folder.filePath(QStringLiteral("test.pullpush")), {"Europe/Berlin", false}, clock);
        if (made)
            m_workspace = *made;
    }
    [[nodiscard]] bool isOpen() const { return m_workspace != nullptr; }
    Workspace &operator*() { return *m_workspace; }
    Workspace *operator->() { return m_workspace.get(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Closes it and opens the file again, a second later.
    void reopen()
    {
        clock.advance(1000);
        const QString location = m_workspace->location();
        m_workspace.reset();
        const auto opened = Workspace::openNow(location, clock);
        if (opened)
            m_workspace = *opened;
    }
    /// A second window on the same file.
    [[nodiscard]] std::shared_ptr<Workspace> another() const
    {
        const auto opened = Workspace::openNow(m_workspace->location(), clock);
        return opened ? *opened : nullptr;
    }

    FakeClock clock;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
};
