// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/annotations.h"

#include "analytics/periods.h"
#include "report/chart.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class AnnotationText
{
    Q_DECLARE_TR_FUNCTIONS(Annotations)
};

struct DayRange
{
    double low = 0;
    double high = 0;
};

/// From the first to the last day of the lines, or nothing without a line.
std::optional<DayRange> rangeOf(const LinePlot &plot)
{
    std::optional<DayRange> range;
    for (const LinePlot::Series &series : plot.series) {
        for (const LinePlot::Point &point : series.points) {
            if (!range)
                range = DayRange {point.x, point.x};
            range->low = std::min(range->low, point.x);
            range->high = std::max(range->high, point.x);
        }
    }
    return range;
}

bool isCountedIn(GoalUnit goal, PlotUnit unit)
{
    return goal == GoalUnit::Share ? unit == PlotUnit::Share : unit == PlotUnit::Count;
}

const Stage *annotatedStage(const QList<Stage> &stages, StageId id)
{
    const auto found = std::ranges::find(stages, id, &Stage::id);
    return found == stages.end() ? nullptr : &*found;
}

/// A trend tells of one stage only: a goal for another would lie.
bool isForPicture(const ChartGoal &goal, const QString &report, const QList<Stage> &stages)
{
    if (goal.report != report)
        return false;
    if (goal.stage.isNull() || report != "trend"_L1)
        return true;
    const QList<Stage> steps = pipelineSteps(stages);
    const int step = goalStep(steps);
    return step >= 0 && steps.at(step).id == goal.stage;
}

QString goalText(const ChartGoal &goal, const QList<Stage> &stages)
{
    const QString amount =
        goal.unit == GoalUnit::Share ? percentText(goal.amount()) : QLocale().toString(goal.value);
    QString name = goal.name;
    if (name.isEmpty()) {
        const Stage *stage = annotatedStage(stages, goal.stage);
        name = stage ? stage->name : AnnotationText::tr("Goal");
    }
    //: What is to be reached, and how much of it: "Customer: 12.0 %".
    return AnnotationText::tr("%1: %2").arg(name, amount);
}

QJsonObject goalJson(const ChartGoal &goal, const QList<Stage> &stages)
{
    const Stage *stage = annotatedStage(stages, goal.stage);
    return {{u"name"_s, goal.name},
        {u"stage"_s, stage ? QJsonValue(stage->key) : QJsonValue(QJsonValue::Null)},
        {u"unit"_s, toText(goal.unit)}, {u"value"_s, goal.amount()}};
}

void addNotes(LinePlot &plot, const QList<DayNote> &notes, ReportDocument &document)
{
    const auto range = rangeOf(plot);
    QJsonArray told;
    for (const DayNote &note : notes) {
        const auto at = double(note.day.toJulianDay());
        if (!range || at < range->low || at > range->high)
            continue;
        plot.notes.append({at, note.text});
        told.append(
            QJsonObject {{u"day"_s, note.day.toString(Qt::ISODate)}, {u"text"_s, note.text}});
    }
    if (!told.isEmpty())
        document.insert(u"notes"_s, told);
}

} // namespace

void annotate(Report &report, const ReportQuestion &question, const QList<Stage> &stages)
{
    auto *plot = std::get_if<LinePlot>(&report.chart.plot);
    if (!plot)
        return;
    if (plot->x.unit == PlotUnit::Day)
        addNotes(*plot, question.notes, report.document);
    QJsonArray told;
    for (const ChartGoal &goal : question.goals) {
        if (!isForPicture(goal, report.chart.id, stages) || !isCountedIn(goal.unit, plot->y.unit))
            continue;
        plot->goals.append({goal.amount(), goalText(goal, stages)});
        told.append(goalJson(goal, stages));
    }
    if (!told.isEmpty())
        report.document.insert(u"goals"_s, told);
}
