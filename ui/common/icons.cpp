// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/icons.h"

#include "ui_common/theme.h"

#include <QPainter>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace Icons {

QIcon named(const QString &name, const QString &fallback)
{
    QIcon icon = QIcon::fromTheme(name);
    if (icon.isNull() && !fallback.isEmpty())
        icon = QIcon::fromTheme(fallback);
    return icon;
}

QPixmap filled(QPixmap picture, const QColor &colour)
{
    if (picture.isNull())
        return picture;
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), colour);
    return picture;
}

QPixmap tinted(const QIcon &icon, const QColor &colour, int size, qreal devicePixelRatio)
{
    return filled(icon.pixmap(QSize(size, size), devicePixelRatio), colour);
}

void follow(const QPalette &palette)
{
    // The system's own icon theme goes with the system's lightness, ours with the palette that we
    // chose; and on a platform without a desktop, such as offscreen, no theme is named at all.
    QStringList paths = QIcon::themeSearchPaths();
    for (const auto &path : {u"/usr/share/icons"_s, u"/usr/local/share/icons"_s}) {
        if (!paths.contains(path))
            paths.append(path);
    }
    QIcon::setThemeSearchPaths(paths);
    const bool dark = isDark(palette);
    QIcon::setFallbackThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
    QIcon::setThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
}

} // namespace Icons
