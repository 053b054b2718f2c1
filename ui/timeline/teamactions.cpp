// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/teamactions.h"

#include <QAction>

TeamActions::TeamActions(QObject *parent)
    : QObject(parent)
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_all << separator;
    review = add("calendar.review", {});
    setWaiting(0);
    sets = add("calendar.sets", tr("&Campaigns, pillars and labels"));
    changes = add("calendar.changes", tr("&Recent changes"));
    reminders = add("calendar.reminders", tr("Re&minders"));
    reminders->setVisible(false);
}

void TeamActions::setWaiting(int posts) const
{
    review->setEnabled(posts > 0);
    review->setText(posts > 0 ? tr("What waits for your appro&val (%1)").arg(posts)
                              : tr("What waits for your appro&val"));
}

QAction *TeamActions::add(const char *id, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    m_all << action;
    return action;
}
