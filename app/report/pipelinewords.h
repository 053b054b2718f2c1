// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QTimeZone>

/// Says in \a report which pipeline it shows: as "pipelineVersion" in the document, and where there was more than one, in words in the subtitle.
void tellPipeline(Report &report, const ShownPipeline &shown, const QTimeZone &zone);
