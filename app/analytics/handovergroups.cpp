// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/handovergroups.h"

#include "analytics/factruns.h"

#include <tuple>

namespace {

/// What was known of \a handover at \a asOf.
HandoverState stateAt(const HandoverFacts::Row &handover, qint64 asOf)
{
    return asOf != 0 && handover.decidedAt > asOf ? HandoverState::Offered : handover.state;
}

} // namespace

RowGroups handoverGroups(
    const ProspectColumns &columns, const HandoverFacts &handovers, qint64 asOf)
{
    RowGroups result;
    for (const auto &[state, text] : EnumText<HandoverState>::values)
        result.keys.append(toText(state));
    FactRuns runs(handovers.rows);
    for (const auto &chunk : columns.chunks()) {
        std::vector<quint32> groups(chunk->ids.size(), 0);
        for (size_t row = 0; row < groups.size(); ++row) {
            const HandoverFacts::Row *latest = nullptr;
            for (const HandoverFacts::Row &handover : runs.of(chunk->ids[row])) {
                if (asOf != 0 && handover.offeredAt > asOf)
                    continue;
                if (!latest
                    || std::tuple(latest->offeredAt, latest->id)
                        < std::tuple(handover.offeredAt, handover.id))
                    latest = &handover;
            }
            if (latest)
                groups[row] = quint32(result.keys.indexOf(toText(stateAt(*latest, asOf))));
        }
        result.groups.push_back(std::move(groups));
    }
    return result;
}
