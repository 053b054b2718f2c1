// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/hourslayout.h"

#include <QStyle>

#include <algorithm>

HoursMetrics HoursMetrics::of(const QFontMetrics &metrics)
{
    const int tile = metrics.height() + 4;
    constexpr int leastCharacters = 9;
    return {.gutter = metrics.horizontalAdvance(QStringLiteral("00:00 pm")) + 8,
        .header = metrics.height() + 14,
        .tile = tile,
        .hour = 2 * (tile + 2),
        .leastTile = metrics.averageCharWidth() * leastCharacters,
        .mark = metrics.horizontalAdvance(QStringLiteral("+000")) + 6};
}

HoursLayout::HoursLayout(const HoursMetrics &metrics, const Shape &shape)
    : m_metrics(metrics)
    , m_shape(shape)
{ }

QRect HoursLayout::visual(QRect rect) const
{
    return QStyle::visualRect(m_shape.direction, QRect({}, m_shape.viewport), rect);
}

QRect HoursLayout::strip() const
{
    const int height = m_shape.stripRows * (m_metrics.tile + 2) + 2 * m_metrics.margin;
    return {0, m_metrics.header, m_shape.viewport.width(), height};
}

QRect HoursLayout::hours() const
{
    const int top = strip().y() + strip().height();
    return {0, top, m_shape.viewport.width(), std::max(0, m_shape.viewport.height() - top)};
}

QRect HoursLayout::gutter() const
{
    return visual({0, 0, m_metrics.gutter, m_shape.viewport.height()});
}

QRect HoursLayout::corner() const
{
    return visual({0, 0, m_metrics.gutter, m_metrics.header});
}

int HoursLayout::columnLeft(int day) const
{
    const int width = std::max(0, m_shape.viewport.width() - m_metrics.gutter);
    return m_metrics.gutter + width * day / m_shape.days;
}

QRect HoursLayout::column(int day) const
{
    return visual(
        {columnLeft(day), 0, columnLeft(day + 1) - columnLeft(day), m_shape.viewport.height()});
}

QRect HoursLayout::header(int day) const
{
    QRect rect = column(day);
    rect.setHeight(m_metrics.header);
    return rect;
}

QRect HoursLayout::stripTile(int day, int row) const
{
    const QRect whole = column(day);
    return {whole.x() + m_metrics.margin,
        strip().y() + m_metrics.margin + row * (m_metrics.tile + 2),
        whole.width() - 2 * m_metrics.margin, m_metrics.tile};
}

int HoursLayout::yOf(int minute) const
{
    return hours().y() - m_shape.scrolled + minute * m_metrics.hour / 60;
}

int HoursLayout::minuteAt(int y) const
{
    return (y - hours().y() + m_shape.scrolled) * 60 / std::max(1, m_metrics.hour);
}

QRect HoursLayout::place(int day, int minute) const
{
    const QRect whole = column(day);
    return {whole.x() + 1, yOf(minute) + 1, whole.width() - 2, m_metrics.tile};
}

QRect HoursLayout::tile(int day, const HourTile &tile) const
{
    constexpr int gap = 2;
    const int left = columnLeft(day) + m_metrics.margin;
    int width = columnLeft(day + 1) - m_metrics.margin - left;
    if (tile.beside)
        width -= m_metrics.mark + gap;
    const int from = left + (width + gap) * tile.lane / tile.lanes;
    const int to = left + (width + gap) * (tile.lane + 1) / tile.lanes - gap;
    return visual({from, yOf(tile.minute) + 1, std::max(1, to - from), m_metrics.tile});
}

QRect HoursLayout::mark(int day, const HiddenPosts &hidden) const
{
    const int right = columnLeft(day + 1) - m_metrics.margin;
    return visual({right - m_metrics.mark, yOf(hidden.minute) + 1, m_metrics.mark, m_metrics.tile});
}

LaneRoom HoursLayout::room() const
{
    const int width = columnLeft(1) - columnLeft(0) - 2 * m_metrics.margin;
    const int least = std::max(1, m_metrics.leastTile);
    return {
        .all = std::max(1, width / least), .beside = std::max(1, (width - m_metrics.mark) / least)};
}

int HoursLayout::dayAt(int x) const
{
    for (int day = 0; day < m_shape.days; ++day) {
        const QRect whole = column(day);
        if (x >= whole.left() && x <= whole.right())
            return day;
    }
    return -1;
}
