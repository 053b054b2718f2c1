// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/stage.h"
#include "ui_common/theme.h"

#include <QIcon>

class QPainter;

/// How stages and media look wherever prospects are shown.
namespace ProspectLook {

[[nodiscard]] ColourRole markOf(Side side);
[[nodiscard]] ColourRole textOf(Side side);
/// "Pull", "Push", "After the sale", "Exit".
[[nodiscard]] QString sideName(Side side);
/// The side's sign, for those who do not see its colour.
[[nodiscard]] QString sideSign(Side side);
[[nodiscard]] QIcon mediumIcon(Medium medium);
/// A network key, "email", "phone", "web" or "whatsapp" as people write it.
[[nodiscard]] QString networkName(const QString &key);

/// A rounded ground in the side's tint with the text in the side's colour; left (or, mirrored, right) in \a rect, elided where it does not fit.
void paintPill(QPainter &painter, const QRect &rect, const QString &text, Side side,
    const QPalette &palette, Qt::LayoutDirection direction);

} // namespace ProspectLook
