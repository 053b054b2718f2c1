// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/wilson.h"
#include "report/plot.h"

#include <QDate>
#include <QList>
#include <QLocale>
#include <QString>

#include <variant>

/// A measured number with what it is measured in, to be shown with one decimal: days, credit.
struct Quantity
{
    double value = 0;
    std::optional<Interval> interval; ///< 95 %, in the same unit

    friend bool operator==(const Quantity &, const Quantity &) = default;
};

/// A share that is estimated otherwise than as k of n: from people some of whom are still under way.
struct Estimate
{
    double rate = 0; ///< 0…1
    std::optional<Interval> interval; ///< 95 %
    bool isFew = false; ///< of too few for a rate to be shown; CSV gives it all the same

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

/// One cell of a chart's table: nothing, a word, a count, a day, a measure, or a share that knows its denominator.
using Figure = std::variant<std::monostate, QString, qint64, QDate, Quantity, Estimate, Proportion>;

struct ChartColumn
{
    QString key; ///< stable, of CSV: "reached"
    QString title; ///< translated
    bool isShare =
        false; ///< a share or a number with an interval: in CSV three columns, see toCsv()

    friend bool operator==(const ChartColumn &, const ChartColumn &) = default;
};

/// A chart or table as a value: what it says in words and the figures it says it with. Numbers are
/// raw; words are in the language and locale of the moment it was made.
struct Chart
{
    QString id; ///< stable, as on the command line: "funnel"
    QString title; ///< the finding, one sentence
    QString subtitle; ///< who is counted, when, and as of when
    QString definition; ///< how it is counted, and what is not
    QList<ChartColumn> columns;
    QList<QList<Figure>> rows; ///< as long as columns
    Plot plot = {}; ///< what is drawn of it, in marks that name their rows
    bool isOverTime = false; ///< the rows are periods of the calendar, the newest last

    friend bool operator==(const Chart &, const Chart &) = default;
};

/// A share for people: "10.5 %"; "–" without a denominator, "too few" below FewestForARate.
[[nodiscard]] QString shareText(const Proportion &share, const QLocale &locale = QLocale());
/// Its interval: "9.9 – 11.2 %"; empty where shareText() gives no number, or one that is known.
[[nodiscard]] QString intervalText(const Proportion &share, const QLocale &locale = QLocale());
/// A rate of 0…1 with one decimal: "10.5 %".
[[nodiscard]] QString percentText(double rate, const QLocale &locale = QLocale());
/// A day without its weekday: "3 May 2026".
[[nodiscard]] QString dayText(QDate day, const QLocale &locale = QLocale());
/// A cell for people.
[[nodiscard]] QString figureText(const Figure &figure, const QLocale &locale = QLocale());

/// The table as CSV of RFC 4180 in UTF-8: keys as header, raw numbers with a point, lines ended by CR LF. A share becomes
/// key, key_low and key_high, all empty without a denominator and given for few as well. Words are written withGuard(), numbers
/// and days as they are.
[[nodiscard]] QByteArray toCsv(const Chart &chart);
