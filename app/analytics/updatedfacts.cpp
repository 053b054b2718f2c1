// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/updatedfacts.h"

#include <algorithm>
#include <iterator>

namespace {
/// Both lists are by prospect. Goes from one of \a people to the next, and copies what is between them at once.
template<typename Row>
std::vector<Row> updatedRows(const std::vector<Row> &base, const std::vector<Row> &changed,
    const std::vector<ProspectId> &people)
{
    std::vector<Row> rows;
    rows.reserve(base.size() + changed.size());
    auto kept = base.begin();
    auto added = changed.begin();
    for (const ProspectId person : people) {
        const auto old = std::ranges::lower_bound(kept, base.end(), person, {}, &Row::prospect);
        rows.insert(rows.end(), kept, old);
        kept = std::ranges::upper_bound(old, base.end(), person, {}, &Row::prospect);
        const auto end = std::ranges::upper_bound(added, changed.end(), person, {}, &Row::prospect);
        rows.insert(rows.end(), added, end);
        added = end;
    }
    rows.insert(rows.end(), kept, base.end());
    return rows;
}

/// Both lists are by conversation; one that went from one person to another is only in \a changed then.
std::vector<TalkPlace> updatedPlaces(const std::vector<TalkPlace> &base,
    const std::vector<TalkPlace> &changed, const std::vector<ProspectId> &people)
{
    std::vector<TalkPlace> places;
    places.reserve(base.size() + changed.size());
    auto added = changed.begin();
    for (const TalkPlace &place : base) {
        while (added != changed.end() && added->conversation < place.conversation)
            places.push_back(*added++);
        if (!std::ranges::binary_search(people, place.prospect))
            places.push_back(place);
    }
    places.insert(places.end(), added, changed.end());
    return places;
}
} // namespace

std::shared_ptr<const LastContacts> updatedFacts(
    const LastContacts &base, const LastContacts &changed, const std::vector<ProspectId> &people)
{
    auto facts = std::make_shared<LastContacts>();
    facts->rows = updatedRows(base.rows, changed.rows, people);
    facts->places = updatedPlaces(base.places, changed.places, people);
    return facts;
}

std::shared_ptr<const HopFacts> updatedFacts(
    const HopFacts &base, const HopFacts &changed, const std::vector<ProspectId> &people)
{
    auto facts = std::make_shared<HopFacts>();
    facts->rows = updatedRows(base.rows, changed.rows, people);
    facts->proposals = updatedRows(base.proposals, changed.proposals, people);
    facts->places = updatedPlaces(base.places, changed.places, people);
    return facts;
}

std::shared_ptr<const RepFacts> updatedFacts(
    const RepFacts &base, const RepFacts &changed, const std::vector<ProspectId> &people)
{
    Q_ASSERT(base.zone == changed.zone);
    auto facts = std::make_shared<RepFacts>();
    facts->words = updatedRows(base.words, changed.words, people);
    facts->replies = updatedRows(base.replies, changed.replies, people);
    facts->moves = updatedRows(base.moves, changed.moves, people);
    facts->places = updatedPlaces(base.places, changed.places, people);
    facts->members = changed.members;
    facts->zone = changed.zone;
    return facts;
}

std::shared_ptr<const TouchFacts> updatedFacts(
    const TouchFacts &base, const TouchFacts &changed, const std::vector<ProspectId> &people)
{
    auto facts = std::make_shared<TouchFacts>();
    facts->rows = updatedRows(base.rows, changed.rows, people);
    facts->posts = base.posts;
    facts->posts.insert(changed.posts);
    facts->profileCopies = changed.profileCopies;
    facts->channels = changed.channels;
    facts->campaigns = changed.campaigns;
    facts->pillars = changed.pillars;
    return facts;
}

std::shared_ptr<const DealFacts> updatedFacts(
    const DealFacts &base, const DealFacts &changed, const std::vector<ProspectId> &people)
{
    auto facts = std::make_shared<DealFacts>();
    facts->worths = updatedRows(base.worths, changed.worths, people);
    facts->offers = updatedRows(base.offers, changed.offers, people);
    facts->erased = updatedRows(base.erased, changed.erased, people);
    return facts;
}

std::shared_ptr<const HandoverFacts> updatedFacts(
    const HandoverFacts &base, const HandoverFacts &changed, const std::vector<ProspectId> &people)
{
    auto facts = std::make_shared<HandoverFacts>();
    facts->rows = updatedRows(base.rows, changed.rows, people);
    facts->members = changed.members;
    return facts;
}

std::shared_ptr<const ExitFacts> updatedFacts(
    const ExitFacts &base, const ExitFacts &changed, const std::vector<ProspectId> &people)
{
    auto facts = std::make_shared<ExitFacts>();
    facts->rows = updatedRows(base.rows, changed.rows, people);
    facts->reasons = changed.reasons;
    return facts;
}
