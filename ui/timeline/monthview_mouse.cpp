// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/tilepainter.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>

#include <utility>

// Pointer and drag of the month.

void MonthView::mousePressEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->pos());
    m_mayDrag = false;
    if (!place.day.isValid())
        return;
    if (event->button() == Qt::LeftButton || !isMarked({place.post, place.day}))
        pressAt({place.post, place.day}, event->modifiers());
    MonthCursor cursor;
    cursor.set(place.day, place.post);
    setCursorTo(cursor);
    m_pressedAt = event->pos();
    m_mayDrag = event->button() == Qt::LeftButton && !place.post.isNull();
    if (place.hit.part == DayCellLayout::Part::More && event->button() == Qt::LeftButton)
        emit wishes()->dayRequested(place.day, event->globalPosition().toPoint());
}

void MonthView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(placeAt(event->pos()));
    const int distance = (event->pos() - m_pressedAt).manhattanLength();
    if (m_mayDrag && (event->buttons() & Qt::LeftButton)
        && distance >= QApplication::startDragDistance())
        dragTile();
}

void MonthView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = std::exchange(m_mayDrag, false);
    event->accept();
    if (clicked)
        clickEnded();
    if (clicked && event->button() == Qt::LeftButton && !m_cursor.post().isNull())
        emit wishes()->postClicked(m_cursor.post());
}

void MonthView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->pos());
    if (event->button() != Qt::LeftButton || !place.day.isValid())
        return;
    if (!place.post.isNull())
        emit wishes()->openRequested(place.post);
    else if (place.hit.part == DayCellLayout::Part::Day)
        emit wishes()->createRequested({place.day});
}

void MonthView::leaveEvent(QEvent *event)
{
    setHover({});
    QTableView::leaveEvent(event);
}

void MonthView::setHover(const Place &place)
{
    if (m_state.hoverDay == place.day && m_state.hover == place.hit)
        return;
    m_state.hoverDay = place.day;
    m_state.hover = place.hit;
    viewport()->setCursor(
        place.hit.part == DayCellLayout::Part::More ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void MonthView::dragTile()
{
    m_mayDrag = false;
    const Tile *tile = tileOf(m_cursor.day(), m_cursor.post());
    const QRect rect = tileRect(m_cursor.day(), m_cursor.post());
    if (!tile || rect.isEmpty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(PostMime::encode(*tile, draggedFrom({tile->post, m_cursor.day()})));
    drag->setPixmap(pictureOf(*tile, rect.size(), *this));
    drag->setHotSpot(m_pressedAt - rect.topLeft());
    const QPointer<MonthView> alive(this);
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    if (!alive)
        return;
    m_state.dragged = {};
    m_state.ghost.reset();
    m_state.dropDay = {};
    viewport()->update();
}

void MonthView::dragEnterEvent(QDragEnterEvent *event)
{
    if (PostMime::decode(event->mimeData()))
        event->acceptProposedAction();
}

void MonthView::dragMoveEvent(QDragMoveEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const QDate day = placeAt(event->position().toPoint()).day;
    if (!dragged || !day.isValid()) {
        event->ignore();
        return;
    }
    const bool copying = event->dropAction() == Qt::CopyAction;
    const bool lands = copying || day != dragged->from();
    m_state.dropDay = lands ? day : QDate();
    m_state.ghost = lands ? std::optional(dragged->tile) : std::nullopt;
    m_state.dragged = copying ? PostId() : dragged->tile.post;
    viewport()->update();
    event->acceptProposedAction();
}

void MonthView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_state.dropDay = {};
    m_state.ghost.reset();
    viewport()->update();
    event->accept();
}

void MonthView::dropEvent(QDropEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const QDate day = placeAt(event->position().toPoint()).day;
    m_state.dropDay = {};
    m_state.ghost.reset();
    m_state.dragged = {};
    viewport()->update();
    if (!dragged || !day.isValid())
        return;
    const bool copying = event->dropAction() == Qt::CopyAction;
    event->acceptProposedAction();
    if (copying)
        emit wishes()->copyRequested(dragged->posts, {day});
    else if (day != dragged->from())
        emit wishes()->moveRequested(dragged->posts, {day});
}

std::optional<CalendarSpot> MonthView::spotAt(QPoint point) const
{
    const QDate day = placeAt(point).day;
    return day.isValid() ? std::optional(CalendarSpot {day}) : std::nullopt;
}

void MonthView::markSpot(const std::optional<CalendarSpot> &spot, const QString &title)
{
    m_state.dropDay = spot ? spot->day : QDate();
    m_state.ghost.reset();
    if (spot) {
        m_state.ghost.emplace();
        m_state.ghost->text = title;
    }
    viewport()->update();
}
