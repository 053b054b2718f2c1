// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QWidget>

/// What stands over a column of the board: the stage with its side's colour and sign, how many are in it and what their open offers are worth.
class StageHeading : public QWidget
{
    Q_OBJECT
public:
    explicit StageHeading(const Stage &stage, QWidget *parent = nullptr);

    void setTotal(const StageTotal &total);
    /// What is said of the column: the same in words.
    [[nodiscard]] QString spoken() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString sums() const;

    Stage m_stage;
    StageTotal m_total;
};
