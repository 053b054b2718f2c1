// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/printedboard.h"
#include "report/report.h"
#include "session/plannedmonth.h"

#include <QString>

/// Draws a report into a file: implemented above, where widgets are known.
class ReportPainter
{
public:
    virtual ~ReportPainter() = default;
    /// Writes PNG, SVG or PDF by the file name's ending, with the earlier time with which it is compared. Errors: Rejected for another ending, Io.
    [[nodiscard]] virtual Result<> paint(const Report &report, const QString &file) const = 0;
    /// Writes a board of several pages as PDF. Errors: Rejected for another ending, Io.
    [[nodiscard]] virtual Result<> paint(const PrintedBoard &board, const QString &file) const = 0;
    /// Writes a month of the calendar as PDF. Errors: Rejected for another ending, Io.
    [[nodiscard]] virtual Result<> paint(const PlannedMonth &month, const QString &file) const = 0;
};
