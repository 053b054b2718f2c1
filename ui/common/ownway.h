// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;
class QRectF;

/// What QPainter::drawText() is told so that \a text runs in the direction of its own words, also in a window that runs in the other one: words
/// not translated, names and figures would be torn apart there, "of 120 34". \a flags are the alignment and the like; that of the edges is as \a direction
/// has it. Text without letters runs from left to right, as figures do in every script.
[[nodiscard]] int ownWayFlags(int flags, const QString &text, Qt::LayoutDirection direction);
/// QPainter::drawText() with such flags, and with figures that stay together behind words from right to left.
void drawOwnWay(QPainter &painter, const QRectF &rect, int flags, const QString &text);
