// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_shell/recentworkspaces.h"

#include <QWidget>

class QVBoxLayout;

/// The workspaces that were open before, one row each: name, folder, when. One that is gone is grey
/// and says so; each can be removed from the list.
class RecentList : public QWidget
{
    Q_OBJECT
public:
    explicit RecentList(QWidget *parent = nullptr);

    /// \a now in Unix milliseconds: the days are named relative to it.
    void setEntries(const QList<RecentWorkspace> &entries, qint64 now);

signals:
    void opened(const QString &location);
    void removed(const QString &location);

private:
    QVBoxLayout *m_layout;
};
