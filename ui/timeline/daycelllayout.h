// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QRect>

/// Sizes of a day's cell in device-independent pixels.
struct DayCellMetrics
{
    int headerHeight = 0; ///< the line with the day's number
    int tileHeight = 0;
    int spacing = 2; ///< between tiles
    int margin = 4; ///< left and right of tiles, and below the last

    [[nodiscard]] static DayCellMetrics of(const QFontMetrics &metrics);
};

/// Where the parts of a day's cell are. Painting and the mouse use the same numbers.
class DayCellLayout
{
public:
    enum class Part { None, Day, Tile, More };
    struct Hit
    {
        Part part = Part::None;
        int tile = -1; ///< for Part::Tile, else -1
        friend bool operator==(const Hit &, const Hit &) = default;
    };

    /// \a tiles is how many there are, 0 or more. Where not all fit, the last line says how many
    /// more there are.
    DayCellLayout(
        QRect cell, const DayCellMetrics &metrics, int tiles, Qt::LayoutDirection direction);

    /// The line with the day's number, at the leading edge.
    [[nodiscard]] QRect header() const { return m_header; }
    /// How many tiles are shown, and how many are not.
    [[nodiscard]] int shown() const { return m_shown; }
    [[nodiscard]] int hidden() const { return m_tiles - m_shown; }
    /// The rectangle of a shown tile, 0…shown()-1.
    [[nodiscard]] QRect tile(int index) const;
    /// The line "+3 more"; empty where nothing is hidden.
    [[nodiscard]] QRect more() const;
    [[nodiscard]] Hit hit(QPoint point) const;

private:
    [[nodiscard]] QRect line(int index) const;

    QRect m_cell;
    QRect m_header;
    DayCellMetrics m_metrics;
    int m_tiles = 0;
    int m_shown = 0;
};

/// Where the parts of one tile are; mirrored from right to left.
struct TileLayout
{
    QRect stripe; ///< the campaign's colour
    QRect time; ///< empty without a time
    QRect signs; ///< empty without channels
    QRect text;
    QRect dot; ///< the status

    /// \a timeWidth and \a signsWidth are 0 for a tile without. The signs give way first, where the words would have less than
    /// \a minTextWidth; then the words, then the time.
    [[nodiscard]] static TileLayout of(
        QRect tile, int timeWidth, int signsWidth, int minTextWidth, Qt::LayoutDirection direction);
};
