// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMenu>

class QCalendarWidget;

/// Until when something is put off: one day, three days, next week, or a day of the calendar.
class SnoozeMenu : public QMenu
{
    Q_OBJECT
public:
    /// Its parts are called \a prefix with ".tomorrow", ".threeDays", ".nextWeek", ".day" and ".calendar".
    explicit SnoozeMenu(const QString &prefix, QWidget *parent = nullptr);

    /// The day that the choices follow.
    void setToday(QDate today);

signals:
    void chosen(QDate until);

private:
    QCalendarWidget *m_calendar;
    QDate m_today;
};
