// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/handovers.h"

#include "analytics/agerule.h"
#include "analytics/factruns.h"
#include "base/text.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace {
constexpr qint64 HandoverHourMs = 3'600'000;

HandoverFate handoverFate(const HandoverFacts::Row &row, qint64 asOf)
{
    const bool isOpen = row.state == HandoverState::Offered || row.decidedAt > asOf;
    if (isOpen)
        return row.dueAt != 0 && row.dueAt < asOf ? HandoverFate::Overdue : HandoverFate::Waiting;
    if (row.state == HandoverState::Accepted)
        return HandoverFate::Accepted;
    return row.state == HandoverState::Returned ? HandoverFate::Returned : HandoverFate::Withdrawn;
}

bool isDecision(HandoverFate fate)
{
    return fate == HandoverFate::Accepted || fate == HandoverFate::Returned;
}

bool wasDecidedLate(const HandoverFacts::Row &row, HandoverFate fate)
{
    return isDecision(fate) && row.dueAt != 0 && row.decidedAt > row.dueAt;
}

/// Calls \a use(chunk, row, handover, fate) for the offers of the span.
template<typename Use>
void forEachHandover(
    const ProspectColumns &columns, const HandoverFacts &facts, const HandoverQuery &query, Use use)
{
    const SecondSpan span(query.filter.span, columns.zone());
    FactRuns<HandoverFacts::Row> runs(facts.rows);
    forEachWanted(columns, query.filter, [&](const ColumnChunk &chunk, size_t row) {
        for (const HandoverFacts::Row &handover : runs.of(chunk.ids[row])) {
            if (handover.offeredAt <= query.filter.asOf
                && span.contains(ColumnChunk::toSeconds(handover.offeredAt)))
                use(chunk, row, handover, handoverFate(handover, query.filter.asOf));
        }
    });
}

/// Whether somebody came to the sale at or after a decision, and within so many days where a window is given.
class SalesAfter
{
public:
    SalesAfter(const ProspectColumns &columns, HandoverQuery query)
        : m_rule(columns.zone())
        , m_query(std::move(query))
    {
        const QList<Stage> &stages = columns.stages();
        const auto won = std::ranges::find(stages, StageKind::Won, &Stage::kind) - stages.begin();
        for (qsizetype i = 0; i < stages.size(); ++i)
            m_isWon.push_back(i >= won && stages.at(i).kind != StageKind::Exit);
    }

    [[nodiscard]] bool isMature(qint64 decidedAt)
    {
        return !m_query.windowDays
            || m_rule.days(decidedAt, false, m_query.filter.asOf, false) >= *m_query.windowDays;
    }
    [[nodiscard]] bool isWon(const ColumnChunk &chunk, size_t row, qint64 decidedAt)
    {
        bool isFound = false;
        chunk.forEachMove(row, [&](quint8 from, quint8 to, quint32 at, quint8 flags) {
            // A customer whom a change of the pipeline put elsewhere has bought nothing then.
            const bool isPut = (flags & ColumnChunk::Moves::ByPipeline)
                && from != ColumnChunk::NoStage && m_isWon[from];
            if (!m_isWon[to] || isPut)
                return;
            if (flags & ColumnChunk::Moves::HasNoArrival) {
                isFound = isFound || !m_query.windowDays;
                return;
            }
            const bool isDay = flags & ColumnChunk::Moves::IsDay;
            const qint64 ms = qint64(at) * 1000;
            // The columns know seconds, the decision its milliseconds.
            const qint64 days = m_rule.days(decidedAt - decidedAt % 1000, false, ms, isDay);
            isFound = isFound
                || (days >= 0 && ms <= m_query.filter.asOf
                    && days <= m_query.windowDays.value_or(Age::Highest));
        });
        return isFound;
    }

private:
    AgeRule m_rule;
    HandoverQuery m_query;
    std::vector<bool> m_isWon; ///< by stage
};

void countFate(HandoverFigures &figures, HandoverFate fate)
{
    ++figures.offered;
    switch (fate) {
    case HandoverFate::Accepted:
        ++figures.accepted;
        return;
    case HandoverFate::Returned:
        ++figures.returned;
        return;
    case HandoverFate::Withdrawn:
        ++figures.withdrawn;
        return;
    case HandoverFate::Waiting:
        ++figures.waiting;
        return;
    case HandoverFate::Overdue:
        ++figures.overdue;
        return;
    }
}

