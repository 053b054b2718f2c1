// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// What each member did, by name: no ranking.
[[nodiscard]] ReportKind activityReport();
