// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"

#include <optional>

class QMimeData;

/// Posts that are dragged within the window: enough of the grabbed one to show where it will land.
namespace PostMime {
/// The caller owns the result. \a posts are all that are dragged, that of \a tile first; not empty.
[[nodiscard]] QMimeData *encode(const Tile &tile, const QList<PlacedPost> &posts);

struct Dragged
{
    Tile tile; ///< the grabbed one
    QList<PlacedPost> posts; ///< it first; never empty

    /// The day it is dragged from, invalid for an idea.
    [[nodiscard]] QDate from() const { return posts.first().day; }
};
/// Nothing where \a data is something else.
[[nodiscard]] std::optional<Dragged> decode(const QMimeData *data);
} // namespace PostMime
