// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblefacts.h"

#include "base/enumtext.h"
#include "storage/settingtable.h"
#include "storage/visibletalks.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 DaySeconds = 86400;

/// A direct message, a call or an e-mail of some time.
struct Spoken
{
    enum Flag : quint32 { Call = 1, Email = 2, Ours = 4, IsDay = 8, InVain = 16, Seen = 32 };

    quint32 at; ///< Unix seconds
    quint32 flags;

    [[nodiscard]] bool is(Flag flag) const { return flags & flag; }
    [[nodiscard]] bool isDirect() const { return !(flags & (Call | Email)); }
    [[nodiscard]] qint64 ms() const { return qint64(at) * 1000; }
    /// Where it stands among others: a call of some time on a day comes after what was written that day.
    [[nodiscard]] quint64 place() const
    {
        return quint64(at) + (is(IsDay) && !isDirect() ? DaySeconds - 1 : 0);
    }
};

/// Nothing where \a word is none.
std::optional<Spoken> spokenAs(const TalkWord &word, bool isSeen)
{
    const bool isCounted = word.medium == Medium::DirectMessage || word.medium == Medium::Call
        || word.medium == Medium::Email;
    if (!isCounted || word.direction == Direction::System
        || word.at.precision == Precision::Unknown)
        return std::nullopt;
    const bool isOurs = word.direction == Direction::Ours;
    const bool isInVain = isOurs
        && (word.callResult == CallResult::NoAnswer || word.callResult == CallResult::Declined);
    const quint32 flags = (word.medium == Medium::Call ? Spoken::Call : 0U)
        | (word.medium == Medium::Email ? Spoken::Email : 0U) | (isOurs ? Spoken::Ours : 0U)
        | (word.at.precision == Precision::Day ? Spoken::IsDay : 0U)
        | (isInVain ? Spoken::InVain : 0U) | (isSeen ? Spoken::Seen : 0U);
    return Spoken {quint32(std::clamp<qint64>(
                       word.at.ms / 1000, 1, std::numeric_limits<quint32>::max() - 2 * DaySeconds)),
        flags};
}

/// In their order, direct messages first; what is of one time stays as it was.
void sortSpoken(std::vector<Spoken> &words)
{
    const auto order = [](const Spoken &word) {
        return std::tuple(word.place(), !word.isDirect());
    };
    if (!std::ranges::is_sorted(words, {}, order))
        std::ranges::stable_sort(words, {}, order);
}

/// Replaces \a spoken by what counts of \a words, in no order.
void takeSpoken(
    const CountedTalk &talk, std::span<const TalkWord> words, std::vector<Spoken> &spoken)
{
    spoken.clear();
    for (const TalkWord &word : words) {
        if (const auto counted = spokenAs(word, talk.isSeen))
            spoken.push_back(*counted);
    }
}

/// \a words are those of one person in their order.
HopFacts::Talk talkOf(std::span<const Spoken> words)
{
    HopFacts::Talk talk;
    for (const Spoken &word : words) {
        if (word.isDirect()) {
            if (talk.firstAt == 0) {
                talk.firstAt = word.ms();
                talk.firstIsDay = word.is(Spoken::IsDay);
            }
            ++talk.messages;
        } else if (talk.firstAt != 0 && !word.is(Spoken::InVain)) {
            talk.movedAt = word.ms();
            talk.movedIsDay = word.is(Spoken::IsDay);
            return talk;
        }
    }
    return talk;
}

/// The figures of each person, while conversations come by their ids: whoever has one alone is done with it at once, and the words of the others wait for
/// the last of theirs.
class HopTally
{
public:
    HopTally(const std::vector<CountedTalk> &talks, HopFacts &facts)
        : m_facts(facts)
    {
        std::vector<ProspectId> people;
        people.reserve(talks.size());
        for (const CountedTalk &talk : talks)
            people.push_back(talk.prospect);
        std::ranges::sort(people);
        for (size_t i = 1; i < people.size(); ++i) {
            if (people[i] == people[i - 1])
                m_waiting.insert(people[i], {});
        }
        for (const CountedTalk &talk : talks) {
            const auto waiting = m_waiting.find(talk.prospect);
            if (waiting != m_waiting.end())
                waiting->last = talk.id;
        }
    }

