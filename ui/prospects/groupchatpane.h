// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QWidget>

class GroupChats;
class MessagePages;
class QComboBox;
class QLabel;
class QPushButton;
class ThreadView;
class Workspace;

/// A conversation of several people that belongs to no prospect yet: who takes part, what was said, and "make a prospect of" one of them.
class GroupChatPane : public QWidget
{
    Q_OBJECT
public:
    /// \a chats is borrowed and outlives the pane.
    GroupChatPane(Workspace &workspace, GroupChats &chats, QWidget *parent = nullptr);

signals:
    void closeRequested();
    /// The chosen participant is a prospect now.
    void prospectMade(ProspectId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintLock();
    void refresh();
    void refreshThread();
    void make();

    Workspace &m_workspace;
    GroupChats &m_chats;
    MessagePages *m_pages;
    QLabel *m_title;
    QLabel *m_lock;
    QLabel *m_people;
    QComboBox *m_person;
    QPushButton *m_make;
    ThreadView *m_thread;
};
