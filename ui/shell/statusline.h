// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class ElidedLabel;
class QLabel;
class QProgressBar;

/// At the window's foot: the workspace, the state of its server, and what goes on in the
/// background.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setWorkspace(const QString &name, const QString &location);
    /// Empty for a file: then nothing is shown.
    void setServerState(const QString &text);
    /// \a done of \a total steps of \a text; an empty text hides it. A total of 0: it is not known
    /// how long.
    void setBackground(const QString &text, int done, int total);

private:
    ElidedLabel *m_workspace;
    QLabel *m_server;
    QLabel *m_task;
    QProgressBar *m_progress;
};
