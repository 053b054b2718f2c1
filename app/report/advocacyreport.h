// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// Whether customers bring the next ones: how many brought somebody, what became of those, who wrote a review, who came back.
/// Counts, not names: the people behind a row are found by whoever may know them.
[[nodiscard]] ReportKind advocacyReport();
