// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

/// The medium of one message. A hop is a change of medium within a conversation.
enum class Medium { DirectMessage, Call, Email, Meeting, Note };
enum class Direction { Ours, Theirs, System };
enum class Privacy { Private, Team };
/// Who owes the next word.
enum class Turn { Nobody, We, They };

template<>
struct EnumText<Medium>
{
    static constexpr std::pair<Medium, std::string_view> values[] {
        {Medium::DirectMessage, "direct-message"},
        {Medium::Call, "call"},
        {Medium::Email, "email"},
        {Medium::Meeting, "meeting"},
        {Medium::Note, "note"},
    };
};
template<>
struct EnumText<Direction>
{
    static constexpr std::pair<Direction, std::string_view> values[] {
        {Direction::Ours, "ours"}, {Direction::Theirs, "theirs"}, {Direction::System, "system"}};
};
template<>
struct EnumText<Privacy>
{
    static constexpr std::pair<Privacy, std::string_view> values[] {
        {Privacy::Private, "private"}, {Privacy::Team, "team"}};
};
template<>
struct EnumText<Turn>
{
    static constexpr std::pair<Turn, std::string_view> values[] {
        {Turn::Nobody, "nobody"}, {Turn::We, "we"}, {Turn::They, "they"}};
};

/// A private thread with one primary prospect (null while nobody of a group was chosen) over any
/// media.
struct Conversation
{
    ConversationId id;
    ProspectId prospect;
    UserId owner;
    Privacy privacy = Privacy::Private;
    QString title;
    QString network; ///< where its direct messages are: a network key or "whatsapp"; empty where
        ///< unknown
    qint64 lastMessageAt = 0;
    Turn turn = Turn::Nobody;
    int unanswered = 0; ///< their messages since our last word
    qint64 createdAt = 0;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// Somebody who speaks in a conversation.
struct Participant
{
    ParticipantId id;
    ConversationId conversation;
    ProspectId prospect; ///< null until chosen
    QString name;
    bool isUs = false;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Participant &, const Participant &) = default;
};

/// A thread of a foreign program that belongs to a conversation; what an import counts.
struct SourceThread
{
    SourceThreadId id;
    ConversationId conversation;
    QString format; ///< "whatsapp", …
    QString externalId; ///< unique per format
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const SourceThread &, const SourceThread &) = default;
};

/// One entry of a conversation. `body` is private: it never enters logs, error details or previews
/// of others.
struct Message
{
    MessageId id;
    ConversationId conversation;
    ParticipantId sender; ///< null for system lines and our own notes
    Medium medium = Medium::DirectMessage;
    Direction direction = Direction::Ours;
    Moment sentAt;
    QString body;
    int durationSeconds = 0; ///< of a call or meeting
    QString dedupeKey; ///< unique per source thread; empty for entries made by hand
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Message &, const Message &) = default;
};

/// A dated next step.
struct FollowUp
{
    FollowUpId id;
    ProspectId prospect;
    UserId owner;
    QDate dueOn;
    std::optional<QDate> snoozedUntil;
    QString what;
    qint64 doneAt = 0; ///< Unix milliseconds; 0 while open
    qint64 rowVersion = 1;

    friend bool operator==(const FollowUp &, const FollowUp &) = default;
};

/// \a conversation after \a message was added: last word, whose turn it is and how many of their messages wait. Notes and system lines change nothing but
/// the time; a message older than the last word changes nothing at all.
[[nodiscard]] Conversation afterMessage(Conversation conversation, const Message &message);
/// \a conversation after \a removed was taken out of it, where \a rest is what else was read of it, oldest first. With \a hasOlder there is more before
/// \a rest; what that says is kept as far as it is known.
[[nodiscard]] Conversation afterRemoval(const Conversation &conversation, const Message &removed,
    const QList<Message> &rest, bool hasOlder);
