// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/recordtold.h"

#include "base/timetext.h"
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
class RecordText
{
    Q_DECLARE_TR_FUNCTIONS(RecordTold)
};

bool isFromThenOn(const DateSpan &span, QDate day)
{
    return span.from && *span.from >= day;
}

/// Whether all whose paths the report follows entered on \a day or later.
bool isOnRecord(const ReportKind &kind, const ChartFilter &filter, QDate day)
{
    if (kind.followsEntries)
        return isFromThenOn(filter.span, day) || isFromThenOn(filter.cohort, day);
    return !kind.earlierPaths.isOfEverybody && isFromThenOn(filter.cohort, day);
}
} // namespace

void tellLogStart(Report &report, const ReportKind &kind, const std::optional<LogStart> &start,
    const ReportQuestion &asked)
{
    report.document.insert(
        u"logStart"_s, ReportWords::json(start ? std::optional(start->day) : std::nullopt));
    if (!start || isOnRecord(kind, asked.filter, start->day))
        return;
    const QString day = dateText(start->day, QLocale());
    const QString words = RecordText::tr("moves on record since %1").arg(day);
    const QString definition = ReportWords::sentences(
        {RecordText::tr("The first move on record is of %1. Of %L2 who entered before, about %L3 "
                        "would have moved by then at the pace of those who entered since.")
                .arg(day)
                .arg(start->enteredBefore)
                .arg(std::llround(start->missing)),
            kind.followsEntries ? RecordText::tr("Shares of them are too low.")
                                : kind.earlierPaths.meaning});
    const auto tell = [&](Chart &chart) {
        chart.subtitle = ReportWords::subtitle({chart.subtitle, words});
        chart.definition = ReportWords::sentences({chart.definition, definition});
    };
    tell(report.chart);
    tell(report.table);
    if (report.funnel)
        tell(report.funnel->chart);
}
