// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/chartbar.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
int roomOf(const QToolButton &button)
{
    return button.sizeHint().width() + Metrics::Tiny;
}
} // namespace

ChartBar::ChartBar(QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton(this))
    , m_rest(new QMenu(m_more))
{
    m_more->setObjectName(u"pipeline.more"_s);
    m_more->setIcon(Icons::named(u"overflow-menu"_s));
    m_more->setAccessibleName(tr("More about the chart"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setAutoRaise(true);
    m_more->setIconSize({Metrics::Icon, Metrics::Icon});
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_rest);
    m_more->hide();
}

void ChartBar::arrange()
{
    int room = width() - m_choice->minimumSizeHint().width();
    const bool isAll = buttonsRoom() <= room;
    if (!isAll)
        room -= roomOf(*m_more);
    QList<QAction *> rest;
    for (const auto &[button, shown] : std::as_const(m_buttons)) {
        if (shown->isVisible())
            room -= roomOf(*button);
        const bool isFit = isAll || room >= 0;
        button->setVisible(shown->isVisible() && isFit);
        if (shown->isVisible() && !isFit)
            rest.append(shown);
    }
    if (!std::ranges::equal(rest, m_rest->actions())) {
        m_rest->clear();
        m_rest->addActions(rest);
    }
    m_more->setVisible(!isAll);
}

QSize ChartBar::minimumSizeHint() const
{
    const int wide = m_choice->minimumSizeHint().width();
    return {wide + std::min(buttonsRoom(), roomOf(*m_more)), QWidget::minimumSizeHint().height()};
}

QSize ChartBar::sizeHint() const
{
    return {m_choice->sizeHint().width() + buttonsRoom(), QWidget::sizeHint().height()};
}

void ChartBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

int ChartBar::buttonsRoom() const
{
    int wide = 0;
    for (const auto &[button, shown] : m_buttons)
        wide += shown->isVisible() ? roomOf(*button) : 0;
    return wide;
}
