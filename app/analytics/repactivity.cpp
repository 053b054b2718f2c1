// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/repactivity.h"

#include "analytics/closings.h"
#include "analytics/factruns.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace {
constexpr qint64 ReplyHourMs = 3'600'000;

/// The span as days and as times, and the end of all that is known.
class RepSpan
{
public:
    RepSpan(const ChartFilter &filter, const QTimeZone &zone)
        : m_seconds(filter.span, zone)
        , m_asOf(filter.asOf)
        , m_countsHidden(!filter.people)
        , m_firstDay(filter.span.from ? filter.span.from->toJulianDay()
                                      : std::numeric_limits<qint64>::min())
        , m_lastDay(localDay(filter.asOf, zone).toJulianDay())
    {
        if (filter.span.to)
            m_lastDay = std::min(m_lastDay, filter.span.to->toJulianDay() - 1);
    }

    [[nodiscard]] bool containsDay(qint64 julianDay) const
    {
        return julianDay >= m_firstDay && julianDay <= m_lastDay;
    }
    [[nodiscard]] bool contains(qint64 ms) const
    {
        return ms <= m_asOf && m_seconds.contains(ColumnChunk::toSeconds(ms));
    }
    [[nodiscard]] bool counts(const RepFacts::Words &sum) const
    {
        return !sum.member.isNull() && containsDay(sum.julianDay) && isToldOf(sum.isSeen);
    }
    [[nodiscard]] bool counts(const RepFacts::Reply &reply) const
    {
        return !reply.member.isNull() && contains(reply.askedAt) && isToldOf(reply.isSeen);
    }
    [[nodiscard]] bool counts(const RepFacts::Move &move) const
    {
        return !move.member.isNull() && contains(move.at);
    }
    [[nodiscard]] bool counts(const Closing &closing) const
    {
        return closing.isIn(m_seconds) && (!closing.isDated || closing.ms() <= m_asOf);
    }
    [[nodiscard]] bool isKnown(qint64 ms) const { return ms != 0 && ms <= m_asOf; }
    [[nodiscard]] qint64 asOf() const { return m_asOf; }

private:
    /// Two sets of chosen people that differ by one would tell what a member keeps to themselves of that person.
    [[nodiscard]] bool isToldOf(bool isSeen) const { return isSeen || m_countsHidden; }

    SecondSpan m_seconds;
    qint64 m_asOf;
    bool m_countsHidden;
    qint64 m_firstDay;
    qint64 m_lastDay;
};

/// How many people; they come by ascending id.
struct PeopleCount
{
    qint64 people = 0;
    qint64 last = 0;

    void count(ProspectId id)
    {
        people += id.value() == last ? 0 : 1;
        last = id.value();
    }
    [[nodiscard]] bool isEnough() const { return people >= FewestForASum; }
};

struct WordSums
{
    PeopleCount who;
    qint64 sent = 0;
    qint64 received = 0;
    qint64 calls = 0;

    void add(const RepFacts::Words &words)
    {
        who.count(words.prospect);
        sent += words.sent;
        received += words.received;
        calls += words.calls;
    }
};

struct ReplySums
{
    PeopleCount who;
    AgeTally tally {1};

    void add(ProspectId prospect, qint64 hours, bool isAnswered)
    {
        who.count(prospect);
        tally.add(hours, isAnswered ? 1 : AgeTally::StillOpen);
    }
};

/// How many people are behind figures that count what is hidden of words or of replies, of both or of neither.
class PeopleBehind
{
public:
    enum Hidden : unsigned { None = 0, Words = 1, Replies = 2 };

    /// \a of: what of it is hidden, and does not count where that does not.
    void count(ProspectId id, Hidden of = None)
    {
        for (unsigned counted = 0; counted < m_counts.size(); ++counted) {
            if ((counted & of) == of)
                m_counts[counted].count(id);
        }
    }
    [[nodiscard]] qint64 people(bool areWordsCounted, bool areRepliesCounted) const
    {
        return m_counts[(areWordsCounted ? Words : None) | (areRepliesCounted ? Replies : None)]
            .people;
    }

private:
    std::array<PeopleCount, 4> m_counts; ///< by the Hidden that are counted
};

struct RepTally
{
    WordSums seenWords;
    WordSums allWords;
    PeopleCount hiddenWords;
    ReplySums seenReplies;
    ReplySums allReplies;
    PeopleCount hiddenReplies;
    PeopleCount moved;
    qint64 moves = 0;
    PeopleCount closed;
    Proportion won;
    PeopleBehind all;
};

