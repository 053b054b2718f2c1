// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/goaldialog.h"

#include "session/chartmarks.h"
#include "session/workspace.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr double MillionthsOfPercent = 1e4;
constexpr double MostCounted = 1e9;
} // namespace

std::optional<GoalUnit> GoalDialog::unitFor(const Chart &chart)
{
    const auto *plot = std::get_if<LinePlot>(&chart.plot);
    if (!plot)
        return std::nullopt;
    if (plot->y.unit == PlotUnit::Share)
        return GoalUnit::Share;
    return plot->y.unit == PlotUnit::Count ? std::optional(GoalUnit::Count) : std::nullopt;
}

GoalDialog::GoalDialog(Workspace &workspace, QString report, GoalUnit unit, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_report(std::move(report))
    , m_unit(unit)
    , m_stage(new QComboBox)
    , m_amount(new QDoubleSpinBox)
    , m_name(new QLineEdit)
{
    setObjectName(u"goal"_s);
    setWindowTitle(tr("Set a goal"));
    m_stage->setObjectName(u"goal.stage"_s);
    m_stage->addItem(tr("The chart as a whole"), qint64(0));
    for (const Stage &stage : workspace.stages())
        m_stage->addItem(stage.name, stage.id.value());
    m_amount->setObjectName(u"goal.amount"_s);
    const bool isShare = unit == GoalUnit::Share;
    m_amount->setDecimals(isShare ? 1 : 0);
    m_amount->setRange(0, isShare ? 100 : MostCounted);
    if (isShare)
        m_amount->setSuffix(tr(" %", "after a number of a hundred"));
    m_name->setObjectName(u"goal.name"_s);
    auto *form = new QFormLayout;
    // A chart of shares tells of one stage, its own.
    if (!isShare)
        form->addRow(tr("&Stage"), m_stage);
    else
        m_stage->setParent(this);
    m_stage->setVisible(!isShare);
    form->addRow(tr("&Goal"), m_amount);
    form->addRow(tr("Called"), m_name);
    m_stage->setAccessibleName(tr("Stage"));
    m_amount->setAccessibleName(tr("Goal"));
    m_name->setAccessibleName(tr("Called"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_remove = buttons->addButton(tr("&Delete the goal"), QDialogButtonBox::DestructiveRole);
    m_remove->setObjectName(u"goal.remove"_s);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(m_stage, &QComboBox::activated, this, &GoalDialog::showStage);
    connect(m_remove, &QPushButton::clicked, this, &GoalDialog::removeGoal);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoalDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showStage();
    m_amount->setFocus();
}

StageId GoalDialog::stage() const
{
    return StageId(m_stage->currentData().toLongLong());
}

void GoalDialog::showStage()
{
    const ChartGoal *set = ChartMarks::goal(m_workspace, m_report, stage(), m_unit);
    m_remove->setEnabled(set != nullptr);
    // What the line says where nothing is written here.
    m_name->setPlaceholderText(
        m_unit == GoalUnit::Count && stage().isNull() ? tr("Goal") : tr("The stage’s name"));
    m_name->setText(set ? set->name : QString());
    if (set) {
        m_amount->setValue(
            m_unit == GoalUnit::Share ? double(set->value) / MillionthsOfPercent : set->amount());
    } else {
        m_amount->setValue(0);
    }
}

void GoalDialog::keep()
{
    ChartGoal goal;
    goal.report = m_report;
    goal.stage = stage();
    goal.unit = m_unit;
    goal.value =
        std::llround(m_amount->value() * (m_unit == GoalUnit::Share ? MillionthsOfPercent : 1));
    goal.name = m_name->text();
    ChartMarks::setGoal(m_workspace, goal);
    accept();
}

void GoalDialog::removeGoal()
{
    if (const ChartGoal *set = ChartMarks::goal(m_workspace, m_report, stage(), m_unit))
        ChartMarks::removeGoal(m_workspace, set->id);
    accept();
}
