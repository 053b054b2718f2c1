// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/schedule.h"

#include <QList>
#include <QLocale>
#include <QString>

/// A recurrence rule as people choose it: every so many days, weeks or months, on some days of the week, until a day or for a number of times.
struct RuleChoice
{
    enum class Unit { Day, Week, Month };
    Unit unit = Unit::Week;
    int interval = 1;
    QList<int> weekdays; ///< 1 (Monday) … 7; with Week alone; empty: the day it begins on
    QDate until; ///< invalid: `times` counts
    int times = 10;

    friend bool operator==(const RuleChoice &, const RuleChoice &) = default;
};

/// The choice as an RFC 5545 rule.
[[nodiscard]] QString toRule(const RuleChoice &choice);
/// "Every 2 weeks on Mon and Thu"; the rule itself where it is more than a choice can say.
[[nodiscard]] QString ruleWords(const QString &rule, const QLocale &locale = QLocale());
