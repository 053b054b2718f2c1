// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/periods.h"

#include <algorithm>

namespace {

// The columns' seconds are of 1970 to 2106; a local day may be one earlier or later.
constexpr qint64 FirstPeriodDay = 2440587; // 1969-12-31 as a Julian day
constexpr size_t PeriodDays = 49'720;

} // namespace

QDate periodStart(QDate day, Period period)
{
    switch (period) {
    case Period::Day:
        return day;
    case Period::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Period::Month:
        return {day.year(), day.month(), 1};
    }
    Q_UNREACHABLE();
}

QDate nextPeriod(QDate start, Period period)
{
    switch (period) {
    case Period::Day:
        return start.addDays(1);
    case Period::Week:
        return start.addDays(7);
    case Period::Month:
        return start.addMonths(1);
    }
    Q_UNREACHABLE();
}

QList<PeriodSpan> periodsBetween(
    QDate first, QDate end, Period period, qint64 asOf, const QTimeZone &zone)
{
    QList<PeriodSpan> periods;
    if (!first.isValid() || !end.isValid() || first >= end)
        return periods;
    // A day is over when the next one has begun.
    const QDate today = asOf == 0 ? QDate() : localDay(asOf, zone);
    for (QDate start = periodStart(first, period); start < end; start = nextPeriod(start, period)) {
        const QDate next = nextPeriod(start, period);
        const PeriodSpan cut {std::max(start, first), std::min(next, end)};
        periods.append({cut.from, cut.to, cut.from == start && cut.to == next,
            !today.isValid() || cut.to <= today});
    }
    return periods;
}

PeriodNumbers::PeriodNumbers(Period period, const QTimeZone &zone)
    : m_period(period)
    , m_days(zone)
    , m_ofDay(PeriodDays, -1)
{ }

int PeriodNumbers::numberAt(quint32 seconds)
{
    const qint64 day = m_days.julianDay(qint64(seconds) * 1000);
    qint32 &number = m_ofDay[size_t(day - FirstPeriodDay)];
    if (number < 0) {
        const QDate start = periodStart(QDate::fromJulianDay(day), m_period);
        const auto known = m_numbers.constFind(start);
        number = known == m_numbers.constEnd() ? count() : *known;
        m_numbers.insert(start, number);
    }
    return number;
}

int PeriodNumbers::find(QDate day) const
{
    return m_numbers.value(periodStart(day, m_period), -1);
}

QDate PeriodNumbers::begin() const
{
    return m_numbers.isEmpty() ? QDate() : m_numbers.firstKey();
}

QDate PeriodNumbers::end() const
{
    return m_numbers.isEmpty() ? QDate() : nextPeriod(m_numbers.lastKey(), m_period);
}

int goalStep(const QList<Stage> &steps, std::optional<int> chosen)
{
    const auto last = int(steps.size()) - 1;
    if (chosen)
        return std::clamp(*chosen, std::min(0, last), last);
    const auto won = std::ranges::find(steps, StageKind::Won, &Stage::kind);
    return won == steps.end() ? last : int(won - steps.begin());
}
