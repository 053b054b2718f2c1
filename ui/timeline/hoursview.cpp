// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/hoursview.h"

#include "ui_common/formatting.h"
#include "ui_timeline/daytableaccessible.h"
#include "ui_timeline/monthgrid.h"
#include "ui_timeline/zonewords.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostStripRows = 3;
constexpr int WorkBegins = 7 * 60 + 30; // minutes: what is scrolled to at first

} // namespace

HoursView::HoursView(Span span, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_count(span == Span::Week ? MonthGrid::DaysPerWeek : 1)
{
    DayTableAccessible::install();
    setObjectName(span == Span::Week ? u"week"_s : u"day"_s);
    setAccessibleName(span == Span::Week ? tr("Week") : tr("Day"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    verticalScrollBar()->setAccessibleName(tr("Hours"));
    connect(
        verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void HoursView::showSpan(QDate day)
{
    clearMarks();
    const int before = (day.dayOfWeek() - int(locale().firstDayOfWeek()) + MonthGrid::DaysPerWeek);
    m_first = m_count == 1 ? day : day.addDays(-(before % MonthGrid::DaysPerWeek));
    plan();
}

DateSpan HoursView::days() const
{
    return {.from = m_first, .to = m_first.addDays(m_count)};
}

QString HoursView::title() const
{
    if (m_count == 1)
        //: The title of a day: %1 is the day of the week, %2 the date.
        return tr("%1, %2").arg(
            locale().standaloneDayName(m_first.dayOfWeek(), QLocale::ShortFormat),
            Formatting::date(m_first, locale()));
    //: The title of a week: its first and its last day.
    const QDate last = m_first.addDays(m_count - 1);
    // Within a month the number is enough, where the language has it first.
    const bool isShort = m_first.month() == last.month()
        && Formatting::dayMonth(last, locale()).startsWith(locale().toString(last.day()));
    return tr("%1 – %2").arg(
        isShort ? locale().toString(m_first.day()) : Formatting::dayMonth(m_first, locale()),
        Formatting::date(last, locale()));
}

QDate HoursView::neighbour(int direction) const
{
    return (m_cursorDay.isValid() ? m_cursorDay : m_first).addDays(qint64(direction) * m_count);
}

void HoursView::setContent(const CalendarContent &content)
{
    m_tiles = packDays(content.planned, content.sources, m_today);
    m_marks = content.marks;
    m_zone = content.zone;
    m_places.clear();
    for (const FreePlace &place : content.places)
        m_places[place.day].append(place);
    followMarks();
    const Tile *tile = tileOf(m_cursorDay, m_cursor.post);
    if (!m_cursor.post.isNull() && !tile) {
        const QDate day = dayOf(m_cursor.post);
        tile = tileOf(day, m_cursor.post);
        setCursorTo(tile ? day : m_cursorDay,
            tile ? HourStop {tile->post, tile->time} : HourStop {PostId(), m_cursor.time});
    } else if (tile && tile->time != m_cursor.time) {
        m_cursor.time = tile->time;
        ensureCursorVisible();
    }
    plan();
}

void HoursView::setNow(QDate today, QTime now)
{
    m_today = today;
    m_now = now;
    viewport()->update();
}

QDate HoursView::dayOf(PostId post) const
{
    for (int column = 0; column < m_count; ++column) {
        if (tileOf(m_first.addDays(column), post))
            return m_first.addDays(column);
    }
    return {};
}

const Tile *HoursView::tileOf(QDate day, PostId post) const
{
    const auto tiles = m_tiles.constFind(day);
    if (post.isNull() || tiles == m_tiles.cend())
        return nullptr;
    const auto tile = std::ranges::find(*tiles, post, &Tile::post);
    return tile == tiles->cend() ? nullptr : &*tile;
}

int HoursView::columnOf(QDate day) const
{
    const qint64 column = m_first.daysTo(day);
    return day.isValid() && column >= 0 && column < m_count ? int(column) : -1;
}

HoursLayout HoursView::geometryNow() const
{
    return {HoursMetrics::of(fontMetrics()),
        {.viewport = viewport()->size(),
            .days = m_count,
            .stripRows = m_stripRows,
            .scrolled = verticalScrollBar()->value(),
            .direction = layoutDirection()}};
}

void HoursView::plan()
{
    m_room = geometryNow().room();
    m_plans.resize(m_count);
    qsizetype untimed = 1;
    for (int column = 0; column < m_count; ++column) {
        planDay(column);
        untimed = std::max(untimed, m_plans.at(column).untimed.size());
    }
    m_stripRows = int(std::min<qsizetype>(untimed, MostStripRows));
    updateScrollBar();
    viewport()->update();
}

void HoursView::planDay(int column)
{
    const QDate day = m_first.addDays(column);
    m_plans[column] = planHours(
        tilesOn(day), m_room, day == m_cursorDay ? m_cursor.post : PostId(), m_places.value(day));
}

void HoursView::updateScrollBar()
{
    const HoursLayout layout = geometryNow();
    const int page = layout.hours().height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(layout.metrics().hour / 2);
    verticalScrollBar()->setRange(0, std::max(0, layout.contentHeight() - page));
    if (!m_hasScrolled && isVisible() && page > 0) {
        m_hasScrolled = true;
        verticalScrollBar()->setValue(WorkBegins * layout.metrics().hour / 60);
    }
}

CalendarSpot HoursView::currentSpot() const
{
    CalendarSpot spot {m_cursorDay, false, m_cursor.time};
    const QList<FreePlace> places = m_places.value(m_cursorDay);
    const auto place = std::ranges::find(
        places, m_cursor.time, [](const FreePlace &entry) { return std::optional(entry.time); });
    if (m_cursor.post.isNull() && place != places.end())
        spot.channel = place->channel;
    return spot;
}

void HoursView::setCurrent(QDate day, PostId post)
{
    const Tile *tile = tileOf(day, post);
    setCursorTo(day, tile ? HourStop {tile->post, tile->time} : HourStop {PostId(), m_cursor.time});
}

void HoursView::setCurrentTime(QDate day, std::optional<QTime> time)
{
    setCursorTo(day, {PostId(), time});
}

void HoursView::setCursorTo(QDate day, const HourStop &stop)
{
    const bool moved = day != m_cursorDay || stop.post != m_cursor.post;
    const int before = columnOf(m_cursorDay);
    const bool same = !moved && stop == m_cursor;
    m_cursorDay = day;
    m_cursor = stop;
    for (const int column : {before, columnOf(day)}) {
        if (column >= 0 && column < m_plans.size())
            planDay(column);
    }
    if (!same)
        ensureCursorVisible();
    viewport()->update();
    if (!moved)
        return;
    if (QAccessible::isActive() && hasFocus()) {
        const auto *accessible = QAccessible::queryAccessibleInterface(this);
        if (QAccessibleInterface *focus = accessible ? accessible->focusChild() : nullptr) {
            QAccessibleEvent event(focus, QAccessible::Focus);
            QAccessible::updateAccessibility(&event);
        }
    }
    emit wishes()->currentChanged(m_cursor.post, m_cursorDay);
}

void HoursView::ensureCursorVisible()
{
    if (!m_cursor.time || !m_hasScrolled)
        return;
    const HoursLayout layout = geometryNow();
    const QRect room = layout.hours();
    const int top = layout.yOf(HoursPlan::minuteOf(*m_cursor.time));
    const int bottom = top + layout.metrics().tile + 2;
    QScrollBar *bar = verticalScrollBar();
    if (top < room.top())
        bar->setValue(bar->value() - (room.top() - top));
    else if (bottom > room.bottom())
        bar->setValue(bar->value() + (bottom - room.bottom()));
}

QDate HoursView::dayAt(int row, int column) const
{
    return row == 0 && column >= 0 && column < m_count ? m_first.addDays(column) : QDate();
}

QString HoursView::dayText(QDate day) const
{
    const QString text = withMarks(
        describeDay(day, day == m_today, int(tilesOn(day).size()), locale()), m_marks.value(day));
    const int places = int(m_places.value(day).size());
    //: A day of the calendar: %1 is the date and what is planned.
    return places == 0 ? text : tr("%1, %n free place(s)", nullptr, places).arg(text);
}

QString HoursView::headerText(int row, int column) const
{
    if (row >= 0)
        return title();
    return locale().standaloneDayName(m_first.addDays(column).dayOfWeek(), QLocale::LongFormat);
}

QRect HoursView::dayRect(QDate day) const
{
    const int column = columnOf(day);
    return column < 0 ? QRect() : geometryNow().column(column);
}

QRect HoursView::headerRect(int column) const
{
    return geometryNow().header(column);
}

int HoursView::stripShown(const HoursPlan &plan) const
{
    const int count = int(plan.untimed.size());
    return count <= m_stripRows ? count : m_stripRows - 1;
}

QRect HoursView::tileRect(QDate day, PostId post) const
{
    const int column = columnOf(day);
    if (column < 0 || column >= m_plans.size() || post.isNull())
        return {};
    const HoursPlan &plan = m_plans.at(column);
    const HoursLayout layout = geometryNow();
    for (int row = 0; row < stripShown(plan); ++row) {
        if (plan.untimed.at(row).post == post)
            return layout.stripTile(column, row);
    }
    const auto timed =
        std::ranges::find(plan.timed, post, [](const HourTile &entry) { return entry.tile.post; });
    return timed == plan.timed.end() ? QRect()
                                     : layout.tile(column, *timed).intersected(layout.hours());
}

QList<Tile> HoursView::visibleTiles(QDate day) const
{
    const int column = columnOf(day);
    if (column < 0 || column >= m_plans.size())
        return {};
    const HoursPlan &plan = m_plans.at(column);
    const HoursLayout layout = geometryNow();
    QList<Tile> tiles = plan.untimed.mid(0, stripShown(plan));
    for (const HourTile &entry : plan.timed) {
        if (layout.tile(column, entry).intersects(layout.hours()))
            tiles.append(entry.tile);
    }
    return tiles;
}

bool HoursView::isSelected(QDate day, PostId post) const
{
    return (day == m_cursorDay && post == m_cursor.post) || isMarked({post, day});
}

QRect HoursView::cursorRect() const
{
    const int column = columnOf(m_cursorDay);
    if (column < 0)
        return {};
    if (const QRect tile = tileRect(m_cursorDay, m_cursor.post); !tile.isEmpty())
        return tile;
    const HoursLayout layout = geometryNow();
    return m_cursor.time ? layout.place(column, HoursPlan::minuteOf(*m_cursor.time))
                         : layout.stripTile(column, 0);
}

QPoint HoursView::currentPlace() const
{
    return viewport()->mapToGlobal(cursorRect().center());
}

void HoursView::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : currentPlace());
}

void HoursView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    plan();
}

void HoursView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        plan();
}

void HoursView::focusInEvent(QFocusEvent *event)
{
    if (columnOf(m_cursorDay) < 0 && m_first.isValid())
        setCurrent(columnOf(m_today) < 0 ? m_first : m_today);
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void HoursView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool HoursView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHover({});
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Place place = placeAt(help->pos());
    if (const Tile *tile = tileOf(place.day, place.post))
        QToolTip::showText(
            help->globalPos(), describe(*tile), this, tileRect(place.day, place.post));
    else if (place.part == Place::Part::Free)
        QToolTip::showText(help->globalPos(),
            tr("A free place. Double-click, or press N, to write a post for it."), this);
    else if (geometryNow().corner().contains(help->pos()))
        QToolTip::showText(help->globalPos(), tr("Times: %1").arg(nameOf(m_zone)), this);
    else if (place.part == Place::Part::Header && m_marks.contains(place.day))
        QToolTip::showText(help->globalPos(), namesOf(m_marks.value(place.day)), this);
    else
        QToolTip::hideText();
    return true;
}
