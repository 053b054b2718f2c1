// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/dwell.h"

#include "analytics/agerule.h"

namespace {

/// A visit under way, while the moves of a prospect are gone through.
struct OpenVisit
{
    quint8 stage = ColumnChunk::NoStage;
    quint32 at = 0;
    quint8 flags = 0;

    [[nodiscard]] bool isDated() const { return !(flags & ColumnChunk::Moves::HasNoArrival); }
    [[nodiscard]] bool isDay() const { return flags & ColumnChunk::Moves::IsDay; }
};

enum class VisitEnd : quint8 { Open, Moved, StageRetired };

/// Calls \a use(chunk, row, stage, days, end) for each visit; the days are below 0 where they are not known.
template<typename Use>
void forEachVisit(const ProspectColumns &columns, const ChartFilter &filter, Use use)
{
    const SecondSpan span(filter.span, columns.zone());
    AgeRule rule(columns.zone());
    const auto isWanted = [&span](const OpenVisit &visit) {
        return !span.isTimed || (visit.isDated() && span.contains(visit.at));
    };
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        OpenVisit visit;
        chunk.forEachMove(row, [&](quint8 from, quint8 to, quint32 at, quint8 flags) {
            const OpenVisit next {to, at, flags};
            if (from != ColumnChunk::NoStage && isWanted(visit)) {
                const bool isDated = visit.isDated() && !(flags & ColumnChunk::Moves::IsUndated);
                use(chunk, row, from,
                    isDated ? rule.days(
                        qint64(visit.at) * 1000, visit.isDay(), qint64(at) * 1000, next.isDay())
                            : qint64(-1),
                    flags & ColumnChunk::Moves::ByPipeline ? VisitEnd::StageRetired
                                                           : VisitEnd::Moved);
            }
            visit = next;
        });
        if (visit.stage != ColumnChunk::NoStage && isWanted(visit)) {
            use(chunk, row, visit.stage,
                visit.isDated()
                    ? rule.days(qint64(visit.at) * 1000, visit.isDay(), filter.asOf, false)
                    : qint64(-1),
                VisitEnd::Open);
        }
    });
}

} // namespace

QList<StageDwell> stageDwells(const ProspectColumns &columns, const ChartFilter &filter)
{
    QList<StageDwell> dwells(columns.stages().size());
    std::vector<AgeTally> tallies(size_t(dwells.size()), AgeTally(1));
    forEachVisit(
        columns, filter, [&](const ColumnChunk &, size_t, quint8 stage, qint64 days, VisitEnd end) {
            if (days < 0) {
                ++dwells[stage].undated;
                return;
            }
            tallies[stage].add(days, end == VisitEnd::Moved ? 1 : AgeTally::StillOpen);
            dwells[stage].cutShort += end == VisitEnd::StageRetired ? 1 : 0;
        });
    for (qsizetype stage = 0; stage < dwells.size(); ++stage)
        dwells[stage].curve = kaplanMeier(tallies[size_t(stage)]);
    return dwells;
}

QList<ProspectId> prospectsStaying(
    const ProspectColumns &columns, const ChartFilter &filter, int stage, qint64 days, bool isOpen)
{
    QList<ProspectId> ids;
    forEachVisit(columns, filter,
        [&](const ColumnChunk &chunk, size_t row, quint8 visited, qint64 lasted, VisitEnd end) {
            const ProspectId id(chunk.ids[row]);
            const bool isKnown = !ids.isEmpty() && ids.last() == id;
            const bool isWanted = !isOpen || end == VisitEnd::Open;
            if (visited == stage && lasted > days && isWanted && !isKnown)
                ids.append(id);
        });
    return ids;
}
