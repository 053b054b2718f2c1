// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarbar.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/calendaractions.h"
#include "ui_timeline/filterrow.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace {
QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}
} // namespace

CalendarBar::CalendarBar(const CalendarActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
{
    // The widest month, so that the arrows stay under the pointer.
    int widest = 0;
    for (int month = 1; month <= 12; ++month)
        widest = std::max(widest,
            QFontMetrics(m_title->font())
                .horizontalAdvance(Formatting::monthTitle(QDate(2028, month, 1))));
    m_title->setMinimumWidth(widest + Metrics::Tiny);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    auto *previous = buttonFor(actions.previous, this);
    auto *next = buttonFor(actions.next, this);
    layout->addWidget(previous);
    layout->addWidget(m_title);
    layout->addWidget(next);
    auto *today = buttonFor(actions.today, this);
    today->setToolButtonStyle(Qt::ToolButtonTextOnly);
    layout->addWidget(today);
    layout->addSpacing(Metrics::Small);
    m_filters = new FilterRow(this); // after the others, so that Tab comes to it after them
    layout->addWidget(m_filters);
    layout->addStretch(1);
}

void CalendarBar::setTitle(const QString &title)
{
    m_title->setText(title);
}
