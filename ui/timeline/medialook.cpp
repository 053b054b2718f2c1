// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/medialook.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
struct MediaWords
{
    Q_DECLARE_TR_FUNCTIONS(MediaLook)
};

QString iconOf(const Media *media, bool isMissing)
{
    if (isMissing || !media)
        return u"image-missing"_s;
    switch (media->kind) {
    case MediaKind::Picture:
        return u"image-x-generic"_s;
    case MediaKind::Video:
        return u"video-x-generic"_s;
    case MediaKind::Document:
        return u"application-pdf"_s;
    }
    Q_UNREACHABLE();
}

QString kindName(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Picture:
        return MediaWords::tr("Picture");
    case MediaKind::Video:
        return MediaWords::tr("Video");
    case MediaKind::Document:
        return MediaWords::tr("Document");
    }
    Q_UNREACHABLE();
}
} // namespace

QRectF MediaPainter::partOf(const QImage &thumbnail, QSize size, const QRect &part)
{
    if (!part.isValid() || size.isEmpty())
        return thumbnail.rect();
    const qreal x = qreal(thumbnail.width()) / size.width();
    const qreal y = qreal(thumbnail.height()) / size.height();
    return QRectF(part.x() * x, part.y() * y, part.width() * x, part.height() * y)
        .intersected(QRectF(thumbnail.rect()));
}

void MediaPainter::fill(QPainter &painter, const QRect &room, const QImage &image, QRectF part)
{
    if (image.isNull() || room.isEmpty())
        return;
    if (part.isEmpty())
        part = image.rect();
    const QSizeF shown = QSizeF(room.size()).scaled(part.size(), Qt::KeepAspectRatio);
    QRectF source({}, shown);
    source.moveCenter(part.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(room), image, source);
}

void MediaPainter::placeholder(QPainter &painter, const QRect &room, const Media *media,
    bool isMissing, const QPalette &palette)
{
    painter.fillRect(room, colour(ColourRole::Surface, palette));
    const QString suffix = media ? QFileInfo(media->name).suffix().left(4).toUpper() : QString();
    const int line = suffix.isEmpty() ? 0 : painter.fontMetrics().height();
    const int side = std::min({Metrics::LargeIcon * 2, room.width() - Metrics::Small,
        room.height() - line - Metrics::Small});
    if (side < Metrics::Icon)
        return;
    QRect icon(0, 0, side, side);
    icon.moveCenter(room.center() - QPoint(0, line / 2));
    Icons::named(iconOf(media, isMissing), u"image-x-generic"_s).paint(&painter, icon);
    painter.setPen(colour(ColourRole::QuietText, palette));
    painter.drawText(QRect(room.left(), icon.bottom(), room.width(), line + Metrics::Tiny),
        Qt::AlignCenter, suffix);
}

QString mediaFacts(const Media &media)
{
    QStringList facts {kindName(media.kind)};
    const QLocale locale;
    if (media.width > 0 && media.height > 0)
        //: Width and height of a picture in pixels.
        facts << MediaWords::tr("%1 × %2").arg(
            locale.toString(media.width), locale.toString(media.height));
    if (media.bytes > 0)
        facts << locale.formattedDataSize(media.bytes, 1, QLocale::DataSizeSIFormat);
    return facts.join(u", "_s);
}
