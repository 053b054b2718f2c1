// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/area.h"
#include "ui_shell/recentworkspaces.h"

#include <QWidget>

class ActionCard;
class InlineMessage;
class LoadingBar;
class QLabel;
class RecentList;

/// What the window shows while no workspace is open: the ways in, and the workspaces that were open
/// before.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    /// \a now in Unix milliseconds.
    void setRecent(const QList<RecentWorkspace> &entries, qint64 now);
    /// A workspace is being opened: the bar moves and nothing can be pressed.
    void setBusy(bool busy);
    /// Says in place what went wrong, and what to do.
    void showMessage(const NotifierMessage &message);
    void clearMessage();

signals:
    void sampleRequested();
    void newRequested();
    void openRequested();
    void locationRequested(const QString &location);
    void removeRequested(const QString &location);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildColumn(QWidget *column);
    void paintLogo();

    LoadingBar *m_loading;
    QWidget *m_column;
    QLabel *m_logo;
    InlineMessage *m_message;
    ActionCard *m_sample;
    ActionCard *m_new;
    ActionCard *m_open;
    QLabel *m_recentHeading;
    RecentList *m_recent;
};
