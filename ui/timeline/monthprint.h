// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

class QWidget;
struct PlannedMonth;

/// A month on its way to a printer or a PDF file.
namespace MonthPrint {
/// Shows how \a month will look, from where it can be printed or the paper be chosen. Returns at once.
void preview(const PlannedMonth &month, QWidget *parent);
/// Writes a PDF file as a whole. Errors: Rejected for another ending than ".pdf", Io.
[[nodiscard]] Result<> writePdf(const PlannedMonth &month, const QString &path);
} // namespace MonthPrint
