// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/periodwords.h"

#include "report/chart.h"
#include "report/reportwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class WordsOfPeriods
{
    Q_DECLARE_TR_FUNCTIONS(PeriodWords)
};

QString monthName(QDate month)
{
    const QLocale locale;
    //: A month: its name and its year.
    return WordsOfPeriods::tr("%1 %2", "month and year")
        .arg(locale.standaloneMonthName(month.month()), QString::number(month.year()));
}

} // namespace

QString PeriodWords::name(const PeriodSpan &span, Period period)
{
    if (!span.isWhole) {
        const QDate last = span.to.addDays(-1);
        return last == span.from ? dayText(last)
                                 : WordsOfPeriods::tr("%1 – %2", "first and last day")
                                       .arg(dayText(span.from), dayText(last));
    }
    return period == Period::Month ? monthName(span.from) : dayText(span.from);
}

QString PeriodWords::during(const PeriodSpan &span, Period period)
{
    if (!span.isWhole)
        return ReportWords::during(span.days());
    switch (period) {
    case Period::Day:
        //: When something happened: on a day.
        return WordsOfPeriods::tr("on %1").arg(dayText(span.from));
    case Period::Week:
        return WordsOfPeriods::tr("in the week from %1").arg(dayText(span.from));
    case Period::Month:
        //: When something happened: in a month.
        return WordsOfPeriods::tr("in %1").arg(monthName(span.from));
    }
    Q_UNREACHABLE();
}

QString PeriodWords::column(Period period)
{
    switch (period) {
    case Period::Day:
        return WordsOfPeriods::tr("Day");
    case Period::Week:
        return WordsOfPeriods::tr("Week from");
    case Period::Month:
        return WordsOfPeriods::tr("Month");
    }
    Q_UNREACHABLE();
}

QString PeriodWords::by(Period period)
{
    switch (period) {
    case Period::Day:
        return WordsOfPeriods::tr("by day");
    case Period::Week:
        return WordsOfPeriods::tr("by week");
    case Period::Month:
        return WordsOfPeriods::tr("by month");
    }
    Q_UNREACHABLE();
}

QString PeriodWords::entered(const DateSpan &span)
{
    //: Whom a chart counts: %1 is "from 1 May 2026 to 31 May 2026", "since …", "until …" or "at any time".
    return WordsOfPeriods::tr("entered %1").arg(ReportWords::during(span));
}

QString PeriodWords::undated(qint64 count)
{
    return count == 0 ? QString()
                      : WordsOfPeriods::tr("%Ln entered at an unknown time", nullptr, int(count));
}

QString PeriodWords::finding(
    const QList<Conversion> &latest, Period period, const QString &goal, int days)
{
    const Conversion &newer = latest.first();
    const QString when = during(newer.span, period);
    const QString rate = shareText(newer.share);
    if (latest.size() < 2) {
        //: %1 is a rate, %2 "in May 2018", %3 a stage.
        return WordsOfPeriods::tr(
            "%1 of those who entered %2 reached %3 within %Ln day(s)", nullptr, days)
            .arg(rate, when, goal);
    }
    const Conversion &older = latest.at(1);
    const QString before = during(older.span, period);
    const QString rateBefore = shareText(older.share);
    const Interval now = newer.share.interval().value_or(Interval());
    const Interval then = older.share.interval().value_or(Interval());
    if (now.low > then.high) {
        //: %1 and %4 are rates, %2 and %5 "in May 2018", %3 a stage.
        return WordsOfPeriods::tr("%1 of those who entered %2 reached %3 within %Ln day(s), more "
                                  "than the %4 of those who entered %5",
            nullptr, days)
            .arg(rate, when, goal, rateBefore, before);
    }
    if (now.high < then.low) {
        //: %1 and %4 are rates, %2 and %5 "in May 2018", %3 a stage.
        return WordsOfPeriods::tr("%1 of those who entered %2 reached %3 within %Ln day(s), fewer "
                                  "than the %4 of those who entered %5",
            nullptr, days)
            .arg(rate, when, goal, rateBefore, before);
    }
    //: %1 and %4 are rates, %2 and %5 "in May 2018", %3 a stage.
    return WordsOfPeriods::tr("%1 of those who entered %2 reached %3 within %Ln day(s), which does "
                              "not differ clearly from the %4 of those who entered %5",
        nullptr, days)
        .arg(rate, when, goal, rateBefore, before);
}

QString PeriodWords::noFinding(qint64 entered, qint64 undated)
{
    if (entered > 0) {
        return WordsOfPeriods::tr("No period is over, large enough and old enough for a rate yet");
    }
    return undated > 0 ? WordsOfPeriods::tr("Nobody entered at a known time")
                       : WordsOfPeriods::tr("Nobody entered the pipeline in this time");
}

QJsonObject PeriodWords::json(const PeriodSpan &span)
{
    return {{u"from"_s, span.from.toString(Qt::ISODate)}, {u"to"_s, span.to.toString(Qt::ISODate)},
        {u"complete"_s, span.isComplete()}};
}
