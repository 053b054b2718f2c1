// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/hoursview.h"
#include "ui_timeline/tilepainter.h"
#include "ui_timeline/zonewords.h"

#include <QPainter>
#include <QPaintEvent>
#include <QStyle>

#include <algorithm>

// How the hours look.

namespace {
constexpr int WorkFrom = 8; // hours, lighter than the others
constexpr int WorkTo = 19;
constexpr int HoursPerDay = 24;
} // namespace

void HoursView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    const HoursLayout layout = geometryNow();
    paintGrounds(painter, layout);
    painter.save();
    painter.setClipRect(layout.hours());
    paintHours(painter, layout);
    painter.restore();
    paintTiles(painter, layout);
    painter.save();
    painter.setClipRect(layout.hours());
    paintNow(painter, layout);
    painter.restore();
    paintHeader(painter, layout);
    paintCursor(painter);
}

void HoursView::paintGrounds(QPainter &painter, const HoursLayout &layout) const
{
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    const int from = layout.yOf(WorkFrom * 60);
    const int to = layout.yOf(WorkTo * 60);
    for (int column = 0; column < m_count; ++column) {
        const QDate day = m_first.addDays(column);
        const QRect whole = layout.column(column);
        const bool isWeekend = !locale().weekdays().contains(Qt::DayOfWeek(day.dayOfWeek()));
        const QRect hours = whole.intersected(layout.hours());
        painter.fillRect(hours, colour(ColourRole::Surface, palette()));
        if (!isWeekend)
            painter.fillRect(QRect(whole.x(), from, whole.width(), to - from).intersected(hours),
                palette().color(QPalette::Base));
        if (const QList<DayMark> marks = m_marks.value(day); !marks.isEmpty())
            paintDayMark(painter, whole, marks.first(), palette());
        if (m_landing && m_landing->day == day)
            painter.fillRect(whole, tint(ColourRole::Pull, palette(), 0.06));
    }
}

void HoursView::paintHours(QPainter &painter, const HoursLayout &layout) const
{
    const QColor line = colour(ColourRole::Hairline, palette());
    QColor faint = line;
    faint.setAlphaF(0.45F);
    const QRect gutter = layout.gutter();
    const auto alignment =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignTop));
    for (int hour = 0; hour < HoursPerDay; ++hour) {
        const int y = layout.yOf(hour * 60);
        painter.fillRect(QRect(0, y, viewport()->width(), 1), line);
        painter.setPen(faint);
        const int half = y + layout.metrics().hour / 2;
        painter.drawLine(layout.column(0).left(), half, layout.column(m_count - 1).right(), half);
        painter.setPen(colour(ColourRole::QuietText, palette()));
        const QRect text = gutter.adjusted(4, 0, -6, 0);
        painter.drawText(QRect(text.x(), y + 1, text.width(), layout.metrics().tile), alignment,
            Formatting::time(QTime(hour, 0), locale()));
    }
}

void HoursView::paintHeader(QPainter &painter, const HoursLayout &layout) const
{
    const QColor line = colour(ColourRole::Hairline, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int column = 0; column < m_count; ++column) {
        const QDate day = m_first.addDays(column);
        const QRect header = layout.header(column);
        const bool isToday = day == m_today;
        //: The head of a day in the week: %1 is the day of the week, %2 the day of the month.
        const QString text =
            tr("%1 %2").arg(locale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat),
                locale().toString(day.day()));
        painter.setFont(isToday ? strongFont(font()) : font());
        const QFontMetrics metrics(painter.font());
        QRect label = header.adjusted(4, 5, -4, -5);
        label.setWidth(metrics.horizontalAdvance(text) + 12);
        label = QStyle::visualRect(layoutDirection(), header, label);
        painter.setPen(Qt::NoPen);
        if (isToday) {
            painter.setBrush(colour(ColourRole::AccentFill, palette()));
            painter.drawRoundedRect(label, label.height() / 2.0, label.height() / 2.0);
        }
        painter.setPen(colour(isToday ? ColourRole::AccentText : ColourRole::QuietText, palette()));
        painter.drawText(label, Qt::AlignCenter, text);
        paintMarks(painter, header, label.width() + Metrics::Small, m_marks.value(day));
        const QRect whole = layout.column(column);
        const int edge = layoutDirection() == Qt::LeftToRight ? whole.left() : whole.right();
        painter.fillRect(QRect(edge, 0, 1, whole.height()), line);
    }
    painter.fillRect(QRect(0, layout.strip().top() - 1, viewport()->width(), 1), line);
    painter.fillRect(QRect(0, layout.hours().top() - 1, viewport()->width(), 1), line);
    painter.setFont(font());
    painter.setPen(colour(ColourRole::QuietText, palette()));
    const auto trailing =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter));
    const QRect corner = layout.corner().adjusted(4, 0, -6, 0);
    painter.drawText(corner, trailing,
        painter.fontMetrics().elidedText(nameOf(m_zone), Qt::ElideRight, corner.width()));
    QRect label = layout.gutter().intersected(layout.strip()).adjusted(4, 5, -6, 0);
    painter.drawText(label,
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignTop)),
        painter.fontMetrics().elidedText(tr("No time"), Qt::ElideRight, label.width()));
}

void HoursView::paintMarks(
    QPainter &painter, QRect header, int taken, const QList<DayMark> &marks) const
{
    if (marks.isEmpty())
        return;
    const QRect place = header.adjusted(taken, 0, -Metrics::Tiny, 0);
    painter.setFont(font());
    painter.setPen(colour(ColourRole::QuietText, palette()));
    painter.drawText(QStyle::visualRect(layoutDirection(), header, place),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        painter.fontMetrics().elidedText(namesOf(marks), Qt::ElideRight, place.width()));
}

