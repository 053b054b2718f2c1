// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;
class Workspace;

/// The team's list of reasons for losing: add, rename (F2), reorder (Alt+Up, Alt+Down), retire (Delete).
class TeamListsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TeamListsPage(Workspace &workspace, QWidget *parent = nullptr);
    ~TeamListsPage() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void refresh();
    void add();
    void rename(const QString &name);
    void move(int steps);
    void toggleRetired();
    void sayIfTaken(const QString &name, LostReasonId but);
    /// Null where nothing is chosen.
    [[nodiscard]] const LostReason *current() const;

    Workspace &m_workspace;
    QListWidget *m_list;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_retire;
    QLineEdit *m_new;
    QLabel *m_fault;
    bool m_showing = false;
};
