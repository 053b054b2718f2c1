// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"

#include <QWidget>

class EmptyState;
class InlineMessage;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class Workspace;

/// The fields that the team adds to every prospect: named, given a kind and choices, ordered, deleted; in the list Alt+Up, Alt+Down and Delete do so. Each step is one undoable command.
class FieldsPage : public QWidget
{
    Q_OBJECT
public:
    explicit FieldsPage(Workspace &workspace, QWidget *parent = nullptr);
    ~FieldsPage() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void refresh();
    void showCurrent();
    void save();
    [[nodiscard]] CustomField current() const;

    Workspace &m_workspace;
    CustomFieldId m_fresh; ///< just added: to be named as soon as it is shown
    CustomFieldId m_shown; ///< whose name and choices are in the editor
    InlineMessage *m_error;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QListWidget *m_list;
    QWidget *m_editor;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QPlainTextEdit *m_choices;
    QPushButton *m_add;
    QPushButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
};
