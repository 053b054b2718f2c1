// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pipelineversion.h"
#include "domain/stage.h"

#include <QList>

/// That a stage was retired. Whoever was there then was put elsewhere by that change of the pipeline: their move leaves \a stage at \a at, to the millisecond,
/// and names nobody who made it. No other move is dated so, which is why it needs no mark of its own; figures take it for no deed of anybody.
struct StageRetirement
{
    StageId stage;
    qint64 at = 0; ///< Unix milliseconds

    friend bool operator==(const StageRetirement &, const StageRetirement &) = default;
};

/// What becomes of those who are at a stage that is retired.
namespace Retirement {
/// Every retirement that \a versions tell of, each once, also of stages that are offered again.
[[nodiscard]] QList<StageRetirement> allIn(const QList<PipelineVersion> &versions);
/// Where those who are at \a leaving may be put, by position: stages in use on the same side of the sale, for nobody buys, or has not bought, because the pipeline
/// is changed. Empty for an exit: who left by it stays there.
[[nodiscard]] QList<StageId> targets(const QList<Stage> &stages, StageId leaving);
/// The one of these that is proposed: the next on the same side that is no sale, so that nobody falls back, else the nearest before. Null where there is none.
[[nodiscard]] StageId usualTarget(const QList<Stage> &stages, StageId leaving);
} // namespace Retirement
