// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

// Posts at another time, as pure functions on values. Whether a post may move at all (what was posted keeps its day) is the caller's business.

/// The post's tile of day \a from on day \a to: the post's own day, and that of each variant with a day of its own, if it was \a from. Where \a from is
/// invalid (an idea) the post's day is set. With a \a time, those that move get it; without, times stay.
[[nodiscard]] PostWithVariants movedTo(
    const PostWithVariants &post, QDate from, QDate to, std::optional<QTime> time = {});
/// All its days by \a days and all its times by \a minutes, over midnight too. What has no day or no time keeps none.
[[nodiscard]] PostWithVariants shifted(const PostWithVariants &post, int days, int minutes = 0);
/// The campaign with its days.
[[nodiscard]] Campaign shifted(const Campaign &campaign, int days);
/// The post's tile of \a day (invalid: an idea) without a time. What was scheduled and has none left is approved again. A variant on a day of its
/// own that follows the post's time keeps it.
[[nodiscard]] PostWithVariants withoutTime(const PostWithVariants &post, QDate day);
/// The post as an idea: no day anywhere. What was scheduled is approved again, because a schedule needs a day.
[[nodiscard]] PostWithVariants withoutDay(const PostWithVariants &post);
