// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDateEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class Workspace;

/// What happened on which day, as charts over time tell it: add, change (F2), delete.
class ChartNotesPage : public QWidget
{
    Q_OBJECT
public:
    explicit ChartNotesPage(Workspace &workspace, QWidget *parent = nullptr);
    ~ChartNotesPage() override;

private:
    void build();
    void refresh();
    void add();
    void removeCurrent();

    Workspace &m_workspace;
    QDateEdit *m_day;
    QLineEdit *m_text;
    QPushButton *m_add;
    QTreeWidget *m_list;
    QPushButton *m_remove;
    bool m_showing = false;
};
