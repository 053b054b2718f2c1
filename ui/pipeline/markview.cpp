// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/markview.h"

#include "ui_common/plaintext.h"
#include "ui_pipeline/markaccessible.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>

MarkView::MarkView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installMarkAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

void MarkView::setCurrentMark(int mark)
{
    if (!hasMark(mark) || mark == m_current)
        return;
    standOn(mark);
    scrollTo(markArea(mark));
}

void MarkView::standOn(int mark)
{
    if (!hasMark(mark) || mark == m_current)
        return;
    m_current = mark;
    announceCurrentMark(this);
    updateMarks();
}

QRect MarkView::markRect(int mark) const
{
    return markArea(mark).translated(-origin()).toAlignedRect();
}

std::optional<int> MarkView::markAt(QPoint point) const
{
    return markIn(QPointF(point) + origin());
}

QSize MarkView::minimumSizeHint() const
{
    return {360, 240};
}

std::optional<int> MarkView::shownMark() const
{
    return hasFocus() && hasMark(m_current) ? std::optional(m_current) : std::nullopt;
}

bool MarkView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto mark = markAt(help->pos());
        QToolTip::showText(help->globalPos(), mark ? plainTip(markSentence(*mark)) : QString(),
            viewport(), mark ? markRect(*mark) : QRect());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHovered(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

void MarkView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        rearrange(m_current);
        break;
    default:
        break;
    }
}

void MarkView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    rearrange(m_current);
}

void MarkView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QPointF from = origin();
    painter.translate(-from);
    draw(painter, QRectF(event->rect()).translated(from));
}

void MarkView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (hasMark(m_current)) {
            const int next = nextMark(m_current, Qt::Key(event->key()));
            if (next != m_current) {
                setCurrentMark(next);
                return;
            }
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (hasMark(m_current))
            activateMark(m_current);
        return;
    default:
        break;
    }
    // Where no further mark is, what lies beyond can still be scrolled to.
    QAbstractScrollArea::keyPressEvent(event);
}

void MarkView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(markAt(event->pos()));
}

void MarkView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = markAt(event->pos());
    if (m_pressed)
        standOn(*m_pressed); // without scrolling, which would take it from under the pointer
}

void MarkView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (event->button() != Qt::LeftButton || !pressed || !viewport()->rect().contains(event->pos())
        || pressed != markAt(event->pos()))
        return;
    activateMark(*pressed);
}

void MarkView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    announceCurrentMark(this);
    updateMarks();
}

void MarkView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    updateMarks();
}

QPointF MarkView::origin() const
{
    // In a mirrored window the scroll bar begins at the leading, that is the right end.
    const QScrollBar *bar = horizontalScrollBar();
    const int x =
        layoutDirection() == Qt::RightToLeft ? bar->maximum() - bar->value() : bar->value();
    return {qreal(x), qreal(verticalScrollBar()->value())};
}

void MarkView::rearrange(int current)
{
    setHovered(std::nullopt);
    m_pressed.reset();
    const QSize room = viewport()->size();
    m_current = arrange(room, current);
    const QSize size = drawnSize().toSize();
    viewport()->update();
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setSingleStep(24);
    // A scroll bar that comes or goes arranges anew, for the room there is then.
    horizontalScrollBar()->setRange(0, std::max(0, size.width() - room.width()));
    if (viewport()->size() != room)
        return; // it has been done
    verticalScrollBar()->setRange(0, std::max(0, size.height() - room.height()));
}

void MarkView::setHovered(std::optional<int> mark)
{
    if (m_hovered == mark)
        return;
    m_hovered = mark;
    viewport()->setCursor(mark ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateMarks();
}

void MarkView::updateMarks()
{
    // A mark's frame may stand a little out of its area.
    viewport()->update(marksArea().translated(-origin()).toAlignedRect().adjusted(-4, -4, 4, 4));
}

void MarkView::scrollTo(const QRectF &rect)
{
    const QRectF seen(origin(), QSizeF(viewport()->size()));
    QScrollBar *vertical = verticalScrollBar();
    if (rect.top() < seen.top() || rect.height() > seen.height())
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
