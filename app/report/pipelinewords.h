// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reports.h"

#include <QTimeZone>

/// Which of the team's pipelines a chart shows.
struct ShownPipeline
{
    int number = 1; ///< of the version, from 1
    qint64 since = 0; ///< Unix milliseconds; 0: from the beginning
};

/// Says so in \a report: as "pipelineVersion" in the document, and where there was more than one, in words in the subtitle.
void tellPipeline(Report &report, const ShownPipeline &shown, const QTimeZone &zone);
