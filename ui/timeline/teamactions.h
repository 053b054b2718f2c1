// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;

/// The actions of the calendar's menu that lead to what the team shares. Each has a stable object name.
class TeamActions : public QObject
{
    Q_OBJECT
public:
    explicit TeamActions(QObject *parent = nullptr);

    /// In the order of the menu.
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    void setWaiting(int posts) const;

    QAction *review; ///< says how many posts wait
    QAction *changes;
    QAction *sets;
    QAction *reminders; ///< hidden where nothing reminds

private:
    QAction *add(const char *id, const QString &text);

    QList<QAction *> m_all;
};
