// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QDate>
#include <QString>

/// Something that happened on a day, told in every chart over time.
struct ChartNote
{
    ChartNoteId id;
    QDate day; ///< local, in the workspace's zone
    QString text;
    UserId by;
    qint64 rowVersion = 1;

    friend bool operator==(const ChartNote &, const ChartNote &) = default;
};

/// In what a goal counts.
enum class GoalUnit { Share, Count };

template<>
struct EnumText<GoalUnit>
{
    static constexpr std::pair<GoalUnit, std::string_view> values[] {
        {GoalUnit::Share, "share"}, {GoalUnit::Count, "count"}};
};

/// What the team wants to reach, as a line across a chart.
struct ChartGoal
{
    ChartGoalId id = {};
    QString report = {}; ///< id of the chart
    StageId stage = {}; ///< null: of none in particular
    GoalUnit unit = GoalUnit::Share;
    qint64 value = 0; ///< of a share in millionths
    QString name = {}; ///< may be empty
    qint64 rowVersion = 1;

    [[nodiscard]] double amount() const
    {
        return unit == GoalUnit::Share ? double(value) / 1e6 : double(value);
    }
    friend bool operator==(const ChartGoal &, const ChartGoal &) = default;
};

/// Charts and their question under a name.
struct SavedBoard
{
    SavedBoardId id;
    QString name;
    UserId owner; ///< null: the team's
    QString content; ///< what boardText() writes
    int position = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const SavedBoard &, const SavedBoard &) = default;
};
