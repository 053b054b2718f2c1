// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conversation.h"

#include <QHash>

#include <algorithm>

namespace {
constexpr qint64 MinuteMs = 60'000;

/// A call of ours that reached nobody and left no words.
bool isVainCall(const Message &message)
{
    return message.medium == Medium::Call && message.direction == Direction::Ours
        && (message.callResult == CallResult::NoAnswer
            || message.callResult == CallResult::Declined);
}

/// The last instant at which it may have been said.
qint64 latest(const Moment &moment)
{
    switch (moment.precision) {
    case Precision::Exact:
        return moment.ms;
    case Precision::Minute:
        return moment.ms + MinuteMs - 1;
    case Precision::Day:
    case Precision::Unknown:
        return moment.ms + DayMs - 1;
    }
    Q_UNREACHABLE();
}

bool isSameTime(const Moment &one, const Moment &other, const QTimeZone &zone)
{
    switch (std::max(one.precision, other.precision)) {
    case Precision::Exact:
        return one.ms == other.ms;
    case Precision::Minute:
        return one.ms / MinuteMs == other.ms / MinuteMs;
    case Precision::Day:
        return localDay(one.ms, zone) == localDay(other.ms, zone);
    case Precision::Unknown:
        return true;
    }
    Q_UNREACHABLE();
}
} // namespace

bool isWordOf(const Message &message, Direction side)
{
    return message.medium != Medium::Note && message.direction == side && side != Direction::System
        && !isVainCall(message);
}

Conversation afterMessage(Conversation conversation, const Message &message)
{
    if (message.sentAt.ms < conversation.lastMessageAt)
        return conversation;
    conversation.lastMessageAt = message.sentAt.ms;
    if (isVainCall(message))
        ++conversation.unreturned;
    const bool isOurs = isWordOf(message, Direction::Ours);
    if (!isOurs && !isWordOf(message, Direction::Theirs))
        return conversation;
    conversation.turn = isOurs ? Turn::They : Turn::We;
    conversation.unanswered = isOurs ? 0 : conversation.unanswered + 1;
    conversation.unreturned = isOurs ? conversation.unreturned + 1 : 0;
    conversation.snoozedUntil.reset();
    if (latest(message.sentAt) >= conversation.closedAt)
        conversation.closedAt = 0;
    return conversation;
}

Conversation afterRemoval(const Conversation &conversation, const Message &removed,
    const QList<Message> &rest, bool hasOlder)
{
    Conversation counted = conversation;
    counted.lastMessageAt = 0;
    counted.turn = Turn::Nobody;
    counted.unanswered = 0;
    counted.unreturned = 0;
    for (const Message &message : rest)
        counted = afterMessage(counted, message);
    counted.closedAt = conversation.closedAt;
    counted.snoozedUntil = conversation.snoozedUntil;
    if (!hasOlder)
        return counted;
    const auto spoke = [&rest](Direction side) {
        return std::ranges::any_of(
            rest, [side](const Message &message) { return isWordOf(message, side); });
    };
    // Whoever spoke before what was read: what waited goes on waiting, without this one.
    if (!spoke(Direction::Ours)) {
        const int waiting =
            conversation.unanswered - (isWordOf(removed, Direction::Theirs) ? 1 : 0);
        counted.unanswered = std::max(counted.unanswered, waiting);
    }
    if (!spoke(Direction::Theirs)) {
        const bool isCounted = isWordOf(removed, Direction::Ours) || isVainCall(removed);
        counted.unreturned =
            std::max(counted.unreturned, conversation.unreturned - (isCounted ? 1 : 0));
    }
    if (counted.turn == Turn::Nobody)
        counted.turn = conversation.turn;
    if (rest.isEmpty())
        counted.lastMessageAt = conversation.lastMessageAt;
    return counted;
}

Medium mediumOfLastWord(const QList<Message> &messages, ConversationId conversation)
{
    const Message *last = nullptr;
    for (const Message &message : messages) {
        const bool counts = message.conversation == conversation
            && (isWordOf(message, Direction::Ours) || isWordOf(message, Direction::Theirs));
        if (counts && (!last || message.sentAt.ms >= last->sentAt.ms))
            last = &message;
    }
    return last ? last->medium : Medium::DirectMessage;
}

QList<Hop> hopsAcceptedBy(const Message &message, const QList<Hop> &hops, qint64 now)
{
    QList<Hop> accepted;
    const bool reached = message.medium != Medium::Call || message.callResult == CallResult::None
        || message.callResult == CallResult::Answered;
    if (!reached || message.medium == Medium::Note || message.direction == Direction::System)
        return accepted;
    const bool isDated = message.sentAt.precision != Precision::Unknown;
    for (Hop hop : hops) {
        const bool isOpen = hop.state == HopState::Proposed && hop.to == message.medium
            && hop.conversation == message.conversation;
        if (!isOpen || (isDated && latest(message.sentAt) < hop.proposedAt.ms))
            continue;
        hop.state = HopState::Accepted;
        hop.decidedAt = isDated ? message.sentAt.ms : now;
        accepted.append(hop);
    }
    return accepted;
}

bool isSameMessage(const Message &one, const Message &other, const QTimeZone &zone)
{
    return one.direction == other.direction && isSameTime(one.sentAt, other.sentAt, zone)
        && one.body.simplified() == other.body.simplified();
}

QList<bool> knownAmong(
    const QList<Message> &known, const QList<Message> &fresh, const QTimeZone &zone)
{
    QHash<QString, QList<Message>> byWords;
    for (const Message &message : known)
        byWords[message.body.simplified()].append(message);
    QList<bool> found;
    for (const Message &message : fresh) {
        QList<Message> &same = byWords[message.body.simplified()];
        const auto match = std::ranges::find_if(same,
            [&](const Message &candidate) { return isSameMessage(candidate, message, zone); });
        found.append(match != same.end());
        if (match != same.end())
            same.removeAt(match - same.begin());
    }
    return found;
}
