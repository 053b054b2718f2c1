// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/media.h"
#include "domain/plansets.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "domain/review.h"
#include "storage/rowspec.h"

#include <QSet>

/// Posts with all that hangs on them, and the small sets of planning.
namespace PlanTable {
[[nodiscard]] Result<PlanSetValues> sets(Connection &connection);
/// Live posts that are planned on a day of \a days, or have a variant that is, by day, time and id.
[[nodiscard]] Result<QList<PostWithVariants>> planned(Connection &connection, const DateSpan &days);
[[nodiscard]] Result<QList<PostWithVariants>> ofCampaign(
    Connection &connection, CampaignId campaign);
/// The live occurrences of \a series, by the day that the rule gave them.
[[nodiscard]] Result<QList<PostWithVariants>> ofSeries(Connection &connection, SeriesId series);
/// Live posts without a day and without a variant that has one, newest first.
[[nodiscard]] Result<QList<PostWithVariants>> undated(Connection &connection);
/// Live posts with a scheduled variant whose day is \a day or earlier.
[[nodiscard]] Result<QList<PostWithVariants>> due(Connection &connection, QDate day);
/// Live posts with a variant that waits for an approval.
[[nodiscard]] Result<QList<PostWithVariants>> inReview(Connection &connection);
/// Live posts that come again, and all that came of them, by id.
[[nodiscard]] Result<QList<PostWithVariants>> evergreens(Connection &connection);
[[nodiscard]] Result<PostReview> review(Connection &connection, PostId post);
[[nodiscard]] Result<QList<PostWithVariants>> some(
    Connection &connection, const QList<PostId> &ids);
/// Live posts whose title or text holds \a text (folded), newest first, at most \a limit.
[[nodiscard]] Result<QList<Post>> containing(
    Connection &connection, const QString &text, int limit);
/// All live media, oldest first.
[[nodiscard]] Result<QList<Media>> media(Connection &connection);
/// Which of \a ids are live posts or variants.
[[nodiscard]] Result<QSet<qint64>> livePlanIds(Connection &connection, const QList<qint64> &ids);
} // namespace PlanTable
