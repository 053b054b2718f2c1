// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// Who has been at a stage for longer than is usual there, and with whom nobody has spoken: a row for each stage before the sale; behind it are those who are
/// there too long.
[[nodiscard]] ReportKind ageingReport();
