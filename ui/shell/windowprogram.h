// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_shell/workspacecontroller.h"

class QApplication;

/// The program with its window: theme, settings, icons and names for readers, then the window until it closes. \a location is a
/// workspace to open, or empty. Returns the exit code.
[[nodiscard]] int runWindow(
    QApplication &app, const QString &location, WorkspaceController::Builders builders);
