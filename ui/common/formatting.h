// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

/// Text for people, by the user's locale. Every function takes what it formats as an input, also
/// today.
namespace Formatting {

/// "3 May 2026" in the locale's short form with a four-digit year.
[[nodiscard]] QString date(QDate day, const QLocale &locale = QLocale());
/// Day and month without the year: "3 May".
[[nodiscard]] QString dayMonth(QDate day, const QLocale &locale = QLocale());
/// Month and year as a title: "May 2026".
[[nodiscard]] QString monthTitle(QDate day, const QLocale &locale = QLocale());
/// Hours and minutes: "14:05".
[[nodiscard]] QString time(QTime time, const QLocale &locale = QLocale());
/// Day and time; the day as in relativeDay().
[[nodiscard]] QString dateTime(
    const QDateTime &moment, QDate today, const QLocale &locale = QLocale());
/// "Today", "Yesterday", "Tomorrow", the weekday within six days, else dayMonth(), with the year
/// where it is another.
[[nodiscard]] QString relativeDay(QDate day, QDate today, const QLocale &locale = QLocale());
/// The same within a sentence: "until tomorrow".
[[nodiscard]] QString dayWithin(QDate day, QDate today, const QLocale &locale = QLocale());
/// Digits grouped: "8,000".
[[nodiscard]] QString number(qint64 value, const QLocale &locale = QLocale());
/// A share of 0…1 as "10.5 %" with \a decimals places, by the locale.
[[nodiscard]] QString percent(double share, int decimals = 1, const QLocale &locale = QLocale());
/// Minor units (cents) of an ISO 4217 currency with two decimals: "€1,200.00".
[[nodiscard]] QString money(
    qint64 minor, const QString &currency, const QLocale &locale = QLocale());
/// A channel and its network, "Hearthline · Instagram"; the name alone where it says the network already.
[[nodiscard]] QString channel(const QString &name, const QString &network);

} // namespace Formatting
