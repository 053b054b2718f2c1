// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plannedpost.h"
#include "domain/post.h"
#include "domain/rowedit.h"
#include "session/knownplan.h"

/// \a known as told so far, with what \a row says of it: words, link, day and time, of the post and, where
/// \a row names one of its variants (\a variant), of that. What \a row leaves empty stays, and so do media,
/// labels, campaign, pillar, channels and status; and what \a row repeats as it was read, since each row of
/// a post repeats its fields, and only some may have been edited.
[[nodiscard]] PostWithVariants asTold(
    const ToldPost &known, const PlannedPost &row, VariantId variant);
/// The edits that make \a before \a after: of the post and of the variants that both have.
[[nodiscard]] RowEdits editsBetween(const PostWithVariants &before, const PostWithVariants &after);
/// Whether a file may change \a post: none of its variants is further than a draft.
[[nodiscard]] bool isDraft(const PostWithVariants &post);
