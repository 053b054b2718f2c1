// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/talkplace.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QTimeZone>

#include <vector>

/// What members did: sums by member, prospect and local day. Times and counts, no words.
struct RepFacts
{
    /// What was said on a day in the conversations that a member has with a prospect.
    struct Words
    {
        ProspectId prospect;
        UserId member; ///< whose conversation it is; null: nobody's
        qint32 julianDay = 0; ///< in the workspace's zone
        quint32 sent = 0; ///< direct messages and e-mails of ours
        quint32 received = 0; ///< of theirs
        quint32 calls = 0; ///< either way; also those that reached nobody
        bool isSeen = true; ///< of conversations that the viewer may see

        // NOLINTNEXTLINE(modernize-use-nullptr)
        friend auto operator<=>(const Words &, const Words &) = default;
    };
    /// How long somebody took to answer our first word in a conversation.
    struct Reply
    {
        ProspectId prospect;
        UserId member;
        qint64 askedAt = 0; ///< our first word, Unix milliseconds
        qint64 answeredAt = 0; ///< their first one after it; 0: there is none
        bool isSeen = true;

        // NOLINTNEXTLINE(modernize-use-nullptr)
        friend auto operator<=>(const Reply &, const Reply &) = default;
    };
    /// From one stage to another: an entry is none, as in the chart of moves, and no move that came with a file.
    struct Move
    {
        ProspectId prospect;
        UserId member; ///< who made it
        qint64 at = 0; ///< Unix milliseconds

        // NOLINTNEXTLINE(modernize-use-nullptr)
        friend auto operator<=>(const Move &, const Move &) = default;
    };

    // Each by prospect, then in the order of its other members.
    std::vector<Words> words;
    std::vector<Reply> replies;
    std::vector<Move> moves; ///< those that say who made them and when
    QHash<UserId, QString> members; ///< their names
    std::vector<TalkPlace> places; ///< by conversation
    QTimeZone zone; ///< whose days they are
};
