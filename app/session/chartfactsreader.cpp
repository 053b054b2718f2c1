// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartfactsreader.h"

#include "analytics/updatedfacts.h"
#include "session/changeset.h"
#include "storage/facttable.h"
#include "storage/visiblecontacts.h"
#include "storage/visiblefacts.h"
#include "storage/visibletalks.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
/// The tables from which \a kind is read.
QStringList factTables(ChartFact kind)
{
    switch (kind) {
    case ChartFact::Touches:
        return {u"touch"_s, u"post"_s, u"profile_copy"_s, u"channel"_s, u"campaign"_s, u"pillar"_s,
            u"prospect"_s};
    case ChartFact::Contacts:
        return {u"conversation"_s, u"message"_s, u"conversation_share"_s, u"prospect"_s};
    case ChartFact::Deals:
        return {u"offer"_s, u"prospect"_s};
    case ChartFact::Handovers:
        return {u"handover"_s, u"member"_s, u"prospect"_s};
    case ChartFact::Exits:
        return {u"move"_s, u"lost_reason"_s, u"prospect"_s};
    case ChartFact::Hops:
        return {u"conversation"_s, u"message"_s, u"hop"_s, u"conversation_share"_s, u"prospect"_s};
    case ChartFact::Activity:
        return {u"conversation"_s, u"message"_s, u"move"_s, u"member"_s, u"conversation_share"_s,
            u"prospect"_s};
    }
    Q_UNREACHABLE();
}

/// Those of them that hold names, to which the rows of people refer: they are read whole each time.
QStringList nameTables(ChartFact kind)
{
    switch (kind) {
    case ChartFact::Touches:
        return {u"profile_copy"_s, u"channel"_s, u"campaign"_s, u"pillar"_s};
    case ChartFact::Handovers:
        return {u"member"_s};
    case ChartFact::Exits:
        return {u"lost_reason"_s};
    default:
        return {};
    }
}

bool isOfTalks(ChartFact kind)
{
    return kind == ChartFact::Contacts || kind == ChartFact::Hops || kind == ChartFact::Activity;
}

Result<> readFacts(Connection &connection, ChartFact kind, ChartFacts &facts)
{
    const auto take = [](auto &member) {
        return [&member](auto read) { member = std::move(read); };
    };
    switch (kind) {
    case ChartFact::Touches:
        return FactTable::touches(connection).map(take(facts.touches));
    case ChartFact::Contacts:
        return Visible::lastContacts(connection).map(take(facts.contacts));
    case ChartFact::Deals:
        return FactTable::deals(connection).map(take(facts.deals));
    case ChartFact::Handovers:
        return FactTable::handovers(connection).map(take(facts.handovers));
    case ChartFact::Exits:
        return FactTable::exits(connection).map(take(facts.exits));
    case ChartFact::Hops:
        return Visible::hopFacts(connection).map(take(facts.hops));
    case ChartFact::Activity:
        return FactTable::activity(connection).map(take(facts.activity));
    }
    Q_UNREACHABLE();
}

/// More people than this are hardly read faster one by one than all together.
constexpr size_t MostPeople = 2000;

/// Conversations that changed, and people whose figures may have changed besides.
struct MissedTalks
{
    QSet<qint64> conversations;
    QSet<qint64> people;
};

/// What \a changes tell; nothing where they do not tell it. A message or a proposal that is not there hangs on a conversation that the viewer may not see, or may see no
/// more, of which another change tells; only of whom it is shared with nothing else does.
Result<std::optional<MissedTalks>> missedTalks(Connection &connection, const ChangeSet &changes)
{
    MissedTalks missed {changes.rows.value(u"conversation"_s), changes.rows.value(u"prospect"_s)};
    const auto share = u"conversation_share"_s;
    for (const QString &table : {u"message"_s, u"hop"_s, share}) {
        const auto found = Visible::talksOfRows(connection, table, changes.rows.value(table));
        if (!found)
            return tl::unexpected(found.error());
        if (table == share && found->unknown > 0)
            return std::nullopt;
        missed.conversations.unite(found->conversations);
    }
    const auto people = Visible::peopleOfTalks(connection, missed.conversations);
    if (!people)
        return tl::unexpected(people.error());
    missed.people.unite(*people);
    const auto moved =
        FactTable::peopleOfRows(connection, u"move"_s, changes.rows.value(u"move"_s));
    if (!moved)
        return tl::unexpected(moved.error());
    missed.people.unite(*moved);
    return missed;
}

