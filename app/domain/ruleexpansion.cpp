// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ruleexpansion.h"

#include <algorithm>

using Unit = RuleParts::Unit;

namespace {
constexpr qint64 SecondsOfDay = 86400;
constexpr int LastYear = 9999;
constexpr int YearsOfCycle = 400; ///< after which the Gregorian calendar repeats itself

/// The week's first day, for weeks that begin on \a weekStart.
QDate beginOfWeek(QDate day, int weekStart)
{
    return day.addDays(-((day.dayOfWeek() - weekStart + 7) % 7));
}

/// The first day of the first week of \a year: the one with at least four days of it.
QDate beginOfWeekYear(int year, int weekStart)
{
    return beginOfWeek(QDate(year, 1, 4), weekStart);
}

int weekYearOf(QDate day, int weekStart)
{
    // The year in which the week's fourth day lies.
    return beginOfWeek(day, weekStart).addDays(3).year();
}

/// Whether \a values hold \a position, counted from 1, or from the end of \a size.
bool names(const QList<int> &values, int position, int size)
{
    return values.contains(position) || values.contains(position - size - 1);
}

bool fitsWeek(QDate day, const QList<int> &weekNumbers, int weekStart)
{
    const int year = weekYearOf(day, weekStart);
    const QDate first = beginOfWeekYear(year, weekStart);
    const auto weeks = int(first.daysTo(beginOfWeekYear(year + 1, weekStart)) / 7);
    return names(weekNumbers, int(first.daysTo(day) / 7) + 1, weeks);
}

qint64 secondsOf(const WallTime &wall)
{
    constexpr qint64 Epoch = 2440588; // 1970-01-01 as a Julian day
    return (wall.day.toJulianDay() - Epoch) * SecondsOfDay
        + wall.time.value_or(QTime(0, 0)).msecsSinceStartOfDay() / 1000;
}

WallTime wallOf(qint64 seconds)
{
    const QDate day = QDate(1970, 1, 1).addDays(seconds / SecondsOfDay);
    return {day, QTime::fromMSecsSinceStartOfDay(int(seconds % SecondsOfDay) * 1000)};
}

bool allows(const QList<int> &values, int value)
{
    return values.isEmpty() || values.contains(value);
}
} // namespace

RuleExpansion::RuleExpansion(RuleParts parts, const WallTime &start)
    : m_parts(std::move(parts))
    , m_start(start)
    , m_lastFound(start.day)
{
    takeFromStart();
    const qint64 begin = secondsOf(m_start);
    m_moment = begin - begin % secondsOfUnit();
    m_firstWeekYear = weekYearOf(m_start.day, m_parts.weekStart);
    // Days of January in the last week of the year before count from that year where it has a time left.
    if (m_firstWeekYear < m_start.day.year() && timesFromStart().isEmpty())
        m_firstWeekYear = m_start.day.year();
}

/// What the rule leaves open is as it is at the start.
void RuleExpansion::takeFromStart()
{
    const bool hasDays =
        !m_parts.monthDays.isEmpty() || !m_parts.yearDays.isEmpty() || !m_parts.weekdays.isEmpty();
    const bool countsWeeks = m_parts.unit == Unit::Year && !m_parts.weekNumbers.isEmpty();
    if (!hasDays && (m_parts.unit == Unit::Week || countsWeeks)) {
        m_parts.weekdays = {{m_start.day.dayOfWeek(), 0}};
    } else if (!hasDays && (m_parts.unit == Unit::Month || m_parts.unit == Unit::Year)) {
        m_parts.monthDays = {m_start.day.day()};
    }
    // A day of the month is one of the start's month, as libical understands it.
    if (m_parts.unit == Unit::Year && !m_parts.monthDays.isEmpty() && m_parts.months.isEmpty())
        m_parts.months = {m_start.day.month()};
    const QTime time = m_start.time.value_or(QTime(0, 0));
    const auto fill = [](QList<int> &values, int value) {
        if (values.isEmpty())
            values = {value};
        std::ranges::sort(values);
        values.resize(std::unique(values.begin(), values.end()) - values.begin());
    };
    if (m_parts.unit >= Unit::Day)
        fill(m_parts.hours, time.hour());
    if (m_parts.unit >= Unit::Hour)
        fill(m_parts.minutes, time.minute());
    if (m_parts.unit >= Unit::Minute)
        fill(m_parts.seconds, time.second());
}

qint64 RuleExpansion::secondsOfUnit() const
{
    switch (m_parts.unit) {
    case Unit::Second:
        return 1;
    case Unit::Minute:
        return 60;
    case Unit::Hour:
        return 3600;
    case Unit::Day:
    case Unit::Week:
    case Unit::Month:
    case Unit::Year:
        return SecondsOfDay;
    }
    Q_UNREACHABLE();
}

RuleExpansion::Days RuleExpansion::daysOfPeriod() const
{
    switch (m_parts.unit) {
    case Unit::Week: {
        const QDate first = beginOfWeek(m_start.day, m_parts.weekStart).addDays(7 * m_step);
        return {first, first.addDays(6)};
    }
    case Unit::Month: {
        const QDate first =
            QDate(m_start.day.year(), m_start.day.month(), 1).addMonths(int(m_step));
        return {first, first.addDays(first.daysInMonth() - 1)};
    }
    case Unit::Year: {
        if (m_parts.weekNumbers.isEmpty()) {
            const auto year = int(m_start.day.year() + m_step);
            return {QDate(year, 1, 1), QDate(year, 12, 31)};
        }
        const auto year = int(m_firstWeekYear + m_step);
        return {beginOfWeekYear(year, m_parts.weekStart),
            beginOfWeekYear(year + 1, m_parts.weekStart).addDays(-1)};
    }
    case Unit::Day:
    case Unit::Hour:
    case Unit::Minute:
    case Unit::Second:
        break;
    }
    const QDate day = isBelowDay() ? wallOf(m_moment).day : m_start.day.addDays(m_step);
    return {day, day};
}

