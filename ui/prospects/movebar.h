// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

/// Moves a prospect: stage and reason in one line, Return confirms, Escape leaves things as they are.
class MoveBar : public QWidget
{
    Q_OBJECT
public:
    explicit MoveBar(const QList<Stage> &stages, QWidget *parent = nullptr);

    /// Appears with the stage after \a current chosen and the keyboard in it.
    void start(StageId current);

signals:
    void moved(StageId stage, const QString &reason);
    void cancelled();

private:
    void confirm();
    void cancel();

    QList<Stage> m_stages;
    QComboBox *m_stage;
    QLineEdit *m_reason;
};
