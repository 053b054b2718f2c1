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
/// Those of \a held that \a changes made out of date.
[[nodiscard]] QList<ChartFact> outdated(const ChartFacts &held, const ChangeSet &changes);
} // namespace ChartFactsReader
