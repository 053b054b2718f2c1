// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reminder.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QTimeEdit;

/// When this computer reminds of posts: whether, how early, and when not.
class RemindersPage : public QWidget
{
    Q_OBJECT
public:
    explicit RemindersPage(const ReminderSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] ReminderSettings settings() const;

signals:
    void settingsChanged(const ReminderSettings &settings);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void onChanged();

    QCheckBox *m_on;
    QComboBox *m_lead;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};
