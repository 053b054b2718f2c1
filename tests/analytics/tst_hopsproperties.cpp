// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/hops.h"
#include "plainsurvival.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace {

constexpr int Days = 30;
constexpr qint64 HourMs = 3'600'000;

/// People of whom some talked in conversations that the viewer may not see, or in those alone.
struct Talks
{
    int prospects = 0;
    HopFacts facts;

    static Talks any()
    {
        using rc::gen::inRange;
        Talks talks;
        // Often about as few as count.
        talks.prospects = *inRange(0, *inRange(0, 2) == 0 ? 10 : 25);
        // Nothing hidden, few or many.
        const int hidden = *inRange(0, 4);
        qint64 hops = 0;
        for (qint64 id = 1; id <= talks.prospects; ++id) {
            if (*inRange(0, 6) > 0) {
                HopFacts::Row row {ProspectId(id), anyTalk(), {}};
                if (*inRange(0, 4) >= hidden)
                    row.seen = row.all;
                else if (*inRange(0, 2) == 0)
                    row.seen = anyTalk();
                talks.facts.rows.push_back(row);
            }
            for (int i = *inRange(0, 4); i > 0; --i) {
                const auto state = HopState(*inRange(0, 4));
                const int day = *inRange(0, Days);
                const qint64 decided = state == HopState::Proposed || *inRange(0, 4) == 0
                    ? 0
                    : RandomWalks::at(day + *inRange(0, 10));
                talks.facts.proposals.push_back({ProspectId(id), HopId(++hops), Medium::Call,
                    RandomWalks::at(day), state, decided, *inRange(0, 4) >= hidden});
            }
        }
        return talks;
    }
    [[nodiscard]] ColumnsPointer columns() const
    {
        ColumnsBuilder builder(defaultPipeline(), RandomWalks::zone());
        for (int id = 1; id <= prospects; ++id)
            builder.addProspect(id, id % 5 ? u"web"_s : u"fair"_s, id, 1);
        return builder.finish();
    }

private:
    static HopFacts::Talk anyTalk()
    {
        using rc::gen::inRange;
        HopFacts::Talk talk;
        const int day = *inRange(0, Days);
        talk.firstIsDay = *inRange(0, 4) == 0;
        talk.firstAt = RandomWalks::at(day, talk.firstIsDay ? 0 : *inRange(0, 24));
        talk.messages = *inRange(1, 9);
        if (*inRange(0, 3) == 0)
            return talk;
        talk.movedIsDay = *inRange(0, 4) == 0;
        const int moved = day + *inRange(0, 12);
        // What is known to the day may begin before the hour of the first message.
        talk.movedAt = talk.movedIsDay ? RandomWalks::at(moved, 0)
                                       : talk.firstAt + qint64(moved - day) * 20 * HourMs;
        return talk;
    }
};

/// What is left for somebody to whom the rest was never told.
HopFacts seenAlone(const HopFacts &facts)
{
    HopFacts seen;
    for (const HopFacts::Row &row : facts.rows) {
        if (row.seen.firstAt != 0)
            seen.rows.push_back({row.prospect, row.seen, row.seen});
    }
    std::ranges::copy_if(
        facts.proposals, std::back_inserter(seen.proposals), &HopFacts::Proposal::isSeen);
    return seen;
}

ChartFilter anyFilter()
{
    return RandomWalks::anyFilter(Days, u"web"_s);
}

/// What the question takes of the facts, said once more.
class PlainHops
{
public:
    PlainHops(const Talks &talks, ChartFilter filter)
        : m_filter(std::move(filter))
    {
        std::set<qint64> talking;
        std::set<qint64> hopping;
        for (const HopFacts::Row &row : talks.facts.rows) {
            if (!isAsked(row.prospect))
                continue;
            m_rows.push_back(row);
            if (row.all != row.seen && isWithin(row.all.firstAt))
                talking.insert(row.prospect.value());
        }
        for (const HopFacts::Proposal &hop : talks.facts.proposals) {
            if (!isAsked(hop.prospect) || !isWithin(hop.at))
                continue;
            m_hops.push_back(hop);
            if (!hop.isSeen)
                hopping.insert(hop.prospect.value());
        }
        areHiddenTalksCounted = talking.size() >= 5;
        areHiddenHopsCounted = hopping.size() >= 5;
    }

