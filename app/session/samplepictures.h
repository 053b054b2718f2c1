// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

class QJsonObject;

/// Draws a picture of the sample workspace: "size" in pixels, "ground" from its upper to its lower colour, and "shapes", each a list of its kind, its
/// colour and numbers in percent of width and height: an "ellipse" by its middle and its two radii, a "polygon" by its corners. Needs no window.
[[nodiscard]] QImage drawSamplePicture(const QJsonObject &from);
