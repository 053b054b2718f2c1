// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/recurrence.h"

#include <QList>

#include <optional>

/// What a recurrence rule says, without its end. Lists that say nothing are empty.
struct RuleParts
{
    enum class Unit { Second, Minute, Hour, Day, Week, Month, Year };
    struct Weekday
    {
        int day = 1; ///< 1 (Monday) … 7 (Sunday), as QDate counts
        int ordinal = 0; ///< 2: the second of its month or year; -1: the last; 0: each

        friend bool operator==(const Weekday &, const Weekday &) = default;
    };

    Unit unit = Unit::Day;
    int interval = 1;
    int weekStart = 1; ///< as Weekday::day
    QList<int> seconds = {}; ///< 0 … 59
    QList<int> minutes = {}; ///< 0 … 59
    QList<int> hours = {}; ///< 0 … 23
    QList<int> months = {}; ///< 1 … 12
    QList<int> weekNumbers = {}; ///< 1 … 53, or -1 … -53 from the end of the year
    QList<int> yearDays = {}; ///< 1 … 366, or from the end
    QList<int> monthDays = {}; ///< 1 … 31, or from the end
    QList<Weekday> weekdays = {};
    QList<int> setPositions = {}; ///< which of a period's times are meant: 1 … 366, or from the end
};

/// Lists the times of a rule of RFC 5545 in the Gregorian calendar, one after the other, without an
/// end. A year that weeks are counted in is the one to which ISO 8601 gives them, which begins with
/// the week of its first four days.
class RuleExpansion
{
public:
    /// A day and time that the rule does not give are no occurrence.
    RuleExpansion(RuleParts parts, const WallTime &start);

    /// The next time in order; nothing where none is left until the year 9999, or none came for 400
    /// years, after which the calendar repeats itself.
    [[nodiscard]] std::optional<WallTime> next();

private:
    struct Days
    {
        QDate first;
        QDate last;
    };

    void takeFromStart();
    [[nodiscard]] bool isBelowDay() const { return m_parts.unit < RuleParts::Unit::Day; }
    [[nodiscard]] qint64 secondsOfUnit() const;
    [[nodiscard]] Days daysOfPeriod() const;
    [[nodiscard]] bool fits(QDate day) const;
    [[nodiscard]] bool fitsWeekday(QDate day) const;
    [[nodiscard]] QList<std::optional<QTime>> timesOfDay() const;
    [[nodiscard]] QList<WallTime> timesWithinUnit(QDate day, QTime time) const;
    /// What the current period gives.
    [[nodiscard]] QList<WallTime> period() const;
    [[nodiscard]] QList<WallTime> chosen(QList<WallTime> times) const;
    /// What it gives from the start on.
    [[nodiscard]] QList<WallTime> timesFromStart() const;
    void advance();

    RuleParts m_parts;
    const WallTime m_start;
    qint64 m_step = 0; ///< periods since the one of the start, times the interval
    int m_firstWeekYear = 0; ///< in which weeks by number begin
    qint64 m_moment = 0; ///< below a day: seconds since 1970, where the period begins
    QDate m_lastFound;
    QList<WallTime> m_waiting; ///< descending
};
