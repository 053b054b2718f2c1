// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/prospectservice.h"
#include "session/workspace.h"
#include "test_support/fakeclock.h"
#include "test_support/testbackend.h"

#include <QFile>
#include <QTest>

#include <memory>

/// An open workspace in a temporary file, in Berlin, on 1 January 2026.
class TestWorkspace : public TestBackend
{
public:
    TestWorkspace() { (void)create({.zone = "Europe/Berlin"}); }
    [[nodiscard]] bool isOpen() const { return m_workspace != nullptr; }
    Workspace &operator*() const { return *m_workspace; }
    Workspace *operator->() const { return m_workspace.get(); }
    /// Null where none is open.
    [[nodiscard]] Workspace *get() const { return m_workspace.get(); }
    /// Waits until all that was committed is written; false where that takes too long.
    [[nodiscard]] bool settle() const
    {
        return QTest::qWaitFor([this] { return !m_workspace->isWriting(); });
    }
    /// A prospect of that name, once they are written; null where that takes too long.
    [[nodiscard]] ProspectId person(const QString &name) const
    {
        Prospect prospect;
        prospect.name = name;
        const ProspectId id = m_workspace->prospects().create(prospect);
        return settle() ? id : ProspectId();
    }
    /// Writes \a bytes to a file of the workspace's folder and returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a fixture");
        return file.fileName();
    }
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
    /// A second window on it, of the member with that \a login, or of the first one; null where it does not open.
    [[nodiscard]] std::shared_ptr<Workspace> another(const QString &login = {}) const
    {
        const auto opened = Workspace::openNow(m_workspace->location(), clock, login);
        return opened ? *opened : nullptr;
    }

    FakeClock clock;

protected:
    /// None yet; the clock stands at \a start.
    explicit TestWorkspace(qint64 start)
        : clock(start)
    { }
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString create(const Workspace::CreateOptions &options, bool onServer = false)
    {
        const auto made = place(onServer).and_then([&](const QString &location) {
            return Workspace::createNow(location, options, clock);
        });
        if (!made)
            return made.error().message + QLatin1Char(' ') + made.error().detail;
        m_workspace = *made;
        return {};
    }

private:
    std::shared_ptr<Workspace> m_workspace;
};
