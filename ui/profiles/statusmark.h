// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/profilecopy.h"

class QPainter;
class QPalette;
class QPixmap;
class QRectF;

/// Paints how far a version is as a disc that fills, told apart without colour: a quarter for a draft, half in review, three
/// quarters when approved, full with a tick while live, an empty ring with a stroke when retired.
void paintStatusMark(
    QPainter &painter, const QRectF &rect, CopyStatus status, const QPalette &palette);
/// The same as a picture of \a size device-independent pixels.
[[nodiscard]] QPixmap statusMark(
    CopyStatus status, int size, const QPalette &palette, qreal devicePixelRatio);
