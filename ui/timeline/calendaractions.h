// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"

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
    /// Names the way to what is before and after in \a view, and checks it. Triggers nothing.
    void follow(CalendarViewKind view) const;

    QAction *create;
    QAction *open;
    QAction *duplicate;
    QAction *undate;
    QAction *remove;
    QAction *previous;
    QAction *next;
    QAction *today;
    QAction *fill; ///< free slots with evergreen posts
    QAction *audience; ///< checkable: times of each channel's zone
    QAction *overlays;
    QList<QAction *> views; ///< by CalendarViewKind; one is checked

private:
    QAction *add(
        const char *id, const QString &text, const QKeySequence &key, const char16_t *icon);
    QAction *separator();
    void addViews();

    QAction *m_first;
    QAction *m_second;
    QAction *m_third;
    QAction *m_fourth;
};
