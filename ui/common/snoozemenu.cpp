// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/snoozemenu.h"

#include "domain/dayswork.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

SnoozeMenu::SnoozeMenu(const QString &prefix, QWidget *parent)
    : QMenu(parent)
    , m_calendar(new QCalendarWidget)
{
    setTitle(tr("&Snooze"));
    const auto offer = [this, &prefix](const QString &id, const QString &text, auto day) {
        QAction *action = addAction(text);
        action->setObjectName(prefix + id);
        connect(action, &QAction::triggered, this, [this, day] { emit chosen(day(m_today)); });
    };
    offer(u".tomorrow"_s, tr("One &day"), [](QDate today) { return today.addDays(1); });
    offer(u".threeDays"_s, tr("&Three days"), [](QDate today) { return today.addDays(3); });
    offer(u".nextWeek"_s, tr("Next &week"), [](QDate today) { return WorkRules::nextWeek(today); });
    QMenu *days = addMenu(tr("Until a &day"));
    m_calendar->setObjectName(prefix + u".calendar"_s);
    m_calendar->setAccessibleName(tr("Snooze until"));
    auto *day = new QWidgetAction(days);
    day->setObjectName(prefix + u".day"_s);
    day->setDefaultWidget(m_calendar); // which it owns
    days->addAction(day);
    connect(m_calendar, &QCalendarWidget::activated, this, [this](QDate until) {
        // The menu, and the one that it may be a part of.
        while (QWidget *popup = QApplication::activePopupWidget()) {
            if (!popup->close())
                break;
        }
        emit chosen(until);
    });
}

void SnoozeMenu::setToday(QDate today)
{
    m_today = today;
    m_calendar->setMinimumDate(today.addDays(1));
    m_calendar->setSelectedDate(today.addDays(1));
}
