// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/reviewpane.h"

#include <QWidget>

class QLineEdit;
class RowList;

/// What is to be done before a post goes out, and a field for more.
class CheckList : public QWidget
{
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);

    void setContext(const ReviewContext &context);
    void setItems(const QList<ChecklistItem> &items);

signals:
    void added(const QString &text);
    void ticked(ChecklistItemId item, bool done);
    void removeRequested(ChecklistItemId item);

private:
    [[nodiscard]] QWidget *makeRow(const ChecklistItem &item);

    ReviewContext m_context;
    QList<ChecklistItem> m_items;
    bool m_isFilled = false;
    RowList *m_rows;
    QLineEdit *m_field;
};
