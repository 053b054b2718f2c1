// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/conversation.h"
#include "domain/messagekey.h"
#include "domain/move.h"
#include "domain/stage.h"
#include "domain/touch.h"

#include <QHash>
#include <QList>
#include <QTimeZone>

#include <functional>

/// A file that came with a message.
struct ThreadFile
{
    AttachmentId id;
    QString name;
    qint64 bytes = 0;

    friend bool operator==(const ThreadFile &, const ThreadFile &) = default;
};

/// One entry of the thread in words: what pulled a prospect, what was said, and the moves and hops between.
struct ThreadEntry
{
    enum class Kind {
        Day, ///< a new day begins
        Touch,
        Message,
        Hop, ///< the conversation goes on over another medium, or that was proposed
        Move,
        Step, ///< a follow-up, done or due
        Waiting, ///< at the end: who has not answered, or that nothing was said
    };

    Kind kind = Kind::Day;
    Moment at;
    QDate day; ///< local; invalid where the time is unknown
    QString title; ///< translated: "Commented on “Slow mornings”", "Cold → Warm"
    QString text; ///< quote, body, reason or next step
    QString who; ///< sender or member; empty where it goes without saying
    Medium medium = Medium::DirectMessage;
    Direction direction = Direction::System;
    Side side = Side::Exit; ///< of a move's new stage; Pull for touches
    HopState hopState = HopState::Proposed;
    qint64 id = 0; ///< of the message, touch, move, follow-up or recorded hop
    bool isOpen = false; ///< of a step: not done yet
    bool isEntry = false; ///< of a move: into the pipeline
    bool isRecord = false; ///< of a hop: it was recorded and has an outcome
    bool isLoading = false; ///< of a message: its words are on their way
    QString outcome = {}; ///< of a call, translated: "no answer"
    int minutes = 0; ///< of a call or meeting, 0 where unknown
    int count = 0; ///< of a day: days since the entry before, 0 where few; of Waiting: messages
    QList<ThreadFile> files = {}; ///< of a message

    friend bool operator==(const ThreadEntry &, const ThreadEntry &) = default;
};

/// The place of an entry in the thread: all that the order needs, for any number of entries.
struct ThreadLine
{
    ThreadEntry::Kind kind = ThreadEntry::Kind::Day;
    bool isRecord = false; ///< of a hop
    int index = -1; ///< in the list of the source that it comes from
    int count = 0; ///< as in ThreadEntry
    qint64 at = 0; ///< Unix milliseconds, 0 where the time is unknown
    qint64 id = 0; ///< of the entry; of a day the Julian day, 0 where unknown

    /// Whether both are the same entry; where it stands in its list and what it counts may differ. At most one tells who waits.
    friend bool operator==(const ThreadLine &one, const ThreadLine &other)
    {
        if (one.kind != other.kind || one.kind == ThreadEntry::Kind::Waiting)
            return one.kind == other.kind;
        return one.id == other.id && one.at == other.at && one.isRecord == other.isRecord;
    }
};

/// What a thread is made of, as values.
struct ThreadSource
{
    QList<Touch> touches;
    QList<Message> messages; ///< by time; all of them, where there is no `message`
    QList<MessageKey> keys; ///< by time; of all messages, where there is `message`
    QList<Move> moves;
    QList<FollowUp> followUps;
    QList<Hop> hops;
    QHash<MessageId, QList<ThreadFile>> files;
    QList<Conversation> conversations;
    QList<Participant> participants;
    QList<Stage> stages;
    QTimeZone zone = QTimeZone::utc();
    bool namesSenders = false; ///< say who of several people speaks
    bool isLoading = false; ///< messages are on their way: nothing is said about who waits
    std::function<QString(PostId)> postTitle = {};
    std::function<QString(UserId)> userName = {};
    /// The words of a message, null while they are not read. Asked for what is near the eye alone.
    std::function<const Message *(MessageId)> message = {};
    /// The words of keys \a first to \a last are wanted soon.
    std::function<void(int first, int last)> want = {};
    /// Reads the words of \a ids and calls back, later or at once.
    std::function<void(
        const QList<MessageId> &ids, std::function<void(const QList<Message> &)> callback)>
        fetch = {};

    [[nodiscard]] int messageCount() const { return int(message ? keys.size() : messages.size()); }
    [[nodiscard]] MessageKey keyAt(int index) const
    {
        return message ? keys.at(index) : messageKeyOf(messages.at(index));
    }
};

/// Days without an entry from which a day says how many they were.
inline constexpr int ThreadGapDays = 3;

/// The thread in the order of time, with a line where a day begins and where the medium changes. Linear, without any words.
[[nodiscard]] QList<ThreadLine> threadLines(const ThreadSource &source);
/// \a line of \a source in words; \a message are those of a message where the source has not read them.
[[nodiscard]] ThreadEntry threadEntry(
    const ThreadSource &source, const ThreadLine &line, const Message *message = nullptr);
/// "Message", "Call", "E-mail", "Meeting", "Note": translated.
[[nodiscard]] QString mediumName(Medium medium);
