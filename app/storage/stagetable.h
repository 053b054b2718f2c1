// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/move.h"
#include "domain/pipelineversion.h"
#include "domain/prospect.h"
#include "domain/stage.h"
#include "storage/rowspec.h"

#include <QHash>

template<>
const RowSpec<PipelineVersion> &rowSpec<PipelineVersion>();

/// The team's pipeline.
struct PipelineValues
{
    QList<Stage> stages; ///< retired ones too, by position
    QList<PipelineVersion> versions; ///< by number
};

/// The pipeline and who stands where in it.
namespace StageTable {
[[nodiscard]] Result<PipelineValues> pipeline(Connection &connection);
/// How many of those whom the viewer may know of are at each stage; a stage without anybody is left out.
[[nodiscard]] Result<QHash<StageId, int>> counts(Connection &connection);
/// Those at \a stage whom the viewer may know of, by id.
[[nodiscard]] Result<QList<Prospect>> peopleAt(Connection &connection, StageId stage);
/// The proposed moves to \a stage that nobody has decided about, of the same people.
[[nodiscard]] Result<QList<MoveProposal>> openProposals(Connection &connection, StageId stage);
} // namespace StageTable
