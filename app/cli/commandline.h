// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class Clock;
class ReportPainter;

/// Whether \a arguments (without the program's name) name a subcommand, so that no window is wanted.
[[nodiscard]] bool isSubcommand(const QStringList &arguments);
/// Whether they ask for a picture, which needs a QApplication on the offscreen platform.
[[nodiscard]] bool wantsPicture(const QStringList &arguments);
/// Runs a subcommand: results to standard output, messages to standard error. Returns 0 (done), 1 (done, with rejected rows or failed checks), 2 (wrong usage)
/// or 3 (could not be done; nothing was changed).
[[nodiscard]] int runCommandLine(
    const QStringList &arguments, const ReportPainter &painter, const Clock &clock);