/// Calls the functions for what members did with the prospects that \a filter wants, by prospect.
template<typename UseWords, typename UseReply, typename UseMove, typename UseClosing>
void forEachDeed(const ProspectColumns &columns, const RepFacts &facts, const ChartFilter &filter,
    UseWords useWords, UseReply useReply, UseMove useMove, UseClosing useClosing)
{
    const RepSpan span(filter, columns.zone());
    const std::vector<StageEnd> ends = stageEnds(columns.stages());
    FactRuns<RepFacts::Words> words(facts.words);
    FactRuns<RepFacts::Reply> replies(facts.replies);
    FactRuns<RepFacts::Move> moves(facts.moves);
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        const qint64 id = chunk.ids[row];
        for (const RepFacts::Words &sum : words.of(id)) {
            if (span.counts(sum))
                useWords(sum);
        }
        for (const RepFacts::Reply &reply : replies.of(id)) {
            if (!span.counts(reply))
                continue;
            const bool isAnswered = span.isKnown(reply.answeredAt);
            const qint64 until = isAnswered ? reply.answeredAt : span.asOf();
            useReply(reply, (until - reply.askedAt) / ReplyHourMs, isAnswered);
        }
        for (const RepFacts::Move &move : moves.of(id)) {
            if (span.counts(move))
                useMove(move);
        }
        const UserId owner = columns.owners().at(chunk.owner[row]);
        if (owner.isNull())
            return;
        forEachClosing(chunk, row, ends, [&](const Closing &closing) {
            if (span.counts(closing))
                useClosing(owner, ProspectId(id), closing);
        });
    });
}

RepFigures figuresOfRep(UserId id, const RepTally &tally)
{
    RepFigures figures;
    figures.id = id;
    figures.people = tally.all.people(tally.hiddenWords.isEnough(), tally.hiddenReplies.isEnough());
    const WordSums &words = tally.hiddenWords.isEnough() ? tally.allWords : tally.seenWords;
    if (words.who.isEnough()) {
        figures.sent = words.sent;
        figures.received = words.received;
        figures.calls = words.calls;
    }
    const ReplySums &replies =
        tally.hiddenReplies.isEnough() ? tally.allReplies : tally.seenReplies;
    if (replies.who.isEnough())
        figures.reply = kaplanMeier(replies.tally);
    if (tally.moved.isEnough())
        figures.moves = tally.moves;
    if (tally.closed.isEnough())
        figures.won = tally.won;
    return figures;
}
} // namespace

QList<RepFigures> repFigures(
    const ProspectColumns &columns, const RepFacts &facts, const ChartFilter &filter)
{
    QMap<UserId, RepTally> tallies;
    forEachDeed(
        columns, facts, filter,
        [&tallies](const RepFacts::Words &words) {
            RepTally &tally = tallies[words.member];
            tally.allWords.add(words);
            if (words.isSeen)
                tally.seenWords.add(words);
            else
                tally.hiddenWords.count(words.prospect);
            tally.all.count(
                words.prospect, words.isSeen ? PeopleBehind::None : PeopleBehind::Words);
        },
        [&tallies](const RepFacts::Reply &reply, qint64 hours, bool isAnswered) {
            RepTally &tally = tallies[reply.member];
            tally.allReplies.add(reply.prospect, hours, isAnswered);
            if (reply.isSeen)
                tally.seenReplies.add(reply.prospect, hours, isAnswered);
            else
                tally.hiddenReplies.count(reply.prospect);
            tally.all.count(
                reply.prospect, reply.isSeen ? PeopleBehind::None : PeopleBehind::Replies);
        },
        [&tallies](const RepFacts::Move &move) {
            RepTally &tally = tallies[move.member];
            tally.moved.count(move.prospect);
            ++tally.moves;
            tally.all.count(move.prospect);
        },
        [&tallies](UserId owner, ProspectId prospect, const Closing &closing) {
            RepTally &tally = tallies[owner];
            tally.closed.count(prospect);
            ++tally.won.n;
            tally.won.k += closing.end == StageEnd::Won ? 1 : 0;
            tally.all.count(prospect);
        });
    QList<RepFigures> figures;
    for (auto tally = tallies.begin(); tally != tallies.end(); ++tally) {
        const RepFigures rep = figuresOfRep(tally.key(), *tally);
        if (rep.people > 0)
            figures.append(rep);
    }
    return figures;
}

QList<ProspectId> prospectsOfRep(
    const ProspectColumns &columns, const RepFacts &facts, const ChartFilter &filter, UserId rep)
{
    QList<ProspectId> ids;
    const auto add = [&](UserId member, ProspectId prospect) {
        if (member == rep && (ids.isEmpty() || ids.last() != prospect))
            ids.append(prospect);
    };
    forEachDeed(
        columns, facts, filter,
        [&add](const RepFacts::Words &words) {
            if (words.isSeen)
                add(words.member, words.prospect);
        },
        [&add](const RepFacts::Reply &reply, qint64, bool) {
            if (reply.isSeen)
                add(reply.member, reply.prospect);
        },
        [&add](const RepFacts::Move &move) { add(move.member, move.prospect); },
        [&add](UserId owner, ProspectId prospect, const Closing &) { add(owner, prospect); });
    return ids;
}
