// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pipelinewords.h"

#include "base/moment.h"
#include "report/reportwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
class VersionText
{
    Q_DECLARE_TR_FUNCTIONS(PipelineWords)
};
} // namespace

void tellPipeline(Report &report, const ShownPipeline &shown, const QTimeZone &zone)
{
    report.document.insert(u"pipelineVersion"_s, shown.number);
    if (shown.number < 2)
        return;
    const QString words = VersionText::tr("pipeline version %L1, in use since %2")
                              .arg(shown.number)
                              .arg(dayText(localDay(shown.since, zone)));
    report.chart.subtitle = ReportWords::subtitle({report.chart.subtitle, words});
    report.table.subtitle = report.chart.subtitle;
    if (report.funnel)
        report.funnel->chart.subtitle = report.chart.subtitle;
}
