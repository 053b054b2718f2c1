// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"
#include "ui_common/theme.h"

#include <QRect>

class QPainter;

/// How the sides of the seam look and what they are called, wherever stages are shown.
namespace SideLook {

[[nodiscard]] ColourRole markOf(Side side);
[[nodiscard]] ColourRole textOf(Side side);
/// "Pull", "Push", "After the sale", "Exit".
[[nodiscard]] QString name(Side side);
/// The side's sign, for those who do not see its colour.
[[nodiscard]] QString sign(Side side);

/// A rounded ground in the side's tint with the text in the side's colour; left (or, mirrored, right) in \a rect, elided where it does not fit.
/// Returns where it stands, null where there is no text or no room.
QRect paintPill(QPainter &painter, const QRect &rect, const QString &text, Side side,
    const QPalette &palette, Qt::LayoutDirection direction);

} // namespace SideLook
