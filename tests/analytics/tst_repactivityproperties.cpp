// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/repactivity.h"
#include "plainsurvival.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int Days = 20;
constexpr qint64 HourMs = 3'600'000;
constexpr qint64 Members = 3; ///< 0 stands for nobody
constexpr qint64 FirstWon = 5;
constexpr qint64 Lost = 8;

qint32 julianDay(int day)
{
    return qint32(QDate(2026, 3, 1).addDays(day).toJulianDay());
}

/// What some members did with prospects of theirs and of others.
struct Deeds
{
    struct Walk
    {
        qint64 prospect;
        qint64 stage;
        qint64 at;
    };
    int prospects = 0;
    QList<qint64> owners; ///< by prospect
    QList<Walk> walks;
    RepFacts facts;

    static Deeds any()
    {
        using rc::gen::inRange;
        const auto member = [] { return UserId(*inRange<qint64>(0, Members + 1)); };
        Deeds deeds;
        // Often about as few as count.
        deeds.prospects = *inRange(0, *inRange(0, 2) == 0 ? 10 : 25);
        // Nothing hidden, few or many.
        const int hidden = *inRange(0, 4);
        for (qint64 id = 1; id <= deeds.prospects; ++id) {
            deeds.owners.append(*inRange<qint64>(0, Members + 1));
            deeds.walks.append({id, 1, RandomWalks::at(0, 0)});
            for (int i = *inRange(0, 5); i > 0; --i)
                deeds.walks.append({id, *inRange<qint64>(2, Lost + 1),
                    RandomWalks::at(*inRange(0, Days), *inRange(0, 3) * 8)});
            for (int i = *inRange(0, 4); i > 0; --i)
                deeds.facts.words.push_back({ProspectId(id), member(), julianDay(*inRange(0, Days)),
                    *inRange<quint32>(0, 5), *inRange<quint32>(0, 5), *inRange<quint32>(0, 3),
                    *inRange(0, 4) >= hidden});
            for (int i = *inRange(0, 3); i > 0; --i) {
                const qint64 asked = RandomWalks::at(*inRange(0, Days), *inRange(0, 24));
                const qint64 answered =
                    *inRange(0, 3) == 0 ? 0 : asked + *inRange<qint64>(0, 200) * HourMs / 2;
                deeds.facts.replies.push_back(
                    {ProspectId(id), member(), asked, answered, *inRange(0, 4) >= hidden});
            }
            for (int i = *inRange(0, 3); i > 0; --i)
                deeds.facts.moves.push_back(
                    {ProspectId(id), member(), RandomWalks::at(*inRange(0, Days))});
        }
        return deeds;
    }
    [[nodiscard]] ColumnsPointer columns() const
    {
        ColumnsBuilder builder(defaultPipeline(), RandomWalks::zone());
        for (int id = 1; id <= prospects; ++id)
            builder.addProspect(id, id % 5 ? u"web"_s : u"fair"_s, owners[id - 1], 0);
        for (const Walk &walk : walks)
            builder.addMove(walk.prospect, walk.stage, {walk.at, Precision::Exact});
        return builder.finish();
    }
    /// In another order, but by prospect all the same.
    void shuffle(quint32 seed)
    {
        const auto mix = [seed](auto &rows) {
            std::ranges::shuffle(rows, std::minstd_rand(seed));
            std::ranges::stable_sort(
                rows, {}, [](const auto &row) { return row.prospect.value(); });
        };
        mix(facts.words);
        mix(facts.replies);
        mix(facts.moves);
        std::ranges::shuffle(walks, std::minstd_rand(seed));
    }
    void forgetHidden()
    {
        std::erase_if(facts.words, [](const RepFacts::Words &words) { return !words.isSeen; });
        std::erase_if(facts.replies, [](const RepFacts::Reply &reply) { return !reply.isSeen; });
    }
};

ChartFilter anyFilter()
{
    return RandomWalks::anyFilter(Days, u"web"_s);
}

/// What one member did, found by looking through everything.
class PlainRep
{
public:
    PlainRep(const Deeds &deeds, const ChartFilter &filter, UserId member)
        : m_deeds(deeds)
        , m_filter(filter)
        , m_member(member)
    {
        readWords();
        readReplies();
        readMoves();
        readEnds();
    }
    [[nodiscard]] bool isKnown() const { return !people().empty(); }
    /// All behind a figure, of what is hidden only where it counts.
    [[nodiscard]] std::set<qint64> people() const
    {
        std::set<qint64> people = moved;
        people.insert(ended.begin(), ended.end());
        people.insert(wordsWith.begin(), wordsWith.end());
        people.insert(repliesWith.begin(), repliesWith.end());
        return people;
    }
    /// Those who may be named.
    [[nodiscard]] QList<ProspectId> named() const
    {
        std::set<qint64> ids = moved;
        ids.insert(ended.begin(), ended.end());
        ids.insert(m_seen.begin(), m_seen.end());
        QList<ProspectId> people;
        for (const qint64 id : ids)
            people.append(ProspectId(id));
        return people;
    }

