// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/conversation.h"
#include "domain/move.h"
#include "domain/stage.h"
#include "domain/touch.h"

#include <QList>
#include <QTimeZone>

#include <functional>

/// One line of the thread: what pulled a prospect, what was said, and the moves and hops between.
struct ThreadEntry
{
    enum class Kind {
        Earlier, ///< there are more messages before this point that are not read yet
        Day, ///< a new day begins
        Touch,
        Message,
        Hop, ///< the conversation goes on over another medium
        Move,
        Step, ///< a follow-up, done or due
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
    qint64 id = 0; ///< of the message, touch, move or follow-up
    bool isOpen = false; ///< of a step: not done yet
    bool isEntry = false; ///< of a move: into the pipeline
    int minutes = 0; ///< of a call or meeting, 0 where unknown

    friend bool operator==(const ThreadEntry &, const ThreadEntry &) = default;
};

/// What a thread is made of, as values.
struct ThreadSource
{
    QList<Touch> touches;
    QList<Message> messages; ///< by time
    QList<Move> moves;
    QList<FollowUp> followUps;
    QList<Conversation> conversations;
    QList<Participant> participants;
    QList<Stage> stages;
    QTimeZone zone = QTimeZone::utc();
    bool hasEarlier = false; ///< older messages exist
    bool namesSenders = false; ///< say who of several people speaks
    std::function<QString(PostId)> postTitle = {};
    std::function<QString(UserId)> userName = {};
};

/// The thread in the order of time, with a line where a day begins and where the medium changes.
[[nodiscard]] QList<ThreadEntry> buildThread(const ThreadSource &source);
/// "Message", "Call", "E-mail", "Meeting", "Note": translated.
[[nodiscard]] QString mediumName(Medium medium);
