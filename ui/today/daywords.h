// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dayswork.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <functional>

/// What the words about the day's work depend on.
struct DayContext
{
    QDate today;
    qint64 now = 0; ///< Unix milliseconds
    QTimeZone zone = QTimeZone::utc();
    QLocale locale = {};
    bool isMarketing = false;
    std::function<QString(UserId)> userName = {};
};

/// How the day's work is told.
namespace DayWords {
[[nodiscard]] QString sectionTitle(WorkSection section, bool isMarketing);
/// Over a list of prospects from that section.
[[nodiscard]] QString listTitle(WorkSection section);
/// Whom or what a row is about; where several take part, "Nora Field and 2 others".
[[nodiscard]] QString name(const WorkRow &row);
/// What stands quietly behind the name: the company, or how a group chat is called.
[[nodiscard]] QString beside(const WorkRow &row);
/// Why the row is there, in one line: "Waits since Tuesday, 2 messages".
[[nodiscard]] QString why(const WorkRow &row, const DayContext &context);
/// How late, or how long: "3 days late".
[[nodiscard]] QString when(const WorkRow &row, const DayContext &context);
/// Whether a day that was set has passed.
[[nodiscard]] bool isOverdue(const WorkRow &row, const DayContext &context);
/// The rule by which the row is there, for its tool tip.
[[nodiscard]] QString rule(WorkReason reason);
/// That nothing waits, and what \a coming says comes next.
[[nodiscard]] QString nothing(const ComingWork &coming, const DayContext &context);
/// "and 1,204 more"
[[nodiscard]] QString more(const WorkPage &page, const QLocale &locale);
/// "and 1,204 more, not searched", of what is not among the rows of \a page
[[nodiscard]] QString unsearched(const WorkPage &page, const QLocale &locale);
/// The texts of a row in which words are looked for: whom it is about, their company, what is to be done, and last words where they are shown.
[[nodiscard]] QStringList searchedTexts(const WorkRow &row);
/// A past day within a sentence: "today", "yesterday", a weekday within six days, else the date.
[[nodiscard]] QString pastDay(QDate day, QDate today, const QLocale &locale);
} // namespace DayWords