    std::set<qint64> wordsWith;
    qint64 sent = 0;
    qint64 received = 0;
    qint64 calls = 0;
    std::set<qint64> repliesWith;
    PlainSurvival reply;
    std::set<qint64> moved;
    qint64 moves = 0;
    std::set<qint64> ended;
    qint64 ends = 0; ///< who came back after one may have several
    qint64 won = 0;

private:
    [[nodiscard]] bool isTheirs(ProspectId prospect, UserId member) const
    {
        return member == m_member && isAsked(prospect.value());
    }
    [[nodiscard]] bool isAsked(qint64 prospect) const
    {
        return !m_filter.sources || prospect % 5 != 0;
    }
    [[nodiscard]] bool isWithin(qint64 ms) const
    {
        return ms <= m_filter.asOf && m_filter.span.contains(localDay(ms, RandomWalks::zone()));
    }
    void readWords()
    {
        std::set<qint64> hidden;
        std::vector<RepFacts::Words> asked;
        for (const RepFacts::Words &words : m_deeds.facts.words) {
            const QDate day = QDate::fromJulianDay(words.julianDay);
            if (!isTheirs(words.prospect, words.member) || !m_filter.span.contains(day)
                || day > localDay(m_filter.asOf, RandomWalks::zone()))
                continue;
            asked.push_back(words);
            (words.isSeen ? m_seen : hidden).insert(words.prospect.value());
        }
        for (const RepFacts::Words &words : asked) {
            if (!words.isSeen && hidden.size() < 5)
                continue;
            wordsWith.insert(words.prospect.value());
            sent += words.sent;
            received += words.received;
            calls += words.calls;
        }
    }
    void readReplies()
    {
        std::set<qint64> hidden;
        std::vector<RepFacts::Reply> asked;
        for (const RepFacts::Reply &one : m_deeds.facts.replies) {
            if (!isTheirs(one.prospect, one.member) || !isWithin(one.askedAt))
                continue;
            asked.push_back(one);
            (one.isSeen ? m_seen : hidden).insert(one.prospect.value());
        }
        for (const RepFacts::Reply &one : asked) {
            if (!one.isSeen && hidden.size() < 5)
                continue;
            repliesWith.insert(one.prospect.value());
            const bool isAnswered = one.answeredAt != 0 && one.answeredAt <= m_filter.asOf;
            const qint64 until = isAnswered ? one.answeredAt : m_filter.asOf;
            reply.watched.push_back({(until - one.askedAt) / HourMs, isAnswered});
        }
    }
    void readMoves()
    {
        for (const RepFacts::Move &move : m_deeds.facts.moves) {
            if (!isTheirs(move.prospect, move.member) || !isWithin(move.at))
                continue;
            moved.insert(move.prospect.value());
            ++moves;
        }
    }
    void readEnds()
    {
        for (qint64 id = 1; id <= m_deeds.prospects; ++id) {
            if (!isTheirs(ProspectId(id), UserId(m_deeds.owners[id - 1])))
                continue;
            std::vector<std::pair<qint64, qint64>> path; // when, and to which stage
            for (const Deeds::Walk &walk : m_deeds.walks) {
                if (walk.prospect == id)
                    path.emplace_back(walk.at, walk.stage);
            }
            std::ranges::sort(path);
            bool isUnderWay = true;
            for (const auto &[at, stage] : path) {
                const bool isSale = stage >= FirstWon && stage < Lost;
                if ((isSale || (stage == Lost && isUnderWay)) && isWithin(at)) {
                    ended.insert(id);
                    ++ends;
                    won += isSale ? 1 : 0;
                }
                if (isSale)
                    break;
                isUnderWay = stage != Lost;
            }
        }
    }

    const Deeds &m_deeds;
    const ChartFilter &m_filter;
    UserId m_member;
    std::set<qint64> m_seen; ///< with whom the viewer may read a word
};

/// \a told where it is of enough people; nothing otherwise.
std::optional<qint64> sumOf(const std::set<qint64> &people, qint64 told)
{
    return people.size() >= 5 ? std::optional(told) : std::nullopt;
}

} // namespace

