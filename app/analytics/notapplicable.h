// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"

#include <algorithm>
#include <vector>

/// Says to whom steps are not applicable: who had passed their places before they existed. Of one chunk rows are asked about in
/// ascending order. Where no step began later it costs two comparisons a row.
class NotApplicableSteps
{
public:
    /// Bit k: step k is not applicable to \a row. Such a step counts as reached in the columns.
    [[nodiscard]] quint32 of(const ColumnChunk &chunk, size_t row)
    {
        if (m_chunk != &chunk) {
            m_chunk = &chunk;
            m_next = 0;
        }
        const auto &list = chunk.notApplicable;
        while (m_next < list.size() && list[m_next].row < row)
            ++m_next;
        return m_next < list.size() && list[m_next].row == row ? list[m_next].steps : 0;
    }
    [[nodiscard]] bool has(const ColumnChunk &chunk, size_t row, int step)
    {
        return of(chunk, row) >> step & 1;
    }

private:
    const ColumnChunk *m_chunk = nullptr;
    size_t m_next = 0; ///< in the chunk's list: the first that has not been passed
};

/// Says to whom the sale, the first stage of kind won, is not applicable: they were behind its place before it existed, so that nobody knows when they were
/// won, or whether. To nobody where that stage is no step. Of one chunk rows are asked about in ascending order.
class NotApplicableSale
{
public:
    explicit NotApplicableSale(const ProspectColumns &columns)
    {
        const auto won = std::ranges::find(columns.stages(), StageKind::Won, &Stage::kind);
        if (won == columns.stages().end())
            return;
        const auto step = std::ranges::find(columns.steps(), won->id, &Stage::id);
        if (step != columns.steps().end())
            m_step = int(step - columns.steps().begin());
    }

    [[nodiscard]] bool has(const ColumnChunk &chunk, size_t row)
    {
        return m_step >= 0 && m_steps.has(chunk, row, m_step);
    }

private:
    int m_step = -1;
    NotApplicableSteps m_steps;
};

/// Those of \a ids (in any order) to whom \a step, 0 or more, is applicable.
[[nodiscard]] inline QList<ProspectId> applicableAmong(
    QList<ProspectId> ids, const ProspectColumns &columns, int step)
{
    std::vector<qint64> others; // ascending, as the rows are
    for (const auto &chunk : columns.chunks()) {
        for (const ColumnChunk::NotApplicable &row : chunk->notApplicable) {
            if (row.steps >> step & 1)
                others.push_back(chunk->ids[row.row]);
        }
    }
    if (!others.empty()) {
        ids.removeIf(
            [&others](ProspectId id) { return std::ranges::binary_search(others, id.value()); });
    }
    return ids;
}
