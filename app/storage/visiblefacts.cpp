// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblefacts.h"

#include "base/enumtext.h"
#include "storage/settingtable.h"
#include "storage/visible.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <span>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 DaySeconds = 86400;

/// A conversation with a prospect.
struct CountedTalk
{
    ProspectId prospect;
    ConversationId id;
    UserId owner;
    bool isSeen = false;
};

/// One message, small because there are millions.
struct Spoken
{
    enum Flag : quint32 { Call = 1, Email = 2, Ours = 4, IsDay = 8, InVain = 16 };

    quint32 talk : 27; ///< index into the conversations
    quint32 flags : 5;
    quint32 at; ///< Unix seconds

    [[nodiscard]] bool is(Flag flag) const { return flags & flag; }
    [[nodiscard]] bool isDirect() const { return !(flags & (Call | Email)); }
    [[nodiscard]] qint64 ms() const { return qint64(at) * 1000; }
    /// Where it stands among others: a call of some time on a day comes after what was written that day.
    [[nodiscard]] quint64 place() const
    {
        return quint64(at) + (is(IsDay) && !isDirect() ? DaySeconds - 1 : 0);
    }
};
static_assert(sizeof(Spoken) == 8);

struct SpokenRecord
{
    std::vector<CountedTalk> talks; ///< by prospect, then id
    std::vector<Spoken> words; ///< by conversation, then place; direct messages first
};

Result<std::vector<CountedTalk>> readTalks(Connection &connection)
{
    std::vector<CountedTalk> talks;
    auto done = connection.scan("SELECT c.prospect_id, c.id, c.owner_id, CASE WHEN "_L1
            + Visible::condition(connection, u"c"_s)
            + " THEN 1 ELSE 0 END FROM live_conversation c WHERE c.prospect_id IS NOT NULL"_L1,
        [&talks](const ScanRow &row) {
            talks.push_back({ProspectId(row.integer(0)), ConversationId(row.integer(1)),
                UserId(row.integer(2)), row.integer(3) != 0});
            return true;
        });
    if (!done)
        return tl::unexpected(done.error());
    std::ranges::sort(
        talks, {}, [](const CountedTalk &talk) { return std::tuple(talk.prospect, talk.id); });
    Q_ASSERT(talks.size() < (size_t(1) << 27));
    return talks;
}

/// The flags of Spoken, in SQL: a number costs less to read than the words it stands for.
constexpr auto SpokenFlags =
    "CASE medium WHEN 'call' THEN 1 WHEN 'email' THEN 2 ELSE 0 END + CASE WHEN direction = 'ours' "
    "THEN 4 ELSE 0 END + CASE WHEN sent_at_precision = 'day' THEN 8 ELSE 0 END + CASE WHEN "
    "direction = 'ours' AND call_result IN ('no-answer', 'declined') THEN 16 ELSE 0 END"_L1;

