// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/allowed.h"
#include "analytics/prospectcolumns.h"
#include "base/moment.h"

#include <limits>
#include <optional>

/// Whom and when a chart looks at. The default asks about everybody, for all time.
struct ChartFilter
{
    DateSpan span = {}; ///< local days in the workspace's zone; of what, the chart says
    std::optional<QStringList> sources =
        {}; ///< only prospects from these; "" are those without one
    std::optional<QList<UserId>> owners =
        {}; ///< only these people's prospects; a null id are those of nobody
    qint64 asOf = 0; ///< Unix milliseconds, UTC: when the data were current

    friend bool operator==(const ChartFilter &, const ChartFilter &) = default;
};

/// A span in the columns' seconds: [begin, end).
struct SecondSpan
{
    quint32 begin = 0;
    quint64 end = std::numeric_limits<quint64>::max();
    bool isTimed = false; ///< whether it has a beginning or an end

    SecondSpan(const DateSpan &span, const QTimeZone &zone)
        : isTimed(span.from || span.to)
    {
        if (span.from)
            begin = ColumnChunk::toSeconds(startOfDay(*span.from, zone));
        if (span.to)
            end = ColumnChunk::toSeconds(startOfDay(*span.to, zone));
    }

    [[nodiscard]] bool contains(quint32 seconds) const { return seconds >= begin && seconds < end; }
};

/// Calls \a use(chunk, row) for the prospects whose source and owner \a filter wants, by id.
template<typename Use>
void forEachWanted(const ProspectColumns &columns, const ChartFilter &filter, Use use)
{
    const std::vector<quint32> sources = allowed<QString>(columns.sources(), filter.sources);
    const std::vector<quint32> owners = allowed<UserId>(columns.owners(), filter.owners);
    for (const auto &chunk : columns.chunks()) {
        for (size_t row = 0; row < chunk->ids.size(); ++row) {
            if (sources[chunk->source[row]] && owners[chunk->owner[row]])
                use(*chunk, row);
        }
    }
}
