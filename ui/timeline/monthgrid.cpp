// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthgrid.h"

std::optional<MonthGrid::Position> MonthGrid::find(QDate day) const
{
    if (!contains(day))
        return std::nullopt;
    const int days = int(first.daysTo(day));
    return Position {.week = days / DaysPerWeek, .column = days % DaysPerWeek};
}

MonthGrid monthGrid(QDate day, Qt::DayOfWeek firstDayOfWeek)
{
    constexpr int week = MonthGrid::DaysPerWeek;
    MonthGrid grid;
    grid.month = QDate(day.year(), day.month(), 1);
    const int before = (grid.month.dayOfWeek() - int(firstDayOfWeek) + week) % week;
    grid.first = grid.month.addDays(-before);
    grid.weeks = (before + grid.month.daysInMonth() + week - 1) / week;
    return grid;
}
