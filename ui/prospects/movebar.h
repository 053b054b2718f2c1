// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"
#include "domain/stage.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

/// Moves a prospect: stage and reason in one line, for an exit with the team's reasons too. Return confirms, Escape leaves things as they are.
class MoveBar : public QWidget
{
    Q_OBJECT
public:
    explicit MoveBar(const QList<Stage> &stages, QWidget *parent = nullptr);

    /// Appears with the stage after \a current chosen and the keyboard in it.
    void start(StageId current);
    /// Appears with what could not be written of a move.
    void resume(StageId stage, const QString &reason, LostReasonId lostReason);
    /// Offers those of \a stages that are in use; what is chosen stays so where it can.
    void setStages(const QList<Stage> &stages);
    /// The team's reasons for losing, to choose from.
    void setReasons(const QList<LostReason> &reasons);

signals:
    /// \a lostReason is null unless the stage is an exit and one was chosen.
    void moved(StageId stage, const QString &reason, LostReasonId lostReason);
    void cancelled();

private:
    void confirm();
    void cancel();
    void showReasons();
    [[nodiscard]] StageId stage() const;

    QList<Stage> m_stages;
    QComboBox *m_stage;
    QComboBox *m_lostReason;
    QLineEdit *m_reason;
};
