// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/openprospects.h"

#include <vector>

/// That a path came to a sale or to an exit: what win rates count.
struct Closing
{
    StageEnd end = StageEnd::Lost; ///< won or lost
    quint32 at = 0; ///< in the columns' seconds, where dated
    bool isDated = false;

    [[nodiscard]] qint64 ms() const { return qint64(at) * 1000; }
    /// Of a span with a beginning or an end the time counts, which must then be known.
    [[nodiscard]] bool isIn(const SecondSpan &span) const
    {
        return !span.isTimed || (isDated && span.contains(at));
    }
};

/// Calls \a use(closing) for each closing on the path of \a row, in order. A path closes at the first sale and at each exit before it. Who comes back after an
/// exit is under way anew, so that it closes again; from one exit to another it does not. Behind the sale nothing closes: a customer who leaves
/// is no deal that was lost. Says how the path stands, open where it has not closed since it began or began anew. \a ends is stageEnds().
template<typename Use>
StageEnd forEachClosing(
    const ColumnChunk &chunk, size_t row, const std::vector<StageEnd> &ends, Use use)
{
    auto standing = StageEnd::Open;
    chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
        if (standing == StageEnd::Won || standing == ends[to])
            return;
        standing = ends[to];
        if (standing != StageEnd::Open)
            use(Closing {standing, at, !(flags & ColumnChunk::Moves::HasNoArrival)});
    });
    return standing;
}
