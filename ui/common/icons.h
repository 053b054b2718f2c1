// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

class QPalette;

/// Icons by their names in the freedesktop and Breeze themes ("view-calendar", "edit-copy"). Held
/// icons follow a change of theme.
namespace Icons {

/// The icon, never null where Breeze is installed and has that name; \a fallback is tried next.
[[nodiscard]] QIcon named(const QString &name, const QString &fallback = {});
/// The shape of \a picture, whatever its own colours, filled with \a colour.
[[nodiscard]] QPixmap filled(QPixmap picture, const QColor &colour);
/// The icon's shape filled with \a colour, for a sign that carries a meaning. \a size in
/// device-independent pixels.
[[nodiscard]] QPixmap tinted(
    const QIcon &icon, const QColor &colour, int size, qreal devicePixelRatio);
/// Chooses breeze or breeze-dark by the palette. Theme calls it.
void follow(const QPalette &palette);

} // namespace Icons