    [[nodiscard]] std::vector<HopFacts::Talk> talks() const
    {
        std::vector<HopFacts::Talk> talks;
        for (const HopFacts::Row &row : m_rows) {
            const HopFacts::Talk &talk = areHiddenTalksCounted ? row.all : row.seen;
            if (isWithin(talk.firstAt))
                talks.push_back(talk);
        }
        return talks;
    }
    [[nodiscard]] std::vector<HopState> states() const
    {
        std::vector<HopState> states;
        for (const HopFacts::Proposal &hop : m_hops) {
            if (hop.isSeen || areHiddenHopsCounted)
                states.push_back(stateOf(hop));
        }
        return states;
    }
    [[nodiscard]] bool hasMoved(const HopFacts::Talk &talk) const
    {
        return talk.movedAt != 0 && talk.movedAt <= m_filter.asOf;
    }
    [[nodiscard]] PlainSurvival::Watched watched(const HopFacts::Talk &talk) const
    {
        const bool moved = hasMoved(talk);
        const qint64 end = moved ? talk.movedAt : m_filter.asOf;
        const bool isByDay = talk.firstIsDay || (moved && talk.movedIsDay);
        const auto day = [](qint64 ms) { return localDay(ms, RandomWalks::zone()); };
        const qint64 days =
            isByDay ? day(talk.firstAt).daysTo(day(end)) : (end - talk.firstAt) / (24 * HourMs);
        return {std::max<qint64>(0, days), moved};
    }
    /// Of the conversations that may be seen.
    [[nodiscard]] QList<ProspectId> people(HopGroup group) const
    {
        std::set<qint64> ids;
        for (const HopFacts::Row &row : m_rows) {
            const bool isOne = group == HopGroup::Talked
                || (group == HopGroup::Moved && hasMoved(row.seen))
                || (group == HopGroup::Stayed && !hasMoved(row.seen));
            if (isOne && isWithin(row.seen.firstAt))
                ids.insert(row.prospect.value());
        }
        for (const HopFacts::Proposal &hop : m_hops) {
            const HopState state = stateOf(hop);
            const bool isOne = group == HopGroup::Proposed
                || (group == HopGroup::Accepted && state == HopState::Accepted)
                || (group == HopGroup::Declined && state == HopState::Declined)
                || (group == HopGroup::Ignored && state == HopState::Ignored)
                || (group == HopGroup::Open && state == HopState::Proposed);
            if (isOne && hop.isSeen)
                ids.insert(hop.prospect.value());
        }
        QList<ProspectId> people;
        for (const qint64 id : ids)
            people.append(ProspectId(id));
        return people;
    }

    bool areHiddenTalksCounted = false;
    bool areHiddenHopsCounted = false;

private:
    [[nodiscard]] bool isAsked(ProspectId id) const
    {
        return !m_filter.sources || id.value() % 5 != 0;
    }
    [[nodiscard]] bool isWithin(qint64 ms) const
    {
        return ms != 0 && ms <= m_filter.asOf
            && m_filter.span.contains(localDay(ms, RandomWalks::zone()));
    }
    [[nodiscard]] HopState stateOf(const HopFacts::Proposal &hop) const
    {
        return hop.decidedAt > m_filter.asOf ? HopState::Proposed : hop.state;
    }

    ChartFilter m_filter;
    std::vector<HopFacts::Row> m_rows;
    std::vector<HopFacts::Proposal> m_hops;
};

constexpr HopGroup Groups[] {HopGroup::Talked, HopGroup::Moved, HopGroup::Stayed,
    HopGroup::Proposed, HopGroup::Accepted, HopGroup::Declined, HopGroup::Ignored, HopGroup::Open};

/// How many of \a values at least \a share of them do not exceed.
std::optional<qint64> plainQuantile(const std::vector<qint64> &values, double share)
{
    std::optional<qint64> least;
    for (const qint64 value : values) {
        const auto upTo =
            std::ranges::count_if(values, [value](qint64 other) { return other <= value; });
        if (double(upTo) >= share * double(values.size()) && (!least || value < *least))
            least = value;
    }
    return least;
}

} // namespace

