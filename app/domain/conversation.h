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
/// Who may read a conversation: its owner, the owner and named colleagues, or everybody in the team.
enum class Privacy { Private, Shared, Team };
/// Who owes the next word.
enum class Turn { Nobody, We, They };
/// How a call ended. None for whatever is no call, or where nobody said.
enum class CallResult { None, Answered, NoAnswer, Voicemail, Declined };
/// What became of a proposal to go on over another medium.
enum class HopState { Proposed, Accepted, Declined, Ignored };

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
        {Privacy::Private, "private"}, {Privacy::Shared, "shared"}, {Privacy::Team, "team"}};
};
template<>
struct EnumText<Turn>
{
    static constexpr std::pair<Turn, std::string_view> values[] {
        {Turn::Nobody, "nobody"}, {Turn::We, "we"}, {Turn::They, "they"}};
};
template<>
struct EnumText<CallResult>
{
    static constexpr std::pair<CallResult, std::string_view> values[] {{CallResult::None, "none"},
        {CallResult::Answered, "answered"}, {CallResult::NoAnswer, "no-answer"},
        {CallResult::Voicemail, "voicemail"}, {CallResult::Declined, "declined"}};
};
template<>
struct EnumText<HopState>
{
    static constexpr std::pair<HopState, std::string_view> values[] {
        {HopState::Proposed, "proposed"}, {HopState::Accepted, "accepted"},
        {HopState::Declined, "declined"}, {HopState::Ignored, "ignored"}};
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
    int unreturned = 0; ///< our messages since their last word
    std::optional<QDate> snoozedUntil; ///< out of the day's work until then
    qint64 closedAt = 0; ///< Unix milliseconds; 0 while it goes on. A new word opens it again
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
    CallResult callResult = CallResult::None;
    QString dedupeKey; ///< unique per source thread; empty for entries made by hand
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Message &, const Message &) = default;
};

/// A colleague with whom the owner shares a conversation.
struct ConversationShare
{
    ConversationShareId id;
    ConversationId conversation;
    UserId member;
    qint64 rowVersion = 1;

    friend bool operator==(const ConversationShare &, const ConversationShare &) = default;
};

/// The move of a conversation from one medium to another, as an event: who proposed it and what became of it.
struct Hop
{
    HopId id;
    ConversationId conversation;
    Medium from = Medium::DirectMessage;
    Medium to = Medium::Call;
    Direction proposedBy = Direction::Ours; ///< Ours or Theirs
    Moment proposedAt;
    HopState state = HopState::Proposed;
    qint64 decidedAt = 0; ///< Unix milliseconds; 0 while it is open
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Hop &, const Hop &) = default;
};

/// A file that belongs to a message. Its bytes are in the workspace; both are as private as the message.
struct Attachment
{
    AttachmentId id;
    ConversationId conversation;
    MessageId message;
    QString name;
    qint64 bytes = 0;
    QString checksum; ///< SHA-256, hexadecimal
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Attachment &, const Attachment &) = default;
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
