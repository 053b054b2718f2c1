// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/printedboard.h"
#include "ui_pipeline/drawing.h"

/// A report for paper: its picture with all words, that of the time it is compared with, and below them its figures; of a long table the first rows. Needs a QGuiApplication.
[[nodiscard]] Drawing reportDrawing(const Report &report, qreal width = OnPageWidth);
/// The content of a PDF: the head with what was asked, then each report.
[[nodiscard]] QByteArray drawnBoard(const PrintedBoard &board);
/// Writes that to a file, as exportPages().
[[nodiscard]] Result<> exportBoard(const PrintedBoard &board, const QString &path);
