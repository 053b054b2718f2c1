// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// Starts a program on the offscreen platform and watches it from outside.
struct Started
{
    double milliseconds = 0; ///< from start to the awaited line
    qint64 residentKib = 0; ///< \c settleMs after it
};

/// \a configuration is a folder that stands for the user's configuration. Waits for a line on either output that holds \a line (30 s at most), then \a settleMs more, reads the resident memory and ends the program.
[[nodiscard]] std::optional<Started> startAndWatch(const QString &program,
    const QStringList &arguments, const QString &configuration, const QString &line, int settleMs);
/// VmRSS of a process in KiB; 0 where it is gone.
[[nodiscard]] qint64 residentKib(qint64 pid);
