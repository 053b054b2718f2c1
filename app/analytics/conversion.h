// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"

#include <algorithm>
#include <vector>

/// A prospect's first arrival at a sale or at a stage behind it.
struct ConversionMove
{
    bool isConverted = false;
    bool isDated = false;
    quint32 at = 0; ///< in the columns' seconds, where dated
    quint8 flags = 0; ///< as in ColumnChunk::Moves

    [[nodiscard]] bool isDay() const { return flags & ColumnChunk::Moves::IsDay; }
    [[nodiscard]] qint64 ms() const { return qint64(at) * 1000; }
    /// Whether it has happened by \a asOf (Unix milliseconds, UTC; 0: whenever). What has no time has.
    [[nodiscard]] bool hasHappened(qint64 asOf) const
    {
        return isConverted && (!isDated || asOf == 0 || ms() <= asOf);
    }
};

/// By index of the stage, whether coming there is a conversion: it is of kind won, or no exit and behind the first such.
[[nodiscard]] inline std::vector<bool> winningStages(const QList<Stage> &stages)
{
    const auto won = std::ranges::find(stages, StageKind::Won, &Stage::kind) - stages.begin();
    std::vector<bool> winning;
    for (qsizetype i = 0; i < stages.size(); ++i)
        winning.push_back(i >= won && stages.at(i).kind != StageKind::Exit);
    return winning;
}

/// The conversion of \a row, if any. \a winning is winningStages().
[[nodiscard]] inline ConversionMove conversionOf(
    const ColumnChunk &chunk, size_t row, const std::vector<bool> &winning)
{
    ConversionMove conversion;
    chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
        if (!conversion.isConverted && winning[to])
            conversion = {true, !(flags & ColumnChunk::Moves::HasNoArrival), at, flags};
    });
    return conversion;
}
