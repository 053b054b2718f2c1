// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <optional>

class QMimeData;

/// A post that is dragged within the window: enough of it to show where it will land.
namespace PostMime {
/// The caller owns the result. \a from is the day it is dragged from, invalid for an idea.
[[nodiscard]] QMimeData *encode(const Tile &tile, QDate from);

struct Dragged
{
    Tile tile;
    QDate from;
};
/// Nothing where \a data is something else.
[[nodiscard]] std::optional<Dragged> decode(const QMimeData *data);
} // namespace PostMime
