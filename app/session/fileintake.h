// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// A file as it was read, to be attached to an entry.
struct FreshFile
{
    QString name; ///< without its folder
    QByteArray bytes;
    QString checksum; ///< SHA-256, hexadecimal

    friend bool operator==(const FreshFile &, const FreshFile &) = default;
};

/// A file that cannot be attached, with the reason.
struct RefusedFile
{
    QString name;
    Error error;
};

struct FileArrival
{
    QList<FreshFile> files; ///< in the order of the paths
    QList<RefusedFile> refused;
};

/// The largest file that is attached, in bytes.
inline constexpr qint64 MostAttachedBytes = 25LL * 1000 * 1000;

/// Reads \a paths as files to attach. Blocks: for a worker. Refused are what is no file, cannot be read or is larger than MostAttachedBytes.
[[nodiscard]] FileArrival readFilesToAttach(const QStringList &paths);
