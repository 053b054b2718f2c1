// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/hops.h"

#include "analytics/agerule.h"
#include "analytics/factruns.h"

#include <algorithm>
#include <cmath>

namespace {

/// What of the facts is asked for.
class HopQuestion
{
public:
    HopQuestion(const ProspectColumns &columns, const ChartFilter &filter)
        : m_span(filter.span, columns.zone())
        , m_asOf(filter.asOf)
    { }

    [[nodiscard]] bool isWanted(const HopFacts::Talk &talk) const
    {
        return talk.firstAt != 0 && isWanted(talk.firstAt);
    }
    [[nodiscard]] bool isWanted(const HopFacts::Proposal &hop) const { return isWanted(hop.at); }
    [[nodiscard]] bool hasMoved(const HopFacts::Talk &talk) const
    {
        return talk.movedAt != 0 && talk.movedAt <= m_asOf;
    }
    [[nodiscard]] HopState stateOf(const HopFacts::Proposal &hop) const
    {
        return hop.decidedAt > m_asOf ? HopState::Proposed : hop.state;
    }
    [[nodiscard]] qint64 asOf() const { return m_asOf; }

private:
    [[nodiscard]] bool isWanted(qint64 ms) const
    {
        return ms <= m_asOf && m_span.contains(ColumnChunk::toSeconds(ms));
    }

    SecondSpan m_span;
    qint64 m_asOf;
};

/// Calls \a useTalk(row) and \a useHop(proposal) for each of the prospects that \a filter wants, by id.
template<typename UseTalk, typename UseHop>
void forEachHopFact(const ProspectColumns &columns, const HopFacts &facts,
    const ChartFilter &filter, UseTalk useTalk, UseHop useHop)
{
    FactRuns<HopFacts::Row> talks(facts.rows);
    FactRuns<HopFacts::Proposal> hops(facts.proposals);
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        for (const HopFacts::Row &talk : talks.of(chunk.ids[row]))
            useTalk(talk);
        for (const HopFacts::Proposal &hop : hops.of(chunk.ids[row]))
            useHop(hop);
    });
}

/// Which hidden conversations are with enough people.
void findHidden(const ProspectColumns &columns, const HopFacts &facts, const ChartFilter &filter,
    HopFigures &figures)
{
    // Two sets that differ by one person would tell of that person.
    if (filter.people)
        return;
    const HopQuestion question(columns, filter);
    qint64 talking = 0;
    qint64 hopping = 0;
    ProspectId last;
    forEachHopFact(
        columns, facts, filter,
        [&](const HopFacts::Row &row) {
            talking += row.all != row.seen && question.isWanted(row.all) ? 1 : 0;
        },
        [&](const HopFacts::Proposal &hop) {
            if (hop.isSeen || hop.prospect == last || !question.isWanted(hop))
                return;
            ++hopping;
            last = hop.prospect;
        });
    figures.areHiddenTalksCounted = talking >= FewestForASum;
    figures.areHiddenHopsCounted = hopping >= FewestForASum;
}

void countHop(HopFigures &figures, HopState state)
{
    ++figures.proposed;
    switch (state) {
    case HopState::Proposed:
        ++figures.open;
        return;
    case HopState::Accepted:
        ++figures.accepted;
        return;
    case HopState::Declined:
        ++figures.declined;
        return;
    case HopState::Ignored:
        ++figures.ignored;
        return;
    }
}

/// The smallest of \a values that at least \a share of them do not exceed.
std::optional<qint64> hopQuantile(std::vector<qint64> &values, double share)
{
    if (values.empty())
        return {};
    const auto wanted = size_t(std::ceil(share * double(values.size())));
    const auto place = values.begin() + qsizetype(std::max<size_t>(wanted, 1)) - 1;
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

bool isOfGroup(HopState state, HopGroup group)
{
    switch (group) {
    case HopGroup::Proposed:
        return true;
    case HopGroup::Accepted:
        return state == HopState::Accepted;
    case HopGroup::Declined:
        return state == HopState::Declined;
    case HopGroup::Ignored:
        return state == HopState::Ignored;
    case HopGroup::Open:
        return state == HopState::Proposed;
    case HopGroup::Talked:
    case HopGroup::Moved:
    case HopGroup::Stayed:
        return false;
    }
    return false;
}

} // namespace

HopFigures hopFigures(
    const ProspectColumns &columns, const HopFacts &facts, const ChartFilter &filter)
{
    HopFigures figures;
    findHidden(columns, facts, filter, figures);
    const HopQuestion question(columns, filter);
    AgeRule rule(columns.zone());
    AgeTally tally(1);
    std::vector<qint64> messages;
    forEachHopFact(
        columns, facts, filter,
        [&](const HopFacts::Row &row) {
            const HopFacts::Talk &talk = figures.areHiddenTalksCounted ? row.all : row.seen;
            if (!question.isWanted(talk))
                return;
            const bool hasMoved = question.hasMoved(talk);
            const qint64 until = hasMoved ? talk.movedAt : question.asOf();
            const qint64 days =
                rule.days(talk.firstAt, talk.firstIsDay, until, hasMoved && talk.movedIsDay);
            tally.add(std::max<qint64>(0, days), hasMoved ? 1 : AgeTally::StillOpen);
            ++figures.people;
            if (!hasMoved)
                return;
            ++figures.moved;
            messages.push_back(talk.messages);
        },
        [&](const HopFacts::Proposal &hop) {
            if ((hop.isSeen || figures.areHiddenHopsCounted) && question.isWanted(hop))
                countHop(figures, question.stateOf(hop));
        });
    figures.staying = kaplanMeier(tally);
    figures.medianMessages = hopQuantile(messages, .5);
    figures.p90Messages = hopQuantile(messages, .9);
    return figures;
}

QList<ProspectId> prospectsOfHops(const ProspectColumns &columns, const HopFacts &facts,
    const ChartFilter &filter, HopGroup group)
{
    QList<ProspectId> ids;
    const HopQuestion question(columns, filter);
    const auto add = [&ids](ProspectId id) {
        if (ids.isEmpty() || ids.last() != id)
            ids.append(id);
    };
    forEachHopFact(
        columns, facts, filter,
        [&](const HopFacts::Row &row) {
            if (!question.isWanted(row.seen))
                return;
            const bool hasMoved = question.hasMoved(row.seen);
            if (group == HopGroup::Talked || (group == HopGroup::Moved && hasMoved)
                || (group == HopGroup::Stayed && !hasMoved))
                add(row.prospect);
        },
        [&](const HopFacts::Proposal &hop) {
            if (hop.isSeen && question.isWanted(hop) && isOfGroup(question.stateOf(hop), group))
                add(hop.prospect);
        });
    return ids;
}
