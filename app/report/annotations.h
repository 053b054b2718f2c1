// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"
#include "report/report.h"

/// Puts the notes and goals of \a question into \a report, where they can be drawn: notes at their day where the picture is over days, goals of that
/// report as a line where they count in what the picture counts. In the document they are "notes" and "goals". \a stages is the whole pipeline.
void annotate(Report &report, const ReportQuestion &question, const QList<Stage> &stages);
