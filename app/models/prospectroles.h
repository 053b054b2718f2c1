// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

/// What a row of the prospect list tells besides its text. Every role is empty while the row is being read, but Id.
namespace ProspectRole {
enum {
    Id = Qt::UserRole + 1, ///< qlonglong: the prospect's id
    Turn, ///< int: a Turn
    NextStep, ///< QDate of the next step, invalid where there is none
    IsOverdue, ///< bool: the next step is of a day that has passed
    QuietDays, ///< int: whole days since the last word, -1 where nothing was said
    DoNotContact, ///< bool
    Sort, ///< typed value of the column: qlonglong milliseconds for the last activity, int for waiting, else text
    Company, ///< QString
    StageIndex, ///< int: index in Workspace::stages(), or -1
    Waiting, ///< int: their messages since our last word
    IsLoaded, ///< bool
};
} // namespace ProspectRole
