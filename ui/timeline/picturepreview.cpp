// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/picturepreview.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_timeline/medialook.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int PictureGap = 2; // pixels
/// Higher than this many times its width no picture stands in a preview.
constexpr double MostHeight = 1.25;
constexpr double GridHeight = 0.5625; // 9 : 16
} // namespace

PicturePreview::PicturePreview(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"previewPictures"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void PicturePreview::setPictures(const QList<PreviewPicture> &pictures)
{
    if (pictures == m_pictures)
        return;
    m_pictures = pictures;
    QStringList names;
    for (const PreviewPicture &picture : pictures)
        names << picture.name;
    setAccessibleName(tr("Pictures: %1").arg(names.join(u", "_s)));
    setVisible(!pictures.isEmpty());
    updateGeometry();
    update();
}

QSize PicturePreview::sizeHint() const
{
    constexpr int width = 240;
    return {width, heightForWidth(width)};
}

int PicturePreview::heightForWidth(int width) const
{
    if (m_pictures.isEmpty())
        return 0;
    double height = GridHeight;
    if (m_pictures.size() == 1 && !m_pictures.first().image.isNull()) {
        const PreviewPicture &only = m_pictures.first();
        const QSizeF shown = only.part.isEmpty() ? QSizeF(only.image.size()) : only.part.size();
        height = std::clamp(shown.height() / shown.width(), 0.3, MostHeight);
    }
    return int(width * height);
}

QList<QRect> PicturePreview::places(const QRect &room, int count)
{
    const int halfWidth = (room.width() - PictureGap) / 2;
    const int halfHeight = (room.height() - PictureGap) / 2;
    const QRect left(room.left(), room.top(), halfWidth, room.height());
    const QRect right = left.translated(halfWidth + PictureGap, 0);
    const auto upper = [halfHeight](QRect rect) {
        rect.setHeight(halfHeight);
        return rect;
    };
    const auto lower = [&](const QRect &rect) {
        return upper(rect).translated(0, halfHeight + PictureGap);
    };
    switch (count) {
    case 0:
        return {};
    case 1:
        return {room};
    case 2:
        return {left, right};
    case 3:
        return {left, upper(right), lower(right)};
    default:
        return {upper(left), upper(right), lower(left), lower(right)};
    }
}

void PicturePreview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()), Metrics::Radius, Metrics::Radius);
    painter.setClipPath(frame);
    const QList<QRect> rooms = places(rect(), int(m_pictures.size()));
    for (qsizetype i = 0; i < rooms.size(); ++i) {
        const QRect room = QStyle::visualRect(layoutDirection(), rect(), rooms.at(i));
        const PreviewPicture &picture = m_pictures.at(i);
        painter.fillRect(room, colour(ColourRole::Surface, palette()));
        MediaPainter::fill(painter, room, picture.image, picture.part);
        if (picture.image.isNull()) {
            QRect icon(0, 0, 2 * Metrics::LargeIcon, 2 * Metrics::LargeIcon);
            icon.moveCenter(room.center());
            Icons::named(picture.isVideo ? u"video-x-generic"_s : u"image-missing"_s)
                .paint(&painter, icon);
        }
    }
    if (m_pictures.size() <= MostShown)
        return;
    const QRect last = QStyle::visualRect(layoutDirection(), rect(), rooms.last());
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.75F);
    painter.fillRect(last, veil);
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(titleFont(font()));
    painter.drawText(
        last, Qt::AlignCenter, u'+' + locale().toString(m_pictures.size() - MostShown + 1));
}
