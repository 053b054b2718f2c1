// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/periods.h"
#include "analytics/wilson.h"

#include <QJsonObject>

/// What reports say of days, weeks and months, and of what was reached by those who entered in them.
namespace PeriodWords {

/// "5 Jan 2026" for a day or a week (its Monday), "May 2018"; of a cut one its first and last day.
[[nodiscard]] QString name(const PeriodSpan &span, Period period);
/// "on 5 Jan 2026", "in the week from 5 Jan 2026", "in May 2018", "from … to …".
[[nodiscard]] QString during(const PeriodSpan &span, Period period);
/// What stands above a column of names: "Day", "Week from", "Month".
[[nodiscard]] QString column(Period period);
/// "by day", "by week", "by month".
[[nodiscard]] QString by(Period period);
/// "entered from … to …": who is counted. The end of \a span is exclusive.
[[nodiscard]] QString entered(const DateSpan &span);
/// "3 entered at an unknown time"; empty for nobody.
[[nodiscard]] QString undated(qint64 count);

/// How many of those who entered in a period reached a stage.
struct Conversion
{
    PeriodSpan span;
    Proportion share; ///< of enough for a rate
};
/// One sentence on the latest periods, the newest first: of two only then that they differ where their intervals do not
/// overlap. \a latest has one or more, \a goal is the stage's name.
[[nodiscard]] QString finding(
    const QList<Conversion> &latest, Period period, const QString &goal, int days);
/// The sentence where there is no such period: \a entered is how many entered at a known time.
[[nodiscard]] QString noFinding(qint64 entered, qint64 undated);

/// {"from","to","complete"} of a document; "to" is exclusive.
[[nodiscard]] QJsonObject json(const PeriodSpan &span);

} // namespace PeriodWords
