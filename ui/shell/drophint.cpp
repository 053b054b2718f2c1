// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/drophint.h"

#include "ui_common/theme.h"

#include <QPainter>

DropHint::DropHint(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::showText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(colour(ColourRole::Pull, palette()), 2, Qt::DashLine));
    painter.setBrush(tint(ColourRole::Pull, palette(), 0.08));
    painter.drawRoundedRect(
        rect().adjusted(Metrics::Wide, Metrics::Wide, -Metrics::Wide, -Metrics::Wide),
        Metrics::Medium, Metrics::Medium);
    painter.setFont(titleFont(font()));
    painter.setPen(colour(ColourRole::PullText, palette()));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}
