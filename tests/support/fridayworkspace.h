// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"
#include "test_support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// An empty workspace in a file of its own, on a clock that stands at Friday, 20 November 2026, 10:00 UTC.
class FridayWorkspace
{
public:
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString create()
    {
        auto created = Workspace::createNow(
            m_folder.filePath(QStringLiteral("test.pullpush")), {.zone = "UTC"}, clock);
        if (!created)
            return created.error().message + QLatin1Char(' ') + created.error().detail;
        workspace = *created;
        return {};
    }
    [[nodiscard]] Workspace *operator->() const { return workspace.get(); }
    [[nodiscard]] Workspace &operator*() const { return *workspace; }
    /// Waits until all that was committed is written.
    [[nodiscard]] bool settle() const
    {
        return QTest::qWaitFor([this] { return !workspace->isWriting(); });
    }
    /// Writes \a text to a new file of the workspace's folder and returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return file.fileName();
    }

    FakeClock clock {1'795'168'800'000};
    std::shared_ptr<Workspace> workspace;

private:
    QTemporaryDir m_folder;
};
