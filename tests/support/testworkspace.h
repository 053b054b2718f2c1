// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"
#include "test_support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// An open workspace in a temporary file, in Berlin, on 1 January 2026.
class TestWorkspace
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
    /// In the workspace's folder.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes \a bytes to a file of the workspace's folder and returns its path.
    QString file(const QString &name, const QByteArray &bytes) const
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
    /// A second window on the same file.
    [[nodiscard]] std::shared_ptr<Workspace> another() const
    {
        const auto opened = Workspace::openNow(m_workspace->location(), clock);
        return opened ? *opened : nullptr;
    }

    FakeClock clock;

protected:
    /// None yet; the clock stands at \a start.
    explicit TestWorkspace(qint64 start)
        : clock(start)
    { }
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString create(const Workspace::CreateOptions &options)
    {
        const auto made =
            Workspace::createNow(path(QStringLiteral("test.pullpush")), options, clock);
        if (!made)
            return made.error().message + QLatin1Char(' ') + made.error().detail;
        m_workspace = *made;
        return {};
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
};
