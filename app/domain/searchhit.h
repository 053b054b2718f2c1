// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/searchwords.h"
#include "domain/ids.h"
#include "domain/profilecopy.h"

#include <QDate>
#include <QList>

#include <array>
#include <optional>

/// What can be found, in the order in which it is shown.
enum class SearchKind { Prospect, Message, Post, ProfileCopy };
inline constexpr std::array SearchKinds {
    SearchKind::Prospect, SearchKind::Message, SearchKind::Post, SearchKind::ProfileCopy};

/// One thing that was found: where it leads, and what it says. Ids that do not belong to its kind are null.
struct SearchHit
{
    SearchKind kind = SearchKind::Prospect;
    ProspectId prospect; ///< also of a message; null in a group chat
    ConversationId conversation;
    MessageId message;
    PostId post;
    ProfileCopyId copy;
    ChannelId channel;
    Surface surface = Surface::Bio; ///< of a profile copy
    MarkedText title; ///< a name or a title; of a profile copy the channel's name
    MarkedText text; ///< around what was found
    qint64 at =
        0; ///< Unix milliseconds of a message, of a prospect's last activity, of a copy's making
    std::optional<QDate> day; ///< of a post that is planned

    /// The id of its row.
    [[nodiscard]] qint64 row() const
    {
        switch (kind) {
        case SearchKind::Prospect:
            return prospect.value();
        case SearchKind::Message:
            return message.value();
        case SearchKind::Post:
            return post.value();
        case SearchKind::ProfileCopy:
            return copy.value();
        }
        return 0;
    }
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// What was found of one kind.
struct SearchPage
{
    QList<SearchHit> hits;
    bool hasMore = false;
    bool isCut = false; ///< only the newest were looked through: there may be more further back

    friend bool operator==(const SearchPage &, const SearchPage &) = default;
};
