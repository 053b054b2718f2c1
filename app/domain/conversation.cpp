// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conversation.h"

#include <algorithm>

namespace {
bool isWord(const Message &message, Direction direction)
{
    return message.medium != Medium::Note && message.direction == direction;
}
} // namespace

Conversation afterMessage(Conversation conversation, const Message &message)
{
    if (message.sentAt.ms < conversation.lastMessageAt)
        return conversation;
    conversation.lastMessageAt = message.sentAt.ms;
    if (message.medium == Medium::Note)
        return conversation;
    switch (message.direction) {
    case Direction::Ours:
        conversation.turn = Turn::They;
        conversation.unanswered = 0;
        break;
    case Direction::Theirs:
        conversation.turn = Turn::We;
        ++conversation.unanswered;
        break;
    case Direction::System:
        break;
    }
    return conversation;
}

Conversation afterRemoval(const Conversation &conversation, const Message &removed,
    const QList<Message> &rest, bool hasOlder)
{
    Conversation counted = conversation;
    counted.lastMessageAt = 0;
    counted.turn = Turn::Nobody;
    counted.unanswered = 0;
    for (const Message &message : rest)
        counted = afterMessage(counted, message);
    const bool answered = std::ranges::any_of(
        rest, [](const Message &message) { return isWord(message, Direction::Ours); });
    if (!hasOlder || answered)
        return counted;
    // Whoever spoke before what was read: their waiting messages are those that waited, without this one.
    const int waiting = conversation.unanswered - (isWord(removed, Direction::Theirs) ? 1 : 0);
    counted.unanswered = std::max(counted.unanswered, waiting);
    if (counted.turn == Turn::Nobody)
        counted.turn = conversation.turn;
    if (rest.isEmpty())
        counted.lastMessageAt = conversation.lastMessageAt;
    return counted;
}
