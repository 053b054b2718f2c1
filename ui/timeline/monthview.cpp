// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthview.h"

#include "ui_common/formatting.h"
#include "ui_timeline/daytableaccessible.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/weekdayheader.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

MonthView::MonthView(QWidget *parent)
    : QTableView(parent)
{
    DayTableAccessible::install();
    setObjectName(u"month"_s);
    setAccessibleName(tr("Month"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setItemDelegate(new DayCellDelegate(m_state, this));
    setHorizontalHeader(new WeekdayHeader(this));
    verticalHeader()->setMinimumSectionSize(24);
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
}

void MonthView::setMonthModel(MonthModel *model)
{
    m_month = model;
    setModel(model);
    connect(model, &QAbstractItemModel::dataChanged, this, &MonthView::onModelChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &MonthView::onModelChanged);
}

void MonthView::showSpan(QDate day)
{
    clearMarks();
    m_month->setMonth(day);
}

DateSpan MonthView::days() const
{
    return {.from = m_month->grid().first, .to = m_month->grid().end()};
}

QString MonthView::title() const
{
    return Formatting::monthTitle(m_month->grid().month);
}

QDate MonthView::neighbour(int direction) const
{
    return m_month->grid().month.addMonths(direction);
}

void MonthView::setContent(const CalendarContent &content)
{
    m_state.places.clear();
    for (const FreePlace &place : content.places) {
        QStringList &signs = m_state.places[place.day];
        if (!signs.contains(place.sign))
            signs.append(place.sign);
    }
    m_state.marks = content.marks;
    m_month->setContent(content.planned, content.sources);
    followMarks();
}

void MonthView::setNow(QDate today, QTime /*now*/)
{
    m_month->setToday(today);
}

QList<Tile> MonthView::tilesOn(QDate day) const
{
    return m_month->tilesOn(day);
}

QDate MonthView::dayOf(PostId post) const
{
    return m_month->dayOf(post);
}

int MonthView::dayRows() const
{
    return m_month ? m_month->rowCount() : 0;
}

int MonthView::dayColumns() const
{
    return m_month ? m_month->columnCount() : 0;
}

QDate MonthView::dayAt(int row, int column) const
{
    return m_month->grid().dayAt(row, column);
}

QString MonthView::dayText(QDate day) const
{
    const QString text = withMarks(
        m_month->indexOf(day).data(Qt::AccessibleTextRole).toString(), m_state.marks.value(day));
    const QStringList signs = m_state.places.value(day);
    //: A day of the calendar: %1 is the date and what is planned, %2 signs of channels.
    return signs.isEmpty() ? text : tr("%1, free places: %2").arg(text, signs.join(u' '));
}

QString MonthView::headerText(int row, int column) const
{
    constexpr int thursday = 3; // of a week that begins on Monday: it decides on the number
    if (row < 0)
        return m_month->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    return tr("Week %1").arg(m_month->grid().dayAt(row, thursday).weekNumber());
}

QRect MonthView::headerRect(int column) const
{
    const QHeaderView *header = horizontalHeader();
    return {QPoint(header->sectionViewportPosition(column), -header->height()),
        QSize(header->sectionSize(column), header->height())};
}

bool MonthView::isSelected(QDate day, PostId post) const
{
    return (day == currentDay() && post == currentPost()) || isMarked({post, day});
}

QPoint MonthView::currentPlace() const
{
    return viewport()->mapToGlobal(dayRect(m_cursor.day()).topLeft());
}

void MonthView::marksChanged()
{
    m_state.marked = selection();
    viewport()->update();
}

void MonthView::onModelChanged()
{
    const MonthCursor followed = m_cursor.following(*m_month);
    if (followed == m_cursor && followed.post() == m_state.cursorPost)
        m_cursor = followed; // refreshes its place in the day
    else
        setCursorTo(followed);
    viewport()->update();
}

void MonthView::setCurrent(QDate day, PostId post)
{
    MonthCursor cursor;
    cursor.set(day, tileOf(day, post) ? post : PostId());
    setCursorTo(cursor);
}

void MonthView::setCursorTo(const MonthCursor &cursor)
{
    const bool moved = cursor != m_cursor;
    m_cursor = cursor.following(*m_month);
    m_state.cursorDay = m_cursor.day();
    m_state.cursorPost = m_cursor.post();
    if (const QModelIndex index = m_month->indexOf(m_cursor.day()); index.isValid())
        setCurrentIndex(index);
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
    emit wishes()->currentChanged(m_cursor.post(), m_cursor.day());
}

const Tile *MonthView::tileOf(QDate day, PostId post) const
{
    const QList<Tile> &tiles = m_month->tilesOn(day);
    const auto tile = std::ranges::find(tiles, post, &Tile::post);
    return post.isNull() || tile == tiles.end() ? nullptr : &*tile;
}

DayCellLayout MonthView::layoutOf(QDate day, int tiles) const
{
    return {visualRect(m_month->indexOf(day)), DayCellMetrics::of(fontMetrics()), tiles,
        layoutDirection()};
}

QRect MonthView::dayRect(QDate day) const
{
    return visualRect(m_month->indexOf(day));
}

QList<Tile> MonthView::visibleTiles(QDate day) const
{
    const QList<Tile> tiles = DayCellDelegate::shownTiles(m_state, day, m_month->tilesOn(day));
    const DayCellLayout layout = layoutOf(day, int(tiles.size()));
    return tiles.mid(DayCellDelegate::firstShown(m_state, day, tiles, layout), layout.shown());
}

QRect MonthView::tileRect(QDate day, PostId post) const
{
    const QList<Tile> tiles = visibleTiles(day);
    const auto tile = std::ranges::find(tiles, post, &Tile::post);
    if (tile == tiles.end())
        return {};
    return layoutOf(day, int(m_month->tilesOn(day).size())).tile(int(tile - tiles.begin()));
}

MonthView::Place MonthView::placeAt(QPoint point) const
{
    const QModelIndex index = indexAt(point);
    if (!m_month || !index.isValid())
        return {};
    Place place;
    place.day = index.data(MonthModel::DayRole).toDate();
    const QList<Tile> tiles = visibleTiles(place.day);
    place.hit = layoutOf(place.day, int(m_month->tilesOn(place.day).size())).hit(point);
    if (place.hit.part == DayCellLayout::Part::Tile && place.hit.tile < tiles.size())
        place.post = tiles.at(place.hit.tile).post;
    return place;
}

bool MonthView::stepBy(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int forward = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const int backward = mirrored ? Qt::Key_Right : Qt::Key_Left;
    const struct
    {
        int key;
        MonthCursor::Step step;
        int days;
    } steps[] {
        {forward, MonthCursor::Step::NextDay, 1},
        {backward, MonthCursor::Step::PreviousDay, -1},
        {Qt::Key_Up, MonthCursor::Step::Up, -MonthGrid::DaysPerWeek},
        {Qt::Key_Down, MonthCursor::Step::Down, MonthGrid::DaysPerWeek},
        {Qt::Key_Home, MonthCursor::Step::WeekStart, 0},
        {Qt::Key_End, MonthCursor::Step::WeekEnd, 0},
    };
    const auto *step =
        std::ranges::find(steps, event->key(), &std::remove_cvref_t<decltype(*steps)>::key);
    if (step == std::end(steps))
        return false;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier) {
        moveSelection(step->days);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    clearMarks();
    const MonthCursor next = m_cursor.stepped(*m_month, step->step);
    if (m_month->grid().contains(next.day()))
        setCursorTo(next);
    else
        emit wishes()->showRequested(next.day());
    return true;
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    if (!m_month || !m_cursor.day().isValid() || stepBy(event))
        return;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (handleKey(*event))
        return;
    if (plain && event->key() == Qt::Key_PageUp)
        emit wishes()->showRequested(m_cursor.day().addMonths(-1));
    else if (plain && event->key() == Qt::Key_PageDown)
        emit wishes()->showRequested(m_cursor.day().addMonths(1));
    else
        event->ignore();
}

void MonthView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        showMenu(event->globalPos());
    else
        showMenu(viewport()->mapToGlobal(
            (m_cursor.post().isNull() ? dayRect(m_cursor.day())
                                      : tileRect(m_cursor.day(), m_cursor.post()))
                .center()));
}

void MonthView::focusInEvent(QFocusEvent *event)
{
    m_state.focused = true;
    if (m_month && !m_month->grid().contains(m_cursor.day()))
        setCurrent(
            m_month->grid().contains(m_month->today()) ? m_month->today() : m_month->grid().month);
    QTableView::focusInEvent(event);
    viewport()->update();
}

void MonthView::focusOutEvent(QFocusEvent *event)
{
    m_state.focused = false;
    QTableView::focusOutEvent(event);
    viewport()->update();
}

bool MonthView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_month)
        return QTableView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Place place = placeAt(help->pos());
    if (const Tile *tile = tileOf(place.day, place.post))
        QToolTip::showText(
            help->globalPos(), describe(*tile), this, tileRect(place.day, place.post));
    else if (place.hit.part == DayCellLayout::Part::Day && m_state.marks.contains(place.day))
        QToolTip::showText(help->globalPos(), namesOf(m_state.marks.value(place.day)), this);
    else
        QToolTip::hideText();
    return true;
}
