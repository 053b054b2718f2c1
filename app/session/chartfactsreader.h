// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfacts.h"
#include "base/result.h"

class Connection;
struct ChangeSet;

/// Reads what charts need beside the columns.
namespace ChartFactsReader {
/// The facts of \a kinds, and no others.
[[nodiscard]] Result<ChartFacts> read(Connection &connection, const QList<ChartFact> &kinds);
/// The same where \a behind are those of some kinds as they were before the changes \a missed: only those of the people are read who changed, or whose
/// conversations, touches, offers, handovers or moves did, where these are not too many. Names that rows refer to are few and always read.
[[nodiscard]] Result<ChartFacts> catchUp(Connection &connection, const QList<ChartFact> &kinds,
    const ChartFacts &behind, const ChangeSet &missed);
/// Whether all facts of \a kind must be read again once it is out of date by \a changes, which do not name the rows.
[[nodiscard]] bool needsAll(ChartFact kind, const ChangeSet &changes);
/// Those of \a held that \a changes made out of date.
[[nodiscard]] QList<ChartFact> outdated(const ChartFacts &held, const ChangeSet &changes);
} // namespace ChartFactsReader