    void add(const CountedTalk &talk, std::span<const TalkWord> words)
    {
        takeSpoken(talk, words, m_spoken);
        const auto waiting = m_waiting.find(talk.prospect);
        if (waiting == m_waiting.end()) {
            count(talk.prospect, m_spoken);
            return;
        }
        waiting->words.insert(waiting->words.end(), m_spoken.begin(), m_spoken.end());
        if (waiting->last == talk.id) {
            count(talk.prospect, waiting->words);
            m_waiting.remove(talk.prospect);
        }
    }

    /// Those whose last conversation is without a word are left.
    void finish()
    {
        for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it)
            count(it.key(), it->words);
        std::ranges::sort(m_facts.rows, {}, &HopFacts::Row::prospect);
    }

private:
    struct Waiting
    {
        ConversationId last;
        std::vector<Spoken> words;
    };

    void count(ProspectId prospect, std::vector<Spoken> &words)
    {
        sortSpoken(words);
        HopFacts::Row row {prospect, talkOf(words), {}};
        std::erase_if(words, [](const Spoken &word) { return !word.is(Spoken::Seen); });
        row.seen = talkOf(words);
        if (row.all.firstAt != 0)
            m_facts.rows.push_back(row);
    }

    HopFacts &m_facts;
    QHash<ProspectId, Waiting> m_waiting; ///< of whom there are several conversations
    std::vector<Spoken> m_spoken;
};

/// Null where there is none.
const CountedTalk *talkIn(const std::vector<CountedTalk> &talks, ConversationId id)
{
    const auto found = std::ranges::lower_bound(talks, id, {}, &CountedTalk::id);
    return found != talks.end() && found->id == id ? &*found : nullptr;
}

Result<> readProposals(Connection &connection, const std::vector<CountedTalk> &talks,
    const QList<ProspectId> &people, HopFacts &facts)
{
    const QString some = people.isEmpty() ? QString() : " AND "_L1 + Visible::isInTalkOf(people);
    auto done = connection.scan(
        "SELECT conversation_id, id, to_medium, proposed_at, state, decided_at FROM live_hop "
        "WHERE proposed_at_precision <> 'unknown'"_L1
            + some,
        [&](const ScanRow &row) {
            const CountedTalk *talk = talkIn(talks, ConversationId(row.integer(0)));
            if (!talk)
                return true;
            facts.proposals.push_back({talk->prospect, HopId(row.integer(1)),
                fromText<Medium>(row.text(2)).value_or(Medium::Call), row.integer(3),
                fromText<HopState>(row.text(4)).value_or(HopState::Proposed), row.integer(5),
                talk->isSeen});
            return true;
        });
    std::ranges::sort(facts.proposals, {},
        [](const HopFacts::Proposal &hop) { return std::tuple(hop.prospect, hop.id); });
    return done;
}

Result<std::shared_ptr<const HopFacts>> readHopFacts(
    Connection &connection, const QList<ProspectId> &people)
{
    const auto talks = Visible::countedTalks(connection, people);
    if (!talks)
        return tl::unexpected(talks.error());
    auto facts = std::make_shared<HopFacts>();
    HopTally tally(*talks, *facts);
    auto done = Visible::scanTalks(connection, *talks, people,
        [&tally](
            const CountedTalk &talk, std::span<const TalkWord> words) { tally.add(talk, words); });
    if (done) {
        tally.finish();
        done = readProposals(connection, *talks, people, *facts);
    }
    if (!done)
        return tl::unexpected(done.error());
    facts->places = Visible::placesOf(*talks);
    return facts;
}

