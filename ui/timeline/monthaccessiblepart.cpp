// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthaccessiblepart.h"

#include "ui_timeline/monthaccessible.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"

#include <QHeaderView>

MonthAccessiblePart::MonthAccessiblePart(MonthView *view, int row, int column, int tile)
    : m_view(view)
    , m_row(row)
    , m_column(column)
    , m_tile(tile)
{ }

bool MonthAccessiblePart::isValid() const
{
    if (!m_view || !m_view->monthModel() || m_row >= m_view->monthModel()->rowCount())
        return false;
    return m_tile < 0 || tile().has_value();
}

QDate MonthAccessiblePart::day() const
{
    return m_view && m_row >= 0 && m_column >= 0
        ? m_view->monthModel()->grid().dayAt(m_row, m_column)
        : QDate();
}

std::optional<Tile> MonthAccessiblePart::tile() const
{
    if (m_tile < 0 || !m_view)
        return std::nullopt;
    const QList<Tile> tiles = m_view->visibleTiles(day());
    return m_tile < tiles.size() ? std::optional(tiles.at(m_tile)) : std::nullopt;
}

QAccessibleInterface *MonthAccessiblePart::table() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QAccessibleInterface *MonthAccessiblePart::parent() const
{
    auto *month = static_cast<MonthAccessible *>(table());
    if (!month || m_tile < 0)
        return month;
    return month->part(m_row, m_column);
}

QAccessibleInterface *MonthAccessiblePart::child(int index) const
{
    const auto *month = static_cast<MonthAccessible *>(table());
    return month && isDay() && index >= 0 && index < childCount()
        ? month->part(m_row, m_column, index)
        : nullptr;
}

int MonthAccessiblePart::childCount() const
{
    return isDay() && isValid() ? int(m_view->visibleTiles(day()).size()) : 0;
}

int MonthAccessiblePart::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (this->child(i) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *MonthAccessiblePart::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (QAccessibleInterface *found = child(i); found && found->rect().contains(x, y))
            return found;
    }
    return nullptr;
}

QString MonthAccessiblePart::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name || !isValid())
        return {};
    if (const auto shown = tile())
        return describe(*shown);
    const MonthModel *model = m_view->monthModel();
    if (m_row >= 0 && m_column >= 0)
        return model->indexOf(day()).data(Qt::AccessibleTextRole).toString();
    if (m_column >= 0)
        return model->headerData(m_column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    if (m_row >= 0)
        return MonthView::tr("Week %1").arg(model->grid().dayAt(m_row, 3).weekNumber());
    return MonthView::tr("Month");
}

QRect MonthAccessiblePart::rect() const
{
    if (!isValid())
        return {};
    QRect place;
    if (const auto shown = tile())
        place = m_view->tileRect(day(), shown->post);
    else if (isDay())
        place = m_view->dayRect(day());
    else if (m_column >= 0) {
        const QHeaderView *header = m_view->horizontalHeader();
        return {header->mapToGlobal(QPoint(header->sectionViewportPosition(m_column), 0)),
            QSize(header->sectionSize(m_column), header->height())};
    }
    return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::Role MonthAccessiblePart::role() const
{
    if (m_tile >= 0)
        return QAccessible::ListItem;
    if (isDay())
        return QAccessible::Cell;
    return m_column >= 0 ? QAccessible::ColumnHeader : QAccessible::RowHeader;
}

bool MonthAccessiblePart::isSelected() const
{
    if (!isValid() || m_view->currentDay() != day())
        return false;
    const auto shown = tile();
    return shown ? m_view->currentPost() == shown->post : m_view->currentPost().isNull();
}

QAccessible::State MonthAccessiblePart::state() const
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

void *MonthAccessiblePart::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface && m_tile < 0)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface && m_row >= 0 && m_column >= 0)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QList<QAccessibleInterface *> MonthAccessiblePart::columnHeaderCells() const
{
    const auto *month = static_cast<MonthAccessible *>(table());
    return month && isDay() ? QList {month->part(-1, m_column)} : QList<QAccessibleInterface *>();
}

QStringList MonthAccessiblePart::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void MonthAccessiblePart::doAction(const QString &action)
{
    if (!isValid())
        return;
    const auto shown = tile();
    m_view->setCurrent(day(), shown ? shown->post : PostId());
    m_view->setFocus(Qt::OtherFocusReason);
    if (action == pressAction())
        m_view->openCurrent();
}

QStringList MonthAccessiblePart::keyBindingsForAction(const QString &action) const
{
    return action == pressAction() ? QStringList {QKeySequence(Qt::Key_Return).toString()}
                                   : QStringList();
}
