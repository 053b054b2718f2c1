// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/stage.h"

#include "base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
class StageText
{
    Q_DECLARE_TR_FUNCTIONS(Stage)
};
} // namespace

QList<Stage> defaultPipeline()
{
    struct Row
    {
        const char *key;
        const char *name;
        Side side;
        StageKind kind;
    };
    static constexpr Row rows[] {
        {"cold", QT_TRANSLATE_NOOP("Stage", "Cold"), Side::Pull, StageKind::Open},
        {"warm", QT_TRANSLATE_NOOP("Stage", "Warm"), Side::Pull, StageKind::Open},
        {"conversation", QT_TRANSLATE_NOOP("Stage", "Conversation"), Side::Push, StageKind::Open},
        {"offer", QT_TRANSLATE_NOOP("Stage", "Offer"), Side::Push, StageKind::Open},
        {"customer", QT_TRANSLATE_NOOP("Stage", "Customer"), Side::Push, StageKind::Won},
        {"loyal", QT_TRANSLATE_NOOP("Stage", "Loyal"), Side::After, StageKind::Open},
        {"advocate", QT_TRANSLATE_NOOP("Stage", "Advocate"), Side::After, StageKind::Open},
        {"lost", QT_TRANSLATE_NOOP("Stage", "Lost"), Side::Exit, StageKind::Exit},
    };
    QList<Stage> stages;
    for (const Row &row : rows) {
        const int position = int(stages.size());
        stages.append({.id = StageId(position + 1),
            .key = QString::fromLatin1(row.key),
            .name = QCoreApplication::translate("Stage", row.name),
            .side = row.side,
            .kind = row.kind,
            .position = position});
    }
    return stages;
}

QList<Stage> offeredStages(const QList<Stage> &stages)
{
    QList<Stage> offered;
    std::ranges::copy_if(stages, std::back_inserter(offered), std::not_fn(&Stage::isRetired));
    return offered;
}

QList<Stage> stagesOfPeople(const QList<Stage> &stages)
{
    QList<Stage> all = stages;
    std::stable_partition(all.begin(), all.end(), std::not_fn(&Stage::isRetired));
    return all;
}

QString markedName(const Stage &stage)
{
    return stage.isRetired() ? StageText::tr("%1 (retired)", "a stage").arg(stage.name)
                             : stage.name;
}

QList<Stage> pipelineSteps(const QList<Stage> &stages)
{
    QList<Stage> steps;
    for (const Stage &stage : stages) {
        if (stage.kind != StageKind::Exit && !stage.isRetired())
            steps.append(stage);
    }
    std::ranges::sort(steps, {}, &Stage::position);
    return steps;
}

Stage firstStep(const QList<Stage> &stages)
{
    const QList<Stage> steps = pipelineSteps(stages);
    Q_ASSERT(!steps.isEmpty());
    return steps.first();
}

int indexOfStage(const QList<Stage> &stages, StageId id)
{
    const auto found = std::ranges::find(stages, id, &Stage::id);
    return found == stages.end() ? -1 : int(found - stages.begin());
}

int indexOfStage(const QList<Stage> &stages, QStringView keyOrName)
{
    const QString wanted = foldText(keyOrName);
    const auto found = std::ranges::find_if(stages, [&wanted](const Stage &stage) {
        return foldText(stage.key) == wanted || foldText(stage.name) == wanted;
    });
    return found == stages.end() ? -1 : int(found - stages.begin());
}