/// What must hold however people talked, and whatever of it the viewer may see.
class TestHopsProperties : public QObject
{
    Q_OBJECT
private slots:
    void asCountedPersonByPerson()
    {
        QVERIFY(rc::check("people, moves and messages", [] {
            const Talks talks = Talks::any();
            const ChartFilter filter = anyFilter();
            const HopFigures figures = hopFigures(*talks.columns(), talks.facts, filter);
            const PlainHops plain(talks, filter);
            RC_ASSERT(figures.areHiddenTalksCounted == plain.areHiddenTalksCounted);
            PlainSurvival staying;
            std::vector<qint64> messages;
            for (const HopFacts::Talk &talk : plain.talks()) {
                staying.watched.push_back(plain.watched(talk));
                if (plain.hasMoved(talk))
                    messages.push_back(talk.messages);
            }
            RC_ASSERT(figures.people == qint64(staying.watched.size()));
            RC_ASSERT(figures.moved == qint64(messages.size()));
            RC_ASSERT(staying.isSameAs(figures.staying));
            RC_ASSERT(figures.medianMessages == plainQuantile(messages, .5));
            RC_ASSERT(figures.p90Messages == plainQuantile(messages, .9));
        }));
    }

    void proposalsAddUp()
    {
        QVERIFY(rc::check("hops by what became of them", [] {
            const Talks talks = Talks::any();
            const ChartFilter filter = anyFilter();
            const HopFigures figures = hopFigures(*talks.columns(), talks.facts, filter);
            const PlainHops plain(talks, filter);
            const std::vector<HopState> states = plain.states();
            RC_ASSERT(figures.areHiddenHopsCounted == plain.areHiddenHopsCounted);
            RC_ASSERT(figures.proposed == qint64(states.size()));
            RC_ASSERT(figures.accepted == std::ranges::count(states, HopState::Accepted));
            RC_ASSERT(figures.declined == std::ranges::count(states, HopState::Declined));
            RC_ASSERT(figures.ignored == std::ranges::count(states, HopState::Ignored));
            RC_ASSERT(figures.open == std::ranges::count(states, HopState::Proposed));
            RC_ASSERT(figures.proposed
                == figures.accepted + figures.declined + figures.ignored + figures.open);
        }));
    }

    void thoseBehindAFigureMayBeSeen()
    {
        QVERIFY(rc::check("the people of each group", [] {
            const Talks talks = Talks::any();
            const ChartFilter filter = anyFilter();
            const auto columns = talks.columns();
            const PlainHops plain(talks, filter);
            for (const HopGroup group : Groups)
                RC_ASSERT(
                    prospectsOfHops(*columns, talks.facts, filter, group) == plain.people(group));
            // Who moved on and who stayed are those who talked.
            const auto sizeOf = [&](HopGroup group) {
                return prospectsOfHops(*columns, talks.facts, filter, group).size();
            };
            RC_ASSERT(
                sizeOf(HopGroup::Moved) + sizeOf(HopGroup::Stayed) == sizeOf(HopGroup::Talked));
            const HopFigures figures = hopFigures(*columns, talks.facts, filter);
            if (!figures.areHiddenTalksCounted) {
                RC_ASSERT(figures.people == sizeOf(HopGroup::Talked));
                RC_ASSERT(figures.moved == sizeOf(HopGroup::Moved));
            }
        }));
    }

    void whatIsHiddenOfFewTellsNothing()
    {
        QVERIFY(rc::check("as if the hidden had never been said", [] {
            const Talks talks = Talks::any();
            const ChartFilter filter = anyFilter();
            const auto columns = talks.columns();
            const HopFigures told = hopFigures(*columns, talks.facts, filter);
            const HopFacts seen = seenAlone(talks.facts);
            const HopFigures known = hopFigures(*columns, seen, filter);
            RC_ASSERT(!known.areHiddenTalksCounted);
            RC_ASSERT(!known.areHiddenHopsCounted);
            if (!told.areHiddenTalksCounted && !told.areHiddenHopsCounted)
                RC_ASSERT(told == known);
            for (const HopGroup group : Groups)
                RC_ASSERT(prospectsOfHops(*columns, talks.facts, filter, group)
                    == prospectsOfHops(*columns, seen, filter, group));
        }));
    }
};

PULLPUSH_TEST(TestHopsProperties)
#include "tst_hopsproperties.moc"
