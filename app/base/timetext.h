// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTime>

/// Hours and minutes as \a locale writes them, "14:05". Some locales, the plain one among them, have seconds even in their short form; they are left out.
[[nodiscard]] QString timeText(QTime time, const QLocale &locale);
/// "3 May 2026" in the order of \a locale, the month in its short form.
[[nodiscard]] QString dateText(QDate day, const QLocale &locale);
/// The same without the year: "3 May".
[[nodiscard]] QString dayMonthText(QDate day, const QLocale &locale);
