// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QLineF>
#include <QList>
#include <QPalette>
#include <QRectF>
#include <QStringList>

class QPainter;

/// What every picture of the pipeline is drawn with, so that the same sign means the same in each. All of it is lines, areas and text: pictures in
/// vectors know no pattern brush.
namespace PlotStrokes {

inline constexpr qreal SignSize = 10; ///< of a swatch in a key

/// An interval with a cap at each end; nothing for a null line.
void whisker(QPainter &painter, const QLineF &line, const QPalette &palette);
/// Rising diagonals of \a ink on its tint.
void hatch(QPainter &painter, const QRectF &rect, const QColor &ink, const QPalette &palette);
/// A full ground of \a ink cut by falling diagonals of the base colour.
void cuts(QPainter &painter, const QRectF &rect, const QColor &ink, const QPalette &palette);
/// Dots of \a ink on its tint, with an outline.
void dots(QPainter &painter, const QRectF &rect, const QColor &ink, const QPalette &palette);
/// One line of text, elided where it does not fit.
void text(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
    const QFont &font, const QColor &ink);
/// The same where it may lie across marks: with a rim of \a ground, so that it can be read on them.
void rimmedText(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text,
    const QFont &font, const QColor &ink, const QColor &ground);
/// \a font, or a little smaller where \a text would not fit in \a width otherwise.
[[nodiscard]] QFont narrowFont(const QFont &font, const QString &text, qreal width);
/// The ground of what the pointer is on.
void hoverGround(QPainter &painter, const QRectF &rect, const QPalette &palette);
/// The frame of what the keyboard is on.
void currentFrame(QPainter &painter, const QRectF &rect, const QPalette &palette);
/// The line between pull and push, the strongest of a picture; nothing for a null line.
void seam(QPainter &painter, const QLineF &line, const QPalette &palette);

/// Where an entry of a key stands.
struct KeyPlace
{
    QRectF sign;
    QRectF label;
};
/// The entries of a key one after the other in \a room, in as many lines as its width asks for.
[[nodiscard]] QList<KeyPlace> keyPlaces(
    const QStringList &names, const QFont &font, const QRectF &room, Qt::LayoutDirection direction);
/// How high they are in a room that wide; 0 without names.
[[nodiscard]] qreal keysHeight(const QStringList &names, const QFont &font, qreal width);

/// Rectangles are mirrored by who lays them out, so that the alignment within them is told in absolute terms.
[[nodiscard]] Qt::Alignment leading(Qt::LayoutDirection direction);
[[nodiscard]] Qt::Alignment trailing(Qt::LayoutDirection direction);

} // namespace PlotStrokes
