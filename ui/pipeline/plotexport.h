// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"
#include "ui_pipeline/drawing.h"

/// A chart for paper: with title, subtitle, picture and definition, \a width wide. Needs a QGuiApplication; of lines on its thread.
[[nodiscard]] Drawing chartDrawing(
    const Chart &chart, qreal width = AloneWidth, const PaperLook &paper = PaperLook::ofProgram());