/// What must hold whatever members did, and whatever of it the viewer may see.
class TestRepActivityProperties : public QObject
{
    Q_OBJECT
private slots:
    void sumsAreThePlainSums()
    {
        QVERIFY(rc::check("each figure of each member", [] {
            const Deeds deeds = Deeds::any();
            const ChartFilter filter = anyFilter();
            const QList<RepFigures> reps = repFigures(*deeds.columns(), deeds.facts, filter);
            QList<UserId> known;
            for (qint64 id = 1; id <= Members; ++id) {
                const PlainRep plain(deeds, filter, UserId(id));
                if (!plain.isKnown())
                    continue;
                known.append(UserId(id));
                const auto rep = std::ranges::find(reps, UserId(id), &RepFigures::id);
                RC_ASSERT(rep != reps.end());
                RC_ASSERT(rep->people == qint64(plain.people().size()));
                RC_ASSERT(rep->sent == sumOf(plain.wordsWith, plain.sent));
                RC_ASSERT(rep->received == sumOf(plain.wordsWith, plain.received));
                RC_ASSERT(rep->calls == sumOf(plain.wordsWith, plain.calls));
                RC_ASSERT(rep->moves == sumOf(plain.moved, plain.moves));
                RC_ASSERT(rep->reply.has_value() == (plain.repliesWith.size() >= 5));
                if (rep->reply)
                    RC_ASSERT(plain.reply.isSameAs(*rep->reply));
                RC_ASSERT(rep->won
                    == (plain.ended.size() >= 5 ? std::optional(Proportion {plain.won, plain.ends})
                                                : std::nullopt));
            }
            // By id, and nobody else.
            RC_ASSERT(std::ranges::equal(reps, known, {}, &RepFigures::id));
        }));
    }

    void theWinRateIsWithinItsBounds()
    {
        QVERIFY(rc::check("Wilson's interval holds the rate", [] {
            const Deeds deeds = Deeds::any();
            const QList<RepFigures> reps =
                repFigures(*deeds.columns(), deeds.facts, {.asOf = RandomWalks::at(2 * Days)});
            for (const RepFigures &rep : reps) {
                if (!rep.won)
                    continue;
                const double rate = *rep.won->rate();
                const Interval bounds = *rep.won->interval();
                RC_ASSERT(0 <= bounds.low && bounds.low <= rate);
                RC_ASSERT(rate <= bounds.high && bounds.high <= 1);
                RC_ASSERT(bounds.low < bounds.high);
            }
        }));
    }

    void thoseBehindAFigureMayBeNamed()
    {
        QVERIFY(rc::check("the people of each member", [] {
            const Deeds deeds = Deeds::any();
            const ChartFilter filter = anyFilter();
            const auto columns = deeds.columns();
            for (qint64 id = 1; id <= Members; ++id)
                RC_ASSERT(prospectsOfRep(*columns, deeds.facts, filter, UserId(id))
                    == PlainRep(deeds, filter, UserId(id)).named());
        }));
    }

    void whatIsHiddenOfFewTellsNothing()
    {
        QVERIFY(rc::check("as if the hidden had never been said", [] {
            const Deeds deeds = Deeds::any();
            const ChartFilter filter = anyFilter();
            const auto columns = deeds.columns();
            Deeds seen = deeds;
            seen.forgetHidden();
            std::map<qint64, std::pair<std::set<qint64>, std::set<qint64>>> hidden;
            for (const RepFacts::Words &words : deeds.facts.words) {
                if (!words.isSeen)
                    hidden[words.member.value()].first.insert(words.prospect.value());
            }
            for (const RepFacts::Reply &reply : deeds.facts.replies) {
                if (!reply.isSeen)
                    hidden[reply.member.value()].second.insert(reply.prospect.value());
            }
            const auto isOfFew = [&hidden](const RepFigures &rep) {
                const auto &[words, replies] = hidden[rep.id.value()];
                return words.size() < 5 && replies.size() < 5;
            };
            QList<RepFigures> told = repFigures(*columns, deeds.facts, filter);
            QList<RepFigures> known = repFigures(*columns, seen.facts, filter);
            told.removeIf([&isOfFew](const RepFigures &rep) { return !isOfFew(rep); });
            known.removeIf([&isOfFew](const RepFigures &rep) { return !isOfFew(rep); });
            RC_ASSERT(told == known);
        }));
    }

    void theOrderOfReadingChangesNothing()
    {
        QVERIFY(rc::check("what was done with somebody in any order", [] {
            Deeds deeds = Deeds::any();
            const ChartFilter filter = anyFilter();
            const QList<RepFigures> before = repFigures(*deeds.columns(), deeds.facts, filter);
            deeds.shuffle(*rc::gen::arbitrary<quint32>());
            RC_ASSERT(repFigures(*deeds.columns(), deeds.facts, filter) == before);
        }));
    }
};

PULLPUSH_TEST(TestRepActivityProperties)
#include "tst_repactivityproperties.moc"
