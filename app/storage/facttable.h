// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dealfacts.h"
#include "domain/exitfacts.h"
#include "domain/handoverfacts.h"
#include "domain/repfacts.h"
#include "domain/touchfacts.h"
#include "storage/connection.h"

#include <QSet>

#include <memory>

/// What charts need beside the columns. Who was erased counts with what is left of them. People of a colleague's private circle, who count in the columns, bring
/// nothing here, as a server would hide it.
namespace FactTable {
/// All live touches and what they refer to.
[[nodiscard]] Result<std::shared_ptr<const TouchFacts>> touches(Connection &connection);
/// Those of \a people alone, who may be nobody, with the posts that these touched and \a posts, and all else that can be touched.
[[nodiscard]] Result<std::shared_ptr<const TouchFacts>> touchesOf(
    Connection &connection, const QList<ProspectId> &people, const QSet<qint64> &posts);
/// What prospects are worth, all live offers with a price, and who was erased.
[[nodiscard]] Result<std::shared_ptr<const DealFacts>> deals(Connection &connection);
/// The same of \a people alone, who may be nobody; likewise the next two.
[[nodiscard]] Result<std::shared_ptr<const DealFacts>> dealsOf(
    Connection &connection, const QList<ProspectId> &people);
/// All live handovers.
[[nodiscard]] Result<std::shared_ptr<const HandoverFacts>> handovers(Connection &connection);
/// With the names of all members.
[[nodiscard]] Result<std::shared_ptr<const HandoverFacts>> handoversOf(
    Connection &connection, const QList<ProspectId> &people);
/// All live moves to an exit.
[[nodiscard]] Result<std::shared_ptr<const ExitFacts>> exits(Connection &connection);
/// With all reasons.
[[nodiscard]] Result<std::shared_ptr<const ExitFacts>> exitsOf(
    Connection &connection, const QList<ProspectId> &people);
/// What was said (Visible::takeWordSums) and all live moves between stages that say who made them, but for those of imports. One pass over the messages.
[[nodiscard]] Result<std::shared_ptr<const RepFacts>> activity(Connection &connection);
/// The same of \a people alone, at least one.
[[nodiscard]] Result<std::shared_ptr<const RepFacts>> activityOf(
    Connection &connection, const QList<ProspectId> &people);
/// Whose the rows \a ids of \a table (move, touch, offer or handover) are, as far as they can be read; also those that were deleted.
[[nodiscard]] Result<QSet<qint64>> peopleOfRows(
    Connection &connection, const QString &table, const QSet<qint64> &ids);
} // namespace FactTable
