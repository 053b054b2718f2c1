// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table.h"

/// The first sheet of an Excel workbook (XLSX, ECMA-376), at most \a most rows. Cells with a date format come as
/// "2026-01-31", "14:30:00" or "2026-01-31 14:30:00" (also of workbooks that count from 1904), truth
/// values as "true" and "false", formulas as the value that was saved with them. Sizes and ratios of
/// the archive's entries are checked while they are unpacked, so that no bomb goes off. Errors: Io,
/// Rejected (no workbook, damaged, too large).
[[nodiscard]] Result<Table> readWorkbook(const QString &path, qsizetype most);
