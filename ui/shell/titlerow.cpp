// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/titlerow.h"

#include "ui_common/closebutton.h"
#include "ui_common/theme.h"
#include "ui_shell/searchfield.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

TitleRow::TitleRow(QWidget *parent)
    : QWidget(parent)
    , m_extras(new QHBoxLayout)
    , m_title(titleLabel(QString(), this))
    , m_search(new SearchField(this))
    , m_inspector(new QToolButton(this))
    , m_close(new CloseButton(tr("Back"), this))
{
    m_extras->setContentsMargins(0, 0, 0, 0);
    m_extras->setSpacing(0);
    m_inspector->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Wide, Metrics::Medium, Metrics::Medium, Metrics::Medium);
    layout->setSpacing(Metrics::Large);
    layout->addWidget(m_title);
    layout->addLayout(m_extras, 1);
    layout->addWidget(m_search, 2);
    layout->addWidget(m_inspector);
    m_close->setObjectName(u"title.close"_s);
    m_close->hide();
    layout->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_search->installEventFilter(this);
}

void TitleRow::addExtra(QWidget *extra)
{
    extra->setParent(this);
    extra->hide();
    m_extras->addWidget(extra);
    m_extraWidgets.append(extra);
}

void TitleRow::setArea(const QString &title, QWidget *extra)
{
    m_title->setText(title);
    m_extra = extra;
    for (QWidget *widget : std::as_const(m_extraWidgets))
        widget->setVisible(widget == extra);
    fit();
}

void TitleRow::fit()
{
    if (m_extra == nullptr) {
        m_title->show();
        return;
    }
    const int spacing = layout()->spacing();
    const QMargins margins = layout()->contentsMargins();
    int needed = margins.left() + margins.right()
        + std::max(m_extra->minimumSizeHint().width(), m_extra->minimumWidth());
    if (!m_search->isHidden())
        needed += spacing + SearchField::ReadableWidth;
    for (const QToolButton *button : {m_inspector, static_cast<QToolButton *>(m_close)}) {
        if (!button->isHidden())
            needed += spacing + button->sizeHint().width();
    }
    m_extra->setVisible(!m_isSearching || needed <= width());
    needed += spacing + m_title->minimumSizeHint().width();
    m_title->setVisible(needed <= width());
}

bool TitleRow::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return isTaken;
}

bool TitleRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        // A menu or another window has the keyboard only for a while.
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            m_isSearching = event->type() == QEvent::FocusIn;
            fit();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TitleRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TitleRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colour(ColourRole::Hairline, palette()));
}
