// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTimeZone>

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

/// Whether \a message is a word of \a side: no note, no system line, and no call of ours that reached nobody.
///
/// A call of ours without an answer, or declined, says nothing: whose turn it is, what of theirs waits and whether the conversation rests stay as they
/// are, and it counts among what they have not returned, since they see that we tried. Words on their voicemail are words. A call of theirs is their
/// word however it ended: where we missed it, we owe the call back.
[[nodiscard]] bool isWordOf(const Message &message, Direction side);
/// \a conversation after \a message was added: last word, whose turn it is, how many of their messages wait and how many of ours they have not returned.
/// A word opens a closed conversation again, unless it was said before that was closed, and ends its snooze. Notes and system lines change nothing but
/// the time; a message older than the last word changes nothing at all.
[[nodiscard]] Conversation afterMessage(Conversation conversation, const Message &message);
/// \a conversation after \a removed was taken out of it, where \a rest is what else was read of it, oldest first. With \a hasOlder there is more before
/// \a rest; what that says is kept as far as it is known. What was closed or snoozed stays so.
[[nodiscard]] Conversation afterRemoval(const Conversation &conversation, const Message &removed,
    const QList<Message> &rest, bool hasOlder);

/// The medium of the last word in \a messages of \a conversation, by time and then in their order; a direct message where there is none.
[[nodiscard]] Medium mediumOfLastWord(const QList<Message> &messages, ConversationId conversation);
/// Those of \a hops which \a message accepts, accepted: open ones of its conversation to its medium that were not proposed later. A note accepts
/// nothing, nor does a call that reached nobody. They are decided at the message's time, or at \a now (Unix milliseconds) where that is unknown.
[[nodiscard]] QList<Hop> hopsAcceptedBy(const Message &message, const QList<Hop> &hops, qint64 now);

/// Whether one could be the other: of the same side, with the same words (white space aside), at the same time as precisely as both are known. Days
/// are those of \a zone.
[[nodiscard]] bool isSameMessage(const Message &one, const Message &other, const QTimeZone &zone);
/// For each of \a fresh, whether it is among \a known already. Each known one stands for one fresh one, so that a word said twice is found twice.
[[nodiscard]] QList<bool> knownAmong(
    const QList<Message> &known, const QList<Message> &fresh, const QTimeZone &zone);
