// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediacelldelegate.h"

#include "ui_common/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <utility>

namespace {
constexpr int Ring = 2; // pixels around what is chosen
constexpr int Margin = 4;

QPainterPath rounded(const QRectF &rect)
{
    QPainterPath path;
    path.addRoundedRect(rect, Metrics::Radius, Metrics::Radius);
    return path;
}
} // namespace

MediaCellDelegate::MediaCellDelegate(MediaLook look, int side, int captionLines, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(std::move(look))
    , m_side(side)
    , m_captionLines(captionLines)
{ }

QSize MediaCellDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int text = m_captionLines * option.fontMetrics.height();
    return {m_side + 2 * Margin, m_side + 2 * Margin + text + (text > 0 ? Margin : 0)};
}

void MediaCellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto cell = index.data(CellRole).value<MediaCell>();
    const QPalette &palette = option.palette;
    const QRect room(option.rect.left() + (option.rect.width() - m_side) / 2,
        option.rect.top() + Margin, m_side, m_side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    painter->setClipPath(rounded(room));
    const Media *media = m_look.find(cell.media);
    const QImage thumbnail = m_look.thumbnail(cell.media);
    if (thumbnail.isNull()) {
        MediaPainter::placeholder(*painter, room, media, m_look.isMissing(cell.media), palette);
    } else {
        painter->fillRect(room, palette.color(QPalette::Base));
        const QSize size = media ? QSize(media->width, media->height) : QSize();
        MediaPainter::fill(
            *painter, room, thumbnail, MediaPainter::partOf(thumbnail, size, cell.part));
    }
    painter->setClipping(false);
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter->setBrush(Qt::NoBrush);
    if (isChosen)
        painter->setPen(QPen(colour(ColourRole::Pull, palette), Ring));
    else
        painter->setPen(colour(isHovered ? ColourRole::QuietText : ColourRole::Hairline, palette));
    painter->drawPath(rounded(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)));
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (hasFocus && isChosen) {
        painter->setPen(QPen(palette.color(QPalette::Base), 1));
        painter->drawPath(rounded(QRectF(room).adjusted(2.5, 2.5, -2.5, -2.5)));
    }
    paintBadge(*painter, room, cell, option);
    const int line = option.fontMetrics.height();
    QRect text(option.rect.left(), room.bottom() + 1 + Margin, option.rect.width(), line);
    if (m_captionLines > 0) {
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(text, Qt::AlignHCenter | Qt::AlignTop,
            option.fontMetrics.elidedText(cell.caption, Qt::ElideMiddle, text.width()));
    }
    if (m_captionLines > 1) {
        text.translate(0, line);
        painter->setPen(colour(ColourRole::QuietText, palette));
        painter->drawText(text, Qt::AlignHCenter | Qt::AlignTop,
            option.fontMetrics.elidedText(cell.note, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

void MediaCellDelegate::paintBadge(QPainter &painter, const QRect &room, const MediaCell &cell,
    const QStyleOptionViewItem &option) const
{
    if (cell.badge.isEmpty())
        return;
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    const QFontMetrics metrics(font);
    QRect badge(0, 0, metrics.horizontalAdvance(cell.badge) + Metrics::Small, metrics.height());
    badge.moveBottomLeft(room.bottomLeft() + QPoint(Margin, -Margin));
    if (option.direction == Qt::RightToLeft)
        badge.moveRight(room.right() - Margin);
    painter.setFont(font);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Base));
    painter.drawRoundedRect(badge, 3, 3);
    painter.setPen(
        colour(cell.isMuted ? ColourRole::WarningText : ColourRole::QuietText, option.palette));
    painter.drawText(badge, Qt::AlignCenter, cell.badge);
}
