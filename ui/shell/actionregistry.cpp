// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/actionregistry.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

void ActionRegistry::add(QAction *action)
{
    if (action->isSeparator())
        return;
    Q_ASSERT(!action->objectName().isEmpty());
    Q_ASSERT(this->action(action->objectName()) == nullptr);
    m_actions.removeIf([](const QPointer<QAction> &old) { return old.isNull(); });
    m_actions.append(action);
}

void ActionRegistry::add(const QList<QAction *> &actions)
{
    for (QAction *action : actions)
        add(action);
}

QAction *ActionRegistry::action(const QString &id) const
{
    for (const QPointer<QAction> &action : m_actions) {
        if (action && action->objectName() == id)
            return action;
    }
    return nullptr;
}

QList<QAction *> ActionRegistry::actions() const
{
    QList<QAction *> living;
    for (const QPointer<QAction> &action : m_actions) {
        if (action)
            living.append(action);
    }
    return living;
}

QList<QAction *> ActionRegistry::offered() const
{
    QList<QAction *> offered = actions();
    offered.removeIf([](const QAction *action) {
        const QList<QObject *> places = action->associatedObjects();
        return !action->isEnabled() || !action->isVisible()
            || std::ranges::none_of(places,
                [](const QObject *place) { return qobject_cast<const QMenu *>(place) != nullptr; });
    });
    return offered;
}

bool ActionRegistry::trigger(const QString &id) const
{
    QAction *found = action(id);
    if (found == nullptr || !found->isEnabled())
        return false;
    found->trigger();
    return true;
}
