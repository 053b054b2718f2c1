// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/accessibleparts.h"

#include <utility>

AccessiblePart::AccessiblePart(QAbstractScrollArea *view, QAccessible::Role role, int place)
    : m_view(view)
    , m_role(role)
    , m_place(place)
{ }

QAccessibleInterface *AccessiblePart::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view.data());
}

QString AccessiblePart::text(QAccessible::Text kind) const
{
    return isValid() && kind == QAccessible::Name ? name() : QString();
}

QRect AccessiblePart::rect() const
{
    if (!isValid())
        return {};
    const QRect rect = area();
    return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

QAccessible::State AccessiblePart::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid)
        return state;
    state.focusable = true;
    state.focused = m_view->hasFocus() && isCurrent();
    state.offscreen = !m_view->isVisible() || !m_view->viewport()->rect().intersects(area());
    return state;
}

void *AccessiblePart::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

void AccessiblePart::doAction(const QString &name)
{
    if (!isValid() || name != setFocusAction())
        return;
    m_view->setFocus();
    makeCurrent();
}

AccessibleParts::~AccessibleParts()
{
    for (const QAccessible::Id id : std::as_const(m_parts))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *AccessibleParts::child(int place) const
{
    if (place < 0 || place >= childCount())
        return nullptr;
    auto found = m_parts.find(place);
    if (found == m_parts.end())
        found = m_parts.insert(place, QAccessible::registerAccessibleInterface(makePart(place)));
    return QAccessible::accessibleInterface(*found);
}

int AccessibleParts::indexOfChild(const QAccessibleInterface *child) const
{
    for (auto it = m_parts.cbegin(); it != m_parts.cend(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == child)
            return it.key();
    }
    return -1;
}

QAccessibleInterface *AccessibleParts::childAt(int x, int y) const
{
    const auto *view = static_cast<QAbstractScrollArea *>(object());
    return child(placeAt(view->viewport()->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *AccessibleParts::focusChild() const
{
    return widget()->hasFocus() ? child(currentPlace()) : nullptr;
}

void announcePart(QAbstractScrollArea *view, int place)
{
    if (!QAccessible::isActive() || !view->hasFocus() || place < 0)
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(place);
    QAccessible::updateAccessibility(&event);
}
