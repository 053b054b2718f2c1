// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QAction;
class QComboBox;
class QMenu;
class QToolButton;

/// The choice of the chart, and buttons for what can be done with it: as many as there is room for, and the others behind one more.
class ChartBar : public QWidget
{
    Q_OBJECT
public:
    explicit ChartBar(QWidget *parent = nullptr);

    [[nodiscard]] QToolButton *more() const { return m_more; }
    void setChoice(QComboBox *choice) { m_choice = choice; }
    /// A button that is there while \a shown is to be seen.
    void add(QToolButton *button, QAction *shown) { m_buttons.append({button, shown}); }
    /// Shows the buttons whose action is to be seen, from the first.
    void arrange();
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What all buttons need whose action is to be seen.
    [[nodiscard]] int buttonsRoom() const;

    QComboBox *m_choice = nullptr;
    QToolButton *m_more;
    QMenu *m_rest; ///< what has no room
    QList<std::pair<QToolButton *, QAction *>> m_buttons;
};
