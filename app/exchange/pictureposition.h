// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

/// A picture file's bytes without what tells where it was taken: the position in EXIF and XMP, the names of places in XMP and IPTC, and whatever a camera
/// hung behind a JPEG picture (small films and second pictures with a position of their own). Pixels and all other metadata stay as they are. Formats
/// without such metadata (GIF, BMP) come back unchanged. Errors: Rejected where the file is cut off or no picture, or where a position cannot be taken
/// out of it. May be called on any thread.
[[nodiscard]] Result<QByteArray> withoutPosition(const QByteArray &picture);
