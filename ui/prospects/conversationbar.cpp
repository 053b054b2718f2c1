// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/conversationbar.h"

#include "session/conversationservice.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/snoozemenu.h"
#include "ui_common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QToolButton *restButton(
    const QString &name, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    return button;
}
} // namespace

ConversationBar::ConversationBar(
    Workspace &workspace, const ProspectDossier &dossier, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_state(quietLabel({}, this))
    , m_reopen(restButton(u"conversation.reopen"_s, tr("Reopen"),
          tr("Opens the conversation again: it is in Today when it is your turn"), this))
    , m_snooze(restButton(u"conversation.snooze"_s, tr("Snooze the conversation"),
          tr("Snoozes the conversation: it is not in Today until then, or until a new word comes"),
          this))
    , m_close(restButton(u"conversation.close"_s, tr("Close the conversation"),
          tr("Closes the conversation: it is not in Today until a new word comes"), this))
    , m_menu(new SnoozeMenu(u"conversation.snooze"_s, this))
{
    m_state->setObjectName(u"conversation.state"_s);
    m_state->setWordWrap(false);
    m_reopen->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_snooze->setIcon(Icons::named(u"clock"_s));
    m_close->setIcon(Icons::named(u"dialog-ok-apply"_s));
    m_menu->setObjectName(u"conversation.snoozeMenu"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Tiny);
    for (QWidget *part : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_reopen),
             static_cast<QWidget *>(m_snooze), static_cast<QWidget *>(m_close)})
        row->addWidget(part);
    connect(m_reopen, &QToolButton::clicked, this, &ConversationBar::reopen);
    connect(m_snooze, &QToolButton::clicked, this, &ConversationBar::snooze);
    connect(m_close, &QToolButton::clicked, this, &ConversationBar::closeConversation);
    connect(m_menu, &SnoozeMenu::chosen, this, [this](QDate until) {
        if (isOpen())
            m_workspace.conversations().snooze(*conversation(), until, personName());
    });
    refresh();
}

const Conversation *ConversationBar::conversation() const
{
    const QList<Conversation> &all = m_dossier.conversations();
    const auto newest = std::ranges::max_element(all, {}, &Conversation::lastMessageAt);
    return newest == all.end() ? nullptr : &*newest;
}

QString ConversationBar::personName() const
{
    return m_dossier.prospect() ? displayName(*m_dossier.prospect()) : QString();
}

bool ConversationBar::isResting() const
{
    const Conversation *shown = conversation();
    return shown != nullptr
        && (shown->closedAt != 0
            || (shown->snoozedUntil && *shown->snoozedUntil > m_workspace.today()));
}

bool ConversationBar::isOpen() const
{
    return conversation() != nullptr && !isResting();
}

void ConversationBar::refresh()
{
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    const bool isAsleep = isResting();
    if (isAsleep) {
        const Conversation &shown = *conversation();
        m_state->setText(shown.closedAt != 0
                ? tr("Closed")
                : tr("Snoozed until %1")
                      .arg(Formatting::dayWithin(*shown.snoozedUntil, m_workspace.today())));
    }
    m_state->setVisible(isAsleep);
    m_reopen->setVisible(isAsleep);
    m_snooze->setVisible(isOpen());
    m_close->setVisible(isOpen());
    if (hadKeyboard && (isAsleep || isOpen()))
        (isAsleep ? m_reopen : m_close)->setFocus(Qt::OtherFocusReason);
}

void ConversationBar::snooze()
{
    if (!isOpen())
        return;
    m_menu->setToday(m_workspace.today());
    m_menu->popup(m_snooze->mapToGlobal(QPoint(0, m_snooze->height())));
}

void ConversationBar::closeConversation()
{
    if (isOpen())
        m_workspace.conversations().close(*conversation(), personName());
}

void ConversationBar::reopen()
{
    if (!isResting())
        return;
    const Conversation &resting = *conversation();
    if (resting.closedAt != 0)
        m_workspace.conversations().reopen(resting, personName());
    else
        m_workspace.conversations().snooze(resting, std::nullopt, personName());
}
