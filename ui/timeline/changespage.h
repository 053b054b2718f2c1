// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"

#include <QWidget>

class ActivityStore;
class ChangesModel;
class EmptyState;
class ErrorState;
class QComboBox;
class QPushButton;
class QStackedWidget;
class QTreeView;
class Workspace;

/// Who did what in the whole plan and with prospects, newest first, by person, kind and days. Each row leads to its post or prospect.
class ChangesPage : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesPage(Workspace &workspace, QWidget *parent = nullptr);

signals:
    void openRequested(PostId post, std::optional<QDate> day);
    void prospectRequested(ProspectId prospect);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fillFilters();
    void applyFilter();
    void clearFilter();
    void refresh();
    void readOnAtTheEnd();
    void openCurrent();

    Workspace &m_workspace;
    ActivityStore *m_store;
    ChangesModel *m_model;
    QComboBox *m_who;
    QComboBox *m_kind;
    QComboBox *m_days;
    QPushButton *m_open;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    EmptyState *m_empty;
    ErrorState *m_error;
};
