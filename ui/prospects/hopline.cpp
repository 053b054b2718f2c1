// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/hopline.h"

#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
/// Whole sentences, since languages put the words elsewhere.
QString hopWords(bool ours, Medium to)
{
    switch (to) {
    case Medium::Call:
        return ours ? HopLine::tr("%1: you proposed a call.")
                    : HopLine::tr("%1: %2 proposed a call.");
    case Medium::Email:
        return ours ? HopLine::tr("%1: you proposed to go on by e-mail.")
                    : HopLine::tr("%1: %2 proposed to go on by e-mail.");
    case Medium::Meeting:
        return ours ? HopLine::tr("%1: you proposed a meeting.")
                    : HopLine::tr("%1: %2 proposed a meeting.");
    case Medium::DirectMessage:
    case Medium::Note:
        return ours ? HopLine::tr("%1: you proposed to go on by message.")
                    : HopLine::tr("%1: %2 proposed to go on by message.");
    }
    Q_UNREACHABLE();
}
} // namespace

QString hopSentence(const Hop &hop, const QString &who, const QTimeZone &zone, QDate today)
{
    const bool isOurs = hop.proposedBy == Direction::Ours;
    const QString day = hop.proposedAt.precision == Precision::Unknown
        ? HopLine::tr("At some time")
        : Formatting::relativeDay(localDay(hop.proposedAt.ms, zone), today);
    const QString words = hopWords(isOurs, hop.to);
    return isOurs ? words.arg(day) : words.arg(day, who);
}

HopLine::HopLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setObjectName(u"log.hopLine"_s);
    m_text->setObjectName(u"log.hopText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_text, 1);
    add(u"log.hopAccepted"_s, tr("Accepted"), HopState::Accepted);
    add(u"log.hopDeclined"_s, tr("Declined"), HopState::Declined);
    add(u"log.hopIgnored"_s, tr("No answer"), HopState::Ignored);
    auto *remove = new QToolButton(this);
    remove->setObjectName(u"log.hopDelete"_s);
    remove->setAccessibleName(tr("Delete the proposal"));
    remove->setToolTip(tr("Delete the proposal"));
    remove->setIcon(Icons::named(u"edit-delete"_s));
    remove->setAutoRaise(true);
    layout->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this] {
        if (m_hop)
            emit removeRequested(*m_hop);
    });
    hide();
}

void HopLine::add(const QString &name, const QString &text, HopState state)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, state] {
        if (m_hop)
            emit decided(*m_hop, state);
    });
}

void HopLine::setHops(
    const QList<Hop> &hops, const QString &who, const QTimeZone &zone, QDate today)
{
    m_hop.reset();
    for (const Hop &hop : hops) {
        if (hop.state == HopState::Proposed
            && (!m_hop || hop.proposedAt.ms >= m_hop->proposedAt.ms))
            m_hop = hop;
    }
    setVisible(m_hop.has_value());
    if (m_hop)
        m_text->setText(hopSentence(*m_hop, who, zone, today));
}
