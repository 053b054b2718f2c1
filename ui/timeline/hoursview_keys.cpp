// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/hoursview.h"

#include <QKeyEvent>

#include <algorithm>

// Keyboard of the hours.

namespace { } // namespace

void HoursView::step(int stops)
{
    const QList<HourStop> all = hourStops(tilesOn(m_cursorDay), m_places.value(m_cursorDay));
    auto place = all.indexOf(m_cursor);
    if (place < 0) { // between the stops: the one after it
        const auto after = std::ranges::find_if(
            all, [this](const HourStop &stop) { return stop.time && stop.time >= m_cursor.time; });
        place = after - all.begin() - (stops > 0 ? 1 : 0);
    }
    place = std::clamp<qsizetype>(place + stops, 0, all.size() - 1);
    setCursorTo(m_cursorDay, all.at(place));
}

void HoursView::toDay(QDate day)
{
    if (columnOf(day) < 0) {
        emit wishes()->showRequested(day);
        return;
    }
    const QList<HourStop> all = hourStops(tilesOn(day), m_places.value(day));
    const auto distance = [this](const HourStop &stop) {
        if (stop.time.has_value() != m_cursor.time.has_value())
            return HoursPlan::DayMinutes;
        return stop.time
            ? std::abs(HoursPlan::minuteOf(*stop.time) - HoursPlan::minuteOf(*m_cursor.time))
            : 0;
    };
    setCursorTo(day, *std::ranges::min_element(all, {}, distance));
}

void HoursView::shiftTime(int quarters)
{
    QList<PlacedPost> posts = selection();
    if (posts.isEmpty() || !m_cursor.time || m_cursor.post.isNull())
        return;
    const int minute = HoursPlan::minuteOf(*m_cursor.time) + quarters * HoursPlan::QuarterMinutes;
    if (minute < 0 || minute >= HoursPlan::DayMinutes)
        return;
    const QTime time = m_cursor.time->addSecs(quarters * HoursPlan::QuarterMinutes * 60);
    emit wishes()->moveRequested(posts, {m_cursorDay, false, time});
}

bool HoursView::stepBy(const QKeyEvent &event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int days = 0;
    int down = 0;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        days = (event.key() == Qt::Key_Right) != mirrored ? 1 : -1;
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        down = event.key() == Qt::Key_Down ? 1 : -1;
        break;
    default:
        return false;
    }
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier) {
        if (days != 0)
            moveSelection(days);
        else
            shiftTime(down);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    clearMarks();
    if (days != 0)
        toDay(m_cursorDay.addDays(days));
    else
        step(down);
    return true;
}

void HoursView::keyPressEvent(QKeyEvent *event)
{
    if (!m_cursorDay.isValid() || stepBy(*event) || handleKey(*event))
        return;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && event->key() == Qt::Key_PageUp)
        emit wishes()->showRequested(neighbour(-1));
    else if (plain && event->key() == Qt::Key_PageDown)
        emit wishes()->showRequested(neighbour(1));
    else if (plain && event->key() == Qt::Key_Home)
        toDay(m_first);
    else if (plain && event->key() == Qt::Key_End)
        toDay(m_first.addDays(m_count - 1));
    else
        event->ignore();
}
