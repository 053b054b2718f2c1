// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plannedpost.h"

#include <QStringList>

/// Our own words for what a planned post holds. They are the columns of our CSV and XLSX files, one row
/// for each channel of a post, and, as X-PULLPUSH-…, the properties of our calendar files:
///
/// `post` rows with the same are one post · `uid` stable name of the row · `title` `text` `link` `notes`
/// `campaign` `pillar` · `day` YYYY-MM-DD · `time` HH:MM · `zone` IANA name · `labels` with commas
/// between · `media` one address a line, `alt_texts` likewise · `network` `handle` `channel` where it
/// is posted · `status` idea, draft, in-review, … · `first_comment` · `detached` "yes" where `own_text`
/// applies instead of `text` · `own_day` `own_time` `own_zone` `own_media` `own_alt_texts` what the
/// channel has for itself · `posted_at` ISO 8601 UTC · `posted_link`.
///
/// A comma, line break or backslash within an entry of a list has a backslash before it (`\n`).
[[nodiscard]] const QStringList &planFieldNames();
/// The field \a name of \a post as text; empty where there is none.
[[nodiscard]] QString planField(const PlannedPost &post, const QString &name);
/// Sets the field \a name; false where \a value is none of its values. Unknown names do nothing.
[[nodiscard]] bool setPlanField(PlannedPost &post, const QString &name, const QString &value);
