// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QTimeZone>

/// Time that counts from Monday to Friday alone. A working day is a whole day of a zone, from midnight to midnight, however many hours it has there; public
/// holidays are working days.
namespace Workdays {
[[nodiscard]] bool isOne(QDate day);
/// The instant at which \a hours of working days have passed since \a from, Unix milliseconds: each whole 24 of them is a working day, which ends at the same
/// local time, and the rest is counted hour by hour. What begins at a weekend counts from Monday on. \a hours of 0 or more.
[[nodiscard]] qint64 after(qint64 from, int hours, const QTimeZone &zone);
/// The milliseconds of working days from \a from to \a to; negative where \a to is before.
[[nodiscard]] qint64 timeBetween(qint64 from, qint64 to, const QTimeZone &zone);
/// The working days after \a from up to and with \a to; where \a to is before, those after \a to, negative.
[[nodiscard]] int daysBetween(QDate from, QDate to);
} // namespace Workdays
