// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// What had touched those who converted, with its credit by a rule that the subtitle says in words, and beside it how many of
/// those who did and did not convert it had touched.
[[nodiscard]] ReportKind attributionReport();
