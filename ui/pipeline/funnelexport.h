// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/funnelreport.h"

/// Writes the funnel as a picture or page for paper: white, with title, subtitle, definition and legend. The suffix of
/// \a path decides: .png (twice the size), .svg or .pdf (one page). Rejected for another suffix, Io where it cannot
/// be written. Needs a QGuiApplication.
[[nodiscard]] Result<> exportFunnel(const FunnelReport &report, const QString &path);