Result<SpokenRecord> readSpoken(Connection &connection)
{
    auto talks = readTalks(connection);
    if (!talks)
        return tl::unexpected(talks.error());
    SpokenRecord record {std::move(*talks), {}};
    QHash<qint64, quint32> indices;
    indices.reserve(qsizetype(record.talks.size()));
    for (size_t i = 0; i < record.talks.size(); ++i)
        indices.insert(record.talks[i].id.value(), quint32(i));
    auto done = connection.scan("SELECT conversation_id, sent_at, "_L1 + SpokenFlags
            + " FROM live_message WHERE medium IN ('direct-message', 'call', 'email') AND "
              "direction "
              "<> 'system' AND sent_at_precision <> 'unknown'"_L1,
        [&](const ScanRow &row) {
            const auto talk = indices.constFind(row.integer(0));
            if (talk == indices.constEnd())
                return true;
            const qint64 at = std::clamp<qint64>(
                row.integer(1) / 1000, 1, std::numeric_limits<quint32>::max() - 2 * DaySeconds);
            record.words.push_back({*talk, quint32(row.integer(2)), quint32(at)});
            return true;
        });
    if (!done)
        return tl::unexpected(done.error());
    std::ranges::sort(record.words, {}, [](const Spoken &word) {
        return std::tuple(quint32(word.talk), word.place(), !word.isDirect());
    });
    return record;
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

/// The figures of a person, whose words are \a words by conversation.
void addTalk(const std::vector<CountedTalk> &talks, std::span<const Spoken> words, HopFacts &facts)
{
    std::vector<Spoken> all(words.begin(), words.end());
    std::ranges::sort(all, {}, [](const Spoken &word) {
        return std::tuple(word.place(), !word.isDirect(), quint32(word.talk));
    });
    HopFacts::Row row;
    row.prospect = talks[all.front().talk].prospect;
    row.all = talkOf(all);
    std::erase_if(all, [&talks](const Spoken &word) { return !talks[word.talk].isSeen; });
    row.seen = talkOf(all);
    if (row.all.firstAt != 0)
        facts.rows.push_back(row);
}

Result<> readProposals(
    Connection &connection, const std::vector<CountedTalk> &talks, HopFacts &facts)
{
    QHash<qint64, size_t> indices;
    indices.reserve(qsizetype(talks.size()));
    for (size_t i = 0; i < talks.size(); ++i)
        indices.insert(talks[i].id.value(), i);
    auto done = connection.scan(
        u"SELECT conversation_id, id, to_medium, proposed_at, state, decided_at FROM live_hop "
        "WHERE proposed_at_precision <> 'unknown'"_s,
        [&](const ScanRow &row) {
            const auto index = indices.constFind(row.integer(0));
            if (index == indices.constEnd())
                return true;
            const CountedTalk &talk = talks[*index];
            facts.proposals.push_back({talk.prospect, HopId(row.integer(1)),
                fromText<Medium>(row.text(2)).value_or(Medium::Call), row.integer(3),
                fromText<HopState>(row.text(4)).value_or(HopState::Proposed), row.integer(5),
                talk.isSeen});
            return true;
        });
    std::ranges::sort(facts.proposals, {},
        [](const HopFacts::Proposal &hop) { return std::tuple(hop.prospect, hop.id); });
    return done;
}

/// The local days between two times.
class SpokenDays
{
public:
    SpokenDays(quint32 first, quint32 last, const QTimeZone &zone)
        : m_first(localDay(qint64(first) * 1000, zone))
    {
        for (QDate day = m_first; m_starts.empty() || m_starts.back() <= qint64(last);
             day = day.addDays(1))
            m_starts.push_back(startOfDay(day, zone) / 1000);
    }
    [[nodiscard]] qint32 julianDay(quint32 at) const
    {
        const auto next = std::ranges::upper_bound(m_starts, qint64(at));
        return qint32(m_first.toJulianDay() + (next - m_starts.begin()) - 1);
    }

private:
    QDate m_first;
    std::vector<qint64> m_starts; ///< Unix seconds, by day
};

/// The sums by day of one conversation, whose words are \a words in their order.
void addWordSums(
    const CountedTalk &talk, std::span<const Spoken> words, const SpokenDays &days, RepFacts &facts)
{
    const size_t first = facts.words.size();
    for (const Spoken &word : words) {
        const qint32 day = days.julianDay(word.at);
        const auto known = std::find_if(facts.words.begin() + qsizetype(first), facts.words.end(),
            [day](const RepFacts::Words &sum) { return sum.julianDay == day; });
        RepFacts::Words &sum = known != facts.words.end()
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

/// Calls \a use with the words of each run whose talks \a same says belong together.
template<typename Same, typename Use>
void forEachRun(const std::vector<Spoken> &words, Same same, Use use)
{
    for (size_t begin = 0; begin < words.size();) {
        size_t end = begin + 1;
        while (end < words.size() && same(words[begin], words[end]))
            ++end;
        use(std::span(words).subspan(begin, end - begin));
        begin = end;
    }
}
} // namespace

Result<std::shared_ptr<const HopFacts>> Visible::hopFacts(Connection &connection)
{
    const auto record = readSpoken(connection);
    if (!record)
        return tl::unexpected(record.error());
    auto facts = std::make_shared<HopFacts>();
    const std::vector<CountedTalk> &talks = record->talks;
    forEachRun(
        record->words,
        [&talks](const Spoken &one, const Spoken &other) {
            return talks[one.talk].prospect == talks[other.talk].prospect;
        },
        [&](std::span<const Spoken> words) { addTalk(talks, words, *facts); });
    if (auto done = readProposals(connection, talks, *facts); !done)
        return tl::unexpected(done.error());
    return facts;
}

Result<> Visible::takeWordSums(Connection &connection, RepFacts &facts)
{
    const auto settings = SettingTable::all(connection);
    if (!settings)
        return tl::unexpected(settings.error());
    QTimeZone zone(settings->value(u"zone"_s).toUtf8());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const auto record = readSpoken(connection);
    if (!record)
        return tl::unexpected(record.error());
    if (record->words.empty())
        return {};
    const auto [first, last] = std::ranges::minmax_element(record->words, {}, &Spoken::at);
    const SpokenDays days(first->at, last->at, zone);
    forEachRun(
        record->words,
        [](const Spoken &one, const Spoken &other) { return one.talk == other.talk; },
        [&](std::span<const Spoken> words) {
            const CountedTalk &talk = record->talks[words.front().talk];
            addWordSums(talk, words, days, facts);
            addReply(talk, words, facts);
        });
    return {};
}
