// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/area.h"
#include "ui_common/theme.h"

/// How a message of that severity is marked; the icon tells what the colour tells.
[[nodiscard]] ColourRole severityRole(NoticeSeverity severity);
[[nodiscard]] QIcon severityIcon(NoticeSeverity severity);