void HoursView::paintTiles(QPainter &painter, const HoursLayout &layout) const
{
    const TilePainter tilePainter(font(), palette(), layoutDirection(), locale());
    paintStrip(painter, layout, tilePainter);
    painter.save();
    painter.setClipRect(layout.hours());
    for (int column = 0; column < m_plans.size(); ++column) {
        const QDate day = m_first.addDays(column);
        paintFree(painter, layout, column);
        for (const HourTile &entry : m_plans.at(column).timed) {
            const QRect rect = layout.tile(column, entry);
            if (!rect.intersects(layout.hours()))
                continue;
            TileLook look;
            look.current = day == m_cursorDay && entry.tile.post == m_cursor.post;
            look.marked = isMarked({entry.tile.post, day});
            look.focused = hasFocus();
            look.hovered = m_hover.day == day && m_hover.post == entry.tile.post;
            look.faded = !m_dragged.isNull() && entry.tile.post == m_dragged;
            tilePainter.paint(painter, rect, entry.tile, look);
        }
        for (const HiddenPosts &hidden : m_plans.at(column).hidden) {
            const QRect rect = layout.mark(column, hidden);
            if (rect.intersects(layout.hours()))
                tilePainter.paintHidden(painter, rect, hidden.count,
                    m_hover.day == day && m_hover.part == Place::Part::Hidden);
        }
    }
    painter.restore();
    paintGhost(painter, layout, tilePainter);
}

void HoursView::paintFree(QPainter &painter, const HoursLayout &layout, int column) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font());
    const QFontMetrics metrics(font());
    const auto leading =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    for (const HourTile &entry : m_plans.at(column).free) {
        const QRect rect = layout.tile(column, entry);
        if (!rect.intersects(layout.hours()))
            continue;
        QColor line = colour(ColourRole::Exit, palette());
        line.setAlphaF(0.7F);
        painter.setPen(QPen(line, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(colour(ColourRole::QuietText, palette()));
        const QString text =
            Formatting::time(*entry.tile.time, locale()) + u' ' + entry.tile.signs.join(u' ');
        painter.drawText(rect.adjusted(8, 0, -4, 0), leading,
            metrics.elidedText(text, Qt::ElideRight, rect.width() - 12));
    }
    painter.restore();
}

void HoursView::paintStrip(
    QPainter &painter, const HoursLayout &layout, const TilePainter &tiles) const
{
    for (int column = 0; column < m_plans.size(); ++column) {
        const QDate day = m_first.addDays(column);
        const HoursPlan &plan = m_plans.at(column);
        const int shown = stripShown(plan);
        for (int row = 0; row < shown; ++row) {
            const Tile &tile = plan.untimed.at(row);
            TileLook look;
            look.current = day == m_cursorDay && tile.post == m_cursor.post;
            look.marked = isMarked({tile.post, day});
            look.focused = hasFocus();
            look.hovered = m_hover.day == day && m_hover.post == tile.post;
            look.faded = !m_dragged.isNull() && tile.post == m_dragged;
            tiles.paint(painter, layout.stripTile(column, row), tile, look);
        }
        if (shown < plan.untimed.size())
            tiles.paintMore(painter, layout.stripTile(column, shown),
                int(plan.untimed.size()) - shown,
                m_hover.day == day && m_hover.part == Place::Part::Hidden);
    }
}

void HoursView::paintGhost(
    QPainter &painter, const HoursLayout &layout, const TilePainter &tiles) const
{
    const int column = m_landing ? columnOf(m_landing->day) : -1;
    if (column < 0 || !m_ghost)
        return;
    if (!m_ghost->time) {
        tiles.paint(painter, layout.stripTile(column, 0), *m_ghost, {.ghost = true});
        return;
    }
    painter.save();
    painter.setClipRect(layout.hours());
    const HourTile ghost {.tile = *m_ghost, .minute = QTime(0, 0).secsTo(*m_ghost->time) / 60};
    tiles.paint(painter, layout.tile(column, ghost), *m_ghost, {.ghost = true});
    painter.restore();
}

void HoursView::paintNow(QPainter &painter, const HoursLayout &layout) const
{
    const int column = columnOf(m_today);
    if (column < 0 || !m_now.isValid())
        return;
    const int y = layout.yOf(QTime(0, 0).secsTo(m_now) / 60);
    const QRect whole = layout.column(column);
    const QColor mark = colour(ColourRole::Push, palette());
    painter.fillRect(QRect(whole.x(), y, whole.width(), 2), mark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark);
    constexpr qreal radius = 4;
    const int edge = layoutDirection() == Qt::LeftToRight ? whole.left() : whole.right();
    painter.drawEllipse(QPointF(edge, y + 1), radius, radius);
}

void HoursView::paintCursor(QPainter &painter) const
{
    if (!hasFocus() || !m_cursor.post.isNull() || columnOf(m_cursorDay) < 0)
        return;
    const HoursLayout layout = geometryNow();
    painter.save();
    if (m_cursor.time)
        painter.setClipRect(layout.hours());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(ColourRole::Pull, palette()), 2));
    painter.drawRoundedRect(
        QRectF(cursorRect()).adjusted(1, 1, -1, -1), Metrics::Radius - 2, Metrics::Radius - 2);
    painter.restore();
}
