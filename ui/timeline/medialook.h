// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/media.h"

#include <QImage>
#include <QRect>
#include <QString>

#include <functional>

class QPainter;
class QPalette;
class QFont;

/// Where views that show media ask what they look like. Quick: what is not at hand yet comes as null and is told of later.
struct MediaLook
{
    std::function<const Media *(MediaId)> find = [](MediaId) { return nullptr; };
    std::function<QImage(MediaId)> thumbnail = [](MediaId) { return QImage(); };
    /// The same, larger where it is at hand.
    std::function<QImage(MediaId)> preview = [](MediaId) { return QImage(); };
    std::function<bool(MediaId)> isMissing = [](MediaId) { return false; };
};

namespace MediaPainter {
/// \a part of a picture of \a size (pixels) as a part of \a thumbnail, which shows all of it. All where \a part is invalid.
[[nodiscard]] QRectF partOf(const QImage &thumbnail, QSize size, const QRect &part);
/// Draws \a image, or its \a part, into \a room so that it fills it; cut evenly where it does not fit.
void fill(QPainter &painter, const QRect &room, const QImage &image, QRectF part);
/// Draws what stands for a medium without a picture: the sign of its kind and how its name ends.
void placeholder(QPainter &painter, const QRect &room, const Media *media, bool isMissing,
    const QPalette &palette);
} // namespace MediaPainter

/// What people should know of a medium in a few words: "Picture, 1080 × 1350, 240 kB".
[[nodiscard]] QString mediaFacts(const Media &media);
