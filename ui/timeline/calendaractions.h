// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;

/// The actions of the calendar, each with a stable object name. Keys without Ctrl act only while the calendar has the focus.
class CalendarActions : public QObject
{
    Q_OBJECT
public:
    explicit CalendarActions(QObject *parent = nullptr);

    /// In the order of the menu.
    [[nodiscard]] QList<QAction *> all() const;
    /// \a hasPost: a post is selected; \a isPlanned: and it has a day.
    void update(bool hasPost, bool isPlanned) const;

    QAction *create;
    QAction *open;
    QAction *duplicate;
    QAction *undate;
    QAction *remove;
    QAction *previous;
    QAction *next;
    QAction *today;

private:
    QAction *add(
        const char *id, const QString &text, const QKeySequence &key, const char16_t *icon);
    QAction *separator();

    QAction *m_first;
    QAction *m_second;
};
