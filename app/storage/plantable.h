// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "storage/rowspec.h"

/// Posts with their variants.
namespace PlanTable {
/// Live posts planned on a day of \a days, by day, time and id.
[[nodiscard]] Result<QList<PostWithVariants>> planned(Connection &connection, const DateSpan &days);
/// Live posts without a day, newest first.
[[nodiscard]] Result<QList<PostWithVariants>> undated(Connection &connection);
[[nodiscard]] Result<QList<PostWithVariants>> some(
    Connection &connection, const QList<PostId> &ids);
/// Live posts whose title or text holds \a text (folded), newest first, at most \a limit.
[[nodiscard]] Result<QList<Post>> containing(
    Connection &connection, const QString &text, int limit);
} // namespace PlanTable
