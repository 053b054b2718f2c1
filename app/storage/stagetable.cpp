// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/stagetable.h"

#include "storage/circle.h"

using namespace Qt::StringLiterals;
using Spec::column;

template<>
const RowSpec<PipelineVersion> &rowSpec<PipelineVersion>()
{
    static const RowSpec<PipelineVersion> spec {u"pipeline_version"_s,
        {column<PipelineVersion, &PipelineVersion::at>("at"),
            column<PipelineVersion, &PipelineVersion::by>("by_id"),
            column<PipelineVersion, &PipelineVersion::number>("number"),
            column<PipelineVersion, &PipelineVersion::stages>("stages")}};
    return spec;
}

Result<PipelineValues> StageTable::pipeline(Connection &connection)
{
    auto stages = selectRows<Stage>(connection, u"ORDER BY position, id"_s);
    if (!stages)
        return tl::unexpected(stages.error());
    auto versions = selectRows<PipelineVersion>(connection, u"ORDER BY number, id"_s);
    if (!versions)
        return tl::unexpected(versions.error());
    return PipelineValues {std::move(*stages), std::move(*versions)};
}

Result<QHash<StageId, int>> StageTable::counts(Connection &connection)
{
    auto rows =
        connection.select("SELECT stage_id, count(*) FROM live_prospect WHERE stage_id IS NOT NULL "
                          "AND merged_into_id IS NULL "
                          "AND "_L1
            + Circle::isKnown(connection, u"id"_s) + " GROUP BY stage_id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<StageId, int> counts;
    while (rows->next())
        counts.insert(StageId(rows->integer(0)), int(rows->integer(1)));
    return counts;
}

Result<QList<Prospect>> StageTable::peopleAt(Connection &connection, StageId stage)
{
    return selectRows<Prospect>(connection,
        "WHERE stage_id = ? AND merged_into_id IS NULL AND "_L1
            + Circle::isKnown(connection, u"id"_s) + " ORDER BY id"_L1,
        {stage.value()});
}

Result<QList<MoveProposal>> StageTable::openProposals(Connection &connection, StageId stage)
{
    return selectRows<MoveProposal>(connection,
        "WHERE to_stage_id = ? AND state = ? AND "_L1
            + Circle::isKnown(connection, u"prospect_id"_s) + " ORDER BY id"_L1,
        {stage.value(), toText(ProposalState::Open)});
}
