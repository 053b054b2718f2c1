// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/recordservice.h"

#include <QTimer>
#include <QWidget>

class EmptyState;
class ErrorState;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class Workspace;

/// The companies with how many people each has: found by the beginning of a name, changed and deleted in place; their people are listed on demand.
class CompaniesPage : public QWidget
{
    Q_OBJECT
public:
    explicit CompaniesPage(Workspace &workspace, QWidget *parent = nullptr);
    ~CompaniesPage() override;

signals:
    /// The people of that company are to be listed.
    void peopleRequested(const Company &company);

private:
    void build();
    void connectParts();
    void start();
    void readMore();
    void showCurrent();
    void save();
    [[nodiscard]] Company current() const;

    Workspace &m_workspace;
    RecordService::Companies m_rows;
    CompanyId m_shown; ///< whose record is in the editor
    bool m_hasMore = false;
    int m_generation = 0;
    QTimer m_rest; ///< after typing, until it is looked for
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorState *m_error;
    QLineEdit *m_find;
    QListWidget *m_list;
    QWidget *m_editor;
    QLineEdit *m_name;
    QLineEdit *m_website;
    QPlainTextEdit *m_notes;
    QPushButton *m_people;
    QPushButton *m_remove;
};
