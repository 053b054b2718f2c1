// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conversation.h"

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
