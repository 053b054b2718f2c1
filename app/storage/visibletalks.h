// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/conversation.h"
#include "domain/talkplace.h"
#include "storage/connection.h"

#include <QSet>

#include <functional>
#include <span>
#include <vector>

// What figures over conversations are made of, times and who spoke, without the words. All conversations with prospects that can be read: in a file also those
// that the viewer may not see, which say so; on a server row-level security keeps them back.

/// A conversation with a prospect.
struct CountedTalk
{
    ProspectId prospect;
    ConversationId id;
    UserId owner;
    bool isSeen = false; ///< the viewer may see it
};

/// What a message says of itself.
struct TalkWord
{
    Moment at;
    Medium medium = Medium::Note;
    Direction direction = Direction::System;
    CallResult callResult = CallResult::None;
};

namespace Visible {
/// By id. \a people: theirs alone, or everybody's where it is empty.
[[nodiscard]] Result<std::vector<CountedTalk>> countedTalks(
    Connection &connection, const QList<ProspectId> &people);
/// A condition on a row's conversation_id: with one of \a people.
[[nodiscard]] QString isInTalkOf(const QList<ProspectId> &people);
/// Calls \a use with each of \a talks that has messages, in their order, and with its messages by id, which are there as long as the call. \a talks are all
/// those of countedTalks() with the same \a people. One pass over an index that holds all of it and is in this order: a third of a second for a million
/// messages, and memory for one conversation at a time. Where it is of some people, a few steps for each of their messages. Errors: Cancelled.
[[nodiscard]] Result<> scanTalks(Connection &connection, const std::vector<CountedTalk> &talks,
    const QList<ProspectId> &people,
    const std::function<void(const CountedTalk &, std::span<const TalkWord>)> &use);
/// With whom each of \a talks is.
[[nodiscard]] std::vector<TalkPlace> placesOf(const std::vector<CountedTalk> &talks);

/// The conversations on which rows hang.
struct TalksOfRows
{
    QSet<qint64> conversations;
    qsizetype unknown = 0; ///< how many of the rows are not there, or not for the viewer
};
/// Of the rows \a ids of \a table (message, hop or conversation_share), also those that were deleted.
[[nodiscard]] Result<TalksOfRows> talksOfRows(
    Connection &connection, const QString &table, const QSet<qint64> &ids);
/// With whom the conversations \a ids are now, as far as they can be read; also those that were deleted.
[[nodiscard]] Result<QSet<qint64>> peopleOfTalks(Connection &connection, const QSet<qint64> &ids);
} // namespace Visible
