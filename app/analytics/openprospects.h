// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/agerule.h"
#include "analytics/chartfilter.h"

#include <algorithm>

/// What a stage means for a prospect who comes to it.
enum class StageEnd : quint8 { Open, Won, Lost };

/// By index of \a stages (the whole pipeline by position): the first stage of kind won and what lies behind it is won, an exit lost.
[[nodiscard]] inline std::vector<StageEnd> stageEnds(const QList<Stage> &stages)
{
    const auto won = std::ranges::find(stages, StageKind::Won, &Stage::kind) - stages.begin();
    std::vector<StageEnd> ends;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const bool isExit = stages.at(i).kind == StageKind::Exit;
        ends.push_back(isExit ? StageEnd::Lost : (i >= won ? StageEnd::Won : StageEnd::Open));
    }
    return ends;
}

/// Where somebody is who is neither won nor lost.
struct CurrentVisit
{
    int stage = 0; ///< index into ProspectColumns::stages()
    /// Since the visit began, until the figures were current; below 0: not known. A change of the pipeline is no fresh start: somebody whom
    /// it put there has waited since the last move of their own.
    qint64 days = -1;
};

/// Calls \a use(chunk, row, visit) for each prospect who at filter.asOf, which must be set, is at a stage that is open, by id. Of a span those count who
/// entered the pipeline within it.
template<typename Use>
void forEachOpen(const ProspectColumns &columns, const ChartFilter &filter, Use use)
{
    const std::vector<StageEnd> ends = stageEnds(columns.stages());
    const SecondSpan span(filter.span, columns.zone());
    AgeRule rule(columns.zone());
    forEachWanted(columns, filter, [&](const ColumnChunk &chunk, size_t row) {
        const quint32 entry = chunk.entry[row];
        if (span.isTimed && (entry == ColumnChunk::UnknownEntry || !span.contains(entry)))
            return;
        quint8 stage = ColumnChunk::NoStage;
        quint32 begun = 0;
        quint8 flags = 0;
        chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 marks) {
            const bool isFresh = !(marks & ColumnChunk::Moves::ByPipeline);
            if (isFresh || stage == ColumnChunk::NoStage) {
                begun = at;
                flags = marks;
            }
            stage = to;
        });
        if (stage == ColumnChunk::NoStage || ends[stage] != StageEnd::Open)
            return;
        const bool isDated = !(flags & ColumnChunk::Moves::HasNoArrival);
        const bool isDay = flags & ColumnChunk::Moves::IsDay;
        use(chunk, row,
            CurrentVisit {stage,
                isDated ? rule.days(qint64(begun) * 1000, isDay, filter.asOf, false) : qint64(-1)});
    });
}
