// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblecontacts.h"

#include "storage/visibletalks.h"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace {
/// As isWordOf(), and what both sides take part in is a word of both.
bool isWordOfSide(const TalkWord &word, Direction side)
{
    const bool isCall = word.medium == Medium::Call;
    if (word.medium == Medium::Meeting || (isCall && word.callResult == CallResult::Answered))
        return true;
    const bool isInVain = isCall && side == Direction::Ours
        && (word.callResult == CallResult::NoAnswer || word.callResult == CallResult::Declined);
    return word.direction == side && word.medium != Medium::Note && !isInVain;
}

/// The last two-way word of a conversation, if there is one.
std::optional<Moment> lastWord(std::span<const TalkWord> words)
{
    const auto isOf = [](Direction side) {
        return [side](const TalkWord &word) { return isWordOfSide(word, side); };
    };
    if (std::ranges::none_of(words, isOf(Direction::Ours)))
        return std::nullopt;
    // Ids of messages follow their time.
    const auto last = std::find_if(words.rbegin(), words.rend(), isOf(Direction::Theirs));
    return last == words.rend() ? std::optional<Moment>() : last->at;
}

/// Of several conversations the latest counts, one that is dated before one that is not.
void keepLatest(std::vector<LastContacts::Row> &rows)
{
    const auto order = [](const LastContacts::Row &row) {
        return std::tuple(
            row.prospect, row.at.precision != Precision::Unknown, row.at.ms, row.at.precision);
    };
    std::ranges::sort(rows, {}, order);
    const auto isFollowed = [](const LastContacts::Row &row, const LastContacts::Row &next) {
        return row.prospect == next.prospect;
    };
    // The last of each person stays, which is the first from behind.
    const auto gone = std::unique(rows.rbegin(), rows.rend(), isFollowed);
    rows.erase(rows.begin(), gone.base());
}

Result<std::shared_ptr<const LastContacts>> readContacts(
    Connection &connection, const QList<ProspectId> &people)
{
    const auto talks = Visible::countedTalks(connection, people);
    if (!talks)
        return tl::unexpected(talks.error());
    auto contacts = std::make_shared<LastContacts>();
    auto done = Visible::scanTalks(connection, *talks, people,
        [&contacts](const CountedTalk &talk, std::span<const TalkWord> words) {
            if (!talk.isSeen)
                return;
            if (const auto last = lastWord(words))
                contacts->rows.push_back({talk.prospect, *last});
        });
    if (!done)
        return tl::unexpected(done.error());
    keepLatest(contacts->rows);
    contacts->places = Visible::placesOf(*talks);
    return contacts;
}
} // namespace

Result<std::shared_ptr<const LastContacts>> Visible::lastContacts(Connection &connection)
{
    return readContacts(connection, {});
}

Result<std::shared_ptr<const LastContacts>> Visible::lastContactsOf(
    Connection &connection, const QList<ProspectId> &people)
{
    Q_ASSERT(!people.isEmpty());
    return readContacts(connection, people);
}
