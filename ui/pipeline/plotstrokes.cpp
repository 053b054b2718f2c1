// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/plotstrokes.h"

#include "ui_common/ownway.h"
#include "ui_common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace PlotStrokes {

namespace {

/// Diagonals within \a rect, rising to the right or falling.
void drawDiagonals(QPainter &painter, const QRectF &rect, qreal distance, bool rises)
{
    const auto count = int((rect.width() + rect.height()) / distance);
    for (int i = 1; i <= count; ++i) {
        const qreal start = distance * i;
        const qreal up = std::min(start, rect.height());
        const qreal along = std::min(start, rect.width());
        const QPointF one(start - up, up);
        const QPointF other(along, start - along);
        const auto place = [&](QPointF point) {
            return QPointF(rect.left() + point.x(),
                rises ? rect.bottom() - point.y() : rect.top() + point.y());
        };
        painter.drawLine(place(one), place(other));
    }
}

} // namespace

void whisker(QPainter &painter, const QLineF &line, const QPalette &palette)
{
    if (line.isNull())
        return;
    painter.setPen(QPen(palette.color(QPalette::Text), 1));
    painter.drawLine(line);
    QLineF cap = line.normalVector().unitVector();
    const QPointF half(cap.dx() * 3, cap.dy() * 3);
    painter.drawLine(line.p1() - half, line.p1() + half);
    painter.drawLine(line.p2() - half, line.p2() + half);
}

void hatch(QPainter &painter, const QRectF &rect, const QColor &ink, const QPalette &palette)
{
    if (rect.isEmpty())
        return;
    constexpr qreal distance = 5;
    painter.fillRect(rect, tint(ink, palette, 0.15));
    painter.setPen(QPen(ink, 1.2));
    drawDiagonals(painter, rect, distance, true);
}

void cuts(QPainter &painter, const QRectF &rect, const QColor &ink, const QPalette &palette)
{
    if (rect.isEmpty())
        return;
    constexpr qreal distance = 7;
    painter.fillRect(rect, ink);
    painter.setPen(QPen(palette.color(QPalette::Base), 1));
    drawDiagonals(painter, rect, distance, false);
}

void dots(QPainter &painter, const QRectF &rect, const QColor &ink, const QPalette &palette)
{
    if (rect.isEmpty())
        return;
    // A band may be as large as the picture: fewer dots say the same there.
    const qreal distance = rect.width() * rect.height() > 40000 ? 12 : 5;
    constexpr qreal radius = 0.8;
    painter.fillRect(rect, tint(ink, palette, 0.15));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    bool isShifted = false;
    for (qreal y = rect.top() + distance / 2; y + radius < rect.bottom(); y += distance / 2) {
        for (qreal x = rect.left() + (isShifted ? distance : distance / 2);
             x + radius < rect.right(); x += distance)
            painter.drawEllipse(QPointF(x, y), radius, radius);
        isShifted = !isShifted;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1));
    if (rect.width() >= 1 && rect.height() >= 1)
        painter.drawRect(rect.adjusted(.5, .5, -.5, -.5));
}

void text(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
    const QFont &font, const QColor &ink)
{
    painter.setFont(font);
    painter.setPen(ink);
    const QString fitting =
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 0.5);
    drawOwnWay(painter, rect, int(alignment) | Qt::TextSingleLine, fitting);
}

void rimmedText(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
    const QString &words, const QFont &font, const QColor &ink, const QColor &ground)
{
    constexpr qreal rim = 5; // what lies behind does not strike the words through
    const QFontMetricsF metrics(font);
    const QString fitting = metrics.elidedText(words, Qt::ElideRight, rect.width() + 0.5);
    const qreal spare = rect.width() - metrics.horizontalAdvance(fitting);
    const qreal before = alignment.testFlag(Qt::AlignRight) ? spare
        : alignment.testFlag(Qt::AlignHCenter)              ? spare / 2
                                                            : 0;
    QPainterPath outline;
    outline.addText(rect.left() + before,
        rect.center().y() - metrics.height() / 2 + metrics.ascent(), font, fitting);
    painter.strokePath(outline, QPen(ground, rim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    text(painter, rect, alignment, words, font, ink);
}

QFont narrowFont(const QFont &font, const QString &text, qreal width)
{
    constexpr qreal leastScale = 0.85;
    const qreal needed = QFontMetricsF(font).horizontalAdvance(text);
    QFont narrow = font;
    if (needed > width) {
        const qreal scale = std::max(leastScale, width / needed);
        if (font.pointSizeF() > 0)
            narrow.setPointSizeF(font.pointSizeF() * scale);
        else
            narrow.setPixelSize(std::max(1, int(font.pixelSize() * scale)));
    }
    return narrow;
}

void hoverGround(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ColourRole::Hover, palette));
    painter.drawRoundedRect(rect, Metrics::Radius, Metrics::Radius);
}

void currentFrame(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    painter.setPen(QPen(colour(ColourRole::PullText, palette), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, Metrics::Radius, Metrics::Radius);
}

void seam(QPainter &painter, const QLineF &line, const QPalette &palette)
{
    if (line.isNull())
        return;
    painter.setPen(QPen(palette.color(QPalette::Text), 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(line);
}

QList<KeyPlace> keyPlaces(
    const QStringList &names, const QFont &font, const QRectF &room, Qt::LayoutDirection direction)
{
    const QFontMetricsF fonts(font);
    QList<KeyPlace> places;
    QPointF at;
    for (const QString &name : names) {
        const qreal needed =
            std::min(SignSize + Metrics::Small + fonts.horizontalAdvance(name), room.width());
        if (at.x() > 0 && at.x() + needed > room.width())
            at = QPointF(0, at.y() + fonts.height() + Metrics::Tiny);
        const QRectF line(room.topLeft() + at, QSizeF(needed, fonts.height()));
        KeyPlace place {QRectF(line.left(), line.center().y() - SignSize / 2, SignSize, SignSize),
            line.adjusted(SignSize + Metrics::Small, 0, 1, 0)};
        if (direction == Qt::RightToLeft) {
            for (QRectF *rect : {&place.sign, &place.label})
                rect->moveLeft(room.left() + room.right() - rect->right());
        }
        places.append(place);
        at.rx() += needed + Metrics::Wide;
    }
    return places;
}

qreal keysHeight(const QStringList &names, const QFont &font, qreal width)
{
    const auto places = keyPlaces(names, font, QRectF(0, 0, width, 0), Qt::LeftToRight);
    return places.isEmpty() ? 0 : places.constLast().label.bottom();
}

Qt::Alignment leading(Qt::LayoutDirection direction)
{
    return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

Qt::Alignment trailing(Qt::LayoutDirection direction)
{
    return (direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
}

} // namespace PlotStrokes
