// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <QWidget>

class ProspectDossier;
class QLabel;
class QToolButton;
class SnoozeMenu;
class Workspace;

/// What is done with the newest conversation beside answering: it is snoozed or closed; then says so, with a way to open it again.
class ConversationBar : public QWidget
{
    Q_OBJECT
public:
    /// Both are borrowed and outlive the bar.
    ConversationBar(
        Workspace &workspace, const ProspectDossier &dossier, QWidget *parent = nullptr);

    /// Shows what the dossier has.
    void refresh();
    /// Whether there is a conversation that goes on: it can be snoozed and closed.
    [[nodiscard]] bool isOpen() const;
    /// Whether it is closed or snoozed, and can be opened again.
    [[nodiscard]] bool isResting() const;
    /// Asks until when, under the bar.
    void snooze();
    void closeConversation();
    void reopen();

private:
    /// Null where there is none.
    [[nodiscard]] const Conversation *conversation() const;
    [[nodiscard]] QString personName() const;

    Workspace &m_workspace;
    const ProspectDossier &m_dossier;
    QLabel *m_state;
    QToolButton *m_reopen;
    QToolButton *m_snooze;
    QToolButton *m_close;
    SnoozeMenu *m_menu;
};
