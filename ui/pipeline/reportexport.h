// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui_pipeline/drawing.h"

/// Whether the drawing of a report, or of the earlier time with which it is compared, is made on the GUI thread alone: Qt Charts draws its
/// lines. All others are made on any thread. What was made is painted on any.
[[nodiscard]] bool needsGuiThread(const Report &report);
/// The picture of a report for paper with all words, and its table as CSV. It is at least \a width wide. Needs a QGuiApplication.
[[nodiscard]] Drawing reportPicture(const Report &report, qreal width = AloneWidth,
    const PaperLook &paper = PaperLook::ofProgram());
/// The same as the window shows it: below it, and as wide, stands that of the earlier time with which it is compared.
[[nodiscard]] Drawing comparedPicture(const Report &report, qreal width = AloneWidth,
    const PaperLook &paper = PaperLook::ofProgram());
/// Writes that to a file, as exportDrawing(). On the GUI thread.
[[nodiscard]] Result<> exportReport(const Report &report, const QString &path);
