// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// Why prospects are lost, and at which stage.
[[nodiscard]] ReportKind lostReasonsReport();
