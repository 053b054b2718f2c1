// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chartsets.h"
#include "report/chart.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class Workspace;

/// Sets what the team wants to reach in one chart, as a line across it.
class GoalDialog : public QDialog
{
    Q_OBJECT
public:
    /// In what \a chart counts upwards, where a goal can stand in it.
    [[nodiscard]] static std::optional<GoalUnit> unitFor(const Chart &chart);

    /// \a report is a chart's id.
    GoalDialog(Workspace &workspace, QString report, GoalUnit unit, QWidget *parent);

private:
    [[nodiscard]] StageId stage() const;
    void showStage();
    void keep();
    void removeGoal();

    Workspace &m_workspace;
    QString m_report;
    GoalUnit m_unit;
    QComboBox *m_stage;
    QDoubleSpinBox *m_amount;
    QLineEdit *m_name;
    QPushButton *m_remove = nullptr;
};