/// The local days of times, as far as any was asked for.
class SpokenDays
{
public:
    explicit SpokenDays(const QTimeZone &zone)
        : m_zone(zone)
    { }
    [[nodiscard]] qint32 julianDay(quint32 at)
    {
        if (m_starts.empty()) {
            m_first = localDay(qint64(at) * 1000, m_zone);
            m_starts = {startOf(m_first), startOf(m_first.addDays(1))};
        }
        while (at < m_starts.front()) {
            m_first = m_first.addDays(-1);
            m_starts.push_front(startOf(m_first));
        }
        while (at >= m_starts.back())
            m_starts.push_back(startOf(m_first.addDays(qint64(m_starts.size()))));
        if (at < m_starts[m_last] || at >= m_starts[m_last + 1])
            m_last = size_t(std::ranges::upper_bound(m_starts, qint64(at)) - m_starts.begin()) - 1;
        return qint32(m_first.toJulianDay() + qint64(m_last));
    }

private:
    [[nodiscard]] qint64 startOf(QDate day) const { return startOfDay(day, m_zone) / 1000; }

    QTimeZone m_zone;
    QDate m_first;
    std::deque<qint64> m_starts; ///< Unix seconds, by day, and that of the day after
    size_t m_last = 0; ///< the day of the word before, which most are of
};

/// The sums by day of one conversation, whose words are \a words in their order.
void addWordSums(
    const CountedTalk &talk, std::span<const Spoken> words, SpokenDays &days, RepFacts &facts)
{
    const auto first = qsizetype(facts.words.size());
    for (const Spoken &word : words) {
        const qint32 day = days.julianDay(word.at);
        const auto rest = facts.words.rend() - first;
        const auto known = std::find_if(facts.words.rbegin(), rest,
            [day](const RepFacts::Words &sum) { return sum.julianDay == day; });
        RepFacts::Words &sum = known != rest
            ? *known
            : facts.words.emplace_back(
                RepFacts::Words {talk.prospect, talk.owner, day, 0, 0, 0, talk.isSeen});
        ++(word.is(Spoken::Call) ? sum.calls : word.is(Spoken::Ours) ? sum.sent : sum.received);
    }
}

/// How long the first answer took, where both times are known by the hour.
void addReply(const CountedTalk &talk, std::span<const Spoken> words, RepFacts &facts)
{
    const auto asked = std::ranges::find_if(
        words, [](const Spoken &word) { return word.is(Spoken::Ours) && !word.is(Spoken::Call); });
    if (asked == words.end() || asked->is(Spoken::IsDay))
        return;
    const auto answer =
        std::find_if(asked, words.end(), [](const Spoken &word) { return !word.is(Spoken::Ours); });
    if (answer != words.end() && answer->is(Spoken::IsDay))
        return;
    facts.replies.push_back({talk.prospect, talk.owner, asked->ms(),
        answer == words.end() ? 0 : answer->ms(), talk.isSeen});
}

} // namespace

Result<std::shared_ptr<const HopFacts>> Visible::hopFacts(Connection &connection)
{
    return readHopFacts(connection, {});
}

Result<std::shared_ptr<const HopFacts>> Visible::hopFactsOf(
    Connection &connection, const QList<ProspectId> &people)
{
    Q_ASSERT(!people.isEmpty());
    return readHopFacts(connection, people);
}

Result<> Visible::takeWordSums(
    Connection &connection, const QList<ProspectId> &people, RepFacts &facts)
{
    const auto settings = SettingTable::all(connection);
    if (!settings)
        return tl::unexpected(settings.error());
    facts.zone = QTimeZone(settings->value(u"zone"_s).toUtf8());
    if (!facts.zone.isValid())
        facts.zone = QTimeZone::utc();
    const auto talks = countedTalks(connection, people);
    if (!talks)
        return tl::unexpected(talks.error());
    SpokenDays days(facts.zone);
    std::vector<Spoken> spoken;
    auto done = scanTalks(
        connection, *talks, people, [&](const CountedTalk &talk, std::span<const TalkWord> words) {
            takeSpoken(talk, words, spoken);
            sortSpoken(spoken);
            addWordSums(talk, spoken, days, facts);
            addReply(talk, spoken, facts);
        });
    if (!done)
        return done;
    std::ranges::sort(facts.words);
    std::ranges::sort(facts.replies);
    facts.places = placesOf(*talks);
    return {};
}
