// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/decisionrow.h"

#include "ui_common/theme.h"
#include "ui_prospects/sectionparts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DecisionRow::DecisionRow(
    const Handover &handover, const Viewer &viewer, const QString &name, Room room, QWidget *parent)
    : QWidget(parent)
    , m_id(handover.id)
    , m_buttons(new QWidget(this))
    , m_asking(new QWidget(this))
    , m_reason(new QLineEdit(m_asking))
{
    build(handover, viewer, name, room);
}

void DecisionRow::build(
    const Handover &handover, const Viewer &viewer, const QString &name, Room room)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Tiny);
    auto *lines = new QVBoxLayout(m_buttons);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addLayout(buttons);
    if (HandoverRules::mayDecide(handover, viewer)) {
        auto *accept = new QPushButton(tr("Take over"), m_buttons);
        accept->setObjectName(u"handover.accept"_s);
        accept->setAccessibleName(tr("Take “%1” over").arg(name));
        makePrimary(accept);
        connect(accept, &QPushButton::clicked, this, &DecisionRow::accepted);
        QToolButton *giveBack = SectionParts::textButton(u"handover.return"_s, tr("Return…"),
            tr("Return “%1” to marketing, with a reason").arg(name), m_buttons);
        connect(giveBack, &QToolButton::clicked, this, [this] { ask(true); });
        buttons->addWidget(accept);
        buttons->addWidget(giveBack);
    }
    if (HandoverRules::mayWithdraw(handover, viewer)) {
        QToolButton *withdraw = SectionParts::textButton(u"handover.withdraw"_s, tr("Withdraw"),
            tr("No longer offer “%1”").arg(name), m_buttons);
        connect(withdraw, &QToolButton::clicked, this, &DecisionRow::withdrawn);
        QBoxLayout *line = room == Room::Wide ? static_cast<QBoxLayout *>(buttons) : lines;
        line->addWidget(withdraw, 0, Qt::AlignLeading);
    }
    buttons->addStretch(1);

    m_reason->setObjectName(u"handover.reason"_s);
    m_reason->setAccessibleName(tr("Why “%1” goes back").arg(name));
    m_reason->setPlaceholderText(tr("Why they go back"));
    auto *send = new QPushButton(tr("Return"), m_asking);
    send->setObjectName(u"handover.sendBack"_s);
    send->setEnabled(false);
    auto *asking = new QHBoxLayout(m_asking);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->setSpacing(Metrics::Tiny);
    asking->addWidget(m_reason, 1);
    asking->addWidget(send);
    m_asking->hide();
    const auto say = [this] {
        const QString reason = m_reason->text().trimmed();
        if (reason.isEmpty())
            return;
        ask(false); // whoever shows the row may make it anew now
        emit returned(reason);
    };
    connect(m_reason, &QLineEdit::returnPressed, this, say);
    connect(send, &QPushButton::clicked, this, say);
    connect(m_reason, &QLineEdit::textChanged, send,
        [send](const QString &reason) { send->setEnabled(!reason.trimmed().isEmpty()); });
    connect(
        SectionParts::shortcutIn(m_asking, Qt::Key_Escape), &QShortcut::activated, this, [this] {
            ask(false);
            emit left();
        });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_buttons);
    layout->addWidget(m_asking);
}

bool DecisionRow::isAsking() const
{
    return !m_asking->isHidden();
}

void DecisionRow::resume(const QWidget &rows, HandoverId id, const QString &reason)
{
    const auto all = rows.findChildren<DecisionRow *>();
    for (const DecisionRow *row : all) {
        if (row->m_id != id)
            continue;
        row->m_reason->setText(reason);
        row->m_asking->show();
    }
}

void DecisionRow::ask(bool asks)
{
    m_asking->setVisible(asks);
    if (asks)
        m_reason->setFocus(Qt::OtherFocusReason);
    else if (auto *giveBack = m_buttons->findChild<QToolButton *>(u"handover.return"_s))
        giveBack->setFocus(Qt::OtherFocusReason);
}
