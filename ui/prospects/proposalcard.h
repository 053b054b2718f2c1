// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/move.h"

#include <QDate>
#include <QWidget>

class QLabel;

/// A move that evidence suggests, to be accepted or declined.
class ProposalCard : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalCard(QWidget *parent = nullptr);

    void setProposal(
        const MoveProposal &proposal, const QString &stageName, QDate day, QDate today);

signals:
    void accepted();
    void declined();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
};
