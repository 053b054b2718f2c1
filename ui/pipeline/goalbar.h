// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chartsets.h"
#include "report/chart.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class Workspace;

/// Sets what the team wants to reach in one chart, as a line across it. A row below the chart, which stays to be seen meanwhile: Return sets the
/// goal, Escape leaves all as it was.
class GoalBar : public QWidget
{
    Q_OBJECT
public:
    /// In what \a chart counts upwards, where a goal can stand in it.
    [[nodiscard]] static std::optional<GoalUnit> unitFor(const Chart &chart);
    /// What a first goal starts from, in the unit of the field (percent or a count): the highest that a line of \a chart tells last, rounded; of bands of
    /// a whole, which end at all of it, the lowest one's. Nothing where that is 0 or not known.
    [[nodiscard]] static std::optional<double> startFor(const Chart &chart);

    /// \a chart has a unit for goals.
    GoalBar(Workspace &workspace, const Chart &chart, QWidget *parent = nullptr);

    /// Gives the amount the keyboard.
    void start();

signals:
    /// The goal was set or deleted, or neither is wanted.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] StageId stage() const;
    void showStage();
    /// What a goal of a stage is called where nothing else is written.
    [[nodiscard]] static QString stageNameText();
    void keep();
    void removeGoal();

    Workspace &m_workspace;
    QString m_report; ///< id of the chart
    GoalUnit m_unit;
    std::optional<double> m_start;
    QComboBox *m_stage;
    QDoubleSpinBox *m_amount;
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_remove;
};
