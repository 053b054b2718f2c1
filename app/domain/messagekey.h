// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

/// Whose messages: those of all conversations of a prospect, or, where that is null, those of one conversation.
struct MessageScope
{
    ProspectId prospect;
    ConversationId conversation;

    [[nodiscard]] bool isNull() const { return prospect.isNull() && conversation.isNull(); }
    friend bool operator==(const MessageScope &, const MessageScope &) = default;
};

/// What a thread must know of every one of its messages, also of those whose words are not read: some forty bytes each.
struct MessageKey
{
    qint64 at = 0; ///< Unix milliseconds; 0 where the time is unknown
    MessageId id;
    ConversationId conversation;
    Medium medium = Medium::DirectMessage;
    Direction direction = Direction::Ours;
    Precision precision = Precision::Exact;

    friend bool operator==(const MessageKey &, const MessageKey &) = default;
};

/// The order of a thread: by time, and by id where the time is the same.
[[nodiscard]] constexpr bool isEarlierMessage(const MessageKey &one, const MessageKey &other)
{
    return one.at != other.at ? one.at < other.at : one.id < other.id;
}

[[nodiscard]] inline MessageKey messageKeyOf(const Message &message)
{
    const Moment &sent = message.sentAt;
    return {sent.precision == Precision::Unknown ? 0 : sent.ms, message.id, message.conversation,
        message.medium, message.direction, sent.precision};
}
