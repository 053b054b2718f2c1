// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/post.h"
#include "domain/postedits.h"
#include "domain/schedule.h"

#include <QList>

/// How far an edit of one occurrence of a series goes.
enum class Reach { This, Following, All };

/// Series of posts as pure functions on values. Each occurrence is a post of its own; the rule only says where they began.
namespace SeriesEdits {
/// The most occurrences that one series may have.
constexpr int MostOccurrences = 500;

/// \a rule with \a lastDay as its end, in place of the COUNT or UNTIL that it has.
[[nodiscard]] QString endingOn(const QString &rule, QDate lastDay);
/// The days that \a series gives, without those it skips; the start is always one. Errors: Rejected where the rule is none, has no end, or gives more
/// than MostOccurrences.
[[nodiscard]] Result<QList<QDate>> daysOf(const Series &series);
[[nodiscard]] QList<QDate> skippedDays(const Series &series);
/// With \a day among those that it skips.
[[nodiscard]] Series skipping(const Series &series, QDate day);
/// The edit that made \a after of \a before, made to \a other, another occurrence: fields that changed get the same value, days move by as many days,
/// variants are matched by their channel. A status is taken over only where nothing hinders \a other, with its new words and times, from that step of \a by
/// (obstacleTo()). That something was posted, when and where, is never taken over, and what was posted changes in nothing.
[[nodiscard]] PostWithVariants applied(const PostWithVariants &before,
    const PostWithVariants &after, const PostWithVariants &other, const PostEdits::StatusStep &by);
} // namespace SeriesEdits
