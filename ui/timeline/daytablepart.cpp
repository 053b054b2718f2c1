// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/daytablepart.h"

#include "ui_timeline/daytable.h"
#include "ui_timeline/daytableaccessible.h"

#include <QKeySequence>
#include <QWidget>

DayTablePart::DayTablePart(QWidget *view, DayTable *days, int row, int column, int tile)
    : m_view(view)
    , m_days(days)
    , m_row(row)
    , m_column(column)
    , m_tile(tile)
{ }

bool DayTablePart::isValid() const
{
    if (!m_view || m_row >= m_days->dayRows() || m_column >= m_days->dayColumns())
        return false;
    return m_tile < 0 || tile().has_value();
}

QDate DayTablePart::day() const
{
    return m_view && m_row >= 0 && m_column >= 0 ? m_days->dayAt(m_row, m_column) : QDate();
}

std::optional<Tile> DayTablePart::tile() const
{
    if (m_tile < 0 || !m_view)
        return std::nullopt;
    const QList<Tile> tiles = m_days->visibleTiles(day());
    return m_tile < tiles.size() ? std::optional(tiles.at(m_tile)) : std::nullopt;
}

QAccessibleInterface *DayTablePart::table() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QAccessibleInterface *DayTablePart::parent() const
{
    auto *month = static_cast<DayTableAccessible *>(table());
    if (!month || m_tile < 0)
        return month;
    return month->part(m_row, m_column);
}

QAccessibleInterface *DayTablePart::child(int index) const
{
    const auto *month = static_cast<DayTableAccessible *>(table());
    return month && isDay() && index >= 0 && index < childCount()
        ? month->part(m_row, m_column, index)
        : nullptr;
}

int DayTablePart::childCount() const
{
    return isDay() && isValid() ? int(m_days->visibleTiles(day()).size()) : 0;
}

int DayTablePart::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (this->child(i) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *DayTablePart::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (QAccessibleInterface *found = child(i); found && found->rect().contains(x, y))
            return found;
    }
    return nullptr;
}

QString DayTablePart::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name || !isValid())
        return {};
    if (const auto shown = tile())
        return describe(*shown);
    if (m_row >= 0 && m_column >= 0)
        return m_days->dayText(day());
    return m_row < 0 && m_column < 0 ? m_view->accessibleName()
                                     : m_days->headerText(m_row, m_column);
}

QRect DayTablePart::rect() const
{
    if (!isValid())
        return {};
    QRect place;
    if (const auto shown = tile())
        place = m_days->tileRect(day(), shown->post);
    else if (isDay())
        place = m_days->dayRect(day());
    else if (m_column >= 0)
        place = m_days->headerRect(m_column);
    return {m_days->surface()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::Role DayTablePart::role() const
{
    if (m_tile >= 0)
        return QAccessible::ListItem;
    if (isDay())
        return QAccessible::Cell;
    return m_column >= 0 ? QAccessible::ColumnHeader : QAccessible::RowHeader;
}

bool DayTablePart::isSelected() const
{
    if (!isValid())
        return false;
    const auto shown = tile();
    return m_days->isSelected(day(), shown ? shown->post : PostId());
}

QAccessible::State DayTablePart::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    const bool header = m_row < 0 || m_column < 0;
    state.invisible = !isValid() || (header && m_column < 0);
    if (header || !isValid())
        return state;
    state.focusable = true;
    state.selectable = true;
    state.selected = isSelected();
    state.focused = isSelected() && m_view->hasFocus();
    return state;
}

void *DayTablePart::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface && m_tile < 0)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface && m_row >= 0 && m_column >= 0)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QList<QAccessibleInterface *> DayTablePart::columnHeaderCells() const
{
    const auto *month = static_cast<DayTableAccessible *>(table());
    return month && isDay() ? QList {month->part(-1, m_column)} : QList<QAccessibleInterface *>();
}

QStringList DayTablePart::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void DayTablePart::doAction(const QString &action)
{
    if (!isValid())
        return;
    const auto shown = tile();
    m_days->choose(day(), shown ? shown->post : PostId());
    m_view->setFocus(Qt::OtherFocusReason);
    if (action == pressAction())
        m_days->activateCurrent();
}

QStringList DayTablePart::keyBindingsForAction(const QString &action) const
{
    return action == pressAction() ? QStringList {QKeySequence(Qt::Key_Return).toString()}
                                   : QStringList();
}
