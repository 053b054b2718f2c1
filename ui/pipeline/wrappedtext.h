// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

/// The height of \a text in lines of \a width; of no text, 0.
[[nodiscard]] qreal wrappedHeight(const QString &text, const QFont &font, qreal width);
/// Draws \a text into lines from the top of \a rect, along the edge where \a direction begins.
void drawWrapped(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
    const QColor &ink, Qt::LayoutDirection direction);
