// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hopfacts.h"
#include "domain/repfacts.h"
#include "storage/connection.h"

#include <memory>

// What charts need of conversations: times and counts of all that can be read, and which of them the viewer may see. In a file that is
// every conversation, so that sums may count those that are hidden from the viewer, where they are of five people or more; on a server
// row-level security keeps them back, and the sums are those of what the viewer may see.
//
// Each is one pass over an index of messages (visibletalks.h), which can be interrupted.
namespace Visible {
/// How direct messages went on, by person, and the hops that were proposed. Errors: Cancelled.
[[nodiscard]] Result<std::shared_ptr<const HopFacts>> hopFacts(Connection &connection);
/// The same of \a people alone, at least one.
[[nodiscard]] Result<std::shared_ptr<const HopFacts>> hopFactsOf(
    Connection &connection, const QList<ProspectId> &people);
/// Fills the words, replies, places and zone of \a facts, which has none; days are those of the workspace's zone. \a people: of theirs alone, or everybody's where it is
/// empty. Errors: Cancelled.
[[nodiscard]] Result<> takeWordSums(
    Connection &connection, const QList<ProspectId> &people, RepFacts &facts);
} // namespace Visible