std::vector<ProspectId> peopleById(const QSet<qint64> &ids)
{
    std::vector<ProspectId> people;
    for (const qint64 id : ids)
        people.emplace_back(id);
    std::ranges::sort(people);
    return people;
}

/// By id: also with whom the conversations were before.
std::vector<ProspectId> peopleToRead(
    const std::vector<TalkPlace> &places, const MissedTalks &missed)
{
    QSet<qint64> ids = missed.people;
    for (const qint64 id : missed.conversations) {
        const auto place =
            std::ranges::lower_bound(places, ConversationId(id), {}, &TalkPlace::conversation);
        if (place != places.end() && place->conversation == ConversationId(id))
            ids.insert(place->prospect.value());
    }
    return peopleById(ids);
}

/// By id: who changed, whose the changed rows of \a table are, and whose \a rows tell that they were.
template<typename Row>
Result<std::vector<ProspectId>> peopleOfMissed(Connection &connection, const QString &table,
    const std::vector<Row> &rows, const ChangeSet &missed)
{
    const QSet<qint64> changed = missed.rows.value(table);
    QSet<qint64> ids = missed.rows.value(u"prospect"_s);
    const auto now = FactTable::peopleOfRows(connection, table, changed);
    if (!now)
        return tl::unexpected(now.error());
    ids.unite(*now);
    // A pass over all rows, of which a few are sought at most.
    std::vector<qint64> sought(changed.begin(), changed.end());
    std::ranges::sort(sought);
    for (const Row &row : rows) {
        if (std::ranges::binary_search(sought, row.id.value()))
            ids.insert(row.prospect.value());
    }
    return peopleById(ids);
}

template<typename Facts>
bool isOfSameDays(const Facts &, const Facts &)
{
    return true;
}
bool isOfSameDays(const RepFacts &base, const RepFacts &changed)
{
    return base.zone == changed.zone;
}

/// Gives \a facts what \a base tells once what is known of \a people was read again; false where all must be.
template<typename Facts, typename Read>
Result<bool> catchUpFacts(const std::shared_ptr<const Facts> &base,
    const std::vector<ProspectId> &people, std::shared_ptr<const Facts> &facts, Read read)
{
    if (people.size() > MostPeople)
        return false;
    const auto changed = read(QList<ProspectId>(people.begin(), people.end()));
    if (!changed)
        return tl::unexpected(changed.error());
    if (!isOfSameDays(*base, **changed))
        return false;
    facts = updatedFacts(*base, **changed, people);
    return true;
}

template<typename Facts, typename Read>
Result<bool> catchUpTalks(const std::shared_ptr<const Facts> &base, const MissedTalks &missed,
    std::shared_ptr<const Facts> &facts, Read read)
{
    const std::vector<ProspectId> people = peopleToRead(base->places, missed);
    if (!people.empty())
        return catchUpFacts(base, people, facts, read);
    facts = base;
    return true;
}

Result<bool> catchUpKind(Connection &connection, ChartFact kind, const ChartFacts &behind,
    const MissedTalks &missed, ChartFacts &facts)
{
    const auto by = [&connection](auto read) {
        return [&connection, read](
                   const QList<ProspectId> &people) { return read(connection, people); };
    };
    switch (kind) {
    case ChartFact::Contacts:
        return catchUpTalks(behind.contacts, missed, facts.contacts, by(&Visible::lastContactsOf));
    case ChartFact::Hops:
        return catchUpTalks(behind.hops, missed, facts.hops, by(&Visible::hopFactsOf));
    case ChartFact::Activity:
        return catchUpTalks(behind.activity, missed, facts.activity, by(&FactTable::activityOf));
    default:
        return false;
    }
}

