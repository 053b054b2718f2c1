// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_shell/workspacecontroller.h"

#include <QStringList>

#include <optional>

class QApplication;

/// What takes no window: the version, or the word that there is no display to open one on. The exit code, or nothing where a window
/// can be opened. \a arguments are those of the program, without its name.
[[nodiscard]] std::optional<int> answerWithoutWindow(const QStringList &arguments);

/// The program with its window: theme, settings, icons and names for readers, then the window until it closes. \a arguments
/// are what Qt left of the program's: a workspace to open, or nothing. Returns the exit code, 2 for wrong usage.
[[nodiscard]] int runWindow(
    QApplication &app, const QStringList &arguments, WorkspaceController::Builders builders);
