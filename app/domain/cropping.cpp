// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cropping.h"

#include <algorithm>
#include <cmath>

namespace {
/// \a side · to / from, rounded, at least 1.
int scaled(int side, int to, int from)
{
    return std::max(1, int((qint64(side) * to + from / 2) / from));
}

/// The largest size of \a ratio within \a most.
QSize fitted(QSize most, QSize ratio)
{
    const int widthAtFullHeight = scaled(most.height(), ratio.width(), ratio.height());
    if (widthAtFullHeight <= most.width())
        return {widthAtFullHeight, most.height()};
    return {
        most.width(), std::min(most.height(), scaled(most.width(), ratio.height(), ratio.width()))};
}
/// \a size made to have \a ratio: the side that was moved leads, at a corner the one that became larger.
QSize withRatio(QSize size, CropEdges edges, QSize ratio)
{
    const bool sideways = edges.left || edges.right;
    const bool upright = edges.top || edges.bottom;
    const bool isWider =
        qint64(size.width()) * ratio.height() >= qint64(size.height()) * ratio.width();
    if (sideways && (!upright || isWider))
        return {size.width(), scaled(size.width(), ratio.height(), ratio.width())};
    return {scaled(size.height(), ratio.width(), ratio.height()), size.height()};
}
} // namespace

QRect largestCrop(QSize picture, QSize ratio)
{
    if (picture.isEmpty() || ratio.isEmpty())
        return {{}, picture};
    const QSize size = fitted(picture, ratio);
    return {{(picture.width() - size.width()) / 2, (picture.height() - size.height()) / 2}, size};
}

QRect keptInside(QRect crop, QSize picture)
{
    if (picture.isEmpty())
        return {};
    crop.setWidth(std::clamp(crop.width(), 1, picture.width()));
    crop.setHeight(std::clamp(crop.height(), 1, picture.height()));
    crop.moveLeft(std::clamp(crop.left(), 0, picture.width() - crop.width()));
    crop.moveTop(std::clamp(crop.top(), 0, picture.height() - crop.height()));
    return crop;
}

QRect withMovedEdges(const QRect &crop, CropEdges edges, QPoint by, QSize picture, QSize ratio)
{
    const QRect from = keptInside(crop, picture);
    if (edges.isNone() || picture.isEmpty())
        return from;
    // The room that each side has, from the edge that stays.
    const int roomX = edges.left ? from.right() + 1 : picture.width() - from.left();
    const int roomY = edges.top ? from.bottom() + 1 : picture.height() - from.top();
    const QSize room(edges.left || edges.right || !ratio.isEmpty() ? roomX : from.width(),
        edges.top || edges.bottom || !ratio.isEmpty() ? roomY : from.height());
    const QSize least(
        std::min(LeastCropSide, room.width()), std::min(LeastCropSide, room.height()));
    QSize size = from.size();
    if (edges.left || edges.right)
        size.rwidth() += edges.left ? -by.x() : by.x();
    if (edges.top || edges.bottom)
        size.rheight() += edges.top ? -by.y() : by.y();
    size = size.expandedTo(least).boundedTo(room);
    if (!ratio.isEmpty())
        size = withRatio(size, edges, ratio).boundedTo(fitted(room, ratio));
    QRect result(from.topLeft(), size);
    if (edges.left)
        result.moveRight(from.right());
    if (edges.top)
        result.moveBottom(from.bottom());
    return keptInside(result, picture);
}

bool hasRatio(QSize crop, QSize ratio)
{
    if (ratio.isEmpty())
        return true;
    if (crop.isEmpty())
        return false;
    // Each side may be off by a pixel.
    const double wanted = double(ratio.width()) / ratio.height();
    const double least = double(crop.width() - 1) / (crop.height() + 1);
    const double most = crop.height() > 1 ? double(crop.width() + 1) / (crop.height() - 1) : 1e9;
    return wanted >= least && wanted <= most;
}
