// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/goalbar.h"

#include "session/chartmarks.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double MillionthsOfPercent = 1e4;
constexpr double MostCounted = 1e9;

/// The last value that \a series tells.
std::optional<double> lastValue(const LinePlot::Series &series)
{
    const auto found = std::find_if(series.points.rbegin(), series.points.rend(),
        [](const LinePlot::Point &point) { return std::isfinite(point.y); });
    return found == series.points.rend() ? std::nullopt : std::optional(found->y);
}

} // namespace

std::optional<GoalUnit> GoalBar::unitFor(const Chart &chart)
{
    const auto *plot = std::get_if<LinePlot>(&chart.plot);
    if (!plot)
        return std::nullopt;
    if (plot->y.unit == PlotUnit::Share)
        return GoalUnit::Share;
    return plot->y.unit == PlotUnit::Count ? std::optional(GoalUnit::Count) : std::nullopt;
}

std::optional<double> GoalBar::startFor(const Chart &chart)
{
    const auto unit = unitFor(chart);
    if (!unit)
        return std::nullopt;
    const auto &plot = std::get<LinePlot>(chart.plot);
    const bool isWhole = unit == GoalUnit::Share && plot.shape == LinePlot::Shape::Bands;
    double latest = 0;
    for (const LinePlot::Series &series : plot.series) {
        latest = std::max(latest, lastValue(series).value_or(0));
        if (isWhole)
            break;
    }
    if (unit == GoalUnit::Count)
        latest = std::round(latest);
    else // below one per cent by its tenths
        latest = latest < 0.01 ? std::round(latest * 1000) / 10 : std::round(latest * 100);
    return latest > 0 ? std::optional(latest) : std::nullopt;
}

GoalBar::GoalBar(Workspace &workspace, const Chart &chart, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_report(chart.id)
    , m_unit(unitFor(chart).value_or(GoalUnit::Count))
    , m_start(startFor(chart))
    , m_stage(new QComboBox(this))
    , m_amount(new QDoubleSpinBox(this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("Set goal"), this))
    , m_remove(new QPushButton(tr("Delete the goal"), this))
{
    build();
    connect(m_stage, &QComboBox::activated, this, &GoalBar::showStage);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this,
        [this](double amount) { m_save->setEnabled(amount > 0); });
    connect(m_save, &QPushButton::clicked, this, &GoalBar::keep);
    connect(m_remove, &QPushButton::clicked, this, &GoalBar::removeGoal);
    showStage();
}

void GoalBar::build()
{
    setObjectName(u"goal"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const bool isShare = m_unit == GoalUnit::Share;
    m_stage->setObjectName(u"goal.stage"_s);
    m_stage->setAccessibleName(tr("Stage"));
    m_stage->setToolTip(tr("What the goal is of"));
    m_stage->addItem(tr("The chart as a whole"), qint64(0));
    for (const Stage &stage : m_workspace.stages())
        m_stage->addItem(stage.name, stage.id.value());
    m_stage->setVisible(!isShare); // a chart of shares tells of one stage, its own
    m_amount->setObjectName(u"goal.amount"_s);
    m_amount->setAccessibleName(tr("Goal"));
    m_amount->setDecimals(isShare ? 1 : 0);
    m_amount->setRange(0, isShare ? 100 : MostCounted);
    m_amount->setSpecialValueText(tr("How much?")); // of 0, which is no goal
    if (isShare)
        m_amount->setSuffix(tr(" %", "after a number of a hundred"));
    m_name->setObjectName(u"goal.name"_s);
    m_name->setAccessibleName(tr("Called"));
    m_name->setToolTip(tr("What its line is called"));
    // What stands in it while it is empty is read whole, within the frame and its padding.
    m_name->setMinimumWidth(
        m_name->fontMetrics().horizontalAdvance(stageNameText()) + 2 * Metrics::Large);
    m_save->setObjectName(u"goal.save"_s);
    makePrimary(m_save);
    m_remove->setObjectName(u"goal.remove"_s);
    auto *close = new CloseButton(tr("Leave the goal as it is"), this);
    close->setObjectName(u"goal.close"_s);
    connect(close, &CloseButton::clicked, this, &GoalBar::closed);

    auto *row = new FlowLayout(Metrics::Small);
    row->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Small);
    row->addWidget(quietLabel(tr("Goal"), this));
    for (QWidget *part : {static_cast<QWidget *>(m_stage), static_cast<QWidget *>(m_amount),
             static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_save),
             static_cast<QWidget *>(m_remove), static_cast<QWidget *>(close)})
        row->addWidget(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addLayout(row);
}

void GoalBar::start()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

StageId GoalBar::stage() const
{
    return StageId(m_stage->currentData().toLongLong());
}

QString GoalBar::stageNameText()
{
    return tr("The stage’s name");
}

void GoalBar::showStage()
{
    const ChartGoal *set = ChartMarks::goal(m_workspace, m_report, stage(), m_unit);
    m_remove->setVisible(set != nullptr);
    // What the line says where nothing is written here.
    m_name->setPlaceholderText(
        m_unit == GoalUnit::Count && stage().isNull() ? tr("Goal") : stageNameText());
    m_name->setText(set ? set->name : QString());
    if (set) {
        m_amount->setValue(
            m_unit == GoalUnit::Share ? double(set->value) / MillionthsOfPercent : set->amount());
    } else {
        m_amount->setValue(m_start.value_or(0));
    }
    m_save->setEnabled(m_amount->value() > 0);
}

void GoalBar::keyPressEvent(QKeyEvent *event)
{
    const bool isButton = qobject_cast<QAbstractButton *>(focusWidget()) != nullptr;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (isReturn && !isButton)
        keep();
    else
        QWidget::keyPressEvent(event);
}

void GoalBar::keep()
{
    m_amount->interpretText();
    if (m_amount->value() <= 0)
        return; // nothing to reach
    ChartGoal goal;
    goal.report = m_report;
    goal.stage = stage();
    goal.unit = m_unit;
    goal.value =
        std::llround(m_amount->value() * (m_unit == GoalUnit::Share ? MillionthsOfPercent : 1));
    goal.name = m_name->text();
    ChartMarks::setGoal(m_workspace, goal);
    emit closed();
}

void GoalBar::removeGoal()
{
    if (const ChartGoal *set = ChartMarks::goal(m_workspace, m_report, stage(), m_unit))
        ChartMarks::removeGoal(m_workspace, set->id);
    emit closed();
}
