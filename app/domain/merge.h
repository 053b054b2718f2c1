// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

/// One record that was taken into another, so that it can be taken out again.
struct Merge
{
    MergeId id;
    ProspectId survivor;
    ProspectId merged;
    qint64 at = 0;
    UserId by;
    QString
        fields; ///< JSON: the survivor's fields that the merge changed, each with what it was and what it became (mergeFields)
    qint64 undoneAt = 0; ///< Unix milliseconds; 0 while it stands
    qint64 rowVersion = 1;

    friend bool operator==(const Merge &, const Merge &) = default;
};

/// A row that went from the merged record to the survivor, or was dropped because the survivor had the same.
struct MergePart
{
    MergePartId id;
    MergeId merge;
    QString table;
    qint64 row = 0;
    QString
        column; ///< which of its columns named the merged record; "deleted_at" where it was dropped
    qint64 rowVersion = 1;

    friend bool operator==(const MergePart &, const MergePart &) = default;
};

/// Two records that somebody looked at and found to be two people. `one` is the smaller id.
struct NotDuplicate
{
    NotDuplicateId id;
    ProspectId one;
    ProspectId other;
    UserId by;
    qint64 at = 0; ///< Unix milliseconds
    qint64 rowVersion = 1;

    friend bool operator==(const NotDuplicate &, const NotDuplicate &) = default;
};
