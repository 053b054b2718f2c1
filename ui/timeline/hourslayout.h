// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/hoursplan.h"

#include <QFontMetrics>
#include <QRect>

/// Sizes of the view of hours in device-independent pixels.
struct HoursMetrics
{
    int gutter = 0; ///< the column of the hours
    int header = 0; ///< the line with the days
    int tile = 0;
    int hour = 0;
    int leastTile = 0; ///< a narrower one says nothing
    int mark = 0; ///< "+12"
    int margin = 4;

    [[nodiscard]] static HoursMetrics of(const QFontMetrics &metrics);
};

/// Where days and hours are in a viewport: names on top, then the strip of what has no time, both fixed, and the hours, which scroll. Painting and the
/// pointer use the same numbers. Mirrored from right to left.
class HoursLayout
{
public:
    struct Shape
    {
        QSize viewport;
        int days = 7;
        int stripRows = 1;
        int scrolled = 0; ///< pixels
        Qt::LayoutDirection direction = Qt::LeftToRight;
    };
    HoursLayout() = default;
    HoursLayout(const HoursMetrics &metrics, const Shape &shape);

    [[nodiscard]] const HoursMetrics &metrics() const { return m_metrics; }
    /// The height of all hours.
    [[nodiscard]] int contentHeight() const { return 24 * m_metrics.hour; }
    [[nodiscard]] int stripRows() const { return m_shape.stripRows; }
    /// The part of the viewport that scrolls.
    [[nodiscard]] QRect hours() const;
    /// Of all days.
    [[nodiscard]] QRect strip() const;
    [[nodiscard]] QRect gutter() const;
    /// Above the hours, beside the names of the days.
    [[nodiscard]] QRect corner() const;
    /// From top to bottom of the viewport.
    [[nodiscard]] QRect column(int day) const;
    [[nodiscard]] QRect header(int day) const;
    /// A line of the strip; \a row from 0.
    [[nodiscard]] QRect stripTile(int day, int row) const;
    /// The stretch of a tile's height at \a minute, as wide as the day. May be outside of hours().
    [[nodiscard]] QRect place(int day, int minute) const;
    [[nodiscard]] QRect tile(int day, const HourTile &tile) const;
    [[nodiscard]] QRect mark(int day, const HiddenPosts &hidden) const;
    [[nodiscard]] LaneRoom room() const;
    [[nodiscard]] int yOf(int minute) const;
    /// Not limited to the day.
    [[nodiscard]] int minuteAt(int y) const;
    /// -1 beside the days.
    [[nodiscard]] int dayAt(int x) const;

private:
    [[nodiscard]] QRect visual(QRect rect) const;
    [[nodiscard]] int columnLeft(int day) const;

    HoursMetrics m_metrics;
    Shape m_shape;
};
