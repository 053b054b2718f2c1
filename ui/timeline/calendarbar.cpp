// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarbar.h"

#include "ui_common/accessible.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/calendaractions.h"
#include "ui_timeline/displaybutton.h"
#include "ui_timeline/filterrow.h"
#include "ui_timeline/viewswitch.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

namespace {
QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    switchByToggle(button);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}
} // namespace

CalendarBar::CalendarBar(const CalendarActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
{
    // The widest month, so that what follows stays under the pointer.
    for (int month = 1; month <= 12; ++month)
        m_widestMonth = std::max(m_widestMonth,
            QFontMetrics(m_title->font())
                .horizontalAdvance(Formatting::monthTitle(QDate(2028, month, 1))));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    auto *previous = buttonFor(actions.previous, this);
    auto *next = buttonFor(actions.next, this);
    auto *today = buttonFor(actions.today, this);
    today->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (QWidget *part : {today, previous, next})
        layout->addWidget(part);
    layout->addWidget(m_title);
    layout->addSpacing(Metrics::Small);
    m_switch = new ViewSwitch(actions.views, this);
    layout->addWidget(m_switch);
    m_display = new DisplayButton(this);
    layout->addWidget(m_display);
    layout->addSpacing(Metrics::Small);
    m_filters = new FilterRow(this); // after the others, so that Tab comes to it after them
    layout->addWidget(m_filters);
    layout->addStretch(1);
}

void CalendarBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void CalendarBar::fold()
{
    // Folding lays the row out anew, which leads back here before all of its buttons are shown or hidden.
    if (m_isFolding)
        return;
    const QScopedValueRollback folding(m_isFolding, true);
    layout()->invalidate();
    // What it would need spread out, whatever it is just now. The filters give way first.
    const int spared =
        m_switch->isFolded() ? m_switch->widthFor(false) - m_switch->widthFor(true) : 0;
    const bool isNarrow = width() < layout()->minimumSize().width() + spared;
    if (isNarrow != m_switch->isFolded())
        m_switch->setFolded(isNarrow);
}

QSize CalendarBar::minimumSizeHint() const
{
    // With the switch folded, whatever it is just now: else it could never fold.
    const QSize size = QWidget::minimumSizeHint();
    const int spared = m_switch->widthFor(false) - m_switch->widthFor(true);
    return m_switch->isFolded() ? size : size - QSize(spared, 0);
}

void CalendarBar::setTitle(const QString &title)
{
    m_title->setText(title);
    const int wanted = QFontMetrics(m_title->font()).horizontalAdvance(title);
    m_title->setMinimumWidth(std::max(m_widestMonth, wanted) + Metrics::Tiny);
    fold();
}
