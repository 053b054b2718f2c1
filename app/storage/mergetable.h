// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/merging.h"
#include "domain/prospect.h"
#include "storage/transaction.h"

#include <QHash>
#include <QList>

#include <optional>

/// What merging reads: whole records by the ids of their rows, also of those that the viewer may not see. Contents of conversations are never read.
namespace MergeTable {
/// Nothing where it is not live, or in the private circle of somebody else than the viewer.
[[nodiscard]] Result<std::optional<MergeRecord>> record(Connection &connection, ProspectId id);

/// Within the transaction that merged \a merged, after its rows went along: a conflict where something hangs on it still, that came after the record was read.
[[nodiscard]] Result<> checkEmptied(Transaction &transaction, ProspectId merged);

/// The live record into which \a id went at last, itself where it was not merged; null where that is gone.
[[nodiscard]] Result<ProspectId> survivorOf(Connection &connection, ProspectId id);

/// All that went into \a id, directly or with another record, newest first.
[[nodiscard]] Result<QList<NamedMerge>> mergesInto(Connection &connection, ProspectId id);

/// Everything that taking out the merge \a id needs.
struct Standing
{
    TakeOutSource source;
    Prospect survivor; ///< live or merged itself
    Prospect merged;
    std::optional<Prospect> live; ///< whose page has the merged record's rows now
};
/// Fails with NotFound where there is no such merge, or it was undone.
[[nodiscard]] Result<Standing> standing(Connection &connection, MergeId id);

/// What was added to \a survivor from \a since on, by hand or by an import, that the viewer may see, oldest first. Rows that another merge brought are not among them.
[[nodiscard]] Result<QList<LaterRow>> addedSince(
    Connection &connection, ProspectId survivor, qint64 since);
} // namespace MergeTable
