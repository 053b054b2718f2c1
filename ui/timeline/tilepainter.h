// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QFont>
#include <QLocale>
#include <QPalette>
#include <QPixmap>
#include <QRect>

class QPainter;
class QWidget;

/// How a tile is drawn just now.
struct TileLook
{
    bool current = false; ///< the cursor is on it
    bool focused = false; ///< and the view has the focus
    bool marked = false; ///< one of several that are treated together
    bool hovered = false;
    bool faded = false; ///< being dragged away, or of another month
    bool ghost = false; ///< where a dragged tile will land
};

/// The ground of a \a day over which \a mark stands: thin, so that posts are read as ever.
void paintDayMark(QPainter &painter, QRect day, const DayMark &mark, const QPalette &palette);

/// Paints tiles of one line: campaign, time, signs, first words, status. Made once for many tiles.
class TilePainter
{
public:
    TilePainter(
        const QFont &font, QPalette palette, Qt::LayoutDirection direction, const QLocale &locale);

    void paint(QPainter &painter, QRect rect, const Tile &tile, const TileLook &look) const;
    /// A card of two lines: the words and the status, \a when and the signs.
    void paintCard(QPainter &painter, QRect rect, const Tile &tile, const QString &when,
        const TileLook &look) const;
    /// The mark "+12" beside tiles.
    void paintHidden(QPainter &painter, QRect rect, int count, bool hovered) const;
    /// The line "+3 more".
    void paintMore(QPainter &painter, QRect rect, int count, bool hovered) const;

private:
    /// The sign of a post that comes again, before its \a words. Returns what is left for these.
    QRect paintAgain(QPainter &painter, QRect words) const;
    void paintGround(QPainter &painter, QRect rect, const Tile &tile, const TileLook &look) const;

    QFont m_font;
    QFont m_smallFont;
    QPalette m_palette;
    Qt::LayoutDirection m_direction;
    QLocale m_locale;
};

/// A tile of \a size by itself, as \a view would draw it under the pointer: what is carried while it is dragged.
[[nodiscard]] QPixmap pictureOf(const Tile &tile, QSize size, const QWidget &view);
