// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counting.h"
#include "ui_common/theme.h"

/// How a counter is shown: quiet, a warning when the limit is near, an error beyond it.
[[nodiscard]] ColourRole roleOf(const Count &count);
