// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthaccessible.h"

#include "ui_timeline/monthaccessiblepart.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"

namespace {
QAccessibleInterface *make(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<MonthView *>(object);
    return view ? new MonthAccessible(view) : nullptr;
}

constexpr int HeaderColumns = 1;
constexpr int MostTiles = 1 << 12;

quint64 keyOf(int row, int column, int tile)
{
    constexpr quint64 columns = MonthGrid::DaysPerWeek + HeaderColumns;
    return (quint64(row + 1) * columns + quint64(column + 1)) * MostTiles + quint64(tile + 1);
}
} // namespace

void MonthAccessible::install()
{
    QAccessible::installFactory(make);
}

MonthAccessible::MonthAccessible(MonthView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{ }

MonthAccessible::~MonthAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

MonthView *MonthAccessible::view() const
{
    return static_cast<MonthView *>(object());
}

QAccessibleInterface *MonthAccessible::part(int row, int column, int tile) const
{
    const quint64 key = keyOf(row, column, tile);
    const auto known = m_parts.constFind(key);
    if (known != m_parts.cend())
        return QAccessible::accessibleInterface(*known);
    auto *made = new MonthAccessiblePart(view(), row, column, tile);
    m_parts.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int MonthAccessible::childCount() const
{
    return (rowCount() + 1) * (columnCount() + HeaderColumns);
}

QAccessibleInterface *MonthAccessible::child(int index) const
{
    const int columns = columnCount() + HeaderColumns;
    if (index < 0 || index >= childCount())
        return nullptr;
    return part(index / columns - 1, index % columns - 1);
}

int MonthAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *known = dynamic_cast<const MonthAccessiblePart *>(child);
    if (!known)
        return -1;
    return (known->row() + 1) * (columnCount() + HeaderColumns) + known->column() + 1;
}

QAccessibleInterface *MonthAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *found = child(i);
        if (found->rect().contains(x, y))
            return found;
    }
    return nullptr;
}

QAccessibleInterface *MonthAccessible::focusChild() const
{
    const MonthModel *model = view()->monthModel();
    const auto place = model ? model->grid().find(view()->currentDay()) : std::nullopt;
    if (!place || !view()->hasFocus())
        return nullptr;
    QAccessibleInterface *day = part(place->week, place->column);
    for (int i = 0; i < day->childCount(); ++i) {
        if (day->child(i)->state().selected)
            return day->child(i);
    }
    return day;
}

void *MonthAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *MonthAccessible::cellAt(int row, int column) const
{
    return row >= 0 && row < rowCount() && column >= 0 && column < columnCount() ? part(row, column)
                                                                                 : nullptr;
}

QString MonthAccessible::columnDescription(int column) const
{
    return part(-1, column)->text(QAccessible::Name);
}

QString MonthAccessible::rowDescription(int row) const
{
    return part(row, -1)->text(QAccessible::Name);
}

int MonthAccessible::columnCount() const
{
    return view()->monthModel() ? view()->monthModel()->columnCount() : 0;
}

int MonthAccessible::rowCount() const
{
    return view()->monthModel() ? view()->monthModel()->rowCount() : 0;
}

void MonthAccessible::modelChange(QAccessibleTableModelChangeEvent * /*event*/)
{
    // Parts hold places, not values: nothing goes stale.
}
