// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/rowedit.h"
#include "storage/rowspec.h"

class Transaction;

/// Who of the prospects the viewer may know of. People of a colleague's private circle count in every figure and are otherwise as if they did not exist, and so
/// are those who were erased.
namespace Circle {
/// A condition that keeps whom the viewer may know of, on \a column, which holds ids of prospects and no null. The few others are gathered once, so that a
/// list of a million still streams from its index alone.
[[nodiscard]] QString isKnown(const Connection &connection, const QString &column);
/// The same with those who were erased, of whom figures keep what happened.
[[nodiscard]] QString isNobodyElses(const Connection &connection, const QString &column);
/// Live rows of that prospect, none where the viewer may not know of them. \a tail goes on behind the conditions: "AND … ORDER BY …".
template<typename T>
[[nodiscard]] Result<QList<T>> rowsOf(Connection &connection, ProspectId id, const QString &tail)
{
    return selectRows<T>(connection,
        QLatin1String("WHERE prospect_id = ? AND ")
            + isKnown(connection, QStringLiteral("prospect_id")) + QLatin1Char(' ') + tail,
        {id.value()});
}
/// Whether the transaction's viewer may write \a edit: false for a row of a prospect that they may not know of. True for other tables, and where there
/// is no viewer, which is the program itself.
[[nodiscard]] Result<bool> mayWrite(Transaction &transaction, const RowEdit &edit);
/// After \a edit was written: where it merges a label into another, whoever has it still gets the other, and where it removes a label whoever has it still loses it;
/// where it takes that back they have it again. These
/// are people whom the viewer may not know of and those who got it meanwhile; nobody is told who, or whether there are any. Nothing for other edits.
[[nodiscard]] Result<> carryLabels(Transaction &transaction, const RowEdit &edit);
/// After \a edits were written: NotFound where one of them added a row to a prospect who is not in the viewer's sight, so that nobody would find it there. Asked
/// at the end, since taking back a merge or a deletion brings the person back as well. Nothing where there is no viewer.
[[nodiscard]] Result<> checkNotLost(Transaction &transaction, const RowEdits &edits);
} // namespace Circle
