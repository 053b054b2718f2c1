// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"

#include <QWidget>

class EmptyState;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class Workspace;

/// The fields that the team adds to every prospect: named, given a kind and choices, ordered, deleted. Each step is one undoable command.
class FieldsPage : public QWidget
{
    Q_OBJECT
public:
    explicit FieldsPage(Workspace &workspace, QWidget *parent = nullptr);

private:
    void build();
    void connectParts();
    void refresh();
    void showCurrent();
    void save();
    [[nodiscard]] CustomField current() const;

    Workspace &m_workspace;
    CustomFieldId m_fresh; ///< just added: to be named as soon as it is shown
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QListWidget *m_list;
    QWidget *m_editor;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QPlainTextEdit *m_choices;
    QPushButton *m_add;
    QPushButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
};
