// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/outcomes.h"

#include "analytics/agerule.h"
#include "analytics/notapplicable.h"

#include <algorithm>

namespace {

/// What each stage ends, by its index.
std::vector<OutcomeKind> endsOf(const QList<Stage> &stages)
{
    const auto won = std::ranges::find(stages, StageKind::Won, &Stage::kind);
    std::vector<OutcomeKind> ends;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const bool isWon = i >= won - stages.begin();
        ends.push_back(stages.at(i).kind == StageKind::Exit ? OutcomeKind::Lost
                : isWon                                     ? OutcomeKind::Won
                                                            : OutcomeKind::Open);
    }
    return ends;
}

/// Calls \a use(chunk, row, kind, age) for each of the cohort to whom the sale is applicable; the age is below 0 where it is not
/// known. Returns how many there are to whom it is not.
template<typename Use>
qint64 forEachOutcome(const ProspectColumns &columns, const ChartFilter &filter, Use use)
{
    NotApplicableSale notApplicable(columns);
    qint64 leftOut = 0;
    const std::vector<OutcomeKind> ends = endsOf(columns.stages());
    const SecondSpan span(filter.span, columns.zone());
    AgeRule rule(columns.zone());
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        const quint32 entry = chunk.entry[row];
        const bool isKnown = entry != ColumnChunk::UnknownEntry;
        if (chunk.fate[row] == 0 || (span.isTimed && !(isKnown && span.contains(entry))))
            return;
        if (notApplicable.has(chunk, row)) {
            ++leftOut;
            return;
        }
        auto kind = OutcomeKind::Open;
        qint64 ms = filter.asOf;
        bool isDated = isKnown;
        bool isDay = false;
        chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
            if (kind != OutcomeKind::Open || ends[to] == OutcomeKind::Open)
                return;
            kind = ends[to];
            ms = qint64(at) * 1000;
            isDay = flags & ColumnChunk::Moves::IsDay;
            isDated = isDated && !(flags & ColumnChunk::Moves::HasNoArrival);
        });
        const bool entryIsDay = chunk.flags[row] & ColumnChunk::EntryIsDay;
        use(chunk, row, kind,
            isDated ? rule.days(qint64(entry) * 1000, entryIsDay, ms, isDay) : qint64(-1));
    });
    return leftOut;
}

} // namespace

Outcomes outcomes(const ProspectColumns &columns, const ChartFilter &filter)
{
    Outcomes result;
    AgeTally tally(2);
    const auto count = [&](const ColumnChunk &, size_t, OutcomeKind kind, qint64 age) {
        if (age < 0) {
            ++result.undated;
            return;
        }
        switch (kind) {
        case OutcomeKind::Won:
            ++result.won;
            tally.add(age, 1 + Outcomes::Won);
            break;
        case OutcomeKind::Lost:
            ++result.lost;
            tally.add(age, 1 + Outcomes::Lost);
            break;
        case OutcomeKind::Open:
            ++result.open;
            tally.add(age, AgeTally::StillOpen);
            break;
        }
    };
    result.notApplicable = forEachOutcome(columns, filter, count);
    result.curves = aalenJohansen(tally);
    return result;
}

QList<ProspectId> prospectsWithOutcome(const ProspectColumns &columns, const ChartFilter &filter,
    OutcomeKind kind, std::optional<qint64> age)
{
    QList<ProspectId> ids;
    forEachOutcome(columns, filter,
        [&](const ColumnChunk &chunk, size_t row, OutcomeKind ended, qint64 atAge) {
            const bool isInTime = kind == OutcomeKind::Open || !age || atAge <= *age;
            if (ended == kind && atAge >= 0 && isInTime)
                ids.append(ProspectId(chunk.ids[row]));
        });
    return ids;
}
