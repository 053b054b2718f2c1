// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/landmarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
template<typename Wanted>
std::optional<Stage> firstStepThat(const QList<Stage> &stages, Wanted wanted)
{
    const QList<Stage> steps = pipelineSteps(stages);
    const auto found = std::ranges::find_if(steps, wanted);
    return found == steps.end() ? std::optional<Stage>() : *found;
}
} // namespace

std::optional<Stage> Landmarks::warm(const QList<Stage> &stages)
{
    std::optional<Stage> last;
    const QList<Stage> steps = pipelineSteps(stages);
    for (const Stage &step : steps) {
        if (step.side == Side::Pull && step.kind == StageKind::Open)
            last = step;
    }
    return last;
}

std::optional<Stage> Landmarks::conversation(const QList<Stage> &stages)
{
    return firstStepThat(stages, [](const Stage &step) { return step.side == Side::Push; });
}

std::optional<Stage> Landmarks::offer(const QList<Stage> &stages)
{
    return firstStepThat(stages, [](const Stage &step) { return step.key == "offer"_L1; });
}

std::optional<Stage> Landmarks::won(const QList<Stage> &stages)
{
    return firstStepThat(stages, [](const Stage &step) { return step.kind == StageKind::Won; });
}

std::optional<Stage> Landmarks::lost(const QList<Stage> &stages)
{
    std::optional<Stage> first;
    for (const Stage &stage : stages) {
        if (stage.kind == StageKind::Exit && !stage.isRetired()
            && (!first || stage.position < first->position))
            first = stage;
    }
    return first;
}

bool Landmarks::isBefore(const QList<Stage> &stages, StageId current, const Stage &step)
{
    const int index = indexOfStage(stages, current);
    return index >= 0 && stages.at(index).kind != StageKind::Exit
        && stages.at(index).position < step.position;
}

bool Landmarks::isExit(const QList<Stage> &stages, StageId id)
{
    const int index = indexOfStage(stages, id);
    return index >= 0 && stages.at(index).kind == StageKind::Exit;
}

bool Landmarks::isCustomer(const QList<Stage> &stages, StageId id)
{
    const int index = indexOfStage(stages, id);
    return index >= 0
        && (stages.at(index).kind == StageKind::Won || stages.at(index).side == Side::After);
}
