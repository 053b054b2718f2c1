// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui_pipeline/drawing.h"

/// The picture of a report for paper with all words, and its table as CSV. It is at least \a width wide. Needs a QGuiApplication.
[[nodiscard]] Drawing reportPicture(const Report &report, qreal width = AloneWidth);
/// The same as the window shows it: below it, and as wide, stands that of the earlier time with which it is compared.
[[nodiscard]] Drawing comparedPicture(const Report &report, qreal width = AloneWidth);
/// Writes that to a file, as exportDrawing().
[[nodiscard]] Result<> exportReport(const Report &report, const QString &path);
