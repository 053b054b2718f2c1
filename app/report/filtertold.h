// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

/// Says in \a report whom it counts, as far as a filter leaves anybody out: all parts as "filter" in the document; the cohort, the stages and the people in
/// words in the subtitle, and in the definition whom a set of people leaves out besides. Sources and owners each report names itself. \a stages are those of the
/// whole pipeline.
///   filter: sources · owners (ids, null: nobody) · cohort {from, to} · stages (keys, null: none) · people {name, count}
void tellFilter(Report &report, const ChartFilter &filter, const QList<Stage> &stages);
