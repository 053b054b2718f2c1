// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/funnelview.h"

#include "ui_pipeline/funnelaccessible.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

FunnelView::FunnelView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installFunnelAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void FunnelView::setReport(const FunnelReport &report)
{
    m_report = report;
    if (!hasCell(m_current))
        m_current = {};
    m_hovered.reset();
    m_pressed.reset();
    setAccessibleName(report.chart.title);
    setAccessibleDescription(report.chart.subtitle + u'\n' + report.chart.definition);
    relayout();
}

bool FunnelView::hasCell(FunnelCell cell) const
{
    return m_report.total.cohort > 0 && cell.step >= 0 && cell.step < m_report.steps.size()
        && cell.group >= -1 && cell.group < m_report.groups.size();
}

void FunnelView::setCurrentCell(FunnelCell cell)
{
    if (!hasCell(cell) || cell == m_current)
        return;
    m_current = cell;
    scrollTo(m_layout.cell(cell));
    announceCurrentCell(this);
    viewport()->update();
}

void FunnelView::activate(FunnelCell cell)
{
    if (!hasCell(cell))
        return;
    std::optional<QString> group;
    if (cell.group >= 0)
        group = m_report.groups[cell.group].key;
    emit stepActivated(cell.step, group);
}

QRect FunnelView::cellRect(FunnelCell cell) const
{
    return m_layout.cell(cell).translated(-origin()).toAlignedRect();
}

std::optional<FunnelCell> FunnelView::cellAt(QPoint point) const
{
    if (m_report.total.cohort == 0)
        return std::nullopt;
    return m_layout.cellAt(QPointF(point) + origin());
}

QSize FunnelView::minimumSizeHint() const
{
    return {360, 240};
}

QSize FunnelView::sizeHint() const
{
    return m_layout.size().toSize().expandedTo(minimumSizeHint());
}

bool FunnelView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(),
            cell ? FunnelPainter::sentence(m_report, *cell) : QString(), viewport(),
            cell ? cellRect(*cell) : QRect());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

void FunnelView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::StyleChange:
        relayout();
        break;
    case QEvent::PaletteChange:
        viewport()->update();
        break;
    default:
        break;
    }
}

void FunnelView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void FunnelView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QPointF from = origin();
    painter.translate(-from);
    const FunnelLook how = look();
    FunnelPainter(m_report, m_layout, how).paint(painter, QRectF(event->rect()).translated(from));
}

void FunnelView::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    FunnelCell cell = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        cell.step -= forward;
        break;
    case Qt::Key_Right:
        cell.step += forward;
        break;
    case Qt::Key_Up:
        --cell.group;
        break;
    case Qt::Key_Down:
        ++cell.group;
        break;
    case Qt::Key_Home:
        cell.step = 0;
        break;
    case Qt::Key_End:
        cell.step = int(m_report.steps.size()) - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    setCurrentCell(cell);
}

void FunnelView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(cellAt(event->pos()));
}

void FunnelView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = cellAt(event->pos());
    if (m_pressed)
        setCurrentCell(*m_pressed);
}

void FunnelView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (event->button() == Qt::LeftButton && pressed && pressed == cellAt(event->pos()))
        activate(*pressed);
}

void FunnelView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    announceCurrentCell(this);
    viewport()->update();
}

void FunnelView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

FunnelLook FunnelView::look() const
{
    FunnelLook how;
    how.palette = palette();
    how.font = font();
    how.direction = layoutDirection();
    how.hovered = m_hovered;
    if (hasFocus())
        how.current = m_current;
    return how;
}

QPointF FunnelView::origin() const
{
    // In a mirrored window the scroll bar begins at the leading, that is the right end.
    const QScrollBar *bar = horizontalScrollBar();
    const int x =
        layoutDirection() == Qt::RightToLeft ? bar->maximum() - bar->value() : bar->value();
    return {qreal(x), qreal(verticalScrollBar()->value())};
}

void FunnelView::relayout()
{
    const QSize room = viewport()->size();
    FunnelMetrics metrics = FunnelPainter::metrics(m_report, look(), room.width());
    metrics.height = room.height();
    m_layout = FunnelLayout(m_report, metrics);
    const QSize size = m_layout.size().toSize();
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - room.width()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setRange(0, std::max(0, size.height() - room.height()));
    viewport()->update();
}

void FunnelView::setHovered(std::optional<FunnelCell> cell)
{
    if (m_hovered == cell)
        return;
    m_hovered = cell;
    viewport()->setCursor(cell ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void FunnelView::scrollTo(const QRectF &rect)
{
    const QRectF seen(origin(), QSizeF(viewport()->size()));
    QScrollBar *vertical = verticalScrollBar();
    if (rect.top() < seen.top())
        vertical->setValue(int(rect.top()) - 8);
    else if (rect.bottom() > seen.bottom())
        vertical->setValue(int(rect.bottom() - seen.height()) + 8);
    const auto setX = [this](qreal x) {
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(layoutDirection() == Qt::RightToLeft ? bar->maximum() - int(x) : int(x));
    };
    if (rect.left() < seen.left())
        setX(rect.left() - 8);
    else if (rect.right() > seen.right())
        setX(rect.right() - seen.width() + 8);
}
