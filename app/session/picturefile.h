// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QImage>
#include <QRect>
#include <QSize>
#include <QString>

// Pictures as files. All of it may run on any thread, and belongs on a worker: decoding takes time.

namespace PictureFile {
/// The longest side of a thumbnail, in pixels.
inline constexpr int ThumbnailSide = 256;
/// A picture of more pixels is not decoded: 100 million. Source: the largest cameras of phones make 108, and a picture made to eat memory has more.
inline constexpr qint64 MostPixels = 110'000'000;

struct Facts
{
    QSize size; ///< upright
    QByteArray thumbnail; ///< a JPEG or, with transparency, a PNG file
};
/// Size and thumbnail of a picture file: PNG, JPEG, GIF, BMP, WebP or TIFF as far as Qt can read them here. The content decides, whatever the file is
/// called. Errors: Rejected where it is empty, no picture, broken or too large.
[[nodiscard]] Result<Facts> inspect(const QByteArray &bytes);
/// The upright picture, made smaller where it does not fit \a bound; all of it where \a bound is empty. Errors: as inspect().
[[nodiscard]] Result<QImage> decode(const QByteArray &bytes, QSize bound = {});
/// \a image as a file: PNG where it has transparency or \a prefersPng, else JPEG. Empty where that fails.
[[nodiscard]] QByteArray encode(const QImage &image, bool prefersPng = false);
/// \a part (invalid: all) of the picture as a file to be posted, upright where it is cut, without its position. A picture that is shown whole keeps its
/// bytes but for the position. Errors: as inspect().
[[nodiscard]] Result<QByteArray> forPosting(const QByteArray &bytes, const QRect &part);
/// "jpg", "png", …: how the name of such a file ends; "bin" where it is no picture.
[[nodiscard]] QString suffixOf(const QByteArray &bytes);
} // namespace PictureFile
