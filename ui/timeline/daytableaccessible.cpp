// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/daytableaccessible.h"

#include "ui_timeline/daytable.h"
#include "ui_timeline/daytablepart.h"

#include <QWidget>

namespace {
QAccessibleInterface *make(const QString & /*className*/, QObject *object)
{
    auto *table = dynamic_cast<DayTable *>(object);
    return table ? new DayTableAccessible(static_cast<QWidget *>(object), table) : nullptr;
}

constexpr int HeaderColumns = 1;
constexpr int MostTiles = 1 << 12;

quint64 keyOf(int row, int column, int tile)
{
    constexpr quint64 mostColumns = 8;
    return (quint64(row + 1) * mostColumns + quint64(column + 1)) * MostTiles + quint64(tile + 1);
}
} // namespace

void DayTableAccessible::install()
{
    QAccessible::installFactory(make);
}

DayTableAccessible::DayTableAccessible(QWidget *view, DayTable *table)
    : QAccessibleWidget(view, QAccessible::Table)
    , m_days(table)
{ }

DayTableAccessible::~DayTableAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *DayTableAccessible::part(int row, int column, int tile) const
{
    const quint64 key = keyOf(row, column, tile);
    const auto known = m_parts.constFind(key);
    if (known != m_parts.cend())
        return QAccessible::accessibleInterface(*known);
    auto *made = new DayTablePart(widget(), m_days, row, column, tile);
    m_parts.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int DayTableAccessible::childCount() const
{
    return (rowCount() + 1) * (columnCount() + HeaderColumns);
}

QAccessibleInterface *DayTableAccessible::child(int index) const
{
    const int columns = columnCount() + HeaderColumns;
    if (index < 0 || index >= childCount())
        return nullptr;
    return part(index / columns - 1, index % columns - 1);
}

int DayTableAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *known = dynamic_cast<const DayTablePart *>(child);
    if (!known)
        return -1;
    return (known->row() + 1) * (columnCount() + HeaderColumns) + known->column() + 1;
}

QAccessibleInterface *DayTableAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *found = child(i);
        if (found->rect().contains(x, y))
            return found;
    }
    return nullptr;
}

QAccessibleInterface *DayTableAccessible::focusChild() const
{
    if (!widget()->hasFocus())
        return nullptr;
    QAccessibleInterface *day = nullptr;
    for (int row = 0; row < rowCount() && !day; ++row) {
        for (int column = 0; column < columnCount() && !day; ++column) {
            if (m_days->dayAt(row, column) == m_days->cursorDay())
                day = part(row, column);
        }
    }
    if (!day)
        return nullptr;
    for (int i = 0; i < day->childCount(); ++i) {
        if (day->child(i)->state().selected)
            return day->child(i);
    }
    return day;
}

void *DayTableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *DayTableAccessible::cellAt(int row, int column) const
{
    return row >= 0 && row < rowCount() && column >= 0 && column < columnCount() ? part(row, column)
                                                                                 : nullptr;
}

QString DayTableAccessible::columnDescription(int column) const
{
    return part(-1, column)->text(QAccessible::Name);
}

QString DayTableAccessible::rowDescription(int row) const
{
    return part(row, -1)->text(QAccessible::Name);
}

int DayTableAccessible::columnCount() const
{
    return m_days->dayColumns();
}

int DayTableAccessible::rowCount() const
{
    return m_days->dayRows();
}

void DayTableAccessible::modelChange(QAccessibleTableModelChangeEvent * /*event*/)
{
    // Parts hold places, not values: nothing goes stale.
}
