// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/ownway.h"

#include "base/isolated.h"

#include <QPainter>
#include <QStyle>

namespace {
constexpr int EdgeMask = int(Qt::AlignHorizontal_Mask);
constexpr int ForcedDirection = int(Qt::TextForceLeftToRight) | int(Qt::TextForceRightToLeft);
} // namespace

int ownWayFlags(int flags, const QString &text, Qt::LayoutDirection direction)
{
    const auto edges = QStyle::visualAlignment(direction, Qt::Alignment(QFlag(flags & EdgeMask)));
    return (flags & ~(EdgeMask | ForcedDirection)) | int(edges) | int(Qt::AlignAbsolute)
        | int(text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight);
}

void drawOwnWay(QPainter &painter, const QRectF &rect, int flags, const QString &text)
{
    painter.drawText(
        rect, ownWayFlags(flags, text, painter.layoutDirection()), withIsolatedFigures(text));
}
