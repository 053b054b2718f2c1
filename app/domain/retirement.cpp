// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/retirement.h"

#include "domain/landmarks.h"

QList<StageRetirement> Retirement::allIn(const QList<PipelineVersion> &versions)
{
    QList<StageRetirement> all;
    for (const PipelineVersion &version : versions) {
        const QList<Stage> stages = pipelineFromJson(version.stages);
        for (const Stage &stage : stages) {
            const StageRetirement retirement {stage.id, stage.retiredAt};
            if (stage.isRetired() && !all.contains(retirement))
                all << retirement;
        }
    }
    return all;
}

QList<StageId> Retirement::targets(const QList<Stage> &stages, StageId leaving)
{
    QList<StageId> targets;
    if (indexOfStage(stages, leaving) < 0 || Landmarks::isExit(stages, leaving))
        return targets;
    const bool isCustomers = Landmarks::isCustomer(stages, leaving);
    const QList<Stage> steps = pipelineSteps(stages);
    for (const Stage &step : steps) {
        if (step.id != leaving && Landmarks::isCustomer(stages, step.id) == isCustomers)
            targets << step.id;
    }
    return targets;
}

StageId Retirement::usualTarget(const QList<Stage> &stages, StageId leaving)
{
    const QList<StageId> possible = targets(stages, leaving);
    if (possible.isEmpty())
        return {};
    const Stage &from = stages.at(indexOfStage(stages, leaving));
    StageId before;
    for (const StageId id : possible) {
        const Stage &stage = stages.at(indexOfStage(stages, id));
        if (stage.position < from.position)
            before = id;
        else if (stage.side == from.side && stage.kind == StageKind::Open)
            return id;
    }
    return before.isNull() ? possible.first() : before;
}
