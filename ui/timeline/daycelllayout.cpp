// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/daycelllayout.h"

#include <QStyle>

#include <algorithm>

namespace {
constexpr int StripeWidth = 3;
constexpr int DotSize = 9;
constexpr int Gap = 4;
} // namespace

DayCellMetrics DayCellMetrics::of(const QFontMetrics &metrics)
{
    return {.headerHeight = metrics.height() + 10, .tileHeight = metrics.height() + 4};
}

DayCellLayout::DayCellLayout(
    QRect cell, const DayCellMetrics &metrics, int tiles, Qt::LayoutDirection direction)
    : m_cell(cell)
    , m_header(cell.x(), cell.y(), cell.width(), std::min(metrics.headerHeight, cell.height()))
    , m_metrics(metrics)
    , m_tiles(tiles)
{
    // Tiles span the cell, so that the direction matters inside of them alone.
    Q_UNUSED(direction)
    const int room = cell.height() - m_header.height() - metrics.margin + metrics.spacing;
    const int lines = std::max(0, room / (metrics.tileHeight + metrics.spacing));
    m_shown = tiles <= lines ? tiles : std::max(0, lines - 1);
}

QRect DayCellLayout::line(int index) const
{
    const int top =
        m_header.y() + m_header.height() + index * (m_metrics.tileHeight + m_metrics.spacing);
    return {m_cell.x() + m_metrics.margin, top, m_cell.width() - 2 * m_metrics.margin,
        m_metrics.tileHeight};
}

QRect DayCellLayout::tile(int index) const
{
    return line(index);
}

QRect DayCellLayout::more() const
{
    if (hidden() == 0)
        return {};
    const QRect rect = line(m_shown);
    if (rect.bottom() <= m_cell.bottom())
        return rect;
    // No line fits below the number: what there is stands beside it.
    return m_header.adjusted(m_header.width() / 2, 0, -m_metrics.margin, 0);
}

DayCellLayout::Hit DayCellLayout::hit(QPoint point) const
{
    if (!m_cell.contains(point))
        return {};
    for (int i = 0; i < m_shown; ++i) {
        if (tile(i).contains(point))
            return {.part = Part::Tile, .tile = i};
    }
    if (hidden() > 0 && more().contains(point))
        return {.part = Part::More};
    return {.part = Part::Day};
}

TileLayout TileLayout::of(
    QRect tile, int timeWidth, int signsWidth, int minTextWidth, Qt::LayoutDirection direction)
{
    TileLayout layout;
    int left = tile.left();
    layout.stripe = {left, tile.top(), StripeWidth, tile.height()};
    left += StripeWidth + Gap;
    int right = tile.right() + 1 - Gap;
    layout.dot = {right - DotSize, tile.center().y() - DotSize / 2, DotSize, DotSize};
    right -= DotSize + Gap;
    const auto take = [&](QRect &part, int width) {
        part = {left, tile.top(), width, tile.height()};
        left += width + Gap;
    };
    // When comes before the words, these before where: a tile that says only when and where says nothing.
    const int least = minTextWidth + Gap;
    if (timeWidth > 0 && left + timeWidth <= right)
        take(layout.time, timeWidth);
    if (signsWidth > 0 && left + signsWidth + least <= right)
        take(layout.signs, signsWidth);
    layout.text = {left, tile.top(), std::max(0, right - left), tile.height()};
    for (QRect *rect : {&layout.stripe, &layout.time, &layout.signs, &layout.text, &layout.dot})
        *rect = QStyle::visualRect(direction, tile, *rect);
    return layout;
}
