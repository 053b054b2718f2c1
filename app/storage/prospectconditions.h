// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "storage/connection.h"

/// What a query of prospects means in SQL. The prospect has the alias p everywhere.
namespace ProspectConditions {
/// The people of a query, without an order.
struct People
{
    QString from; ///< the view of prospects and its alias
    QStringList where; ///< each must hold
    QVariantList bindings; ///< of `where`
    std::optional<QList<StageId>>
        stages; ///< not in `where`: those that are wanted; nothing where all are

    /// All of it after FROM, with the stages.
    [[nodiscard]] QString text() const;
};
/// Parts of the query that few satisfy are looked up here, so that the list can begin with those few.
[[nodiscard]] Result<People> peopleOf(
    Connection &connection, const ProspectQuery &query, const QueryDay &day);

/// One stretch of a list: a list is its runs, one after the other.
struct Run
{
    QString from; ///< all after FROM, up to the order
    QVariantList bindings;
    QString order;
    /// Conditions of which exactly one holds for each row and which an index answers in the order; empty where `from` is answered so as a whole.
    QStringList branches;
};
/// The list in its order.
[[nodiscard]] Result<QList<Run>> runsOf(
    Connection &connection, const ProspectQuery &query, const QueryDay &day);
/// The statement for the first \a limit ids of \a run, and its values.
[[nodiscard]] std::pair<QString, QVariantList> firstOf(const Run &run, int limit);
} // namespace ProspectConditions
