// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <optional>

/// The whole weeks that show a month.
struct MonthGrid
{
    static constexpr int DaysPerWeek = 7;
    struct Position
    {
        int week = 0;
        int column = 0;
        friend bool operator==(const Position &, const Position &) = default;
    };

    QDate month; ///< its first day
    QDate first; ///< the first day shown, on the locale's first day of the week
    int weeks = 0; ///< 4 to 6

    /// The day at \a week (0…weeks-1) and \a column (0…6, in the order of reading).
    [[nodiscard]] QDate dayAt(int week, int column) const
    {
        return first.addDays(qint64(week) * DaysPerWeek + column);
    }
    /// One past the last day shown.
    [[nodiscard]] QDate end() const { return first.addDays(qint64(weeks) * DaysPerWeek); }
    [[nodiscard]] bool contains(QDate day) const { return day >= first && day < end(); }
    [[nodiscard]] bool isInMonth(QDate day) const
    {
        return day.year() == month.year() && day.month() == month.month();
    }
    /// Where \a day is; nothing where it is not shown.
    [[nodiscard]] std::optional<Position> find(QDate day) const;

    friend bool operator==(const MonthGrid &, const MonthGrid &) = default;
};

/// The weeks of the month of \a day (any valid day).
[[nodiscard]] MonthGrid monthGrid(QDate day, Qt::DayOfWeek firstDayOfWeek);
