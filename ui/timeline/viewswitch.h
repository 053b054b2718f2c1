// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

/// Buttons for the views of the calendar, one of which is on; one button with a menu where there is no room for them.
class ViewSwitch : public QWidget
{
    Q_OBJECT
public:
    /// \a views are checkable and exclude each other.
    explicit ViewSwitch(const QList<QAction *> &views, QWidget *parent = nullptr);

    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// What all buttons need, or the one.
    [[nodiscard]] int widthFor(bool folded) const;

private:
    void showChoice();

    QList<QAction *> m_views;
    QList<QToolButton *> m_buttons;
    QToolButton *m_one;
    bool m_folded = false;
};
