// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visibletalks.h"

#include "base/enumtext.h"
#include "storage/sqlvalue.h"
#include "storage/visible.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
/// What a message says of itself is read as one number, three bits for each: it costs less than the texts it stands for.
constexpr int WordBits = 3;
enum class WordPart { Medium, Direction, Precision, CallResult };

template<typename E>
QString numbered(QLatin1String column, WordPart part, E otherwise)
{
    static_assert(std::size(EnumText<E>::values) <= (size_t(1) << WordBits));
    const auto number = [part](E value) {
        return QString::number(int(value) << (int(part) * WordBits));
    };
    QString sql = "CASE "_L1 + column;
    for (const auto &[value, text] : EnumText<E>::values)
        sql += " WHEN '"_L1 + QLatin1String(text.data(), qsizetype(text.size())) + "' THEN "_L1
            + number(value);
    return sql + " ELSE "_L1 + number(otherwise) + " END"_L1;
}

template<typename E>
E partOf(qint64 number, WordPart part)
{
    return E((number >> (int(part) * WordBits)) & ((1 << WordBits) - 1));
}

QString wordNumber()
{
    return numbered("medium"_L1, WordPart::Medium, Medium::Note) + " + "_L1
        + numbered("direction"_L1, WordPart::Direction, Direction::System) + " + "_L1
        + numbered("sent_at_precision"_L1, WordPart::Precision, Precision::Unknown) + " + "_L1
        + numbered("call_result"_L1, WordPart::CallResult, CallResult::None);
}

TalkWord talkWord(qint64 ms, qint64 number)
{
    return {{ms, partOf<Precision>(number, WordPart::Precision)},
        partOf<Medium>(number, WordPart::Medium), partOf<Direction>(number, WordPart::Direction),
        partOf<CallResult>(number, WordPart::CallResult)};
}

/// \a ids as a list for IN.
QString listOfRows(const QSet<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    return u'(' + (texts.isEmpty() ? u"0"_s : texts.join(u',')) + u')';
}
} // namespace

Result<std::vector<CountedTalk>> Visible::countedTalks(
    Connection &connection, const QList<ProspectId> &people)
{
    std::vector<CountedTalk> talks;
    auto done = connection.scan("SELECT c.prospect_id, c.id, c.owner_id, CASE WHEN "_L1
            + condition(connection, u"c"_s)
            + " THEN 1 ELSE 0 END FROM live_conversation c WHERE c.prospect_id "_L1
            + (people.isEmpty() ? u"IS NOT NULL"_s : "IN ("_L1 + idList(people) + u')'),
        [&talks](const ScanRow &row) {
            talks.push_back({ProspectId(row.integer(0)), ConversationId(row.integer(1)),
                UserId(row.integer(2)), row.integer(3) != 0});
            return true;
        });
    if (!done)
        return tl::unexpected(done.error());
    std::ranges::sort(talks, {}, &CountedTalk::id);
    return talks;
}

QString Visible::isInTalkOf(const QList<ProspectId> &people)
{
    return "conversation_id IN (SELECT c.id FROM live_conversation c WHERE c.prospect_id IN ("_L1
        + idList(people) + "))"_L1;
}

Result<> Visible::scanTalks(Connection &connection, const std::vector<CountedTalk> &talks,
    const QList<ProspectId> &people,
    const std::function<void(const CountedTalk &, std::span<const TalkWord>)> &use)
{
    std::vector<TalkWord> words; // of *talk
    auto talk = talks.begin();
    const auto give = [&] {
        if (!words.empty())
            use(*talk, words);
        words.clear();
    };
    const QString some = people.isEmpty() ? QString() : " WHERE "_L1 + isInTalkOf(people);
    auto done = connection.scan("SELECT conversation_id, sent_at, "_L1 + wordNumber()
            + " FROM live_message"_L1 + some + " ORDER BY conversation_id, id"_L1,
        [&](const ScanRow &row) {
            const ConversationId id(row.integer(0));
            if (talk != talks.end() && talk->id < id) {
                give();
                while (talk != talks.end() && talk->id < id)
                    ++talk;
            }
            // Of a group chat that is with nobody yet, or deleted, there are words alone.
            if (talk != talks.end() && talk->id == id)
                words.push_back(talkWord(row.integer(1), row.integer(2)));
            return true;
        });
    if (done)
        give();
    return done;
}

std::vector<TalkPlace> Visible::placesOf(const std::vector<CountedTalk> &talks)
{
    std::vector<TalkPlace> places;
    places.reserve(talks.size());
    for (const CountedTalk &talk : talks)
        places.push_back({talk.id, talk.prospect});
    return places;
}

Result<Visible::TalksOfRows> Visible::talksOfRows(
    Connection &connection, const QString &table, const QSet<qint64> &ids)
{
    TalksOfRows found;
    if (ids.isEmpty())
        return found;
    found.unknown = ids.size();
    auto done = connection.scan(
        "SELECT conversation_id FROM "_L1 + table + " WHERE id IN "_L1 + listOfRows(ids),
        [&found](const ScanRow &row) {
            found.conversations.insert(row.integer(0));
            --found.unknown;
            return true;
        });
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

Result<QSet<qint64>> Visible::peopleOfTalks(Connection &connection, const QSet<qint64> &ids)
{
    QSet<qint64> people;
    if (ids.isEmpty())
        return people;
    auto done = connection.scan(
        "SELECT prospect_id FROM conversation WHERE prospect_id IS NOT NULL AND id IN "_L1
            + listOfRows(ids),
        [&people](const ScanRow &row) {
            people.insert(row.integer(0));
            return true;
        });
    if (!done)
        return tl::unexpected(done.error());
    return people;
}