bool RuleExpansion::fits(QDate day) const
{
    return allows(m_parts.months, day.month())
        && (m_parts.weekNumbers.isEmpty() || fitsWeek(day, m_parts.weekNumbers, m_parts.weekStart))
        && (m_parts.yearDays.isEmpty()
            || names(m_parts.yearDays, day.dayOfYear(), day.daysInYear()))
        && (m_parts.monthDays.isEmpty() || names(m_parts.monthDays, day.day(), day.daysInMonth()))
        && fitsWeekday(day);
}

bool RuleExpansion::fitsWeekday(QDate day) const
{
    if (m_parts.weekdays.isEmpty())
        return true;
    const bool withinMonth =
        m_parts.unit == Unit::Month || (m_parts.unit == Unit::Year && !m_parts.months.isEmpty());
    const int position = withinMonth ? day.day() : day.dayOfYear();
    const int size = withinMonth ? day.daysInMonth() : day.daysInYear();
    return std::ranges::any_of(m_parts.weekdays, [&](const RuleParts::Weekday &wanted) {
        if (wanted.day != day.dayOfWeek())
            return false;
        const int nth = (position - 1) / 7 + 1;
        const int nthFromEnd = -((size - position) / 7 + 1);
        return wanted.ordinal == 0 || wanted.ordinal == nth || wanted.ordinal == nthFromEnd;
    });
}

QList<std::optional<QTime>> RuleExpansion::timesOfDay() const
{
    if (!m_start.time)
        return {std::nullopt};
    QList<std::optional<QTime>> times;
    for (const int hour : m_parts.hours) {
        for (const int minute : m_parts.minutes) {
            for (const int second : m_parts.seconds)
                times.append(QTime(hour, minute, second));
        }
    }
    return times;
}

QList<WallTime> RuleExpansion::timesWithinUnit(QDate day, QTime time) const
{
    const auto minutes = m_parts.unit == Unit::Hour ? m_parts.minutes : QList<int> {time.minute()};
    const auto seconds =
        m_parts.unit == Unit::Second ? QList<int> {time.second()} : m_parts.seconds;
    const bool isMeant = allows(m_parts.hours, time.hour())
        && (m_parts.unit == Unit::Hour || allows(m_parts.minutes, time.minute()))
        && (m_parts.unit != Unit::Second || allows(m_parts.seconds, time.second()));
    QList<WallTime> times;
    if (!isMeant)
        return times;
    for (const int minute : minutes) {
        for (const int second : seconds)
            times.append({day, QTime(time.hour(), minute, second)});
    }
    return times;
}

QList<WallTime> RuleExpansion::period() const
{
    if (isBelowDay()) {
        const WallTime begin = wallOf(m_moment);
        return fits(begin.day) ? timesWithinUnit(begin.day, *begin.time) : QList<WallTime>();
    }
    const Days days = daysOfPeriod();
    const QList<std::optional<QTime>> times = timesOfDay();
    QList<WallTime> found;
    for (QDate day = days.first; day <= days.last; day = day.addDays(1)) {
        if (!fits(day))
            continue;
        for (const std::optional<QTime> &time : times)
            found.append({day, time});
    }
    return found;
}

QList<WallTime> RuleExpansion::chosen(QList<WallTime> times) const
{
    if (m_parts.setPositions.isEmpty())
        return times;
    QList<WallTime> kept;
    for (qsizetype i = 0; i < times.size(); ++i) {
        if (names(m_parts.setPositions, int(i) + 1, int(times.size())))
            kept.append(times.at(i));
    }
    return kept;
}

QList<WallTime> RuleExpansion::timesFromStart() const
{
    QList<WallTime> times = chosen(period());
    erase_if(times, [this](const WallTime &time) { return time < m_start; });
    return times;
}

void RuleExpansion::advance()
{
    if (!isBelowDay()) {
        m_step += m_parts.interval;
        return;
    }
    const qint64 stride = secondsOfUnit() * m_parts.interval;
    m_moment += stride;
    // Days that the rule does not mean are passed at once.
    const WallTime at = wallOf(m_moment);
    if (fits(at.day))
        return;
    const qint64 nextDay = m_moment - m_moment % SecondsOfDay + SecondsOfDay;
    m_moment += (nextDay - m_moment + stride - 1) / stride * stride;
}

std::optional<WallTime> RuleExpansion::next()
{
    while (m_waiting.isEmpty()) {
        const QDate reached = daysOfPeriod().first;
        if (!reached.isValid() || reached.year() > LastYear
            || reached.year() > m_lastFound.year() + YearsOfCycle * m_parts.interval)
            return std::nullopt;
        m_waiting = timesFromStart();
        std::ranges::reverse(m_waiting);
        advance();
    }
    m_lastFound = m_waiting.last().day;
    return m_waiting.takeLast();
}
