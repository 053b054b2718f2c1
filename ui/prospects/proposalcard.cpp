// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/proposalcard.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

ProposalCard::ProposalCard(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *accept = new QPushButton(tr("Accept"), this);
    accept->setObjectName(u"proposal.accept"_s);
    makePrimary(accept);
    auto *decline = new QPushButton(tr("Decline"), this);
    decline->setObjectName(u"proposal.decline"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        Metrics::Large + Metrics::Medium, Metrics::Small, Metrics::Wide, Metrics::Medium);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_text, 1);
    layout->addWidget(accept);
    layout->addWidget(decline);
    connect(accept, &QPushButton::clicked, this, &ProposalCard::accepted);
    connect(decline, &QPushButton::clicked, this, &ProposalCard::declined);
}

void ProposalCard::setProposal(
    const MoveProposal &proposal, const QString &stageName, QDate day, QDate today)
{
    const QString when = day.isValid() ? Formatting::relativeDay(day, today) : QString();
    const QString question = tr("Move to %1?").arg(stageName);
    m_text->setText(when.isEmpty()
            ? tr("%1 %2", "evidence, question").arg(proposal.why, question)
            : tr("%1: %2 %3", "day, evidence, question").arg(when, proposal.why, question));
    setAccessibleName(m_text->text());
}

void ProposalCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(ColourRole::Push, palette(), 0.10));
    painter.drawRoundedRect(
        QStyle::visualRect(layoutDirection(), rect(),
            rect().adjusted(Metrics::Large, 0, -Metrics::Medium, -Metrics::Small)),
        Metrics::Radius, Metrics::Radius);
}
