// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/errorstate.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int SignSize = 32;
constexpr int MessageWidth = 460;
} // namespace

ErrorState::ErrorState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_message(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMaximumWidth(MessageWidth);
    connect(m_button, &QPushButton::clicked, this, &ErrorState::retryRequested);

    // Between stretches and not aligned: only so does the layout give wrapped text its height.
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_message, 100);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Metrics::Medium);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addLayout(line);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    paintIcon();
}

void ErrorState::setError(const Error &error, const QString &buttonText)
{
    m_message->setText(error.message);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
}

void ErrorState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void ErrorState::paintIcon()
{
    m_picture->setPixmap(Icons::tinted(Icons::named(u"dialog-error-symbolic"_s, u"dialog-error"_s),
        colour(ColourRole::DangerText, palette()), SignSize, devicePixelRatioF()));
}
