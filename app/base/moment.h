// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

/// How precisely a time is known. An imported time keeps its precision for good.
enum class Precision { Exact, Minute, Day, Unknown };

template<>
struct EnumText<Precision>
{
    static constexpr std::pair<Precision, std::string_view> values[] {
        {Precision::Exact, "exact"},
        {Precision::Minute, "minute"},
        {Precision::Day, "day"},
        {Precision::Unknown, "unknown"},
    };
};

/// A day of 24 hours in milliseconds.
inline constexpr qint64 DayMs = 86'400'000;

/// The whole days in \a ms milliseconds, rounded down also before 0.
[[nodiscard]] constexpr qint64 wholeDays(qint64 ms)
{
    return ms / DayMs - (ms % DayMs < 0 ? 1 : 0);
}

/// The day before which nothing that happened can be dated: charts count the seconds since it.
inline constexpr QDate EarliestDay = QDate::fromJulianDay(2440588); // 1970-01-01

/// An instant with its precision. Day precision: `ms` is the start of that local day in the
/// workspace's zone.
struct Moment
{
    qint64 ms = 0; ///< Unix milliseconds, UTC
    Precision precision = Precision::Exact;

    friend bool operator==(const Moment &, const Moment &) = default;
};

/// The first instant of \a day in \a zone, Unix milliseconds (a day without midnight begins at its
/// first existing instant, one with two of them at the first).
[[nodiscard]] qint64 startOfDay(QDate day, const QTimeZone &zone);
/// The local day of \a ms in \a zone.
[[nodiscard]] QDate localDay(qint64 ms, const QTimeZone &zone);
/// A local time in \a zone as Unix milliseconds; a time in a gap moves forward, one that occurs
/// twice is the first.
[[nodiscard]] qint64 localToInstant(QDate day, QTime time, const QTimeZone &zone);

/// Half-open span of local days [from, to); an absent end is open.
struct DateSpan
{
    std::optional<QDate> from;
    std::optional<QDate> to;

    [[nodiscard]] bool contains(QDate day) const
    {
        return (!from || day >= *from) && (!to || day < *to);
    }
    friend bool operator==(const DateSpan &, const DateSpan &) = default;
};
