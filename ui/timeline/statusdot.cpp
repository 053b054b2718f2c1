// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/statusdot.h"

#include "ui_common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace {
constexpr qreal Line = 1.3;

/// How much of the disc is filled, in 16ths of a degree times a quarter.
int quarters(PostStatus status)
{
    switch (status) {
    case PostStatus::Idea:
    case PostStatus::Retired:
        return 0;
    case PostStatus::Draft:
        return 1;
    case PostStatus::InReview:
    case PostStatus::ChangesRequested:
        return 2;
    case PostStatus::Approved:
        return 3;
    case PostStatus::Scheduled:
    case PostStatus::Posted:
        return 4;
    }
    Q_UNREACHABLE();
}

ColourRole roleOf(PostStatus status)
{
    switch (status) {
    case PostStatus::InReview:
    case PostStatus::ChangesRequested:
        return ColourRole::WarningText;
    case PostStatus::Approved:
    case PostStatus::Scheduled:
    case PostStatus::Posted:
        return ColourRole::Pull;
    case PostStatus::Idea:
    case PostStatus::Draft:
    case PostStatus::Retired:
        return ColourRole::Exit;
    }
    Q_UNREACHABLE();
}

void paintMark(QPainter &painter, const QRectF &rect, const QColor &ink)
{
    painter.setPen(QPen(ink, Line, Qt::SolidLine, Qt::RoundCap));
    const qreal x = rect.center().x();
    painter.drawLine(QPointF(x, rect.top() + rect.height() * 0.24),
        QPointF(x, rect.top() + rect.height() * 0.54));
    painter.drawPoint(QPointF(x, rect.top() + rect.height() * 0.77));
}

void paintTick(QPainter &painter, const QRectF &rect, const QColor &ink)
{
    painter.setPen(QPen(ink, Line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y);
    };
    QPainterPath tick(at(0.26, 0.53));
    tick.lineTo(at(0.44, 0.70));
    tick.lineTo(at(0.75, 0.33));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}
} // namespace

void paintStatusDot(
    QPainter &painter, const QRectF &rect, PostStatus status, bool missed, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = colour(missed ? ColourRole::DangerText : roleOf(status), palette);
    const QColor ground = palette.color(QPalette::Base);
    const QRectF ring = rect.adjusted(Line / 2, Line / 2, -Line / 2, -Line / 2);
    const bool full = missed || quarters(status) == 4;
    QPen pen(ink, Line);
    if (status == PostStatus::Idea && !missed)
        pen.setDashPattern({1.6, 1.6});
    painter.setPen(pen);
    painter.setBrush(full ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    if (!full && quarters(status) > 0) {
        constexpr int quarterTurn = 90 * 16;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPie(ring, quarterTurn, -quarters(status) * quarterTurn);
    }
    if (missed)
        paintMark(painter, rect, ground);
    else if (status == PostStatus::ChangesRequested)
        paintMark(painter, rect.translated(rect.width() * 0.0, 0), ink);
    else if (status == PostStatus::Posted)
        paintTick(painter, rect, ground);
    else if (status == PostStatus::Retired)
        painter.drawLine(ring.center() - QPointF(ring.width() / 4, 0),
            ring.center() + QPointF(ring.width() / 4, 0));
    painter.restore();
}
