// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reports.h"

#include "report/activityreport.h"
#include "report/advocacyreport.h"
#include "report/ageingreport.h"
#include "report/annotations.h"
#include "report/attributionreport.h"
#include "report/cohortsreport.h"
#include "report/comparison.h"
#include "report/dwellreport.h"
#include "report/filtertold.h"
#include "report/flowreport.h"
#include "report/forecastreport.h"
#include "report/funnelreport.h"
#include "report/handoverreport.h"
#include "report/hopsreport.h"
#include "report/lostreasonsreport.h"
#include "report/movesreport.h"
#include "report/outcomesreport.h"
#include "report/pipelinewords.h"
#include "report/recordtold.h"
#include "report/trendreport.h"
#include "report/velocityreport.h"

#include <algorithm>

const QList<ReportKind> &reportKinds()
{
    static const QList<ReportKind> kinds {
        funnelReport(),
        flowReport(),
        movesReport(),
        outcomesReport(),
        dwellReport(),
        cohortsReport(),
        trendReport(),
        ageingReport(),
        velocityReport(),
        forecastReport(),
        attributionReport(),
        advocacyReport(),
        handoverReport(),
        lostReasonsReport(),
        hopsReport(),
        activityReport(),
    };
    return kinds;
}

const ReportKind *reportKind(const QString &id)
{
    const auto found = std::ranges::find(reportKinds(), id, &ReportKind::id);
    return found == reportKinds().end() ? nullptr : &*found;
}

Report makeReport(const ReportKind &kind, const ReportData &data, const ReportQuestion &question)
{
    ReportQuestion asked = question;
    const std::optional<LogStart> start =
        kind.needsRecord() ? data.columns->logStart() : std::nullopt;
    if (start)
        asked.logStart = start->day;
    const auto answer = [&](const ReportQuestion &one) {
        Report report = kind.make(data, one);
        annotate(report, one, data.columns->stages());
        tellPipeline(report, data.pipeline, data.columns->zone());
        tellFilter(report, one.filter, data.columns->stages());
        if (kind.needsRecord())
            tellLogStart(report, kind, start, one);
        return report;
    };
    Report now = answer(asked);
    if (!question.compareWith)
        return now;
    ReportQuestion then = asked;
    then.filter.span = *question.compareWith;
    return compared(now, answer(then), *question.compareWith);
}
