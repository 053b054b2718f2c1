// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthview.h"

#include "ui_timeline/monthaccessible.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/weekdayheader.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

MonthView::MonthView(QWidget *parent)
    : QTableView(parent)
{
    MonthAccessible::install();
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
    emit currentPostChanged(m_cursor.post(), m_cursor.day());
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

void MonthView::openCurrent()
{
    if (!m_cursor.post().isNull())
        emit openRequested(m_cursor.post());
    else if (m_month->tilesOn(m_cursor.day()).isEmpty())
        createHere();
    else
        emit dayRequested(
            m_cursor.day(), viewport()->mapToGlobal(dayRect(m_cursor.day()).topLeft()));
}

void MonthView::deleteCurrent()
{
    if (!m_cursor.post().isNull())
        emit deleteRequested(m_cursor.post());
}

void MonthView::duplicateCurrent()
{
    if (!m_cursor.post().isNull())
        emit duplicateRequested(m_cursor.post());
}

void MonthView::undateCurrent()
{
    if (!m_cursor.post().isNull())
        emit undateRequested(m_cursor.post());
}

void MonthView::createHere()
{
    if (m_cursor.day().isValid())
        emit createRequested(m_cursor.day());
}

void MonthView::moveCurrent(int days)
{
    const QDate from = m_cursor.day();
    if (m_cursor.post().isNull() || days == 0)
        return;
    const QDate to = from.addDays(days);
    const PostId post = m_cursor.post();
    emit moveRequested(post, from, to);
    if (!m_month->grid().contains(to))
        emit monthRequested(to);
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
        moveCurrent(step->days);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    const MonthCursor next = m_cursor.stepped(*m_month, step->step);
    if (m_month->grid().contains(next.day()))
        setCursorTo(next);
    else
        emit monthRequested(next.day());
    return true;
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    if (!m_month || !m_cursor.day().isValid() || stepBy(event))
        return;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        openCurrent();
    else if (plain && event->key() == Qt::Key_Delete)
        deleteCurrent();
    else if (plain && event->key() == Qt::Key_Backspace)
        undateCurrent();
    else if (plain && event->key() == Qt::Key_N)
        createHere();
    else if (control && event->key() == Qt::Key_D)
        duplicateCurrent();
    else if (plain && event->key() == Qt::Key_PageUp)
        emit monthRequested(m_cursor.day().addMonths(-1));
    else if (plain && event->key() == Qt::Key_PageDown)
        emit monthRequested(m_cursor.day().addMonths(1));
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

void MonthView::showMenu(QPoint globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](
                         const QString &text, const QString &key, void (MonthView::*slot)()) {
        // The key is shown, and handled by the view itself.
        menu->addAction(text + u'\t' + key, this, slot);
    };
    const auto keyText = [](const QKeySequence &key) {
        return key.toString(QKeySequence::NativeText);
    };
    if (!m_cursor.post().isNull()) {
        add(tr("Open"), keyText(Qt::Key_Return), &MonthView::openCurrent);
        add(tr("Duplicate"), keyText(Qt::CTRL | Qt::Key_D), &MonthView::duplicateCurrent);
        menu->addSeparator();
        menu->addAction(tr("A day earlier") + u'\t' + keyText(Qt::ALT | Qt::Key_Left), this,
            [this] { moveCurrent(-1); });
        menu->addAction(tr("A day later") + u'\t' + keyText(Qt::ALT | Qt::Key_Right), this,
            [this] { moveCurrent(1); });
        add(tr("Move to the ideas"), keyText(Qt::Key_Backspace), &MonthView::undateCurrent);
        menu->addSeparator();
        add(tr("Delete"), keyText(Qt::Key_Delete), &MonthView::deleteCurrent);
        menu->addSeparator();
    }
    add(tr("New post"), keyText(Qt::Key_N), &MonthView::createHere);
    menu->popup(globalPosition);
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
    else
        QToolTip::hideText();
    return true;
}
