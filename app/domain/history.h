// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/ids.h"

#include <QList>
#include <QStringList>
#include <QVariantMap>

/// One change of a prospect's record, or of what hangs on it; conversations are not among them.
struct HistoryRow
{
    using Op = ActivityRow::Op; ///< no Import

    qint64 seq = 0; ///< ascends with each row
    qint64 at = 0; ///< Unix milliseconds; the same for all that one command changed
    UserId who;
    QString table;
    qint64 id = 0;
    Op op = Op::Update;
    QStringList fields; ///< the columns that an update changed
    QVariantMap before; ///< what stood in them
    QVariantMap after; ///< what some of them became: states, flags
    QString subject; ///< what the row is about: an address, a stage, a title; may be empty
    QString word; ///< a stable name that the story needs: the kind of an offer, a legal basis

    friend bool operator==(const HistoryRow &, const HistoryRow &) = default;
};

/// A part of the history, newest first.
struct HistoryPage
{
    QList<HistoryRow> rows;
    bool hasMore = false; ///< older rows follow
};
