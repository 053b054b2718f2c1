// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// What open deals will bring by the month of the expected decision, as a range: a row for each month and currency, and for what has no month.
[[nodiscard]] ReportKind forecastReport();
