// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/emptystate.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {
constexpr int PictureSize = 48;
constexpr int SentenceWidth = 420; // about sixty letters, a line that reads well
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : EmptyState(QString(), QString(), parent)
{ }

EmptyState::EmptyState(const QString &sentence, const QString &buttonText, QWidget *parent)
    : QWidget(parent)
    , m_picture(new QLabel(this))
    , m_sentence(quietLabel(sentence, this))
    , m_button(new QPushButton(buttonText, this))
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->hide();
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(SentenceWidth);
    m_button->setVisible(!buttonText.isEmpty());
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);

    // Between stretches and not aligned: only so does the layout give wrapped text its height.
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_sentence, 100);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Wide, Metrics::Wide, Metrics::Wide, Metrics::Wide);
    layout->setSpacing(Metrics::Medium);
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addLayout(line);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, button, 0, Qt::AlignHCenter); // above the stretch
    return button;
}

void EmptyState::setIcon(const QIcon &icon)
{
    m_icon = icon;
    m_picture->setVisible(!icon.isNull());
    paintIcon();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void EmptyState::paintIcon()
{
    if (!m_icon.isNull())
        m_picture->setPixmap(Icons::tinted(
            m_icon, colour(ColourRole::Exit, palette()), PictureSize, devicePixelRatioF()));
}
