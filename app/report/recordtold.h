// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/logstart.h"
#include "report/report.h"

/// Says in \a report from when on moves are on record: as "logStart" in the document, null where nothing is missing; and in words beside its chart
/// where some whom the question \a asked counts entered before.
void tellLogStart(
    Report &report, const std::optional<LogStart> &start, const ReportQuestion &asked);
