// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/conversation.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

enum class Severity { Info, Warning, Error };

template<>
struct EnumText<Severity>
{
    static constexpr std::pair<Severity, std::string_view> values[] {
        {Severity::Info, "info"}, {Severity::Warning, "warning"}, {Severity::Error, "error"}};
};

/// A finding of an import. `line` is 1-based, of the file; 0 where the file as a whole is meant.
/// `text` never holds message content.
struct ImportIssue
{
    QString file;
    qint64 line = 0;
    Severity severity = Severity::Warning;
    QString
        code; ///< stable word: "out-of-order", "bad-date", "bad-currency", "short-row", "bad-encoding", …
    QString text;

    friend bool operator==(const ImportIssue &, const ImportIssue &) = default;
};

enum class DateOrder { DayFirst, MonthFirst, YearFirst };

template<>
struct EnumText<DateOrder>
{
    static constexpr std::pair<DateOrder, std::string_view> values[] {{DateOrder::DayFirst, "dmy"},
        {DateOrder::MonthFirst, "mdy"}, {DateOrder::YearFirst, "ymd"}};
};

/// FIELD=COLUMN of the command line. `field` is one of cli.md's words: "id", "name", "handle:x",
/// "entered:cold", …
struct FieldMapping
{
    QString field;
    QString column;

    friend bool operator==(const FieldMapping &, const FieldMapping &) = default;
};

/// A column of a file of which nothing is made.
struct UnusedColumn
{
    QString file; ///< without its folder
    QString column; ///< its header
    QString
        likelyField; ///< what it probably means, as FieldMapping::field; empty where it is like none

    friend bool operator==(const UnusedColumn &, const UnusedColumn &) = default;
};

/// How a CSV of prospects is to be read.
struct CsvMapping
{
    QList<FieldMapping> fields;
    QHash<QString, QString> constants; ///< FIELD → value for every row
    std::optional<DateOrder> dateOrder; ///< absent: found from the values
    QString idSpace; ///< space of the `id` column; empty: "csv"

    friend bool operator==(const CsvMapping &, const CsvMapping &) = default;
};

/// One prospect as a file tells it, before it is matched with who is known.
struct ProspectRecord
{
    qint64 line = 0; ///< 1-based line of the file where the row begins
    QString externalId;
    QHash<QString, QString> values; ///< plain fields: name, first_name, email, source, …
    QHash<QString, QString> handles; ///< network → value
    QList<std::pair<QString, Moment>> entries; ///< stage key or name → when it was entered
    std::optional<Moment> firstSeen;
    std::optional<Moment> created;
    QString stage; ///< name of the current stage, where the file says so
};

/// A row that could not be taken, with its reason, for FILE.rejected.csv.
struct RejectedRow
{
    qint64 line = 0;
    QString reason;
    QStringList cells;
};

/// One message as a file tells it.
struct MessageRecord
{
    qint64 line = 0;
    QString sender; ///< empty for a system line
    Moment sentAt;
    QString body;
    QString dedupeKey; ///< (time, sender, hash, ordinal among equal times)
};

/// A chat as a file tells it.
struct ChatRecord
{
    QString file;
    QString title; ///< from the file name or the group's own name
    bool isGroup = false;
    QStringList senders; ///< in order of first appearance, without system lines
    QList<MessageRecord> messages;
    QString externalId; ///< stable between exports of the same chat: made of the first thing
        ///< that was said
};
