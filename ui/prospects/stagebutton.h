// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"

#include <QAbstractButton>

/// The stage of a prospect as a pill in the colour of its side. Pressing it offers a move.
class StageButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StageButton(QWidget *parent = nullptr);

    void setStage(const Stage &stage);
    [[nodiscard]] const Stage &stage() const { return m_stage; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Stage m_stage;
};
