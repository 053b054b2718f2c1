// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/lostreasons.h"

#include "analytics/factruns.h"

#include <algorithm>
#include <optional>

namespace {

/// One exit as the columns know it.
struct KnownExit
{
    int stage = LostReasonCounts::NoStage; ///< the one before
    StageId to;
    quint32 at = 0; ///< seconds; 0 where undated
    bool isDay = false; ///< known to the day: where that is the entry's, `at` is the entry

    [[nodiscard]] bool isDated() const { return at != 0; }
};

/// The reasons of one prospect's exits; each is given once.
class ExitReasons
{
public:
    ExitReasons(std::span<const ExitFacts::Row> rows, const QTimeZone &zone)
        : m_rows(rows)
        , m_zone(zone)
        , m_isTaken(rows.size())
    { }

    /// That of the move to the same exit in the same second, or on the day where no more is known, and rather of one known as well as the exit is; of
    /// an exit whose time says nothing, that of any move to it.
    [[nodiscard]] LostReasonId take(const KnownExit &exit)
    {
        std::optional<size_t> found;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            const Moment at = m_rows[i].at;
            const bool isIt = !m_isTaken[i] && m_rows[i].to == exit.to
                && (!exit.isDated() || isAtTheTimeOf(exit, at));
            if (!isIt)
                continue;
            if (!found)
                found = i;
            if (!exit.isDated() || (at.precision == Precision::Day) == exit.isDay) {
                found = i;
                break;
            }
        }
        if (!found)
            return {};
        m_isTaken[*found] = true;
        return m_rows[*found].reason;
    }

private:
    [[nodiscard]] bool isAtTheTimeOf(const KnownExit &exit, Moment at) const
    {
        return ColumnChunk::toSeconds(at.ms) == exit.at
            || (exit.isDay && at.precision == Precision::Day
                && localDay(at.ms, m_zone) == localDay(qint64(exit.at) * 1000, m_zone));
    }

    std::span<const ExitFacts::Row> m_rows;
    const QTimeZone &m_zone;
    std::vector<bool> m_isTaken;
};

/// Calls \a use(chunk, row, stage, reason) for the exits of the span; returns how many are undated.
template<typename Use>
qint64 forEachExit(
    const ProspectColumns &columns, const ExitFacts &facts, const ChartFilter &filter, Use use)
{
    const SecondSpan span(filter.span, columns.zone());
    const QList<Stage> &stages = columns.stages();
    const auto isExit = [&stages](int stage) { return stages.at(stage).kind == StageKind::Exit; };
    FactRuns<ExitFacts::Row> runs(facts.rows);
    qint64 undated = 0;
    std::vector<KnownExit> exits;
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        exits.clear();
        chunk.forEachMove(row, [&](quint8 from, quint8 to, quint32 at, quint8 flags) {
            const bool isFromStage = from != ColumnChunk::NoStage;
            if (!isExit(to) || (isFromStage && isExit(from)))
                return;
            const bool isDated = !(flags & ColumnChunk::Moves::IsUndated);
            exits.push_back({isFromStage ? int(from) : LostReasonCounts::NoStage, stages.at(to).id,
                isDated ? at : 0, (flags & ColumnChunk::Moves::IsDay) != 0});
        });
        const auto rows = runs.of(chunk.ids[row]);
        if (exits.empty())
            return;
        ExitReasons reasons(rows, columns.zone());
        // Those with a time choose first: an undated one takes what is left.
        std::ranges::stable_sort(exits, std::greater(), &KnownExit::isDated);
        for (const KnownExit &exit : exits) {
            const LostReasonId reason = reasons.take(exit);
            undated += exit.isDated() ? 0 : 1;
            const bool isWanted = exit.isDated()
                ? span.contains(exit.at) && qint64(exit.at) * 1000 <= filter.asOf
                : !span.isTimed;
            if (isWanted)
                use(chunk, row, exit.stage, reason);
        }
    });
    return undated;
}

} // namespace

LostReasonCounts lostReasonCounts(
    const ProspectColumns &columns, const ExitFacts &facts, const ChartFilter &filter)
{
    LostReasonCounts counts;
    QMap<LostReasonId, LostReasonCounts::Reason> reasons;
    counts.undated = forEachExit(
        columns, facts, filter, [&](const ColumnChunk &, size_t, int stage, LostReasonId id) {
            LostReasonCounts::Reason &reason = reasons[id];
            reason.id = id;
            ++reason.count;
            ++reason.byStage[stage];
            ++counts.total;
        });
    counts.reasons = reasons.values();
    std::ranges::stable_sort(counts.reasons, std::greater(),
        [](const LostReasonCounts::Reason &reason) { return reason.count; });
    return counts;
}

QList<ProspectId> prospectsLostFor(const ProspectColumns &columns, const ExitFacts &facts,
    const ChartFilter &filter, LostReasonId reason, std::optional<int> stage)
{
    QList<ProspectId> ids;
    (void)forEachExit(columns, facts, filter,
        [&](const ColumnChunk &chunk, size_t row, int from, LostReasonId given) {
            const ProspectId id(chunk.ids[row]);
            if (given == reason && (!stage || from == *stage)
                && (ids.isEmpty() || ids.last() != id))
                ids.append(id);
        });
    return ids;
}
