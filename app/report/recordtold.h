// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/logstart.h"
#include "report/report.h"

/// Says in \a report of \a kind, which depends on the record of moves, from when on they are on record: as "logStart" in the document, null where nothing is
/// missing; and in words beside its chart where some whose paths it follows entered before: whom the question \a asked counts, or everybody.
void tellLogStart(Report &report, const ReportKind &kind, const std::optional<LogStart> &start,
    const ReportQuestion &asked);
