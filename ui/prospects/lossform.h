// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

/// Why an offer was lost, and whether the prospect is lost with it. Return says it, Escape leaves.
class LossForm : public QWidget
{
    Q_OBJECT
public:
    /// What was chosen and typed.
    struct Said
    {
        LostReasonId reason;
        QString words; ///< empty unless they move
        bool moves = false;
    };
    explicit LossForm(QWidget *parent = nullptr);

    /// Asks about \a offer; \a stage is the exit that can be moved to, empty where there is none.
    void start(const Offer &offer, const QList<LostReason> &reasons, const QString &stage);
    /// Goes on with \a draft, behind start().
    void setDraft(const Said &draft);

signals:
    void said(const Offer &offer, const LossForm::Said &why);
    void left();

private:
    void say();

    Offer m_offer;
    QComboBox *m_reason;
    QCheckBox *m_moves;
    QLineEdit *m_words;
};

/// Fills \a box with \a reasons that can be chosen, after "No reason from the list".
void fillReasons(QComboBox *box, const QList<LostReason> &reasons);
