// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/importplan.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

struct PasteOptions
{
    QTimeZone zone = QTimeZone::utc(); ///< where the times were shown
    DateOrder dateOrder = DateOrder::DayFirst; ///< where the dates themselves leave it open
    qint64 now = 0; ///< Unix milliseconds: "today" and "Monday" are told from it
    QDate
        undated; ///< the day of messages that tell a time and no day; invalid: their time is unknown
    QLocale locale = QLocale::c(); ///< its names of weekdays are read, beside the English ones
};

/// One part of a copied chat.
struct PastedMessage
{
    enum class Kind {
        Said,
        Notice, ///< what the program itself wrote
        Unread, ///< text before the first message; it belongs to nobody
    };
    Kind kind = Kind::Said;
    QString sender; ///< as it is written; empty unless Said
    Moment sentAt; ///< of unknown precision: at the place that the text gives it
    QString body; ///< without white space around it; may be empty
    bool lacksDay = false; ///< it tells a time and no day

    friend bool operator==(const PastedMessage &, const PastedMessage &) = default;
};

struct PastedChat
{
    QList<PastedMessage> messages; ///< in the order of the text
    QStringList speakers; ///< in the order of their first word
    bool lacksDays = false; ///< some messages tell a time and no day
};

/// Reads a chat that was copied out of another program:
///
/// - `[12:31, 28.11.2026] Anna Bell: text`, and the lines of exported chats, with the date first;
/// - `Anna Bell, [28.11.2026 12:31]:` with the text below;
/// - `Anna Bell  12:31 PM`, also with a date or "Yesterday at" between, with the text below;
/// - the name, below it the time, below it the text;
/// - `Anna: text`, without times.
///
/// Where several kinds occur the most frequent one counts; all else is text. Below names with mere times a line of its own that is a date or a weekday, with
/// an empty line before it, tells the day of what follows. Day and month are told apart by the dates themselves, then by the options. No word is lost: what
/// is no header continues the message before it, and what stands before the first one is returned as Unread.
[[nodiscard]] PastedChat readPastedChat(const QString &text, const PasteOptions &options);

/// Whether \a text is such a chat: at least two messages of it, or one that tells date and time. Quick: only its begin is looked at.
[[nodiscard]] bool looksLikePastedChat(const QString &text);
