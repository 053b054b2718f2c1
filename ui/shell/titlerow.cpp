// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/titlerow.h"

#include "ui_common/closebutton.h"
#include "ui_common/theme.h"
#include "ui_shell/searchfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

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
}

void TitleRow::addExtra(QWidget *extra)
{
    extra->setParent(this);
    extra->hide();
    m_extras->addWidget(extra);
    m_extraWidgets.append(extra);
}

void TitleRow::setArea(const QString &title, const QWidget *extra)
{
    m_title->setText(title);
    for (QWidget *widget : std::as_const(m_extraWidgets))
        widget->setVisible(widget == extra);
}

void TitleRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colour(ColourRole::Hairline, palette()));
}
