// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

/// Rows of widgets below each other that are made anew when what they show changes.
class RowList : public QWidget
{
    Q_OBJECT
public:
    explicit RowList(QWidget *parent = nullptr);

    /// Takes all rows away; one of their buttons may be at work.
    void clearRows();
    /// Takes ownership.
    void addRow(QWidget *row);

private:
    QVBoxLayout *m_layout;
};
