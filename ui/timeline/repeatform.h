// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/rulewords.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

/// How often a post is repeated: a few fields below the day, with what they come to. Escape leaves it.
class RepeatForm : public QWidget
{
    Q_OBJECT
public:
    explicit RepeatForm(QWidget *parent = nullptr);

    /// Begins anew for a post on \a day.
    void start(QDate day);
    [[nodiscard]] RuleChoice choice() const;

signals:
    void submitted(const QString &rule);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void refresh();

    QDate m_day;
    QSpinBox *m_interval;
    QComboBox *m_unit;
    QWidget *m_weekdayRow;
    QList<QToolButton *> m_weekdays; ///< in the order of the locale's week
    QComboBox *m_end;
    QDateEdit *m_until;
    QSpinBox *m_times;
    QLabel *m_summary;
    QPushButton *m_take;
    QPushButton *m_cancel;
};
