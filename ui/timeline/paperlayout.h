// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/monthgrid.h"

#include <QHash>
#include <QList>
#include <QRectF>

/// Sizes on paper, in tenths of a point, without the unprintable margin.
struct PaperMetrics
{
    QSizeF page;
    qreal title = 260; ///< the line with the month
    qreal note = 0; ///< the line below it, with the filter
    int mostLines = 3; ///< of one post
    qreal weekdays = 120; ///< the line over the columns
    qreal number = 110; ///< a day's own line in its cell
    qreal line = 96; ///< a post's
    qreal legend = 0; ///< height of all lines of the legend
    qreal column = 2200; ///< least width of a column of posts that continue
    qreal gap = 60; ///< between parts
};

/// One page of a printed month. Rectangles are left to right; who reads from right to left mirrors them.
struct PaperPage
{
    struct Cell
    {
        QDate day;
        bool inMonth = true;
        QRectF rect;
        QRectF number;
        int hidden = 0; ///< posts that stand on a later page
        QRectF more; ///< the line that says so; empty where nothing is hidden
    };
    struct Line
    {
        QDate day;
        int post = 0; ///< index among those of the day
        QRectF rect; ///< one line high, or several where the week has room
    };
    struct Heading
    {
        QDate day; ///< whose posts follow
        QRectF rect;
    };

    QRectF title;
    QRectF note;
    QRectF weekdays; ///< empty on a page that continues
    QList<Cell> cells;
    QList<Heading> headings; ///< of a page that continues
    QList<Line> lines;
    QRectF legend; ///< empty where it stands on another page
};

/// A month on paper: the first page has the whole weeks of \a grid, whose rows are as high as their fullest
/// day needs as long as there is room; what finds no room continues, day by day, on further pages. \a
/// posts tells how many there are on each day; days of other months show none. Every post of the
/// month stands on exactly one place. At least one page.
[[nodiscard]] QList<PaperPage> paperLayout(
    const MonthGrid &grid, const QHash<QDate, int> &posts, const PaperMetrics &metrics);

/// How many lines each of several rows gets that want \a wanted, of \a room altogether: all that they want
/// where that is possible, else as equal as can be. What is over is shared out evenly. Each gets one at
/// least.
[[nodiscard]] QList<int> shareLines(const QList<int> &wanted, int room);

/// Where things of \a widths stand one after the other in lines of \a width, \a gap apart, each \a height
/// high; what is wider than a line has one of its own, and is cut to it.
[[nodiscard]] QList<QRectF> flowed(
    const QList<qreal> &widths, qreal width, qreal height, qreal gap);
