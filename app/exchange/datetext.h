// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/importplan.h"

#include <QDate>
#include <QHash>
#include <QStringView>
#include <QTime>

#include <optional>

/// A date as a file writes it, before it is placed in a zone.
struct WrittenDate
{
    QDate day;
    QTime time;
    Precision precision =
        Precision::Day; ///< Day without a time, Minute without seconds, else Exact
    std::optional<int> offsetSeconds; ///< east of UTC, where the text says it

    friend bool operator==(const WrittenDate &, const WrittenDate &) = default;
};

/// What the order of day and month in one text can be.
enum class DateEvidence {
    None, ///< no date at all
    Settled, ///< the order shows by itself: ISO, a month's name, day and month equal
    DayFirst, ///< only day first is possible
    MonthFirst, ///< only month first is possible
    Ambiguous,
};

/// Reads `2018-02-26 19:58:54`, `2018-02-01T10:00Z`, `20180201`, `26/02/2018`, `2/26/18 7:58 PM`,
/// `26.2.2018`, `07 Oct 2022`, `Oct 7, 2022`, `4-Apr-21`, each with an optional time, AM or PM, and
/// zone (Z, UTC, GMT, an offset). Two-digit years are 1970…2069. \a order decides where day and
/// month could be exchanged; without it such a text is no date. Nothing where \a text is none.
[[nodiscard]] std::optional<WrittenDate> parseDate(
    QStringView text, std::optional<DateOrder> order);
[[nodiscard]] DateEvidence dateEvidence(QStringView text);

/// Finds the one order of day and month that all dates of a file have.
class DateOrderFinder
{
public:
    void see(QStringView text);
    /// The order; where values speak for both, that of the majority (the others are faults of their
    /// rows). Dots without evidence mean day first, as wherever dates are written with dots.
    /// Nothing where no value needs an order or all are ambiguous.
    [[nodiscard]] std::optional<DateOrder> order() const;
    /// There are values whose order nothing tells.
    [[nodiscard]] bool isAmbiguous() const { return m_ambiguous > 0 && !order(); }
    [[nodiscard]] qint64 dates() const { return m_dates; }
    /// Values that are not readable by themselves.
    [[nodiscard]] qint64 needOrder() const { return m_ambiguous + m_dayFirst + m_monthFirst; }

private:
    qint64 m_dates = 0;
    qint64 m_dayFirst = 0;
    qint64 m_monthFirst = 0;
    qint64 m_ambiguous = 0;
    qint64 m_ambiguousDots = 0;
};

/// Places written dates in a zone; remembers days, since asking a zone for its offset is slow. Not
/// for several threads.
class DatePlacer
{
public:
    explicit DatePlacer(const QTimeZone &zone)
        : m_zone(zone)
    { }
    [[nodiscard]] Moment place(const WrittenDate &date);

private:
    struct Day
    {
        qint64 start = 0;
        bool isEven =
            false; ///< the offset does not change around this day, so times are start plus time
    };
    const Day &day(QDate date);

    QTimeZone m_zone;
    QHash<qint64, Day> m_days;
};
