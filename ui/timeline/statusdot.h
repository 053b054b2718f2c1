// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

class QPainter;
class QPalette;
class QRectF;

/// Paints a status as a small clock that fills as the post advances, told apart without colour: a
/// dashed ring for an idea, quarters up to a full disc when it is scheduled, a tick when it is
/// posted, an exclamation mark where somebody has to act.
void paintStatusDot(
    QPainter &painter, const QRectF &rect, PostStatus status, bool missed, const QPalette &palette);
