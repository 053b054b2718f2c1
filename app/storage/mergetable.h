// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/merging.h"
#include "domain/prospect.h"
#include "storage/connection.h"

#include <QHash>
#include <QList>

#include <optional>

/// What merging reads: whole records by the ids of their rows, also of those that the viewer may not see. Contents of conversations are never read.
namespace MergeTable {
/// A record with all that hangs on it.
struct Record
{
    Prospect prospect;
    QString company; ///< its name
    QList<HangingRow> rows;
    Moment lastMove {0, Precision::Unknown};
    /// What the viewer may know of, by table: "message", "conversation", "touch", …
    QHash<QString, int> counts;
};
/// Nothing where it is not live, or in the private circle of somebody else than the viewer.
[[nodiscard]] Result<std::optional<Record>> record(Connection &connection, ProspectId id);

/// The live record into which \a id went at last, itself where it was not merged; null where that is gone.
[[nodiscard]] Result<ProspectId> survivorOf(Connection &connection, ProspectId id);

/// A merge that stands, with the name of the record that was taken in and of the one that took it.
struct NamedMerge
{
    Merge merge;
    QString merged;
    QString survivor;
};
/// All that went into \a id, directly or with another record, newest first.
[[nodiscard]] Result<QList<NamedMerge>> mergesInto(Connection &connection, ProspectId id);

/// Everything that taking out the merge \a id needs.
struct Standing
{
    TakeOutSource source;
    Prospect survivor; ///< live or merged itself
    bool survivorIsLive = false;
    Prospect merged;
    ProspectId liveSurvivor; ///< whose page now has the merged record's rows
};
/// Fails with NotFound where there is no such merge, or it was undone.
[[nodiscard]] Result<Standing> standing(Connection &connection, MergeId id);

/// A row that came after a merge, in words of its own.
struct LaterRow
{
    HangingRow row;
    QString text; ///< what it says; empty where only its kind is told
    qint64 at = 0; ///< Unix milliseconds
};
/// What was added to \a survivor from \a since on, by hand or by an import, that the viewer may see, oldest first. Rows that another merge brought are not among them.
[[nodiscard]] Result<QList<LaterRow>> addedSince(
    Connection &connection, ProspectId survivor, qint64 since);
} // namespace MergeTable