/// The same of facts that are no conversations'. Where nobody changed, names may have.
Result<bool> catchUpRows(Connection &connection, ChartFact kind, const ChartFacts &behind,
    const ChangeSet &missed, ChartFacts &facts)
{
    const auto catchUp = [&](const QString &table, const auto &rows, const auto &base, auto &into,
                             auto read) {
        return peopleOfMissed(connection, table, rows, missed)
            .and_then([&](const std::vector<ProspectId> &people) {
                return catchUpFacts(base, people, into,
                    [&](const QList<ProspectId> &some) { return read(connection, some); });
            });
    };
    switch (kind) {
    case ChartFact::Touches:
        return catchUp(u"touch"_s, behind.touches->rows, behind.touches, facts.touches,
            [&missed](Connection &from, const QList<ProspectId> &people) {
                return FactTable::touchesOf(from, people, missed.rows.value(u"post"_s));
            });
    case ChartFact::Deals:
        return catchUp(
            u"offer"_s, behind.deals->offers, behind.deals, facts.deals, &FactTable::dealsOf);
    case ChartFact::Handovers:
        return catchUp(u"handover"_s, behind.handovers->rows, behind.handovers, facts.handovers,
            &FactTable::handoversOf);
    case ChartFact::Exits:
        return catchUp(
            u"move"_s, behind.exits->rows, behind.exits, facts.exits, &FactTable::exitsOf);
    default:
        return false;
    }
}
} // namespace

Result<ChartFacts> ChartFactsReader::read(Connection &connection, const QList<ChartFact> &kinds)
{
    ChartFacts facts;
    for (const ChartFact kind : kinds) {
        if (auto done = readFacts(connection, kind, facts); !done)
            return tl::unexpected(done.error());
    }
    return facts;
}

Result<ChartFacts> ChartFactsReader::catchUp(Connection &connection, const QList<ChartFact> &kinds,
    const ChartFacts &behind, const ChangeSet &missed)
{
    const auto isBehind = [&](ChartFact kind) {
        return behind.has(kind) && !needsAll(kind, missed);
    };
    std::optional<MissedTalks> talks;
    if (std::ranges::any_of(
            kinds, [&](ChartFact kind) { return isOfTalks(kind) && isBehind(kind); })) {
        const auto found = missedTalks(connection, missed);
        if (!found)
            return tl::unexpected(found.error());
        talks = *found;
    }
    ChartFacts facts;
    for (const ChartFact kind : kinds) {
        Result<bool> isDone = false;
        if (isBehind(kind) && !isOfTalks(kind))
            isDone = catchUpRows(connection, kind, behind, missed, facts);
        else if (isBehind(kind) && talks)
            isDone = catchUpKind(connection, kind, behind, *talks, facts);
        if (!isDone)
            return tl::unexpected(isDone.error());
        if (*isDone)
            continue;
        if (auto done = readFacts(connection, kind, facts); !done)
            return tl::unexpected(done.error());
    }
    return facts;
}

bool ChartFactsReader::needsAll(ChartFact kind, const ChangeSet &changes)
{
    // Names of members stand once for all.
    if (kind == ChartFact::Activity && changes.touches(u"member"_s))
        return true;
    const QStringList tables = factTables(kind);
    const QStringList names = nameTables(kind);
    return std::ranges::any_of(tables, [&](const QString &table) {
        return changes.whole.contains(table) && !names.contains(table);
    });
}

QList<ChartFact> ChartFactsReader::outdated(const ChartFacts &held, const ChangeSet &changes)
{
    QList<ChartFact> kinds;
    for (const ChartFact kind : AllChartFacts) {
        if (!held.has(kind))
            continue;
        const QStringList tables = factTables(kind);
        if (std::ranges::any_of(
                tables, [&changes](const QString &table) { return changes.touches(table); }))
            kinds.append(kind);
    }
    return kinds;
}
