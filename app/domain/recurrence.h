// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

/// A day and a time as a clock on the wall shows them. Without a time it is the whole day.
struct WallTime
{
    QDate day;
    std::optional<QTime> time;

    /// By day, then by time; the whole day stands first.
    friend bool operator<(const WallTime &a, const WallTime &b)
    {
        return a.day != b.day ? a.day < b.day : a.time < b.time;
    }
    friend bool operator==(const WallTime &, const WallTime &) = default;
};

/// What can be said of a recurrence rule without listing what it gives.
struct RecurrenceRule
{
    QString text; ///< RFC 5545 RECUR value in its shortest form, without "RRULE:"
    bool hasEnd = false; ///< COUNT or UNTIL stands in it

    friend bool operator==(const RecurrenceRule &, const RecurrenceRule &) = default;
};

/// Reads an RFC 5545 RECUR value (also RFC 7529's RSCALE and SKIP), with or without "RRULE:".
/// Errors: Rejected, quoting the rule.
[[nodiscard]] Result<RecurrenceRule> parseRecurrence(const QString &rule);

/// What occurrences() lists.
struct OccurrenceLimits
{
    qsizetype most = 500; ///< how many at most
    std::optional<WallTime> from; ///< nothing earlier; COUNT still counts from the start
    std::optional<QDate> before; ///< nothing on this day or later
};

struct Occurrences
{
    QList<WallTime> times; ///< ascending
    bool isComplete = false; ///< the rule ended within the limits
};

/// The times that \a rule gives from \a start on. Nothing is converted between zones: what begins
/// at 09:00 is at 09:00 ever after, whatever daylight saving does. A start that the rule does not
/// give is no occurrence. UNTIL is compared as it is written, see withLocalEnd(); a day in it is
/// meant whole. libical lists them, and RuleExpansion where libical 3.0.16 lists wrong times (weeks
/// by number, days counted from the end of a month with FREQ=DAILY, BYSETPOS within a week or a day,
/// …). Errors: Rejected, quoting the rule: none; one that gives no date at all; one of those kinds in
/// another calendar than the Gregorian.
[[nodiscard]] Result<Occurrences> occurrences(
    const QString &rule, const WallTime &start, const OccurrenceLimits &limits = {});

/// \a rule with an UNTIL in UTC, as RFC 5545 asks for beside a start with a zone, written as the
/// wall clock of \a zone shows it. Other rules are returned as they are. Errors: Rejected.
[[nodiscard]] Result<QString> withLocalEnd(const QString &rule, const QTimeZone &zone);
