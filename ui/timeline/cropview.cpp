// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/cropview.h"

#include "ui_common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qreal Grip = 10; // pixels around an edge that can be pulled
constexpr qreal HandlePixels = 8; // pixels, the side of a corner's mark

Qt::CursorShape cursorOf(CropEdges edges)
{
    if ((edges.left && edges.top) || (edges.right && edges.bottom))
        return Qt::SizeFDiagCursor;
    if ((edges.right && edges.top) || (edges.left && edges.bottom))
        return Qt::SizeBDiagCursor;
    if (edges.left || edges.right)
        return Qt::SizeHorCursor;
    return edges.isNone() ? Qt::ArrowCursor : Qt::SizeVerCursor;
}

/// Which way an arrow key points; null for another key.
QPoint directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}
} // namespace

CropView::CropView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cropView"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setToolTip(tr("Arrows move the part, Shift and arrows change its size, Home shows all"));
    describe();
}

void CropView::setPicture(const QImage &image, QSize size)
{
    m_image = image;
    m_size = size;
    setPart(m_part.isValid() ? m_part : QRect({}, size));
    update();
}

void CropView::setRatio(QSize ratio)
{
    m_ratio = ratio;
    if (!m_size.isEmpty() && !hasRatio(m_part.size(), ratio))
        change(largestCrop(m_size, ratio));
    update();
}

void CropView::setPart(const QRect &part)
{
    change(part);
}

void CropView::change(const QRect &part)
{
    const QRect kept = m_size.isEmpty() ? part : keptInside(part, m_size);
    if (kept == m_part)
        return;
    m_part = kept;
    describe();
    update();
    emit partChanged(m_part);
}

void CropView::describe()
{
    const QLocale &words = locale();
    setAccessibleName(tr("Part of the picture"));
    setAccessibleDescription(
        tr("%1 × %2 pixels, %3 from the left, %4 from above")
            .arg(words.toString(m_part.width()), words.toString(m_part.height()),
                words.toString(m_part.x()), words.toString(m_part.y())));
}

QRectF CropView::shown() const
{
    if (m_size.isEmpty())
        return {};
    const QSizeF room = QSizeF(size()) - QSizeF(2 * Grip, 2 * Grip);
    QRectF rect({}, QSizeF(m_size).scaled(room, Qt::KeepAspectRatio));
    rect.moveCenter(QRectF(this->rect()).center());
    return rect;
}

QRectF CropView::toWidget(const QRect &part) const
{
    const QRectF all = shown();
    const qreal scale = m_size.isEmpty() ? 1 : all.width() / m_size.width();
    return {all.left() + part.left() * scale, all.top() + part.top() * scale, part.width() * scale,
        part.height() * scale};
}

QPoint CropView::toPicture(QPointF distance) const
{
    const qreal width = shown().width();
    return width <= 0 ? QPoint() : (distance * (m_size.width() / width)).toPoint();
}

CropEdges CropView::edgesAt(QPointF point) const
{
    const QRectF part = toWidget(m_part);
    if (!part.adjusted(-Grip, -Grip, Grip, Grip).contains(point))
        return {};
    const auto isNear = [](qreal a, qreal b) { return qAbs(a - b) <= Grip; };
    CropEdges edges;
    edges.left = isNear(point.x(), part.left());
    edges.right = !edges.left && isNear(point.x(), part.right());
    edges.top = isNear(point.y(), part.top());
    edges.bottom = !edges.top && isNear(point.y(), part.bottom());
    return edges;
}

void CropView::showCursor(QPointF point)
{
    const CropEdges edges = edgesAt(point);
    const bool isInside = edges.isNone() && toWidget(m_part).contains(point);
    setCursor(isInside ? Qt::SizeAllCursor : cursorOf(edges));
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_size.isEmpty())
        return;
    m_pressedAt = event->position();
    m_pressed = m_part;
    m_edges = edgesAt(m_pressedAt);
    m_moving = m_edges.isNone() && toWidget(m_part).contains(m_pressedAt);
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint by = toPicture(event->position() - m_pressedAt);
    if (m_moving)
        change(m_pressed.translated(by));
    else if (!m_edges.isNone())
        change(withMovedEdges(m_pressed, m_edges, by, m_size, m_ratio));
    else
        showCursor(event->position());
}

void CropView::mouseReleaseEvent(QMouseEvent *event)
{
    m_moving = false;
    m_edges = {};
    showCursor(event->position());
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    const QPoint direction = directionOf(event->key());
    if (event->key() == Qt::Key_Home) {
        change(largestCrop(m_size, m_ratio));
        return;
    }
    if (direction.isNull() || m_size.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    constexpr int hundredth = 100;
    const int step = event->modifiers().testFlag(Qt::ControlModifier)
        ? 1
        : std::max(1, std::max(m_size.width(), m_size.height()) / hundredth);
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        const CropEdges edges {.right = direction.x() != 0, .bottom = direction.y() != 0};
        change(withMovedEdges(m_part, edges, direction * step, m_size, m_ratio));
    } else {
        change(m_part.translated(direction * step));
    }
}

void CropView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF all = shown();
    if (all.isEmpty())
        return;
    painter.drawImage(all, m_image);
    const QRectF part = toWidget(m_part);
    QPainterPath outside;
    outside.addRect(all);
    outside.addRect(part);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.7F);
    painter.fillPath(outside, veil);
    // Thirds help to place what matters.
    QColor third = palette().color(QPalette::Base);
    third.setAlphaF(0.5F);
    painter.setPen(QPen(third, 1));
    for (const qreal at : {1.0 / 3, 2.0 / 3}) {
        painter.drawLine(QPointF(part.left() + part.width() * at, part.top()),
            QPointF(part.left() + part.width() * at, part.bottom()));
        painter.drawLine(QPointF(part.left(), part.top() + part.height() * at),
            QPointF(part.right(), part.top() + part.height() * at));
    }
    const QColor mark = colour(ColourRole::Pull, palette());
    painter.setPen(QPen(palette().color(QPalette::Base), 4));
    painter.drawRect(part);
    painter.setPen(QPen(mark, hasFocus() ? 3 : 2));
    painter.drawRect(part);
    painter.setPen(QPen(palette().color(QPalette::Base), 1));
    painter.setBrush(mark);
    for (const QPointF corner :
        {part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight()})
        painter.drawRect(QRectF(corner - QPointF(HandlePixels / 2, HandlePixels / 2),
            QSizeF(HandlePixels, HandlePixels)));
}
