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
        fields; ///< JSON: the survivor's fields that the merge changed, each with what it was and what it became
    qint64 undoneAt = 0; ///< Unix milliseconds; 0 while it stands
    qint64 rowVersion = 1;

    friend bool operator==(const Merge &, const Merge &) = default;
};

/// A row that went from the merged record to the survivor.
struct MergePart
{
    MergePartId id;
    MergeId merge;
    QString table;
    qint64 row = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const MergePart &, const MergePart &) = default;
};
