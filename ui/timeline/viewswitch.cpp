// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/viewswitch.h"

#include "ui_common/accessible.h"
#include "ui_common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

ViewSwitch::ViewSwitch(const QList<QAction *> &views, QWidget *parent)
    : QWidget(parent)
    , m_views(views)
    , m_one(new QToolButton(this))
{
    setObjectName(u"viewSwitch"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QAction *view : views) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(view);
        switchByToggle(button);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAccessibleName(view->text().remove(u'&'));
        layout->addWidget(button);
        m_buttons.append(button);
        connect(view, &QAction::toggled, this, &ViewSwitch::showChoice);
    }
    auto *menu = new QMenu(m_one);
    menu->addActions(views);
    m_one->setObjectName(u"viewMenu"_s);
    m_one->setMenu(menu);
    m_one->setPopupMode(QToolButton::InstantPopup);
    m_one->setAutoRaise(true);
    m_one->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_one->hide();
    layout->addWidget(m_one);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    showChoice();
}

void ViewSwitch::showChoice()
{
    for (const QAction *view : std::as_const(m_views)) {
        if (!view->isChecked())
            continue;
        const QString name = view->text().remove(u'&');
        m_one->setText(name);
        m_one->setAccessibleName(tr("View: %1").arg(name));
        m_one->setToolTip(m_one->accessibleName());
    }
}

int ViewSwitch::widthFor(bool folded) const
{
    if (folded)
        return m_one->sizeHint().width();
    int width = 0;
    for (const QToolButton *button : m_buttons)
        width += button->sizeHint().width();
    return width;
}

void ViewSwitch::setFolded(bool folded)
{
    m_folded = folded;
    for (QToolButton *button : std::as_const(m_buttons))
        button->setVisible(!folded);
    m_one->setVisible(folded);
}
