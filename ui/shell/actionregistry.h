// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

/// Every action of the window by its id, the object name ("post.duplicate"): for menus, the list of
/// shortcuts and tests. Actions belong to those who made them and leave by themselves when they
/// die.
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// \a action needs an object name that no other living action has; separators are left out.
    void add(QAction *action);
    void add(const QList<QAction *> &actions);
    /// Null if there is none.
    [[nodiscard]] QAction *action(const QString &id) const;
    /// In the order in which they were added.
    [[nodiscard]] QList<QAction *> actions() const;
    /// Those that a person could choose in a menu of the window now.
    [[nodiscard]] QList<QAction *> offered() const;
    /// Triggers an enabled action; false if there is none.
    [[nodiscard]] bool trigger(const QString &id) const;

private:
    QList<QPointer<QAction>> m_actions;
};
