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

/// How a copied chat is to be read.
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
