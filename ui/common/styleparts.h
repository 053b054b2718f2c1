// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/theme.h"

#include <QStyle>
#include <QStyleOption>

#include <optional>

class QPainter;

/// The parts that the style paints, one by one, from the palette of their option.
namespace StyleParts {
inline constexpr qreal SmallRadius = 4;

[[nodiscard]] bool has(const QStyleOption *option, QStyle::StateFlag flag);
/// Whether \a widget is a button filled with the accent colour.
[[nodiscard]] bool isPrimary(const QWidget *widget);
/// Whether \a widget is a chip of a filter.
[[nodiscard]] bool isChip(const QWidget *widget);
/// A rounded rectangle; a line of it lies wholly inside of \a rect.
void drawRounded(QPainter *painter, const QRectF &rect, const QBrush &fill, const QPen &pen,
    qreal radius = Metrics::Radius);
/// In the middle of \a rect; without a direction it points down.
void drawChevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &ink);
void drawPushButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawToolButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
/// The ground, if \a fill, and the frame of a field.
void drawField(const QStyleOption *option, QPainter *painter, bool fill);
void drawCheckMark(const QStyleOption *option, QPainter *painter, bool round);
void drawItemPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawTabShape(const QStyleOption *option, QPainter *painter);
/// A field without a frame: a line under it while it has the keyboard.
void drawQuietField(const QStyleOption *option, QPainter *painter);
void drawHeaderSection(const QStyleOption *option, QPainter *painter);
void drawSplitter(const QStyleOption *option, QPainter *painter);
void drawMenuBarItem(const QStyleOption *option, QPainter *painter);
void drawProgressGroove(const QStyleOption *option, QPainter *painter);
void drawProgressContents(const QStyleOption *option, QPainter *painter);
/// Whether a focus rectangle of Qt's own making is wanted.
[[nodiscard]] bool showsFocusRect(const QStyleOption *option, const QWidget *widget);
/// The simple primitives; false if Fusion shall draw it.
[[nodiscard]] bool drawPanel(
    QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter);
/// Where the arrow \a element points; nothing where it is no arrow.
[[nodiscard]] std::optional<Qt::ArrowType> arrowOf(QStyle::PrimitiveElement element);
} // namespace StyleParts
