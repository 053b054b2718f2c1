// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_shell/workspacecontroller.h"

/// What the window is made of: the areas in the order of the rail, the page for imports, and what leads from one area to another.
[[nodiscard]] WorkspaceController::Builders windowBuilders();
