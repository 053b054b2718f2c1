// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

// Parts of a picture, in pixels of the upright picture.

/// Below this a part shows nothing that could be recognised; a smaller picture is shown whole.
inline constexpr int LeastCropSide = 16;

/// The largest part of \a picture with the ratio width : height of \a ratio, in the middle. The whole picture where one of the two is empty.
[[nodiscard]] QRect largestCrop(QSize picture, QSize ratio);
/// \a crop moved, and where it must be made smaller, until it lies in \a picture; never empty where \a picture is not.
[[nodiscard]] QRect keptInside(QRect crop, QSize picture);
/// Which edges of a part move; one of each pair at most.
struct CropEdges
{
    bool left = false;
    bool top = false;
    bool right = false;
    bool bottom = false;

    [[nodiscard]] bool isNone() const { return !left && !top && !right && !bottom; }
    friend bool operator==(const CropEdges &, const CropEdges &) = default;
};
/// \a crop with \a edges moved by \a by. It keeps \a ratio where that is not empty, stays in \a picture and has sides of at least LeastCropSide;
/// what does not move stays where it is.
[[nodiscard]] QRect withMovedEdges(
    const QRect &crop, CropEdges edges, QPoint by, QSize picture, QSize ratio = {});
/// Whether \a crop has that ratio as nearly as whole pixels allow. True for an empty \a ratio.
[[nodiscard]] bool hasRatio(QSize crop, QSize ratio);
