// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/statusmark.h"

#include "ui_common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace {
constexpr qreal Line = 1.3;
constexpr int QuarterTurn = 90 * 16; // QPainter counts in sixteenths of a degree

int quarters(CopyStatus status)
{
    switch (status) {
    case CopyStatus::Draft:
        return 1;
    case CopyStatus::InReview:
        return 2;
    case CopyStatus::Approved:
        return 3;
    case CopyStatus::Live:
        return 4;
    case CopyStatus::Retired:
        return 0;
    }
    Q_UNREACHABLE();
}

ColourRole roleOf(CopyStatus status)
{
    switch (status) {
    case CopyStatus::InReview:
        return ColourRole::WarningText;
    case CopyStatus::Approved:
    case CopyStatus::Live:
        return ColourRole::Pull;
    case CopyStatus::Draft:
    case CopyStatus::Retired:
        return ColourRole::Exit;
    }
    Q_UNREACHABLE();
}
} // namespace

void paintStatusMark(
    QPainter &painter, const QRectF &rect, CopyStatus status, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = colour(roleOf(status), palette);
    const QRectF ring = rect.adjusted(Line / 2, Line / 2, -Line / 2, -Line / 2);
    painter.setPen(QPen(ink, Line));
    painter.setBrush(status == CopyStatus::Live ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    if (status == CopyStatus::Live) {
        QPainterPath tick(ring.topLeft() + QPointF(ring.width() * 0.25, ring.height() * 0.53));
        tick.lineTo(ring.topLeft() + QPointF(ring.width() * 0.44, ring.height() * 0.72));
        tick.lineTo(ring.topLeft() + QPointF(ring.width() * 0.76, ring.height() * 0.32));
        painter.setPen(QPen(palette.color(QPalette::Base), Line, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(tick);
    } else if (status == CopyStatus::Retired) {
        const QPointF reach(ring.width() / 4, 0);
        painter.drawLine(ring.center() - reach, ring.center() + reach);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPie(ring, QuarterTurn, -quarters(status) * QuarterTurn);
    }
    painter.restore();
}

QPixmap statusMark(CopyStatus status, int size, const QPalette &palette, qreal devicePixelRatio)
{
    QPixmap mark(QSize(size, size) * devicePixelRatio);
    mark.setDevicePixelRatio(devicePixelRatio);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    constexpr qreal around = 2;
    paintStatusMark(painter, QRectF(0, 0, size, size).adjusted(around, around, -around, -around),
        status, palette);
    return mark;
}
