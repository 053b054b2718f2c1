// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/wrappedtext.h"

#include "ui_common/ownway.h"

#include <QFontMetricsF>
#include <QPainter>

qreal wrappedHeight(const QString &text, const QFont &font, qreal width)
{
    if (text.isEmpty())
        return 0;
    const QRectF room(0, 0, width, 10000);
    return QFontMetricsF(font).boundingRect(room, Qt::TextWordWrap, text).height();
}

void drawWrapped(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
    const QColor &ink, Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft;
    painter.setFont(font);
    painter.setPen(ink);
    drawOwnWay(painter, rect,
        Qt::TextWordWrap | int(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
            | Qt::AlignTop,
        text);
}
