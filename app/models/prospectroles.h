// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

/// What a row of the prospect list tells besides its text. Every role is empty while the row is being read, but IdRole.
namespace ProspectRole {
enum {
    Id = Qt::UserRole + 1, ///< qlonglong: the prospect's id
    Sort, ///< typed value of the column: qlonglong milliseconds for the last activity, int for waiting, else text
    Company, ///< QString
    StageIndex, ///< int: index in Workspace::stages(), or -1
    Waiting, ///< int: their messages since our last word
    IsLoaded, ///< bool
};
} // namespace ProspectRole