struct CountedRep
{
    HandoverFigures::Rep figures;
    qint64 lastPerson = 0;

    void count(qint64 person, HandoverFate fate)
    {
        // People come by id, so that another one is a new one.
        figures.people += person == lastPerson ? 0 : 1;
        lastPerson = person;
        ++figures.offered;
        figures.accepted.n += isDecision(fate) ? 1 : 0;
        figures.accepted.k += fate == HandoverFate::Accepted ? 1 : 0;
    }
};

/// The most frequent first, then by their words; no reason comes last.
void sortReasons(QList<HandoverFigures::Reason> &reasons)
{
    std::ranges::sort(
        reasons, [](const HandoverFigures::Reason &one, const HandoverFigures::Reason &other) {
            if (one.key.isEmpty() != other.key.isEmpty())
                return other.key.isEmpty();
            return one.count != other.count ? one.count > other.count : one.key < other.key;
        });
}
} // namespace

HandoverFigures handoverFigures(
    const ProspectColumns &columns, const HandoverFacts &facts, const HandoverQuery &query)
{
    HandoverFigures figures;
    AgeTally tally(1);
    SalesAfter sales(columns, query);
    QMap<QString, HandoverFigures::Reason> reasons;
    QMap<UserId, CountedRep> reps;
    const auto countSale = [&](const ColumnChunk &chunk, size_t row,
                               const HandoverFacts::Row &handover, HandoverFate fate) {
        if (!sales.isMature(handover.decidedAt)) {
            ++figures.immature;
            return;
        }
        Proportion &share =
            fate == HandoverFate::Accepted ? figures.wonOfAccepted : figures.wonOfReturned;
        ++share.n;
        share.k += sales.isWon(chunk, row, handover.decidedAt) ? 1 : 0;
    };
    forEachHandover(columns, facts, query,
        [&](const ColumnChunk &chunk, size_t row, const HandoverFacts::Row &handover,
            HandoverFate fate) {
            countFate(figures, fate);
            figures.decidedLate += wasDecidedLate(handover, fate) ? 1 : 0;
            const bool isOpen = fate == HandoverFate::Waiting || fate == HandoverFate::Overdue;
            const qint64 until = isOpen ? query.filter.asOf : handover.decidedAt;
            tally.add(std::max<qint64>(0, until - handover.offeredAt) / HandoverHourMs,
                isDecision(fate) ? 1 : 0);
            if (isDecision(fate))
                countSale(chunk, row, handover, fate);
            if (fate == HandoverFate::Returned) {
                HandoverFigures::Reason &reason = reasons[foldText(handover.reason)];
                if (reason.count++ == 0)
                    reason.text = handover.reason.simplified();
            }
            reps[handover.rep].count(chunk.ids[row], fate);
        });
    figures.decision = kaplanMeier(tally);
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason) {
        reason->key = reason.key();
        figures.reasons.append(*reason);
    }
    sortReasons(figures.reasons);
    for (auto rep = reps.begin(); rep != reps.end(); ++rep) {
        rep->figures.id = rep.key();
        figures.reps.append(rep->figures);
    }
    return figures;
}

QList<ProspectId> prospectsHandedOver(const ProspectColumns &columns, const HandoverFacts &facts,
    const HandoverQuery &query, const HandoverChoice &choice)
{
    QList<ProspectId> ids;
    forEachHandover(columns, facts, query,
        [&](const ColumnChunk &chunk, size_t row, const HandoverFacts::Row &handover,
            HandoverFate fate) {
            const bool isWanted = (!choice.fate || fate == *choice.fate)
                && (!choice.rep || handover.rep == *choice.rep)
                && (!choice.isLate || wasDecidedLate(handover, fate))
                && (!choice.reasons
                    || (fate == HandoverFate::Returned
                        && choice.reasons->contains(foldText(handover.reason))));
            const ProspectId id(chunk.ids[row]);
            if (isWanted && (ids.isEmpty() || ids.last() != id))
                ids.append(id);
        });
    return ids;
}
