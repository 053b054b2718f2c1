// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

#include <functional>

/// Pictures that are only looked at, and are drawn smaller in place of being scrolled.
namespace Fitting {

/// Of the usual size: text that is smaller than that is not read.
inline constexpr qreal LeastReadable = 0.7;

/// Lays something out so that all of it is seen in \a room, and tells how large it is to be drawn: 1 or less, never larger than it was laid out. \a layOut is called
/// with the room that there is at a size, last with that which is kept, and tells how much of it was needed, which may be more.
[[nodiscard]] qreal scaleInto(
    const QSizeF &room, const std::function<QSizeF(const QSizeF &)> &layOut);

} // namespace Fitting
