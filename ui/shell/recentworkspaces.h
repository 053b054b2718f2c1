// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSettings;

/// A workspace that was open before. \a location is a file name or a server address.
struct RecentWorkspace
{
    QString location;
    qint64 opened = 0; ///< Unix milliseconds, UTC
    QString title = {}; ///< the brand's, as the workspace says it; empty where it is not known yet

    /// The brand's, else the file's without suffix, or the database's.
    [[nodiscard]] QString name() const;
    /// The folder, or the server; without a password.
    [[nodiscard]] QString place() const;
    /// The file is gone. A server is never asked.
    [[nodiscard]] bool isMissing() const;

    friend bool operator==(const RecentWorkspace &, const RecentWorkspace &) = default;
};

/// Whether \a location is the address of a server rather than a file, in either way to write it.
[[nodiscard]] bool isServer(const QString &location);

/// The list in the user's settings, newest first, ten at most.
namespace RecentWorkspaces {

[[nodiscard]] QList<RecentWorkspace> read(QSettings &settings);
/// Puts \a location on top, without the password that a server's address may have. \a now in Unix
/// milliseconds. \a title: how the workspace calls itself.
void remember(QSettings &settings, const QString &location, qint64 now, const QString &title = {});
void forget(QSettings &settings, const QString &location);

} // namespace RecentWorkspaces
