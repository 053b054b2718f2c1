// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/homework.h"

#include <QWidget>

class QLineEdit;

/// One note of the homework. Enter or F2 changes it in place, Delete takes it away, Alt+Up and Alt+Down move it.
class FactRow : public QWidget
{
    Q_OBJECT
public:
    /// \a today decides whether it may be out of date.
    FactRow(const Fact &fact, QDate today, QWidget *parent);

    [[nodiscard]] const Fact &fact() const { return m_fact; }
    [[nodiscard]] bool isChanging() const;
    /// Says what was changed, and shows it again.
    void keep();
    /// Goes on with a change that could not be kept.
    void resume(const QString &text, const QString &source);

signals:
    void changed(const Fact &before, const Fact &after);
    void confirmed(const Fact &fact);
    void removed(const Fact &fact);
    /// By that many places among its kind.
    void moved(FactId id, int steps);
    /// The fields went, with or without a change.
    void settled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void build(QDate today);
    void startChange();
    void leave();

    const Fact m_fact;
    QWidget *m_words;
    QWidget *m_fields = nullptr;
    QLineEdit *m_text = nullptr;
    QLineEdit *m_source = nullptr;
};
