// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// What became of those whom marketing offered to sales.
[[nodiscard]] ReportKind handoverReport();
