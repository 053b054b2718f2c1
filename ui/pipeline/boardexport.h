// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/printedboard.h"
#include "ui_pipeline/drawing.h"

/// A report for paper: its picture with all words, that of the time it is compared with, and below them its figures; of a long table some rows, as PrintedTable has it. Needs a QGuiApplication.
[[nodiscard]] Drawing reportDrawing(const Report &report, qreal width = OnPageWidth,
    const PaperLook &paper = PaperLook::ofProgram());
/// What stands above them on paper: the board's title with what was asked.
[[nodiscard]] ReportHead headOf(const PrintedBoard &board);
/// Writes a PDF: the head, then each report; as exportPages(). On the GUI thread.
[[nodiscard]] Result<> exportBoard(const PrintedBoard &board, const QString &path);
