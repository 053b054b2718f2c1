// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/hoursview.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/tilepainter.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

// Pointer and drag of the hours.

HoursView::Place HoursView::placeAt(QPoint point) const
{
    const HoursLayout layout = geometryNow();
    const int column = layout.dayAt(point.x());
    if (column < 0 || column >= m_plans.size())
        return {};
    const HoursPlan &plan = m_plans.at(column);
    Place place {Place::Part::Header, m_first.addDays(column), {}, {}, {}};
    if (layout.header(column).contains(point))
        return place;
    if (layout.strip().contains(point)) {
        place.part = Place::Part::Strip;
        const int shown = stripShown(plan);
        for (int row = 0; row < shown; ++row) {
            if (layout.stripTile(column, row).contains(point)) {
                place.part = Place::Part::Tile;
                place.post = plan.untimed.at(row).post;
            }
        }
        if (shown < plan.untimed.size() && layout.stripTile(column, shown).contains(point))
            place.part = Place::Part::Hidden;
        return place;
    }
    for (const HiddenPosts &hidden : plan.hidden) {
        if (layout.mark(column, hidden).contains(point)) {
            place.part = Place::Part::Hidden;
            return place;
        }
    }
    for (const HourTile &entry : plan.timed) {
        if (layout.tile(column, entry).contains(point)) {
            place.part = Place::Part::Tile;
            place.post = entry.tile.post;
            return place;
        }
    }
    for (const HourTile &entry : plan.free) {
        if (layout.tile(column, entry).contains(point)) {
            const FreePlace free = m_places.value(place.day).value(entry.place);
            place.part = Place::Part::Free;
            place.time = free.time;
            place.channel = free.channel;
            return place;
        }
    }
    place.part = Place::Part::Time;
    constexpr int half = HoursPlan::TileMinutes;
    place.time = onQuarter(layout.minuteAt(point.y()) / half * half);
    return place;
}

void HoursView::mousePressEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->pos());
    m_mayDrag = false;
    if (!place.day.isValid())
        return;
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft || !isMarked({place.post, place.day}))
        pressAt({place.post, place.day}, event->modifiers());
    if (place.part == Place::Part::Hidden && isLeft) {
        emit wishes()->dayRequested(place.day, event->globalPosition().toPoint());
        return;
    }
    if (!place.post.isNull())
        setCurrent(place.day, place.post);
    else
        setCurrentTime(place.day, place.part == Place::Part::Header ? m_cursor.time : place.time);
    m_pressedAt = event->pos();
    m_mayDrag = isLeft && !place.post.isNull();
}

void HoursView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(placeAt(event->pos()));
    const int distance = (event->pos() - m_pressedAt).manhattanLength();
    if (m_mayDrag && (event->buttons() & Qt::LeftButton)
        && distance >= QApplication::startDragDistance())
        dragTile();
}

void HoursView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = std::exchange(m_mayDrag, false);
    event->accept();
    if (clicked)
        clickEnded();
    if (clicked && event->button() == Qt::LeftButton && !m_cursor.post.isNull())
        emit wishes()->postClicked(m_cursor.post);
}

void HoursView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->pos());
    if (event->button() != Qt::LeftButton || !place.day.isValid())
        return;
    if (!place.post.isNull())
        emit wishes()->openRequested(place.post);
    else if (place.part != Place::Part::Header && place.part != Place::Part::Hidden)
        emit wishes()->createRequested({place.day, false, place.time, place.channel});
}

void HoursView::setHover(const Place &place)
{
    if (m_hover == place)
        return;
    m_hover = place;
    viewport()->setCursor(
        place.part == Place::Part::Hidden ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void HoursView::dragTile()
{
    m_mayDrag = false;
    const Tile *tile = tileOf(m_cursorDay, m_cursor.post);
    const QRect rect = tileRect(m_cursorDay, m_cursor.post);
    if (!tile || rect.isEmpty())
        return;
    m_grabbedAt = m_pressedAt.y() - rect.top();
    auto *drag = new QDrag(this);
    drag->setMimeData(PostMime::encode(*tile, draggedFrom({tile->post, m_cursorDay})));
    drag->setPixmap(pictureOf(*tile, rect.size(), *this));
    drag->setHotSpot(m_pressedAt - rect.topLeft());
    const QPointer<HoursView> alive(this);
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    if (alive)
        endDrag();
}

void HoursView::endDrag()
{
    m_dragged = {};
    m_ghost.reset();
    m_landing.reset();
    m_scrolling.stop();
    viewport()->update();
}

std::optional<CalendarSpot> HoursView::landingAt(QPoint point) const
{
    const HoursLayout layout = geometryNow();
    const int column = layout.dayAt(point.x());
    if (column < 0)
        return std::nullopt;
    CalendarSpot spot {m_first.addDays(column), false, {}};
    if (!layout.hours().contains(point)) {
        spot.keepsTime = layout.header(column).contains(point);
        return spot;
    }
    constexpr int halfQuarter = 7; // minutes, so that it rounds
    const int grabbed =
        m_dragged.isNull() && !m_grabbedAt ? layout.metrics().tile / 2 : m_grabbedAt;
    spot.time = onQuarter(layout.minuteAt(point.y() - grabbed) + halfQuarter);
    return spot;
}

void HoursView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!PostMime::decode(event->mimeData()))
        return;
    if (event->source() != this)
        m_grabbedAt = geometryNow().metrics().tile / 2;
    event->acceptProposedAction();
}

void HoursView::dragMoveEvent(QDragMoveEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const QPoint point = event->position().toPoint();
    m_landing = dragged ? landingAt(point) : std::nullopt;
    if (!m_landing) {
        event->ignore();
        return;
    }
    const bool copying = event->dropAction() == Qt::CopyAction;
    m_ghost = dragged->tile;
    if (!m_landing->keepsTime)
        m_ghost->time = m_landing->time;
    m_dragged = copying ? PostId() : dragged->tile.post;
    const QRect hours = geometryNow().hours();
    constexpr int edge = 24; // pixels
    m_scrollStep = 0;
    if (point.y() > hours.bottom() - edge)
        m_scrollStep = edge / 3;
    else if (point.y() >= hours.top() && point.y() < hours.top() + edge)
        m_scrollStep = -edge / 3;
    constexpr int frame = 30; // milliseconds
    if (m_scrollStep == 0)
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start(frame, this);
    viewport()->update();
    event->acceptProposedAction();
}

void HoursView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_scrolling.timerId())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + m_scrollStep);
    else
        QAbstractScrollArea::timerEvent(event);
}

void HoursView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_landing.reset();
    m_ghost.reset();
    m_scrolling.stop();
    viewport()->update();
    event->accept();
}

void HoursView::dropEvent(QDropEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const auto spot = landingAt(event->position().toPoint());
    const bool copying = event->dropAction() == Qt::CopyAction;
    endDrag();
    if (!dragged || !spot)
        return;
    event->acceptProposedAction();
    if (copying)
        emit wishes()->copyRequested(dragged->posts, *spot);
    else
        emit wishes()->moveRequested(dragged->posts, *spot);
}

std::optional<CalendarSpot> HoursView::spotAt(QPoint point) const
{
    auto spot = landingAt(point);
    if (spot)
        spot->keepsTime = false; // what is new has none to keep
    return spot;
}

void HoursView::markSpot(const std::optional<CalendarSpot> &spot, const QString &title)
{
    if (!spot) {
        endDrag();
        return;
    }
    m_landing = spot;
    m_dragged = {};
    m_ghost.emplace();
    m_ghost->time = spot->time;
    m_ghost->text = title;
    viewport()->update();
}
