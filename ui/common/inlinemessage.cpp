// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/inlinemessage.h"

#include "ui_common/closebutton.h"
#include "ui_common/icons.h"
#include "ui_common/severity.h"
#include "ui_common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

InlineMessage::InlineMessage(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new CloseButton(tr("Dismiss"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Medium, Metrics::Small, Metrics::Small, Metrics::Small);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_sign->setContentsMargins(0, Metrics::Tiny, 0, 0);
    connect(m_close, &CloseButton::clicked, this, &InlineMessage::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = m_message.action;
        dismiss();
        if (action)
            action();
    });
    hide();
}

void InlineMessage::show(const NotifierMessage &message)
{
    m_message = message;
    m_text->setText(
        message.details.isEmpty() ? message.text : message.text + u'\n' + message.details);
    m_action->setText(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    setAccessibleName(message.text);
    paintSign();
    setVisible(true);
    update();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void InlineMessage::dismiss()
{
    hide();
}

QString InlineMessage::text() const
{
    return m_message.text;
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(severityRole(m_message.severity), palette(), 0.10));
    painter.drawRoundedRect(rect(), Metrics::Radius, Metrics::Radius);
}

void InlineMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void InlineMessage::paintSign()
{
    m_sign->setPixmap(Icons::tinted(severityIcon(m_message.severity),
        colour(severityRole(m_message.severity), palette()), Metrics::Icon, devicePixelRatioF()));
}
