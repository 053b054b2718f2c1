// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/funnelreport.h"
#include "ui_pipeline/drawing.h"

/// The funnel for paper: with title, subtitle, definition and legend, at least \a width wide. Needs a QGuiApplication.
[[nodiscard]] Drawing funnelDrawing(const FunnelReport &report, qreal width = AloneWidth,
    const PaperLook &paper = PaperLook::ofProgram());
