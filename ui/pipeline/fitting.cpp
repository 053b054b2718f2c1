// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/fitting.h"

#include <algorithm>
#include <array>

namespace {

// Few sizes, so that most pictures side by side have text of the same.
constexpr std::array ReadableScales {1.0, 0.9, 0.8, Fitting::LeastReadable};
constexpr int SmallerTries = 3; ///< wider words need less height, so that it is soon found

/// How large what needs \a size can be drawn in \a room.
qreal largestScale(const QSizeF &size, const QSizeF &room)
{
    return std::min(
        room.width() / std::max(size.width(), 1.0), room.height() / std::max(size.height(), 1.0));
}

} // namespace

qreal Fitting::scaleInto(const QSizeF &room, const std::function<QSizeF(const QSizeF &)> &layOut)
{
    if (room.isEmpty()) { // it is not seen
        layOut(room);
        return 1;
    }
    // What is off by so little is drawn smaller by less than a pixel, which nobody sees.
    constexpr qreal tolerance = 1e-3;
    QSizeF size;
    for (const qreal scale : ReadableScales) {
        size = layOut(room / scale);
        if (const qreal largest = largestScale(size, room); largest >= scale - tolerance)
            return std::min(scale, largest);
    }
    qreal scale = LeastReadable;
    for (int tries = 0; tries < SmallerTries; ++tries) {
        scale = std::min(scale, largestScale(size, room));
        size = layOut(room / scale);
    }
    return std::min(scale, largestScale(size, room));
}
