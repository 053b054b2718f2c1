// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/chartfilter.h"

#include <algorithm>

namespace {

/// By stage as ColumnChunk names it, 1 for those of \a stages.
std::array<quint8, 256> chosenStages(const QList<Stage> &all, const QList<StageId> &stages)
{
    std::array<quint8, 256> chosen = {};
    for (const StageId id : stages) {
        if (id.isNull()) {
            chosen[ColumnChunk::NoStage] = 1;
            continue;
        }
        const auto found = std::ranges::find(all, id, &Stage::id) - all.begin();
        if (found < all.size() && found < ColumnChunk::NoStage)
            chosen[size_t(found)] = 1;
    }
    return chosen;
}

} // namespace

ChosenRows::ChosenRows(const ProspectColumns &columns, const ChartFilter &filter)
    : m_cohort(filter.cohort, columns.zone())
    , m_people(filter.people)
{
    if (filter.stages)
        m_stages = chosenStages(columns.stages(), *filter.stages);
}

ChosenRows::Marks ChosenRows::of(const ColumnChunk &chunk)
{
    if (!m_cohort.isTimed && !m_stages && !m_people)
        return {};
    m_marks.assign(chunk.ids.size(), 1);
    if (m_cohort.isTimed)
        takeCohort(chunk);
    if (m_stages)
        takeStages(chunk);
    if (m_people)
        takePeople(chunk);
    return Marks(m_marks.data());
}

void ChosenRows::takeCohort(const ColumnChunk &chunk)
{
    for (size_t row = 0; row < m_marks.size(); ++row) {
        const quint32 entry = chunk.entry[row];
        const bool isIn =
            chunk.fate[row] != 0 && entry != ColumnChunk::UnknownEntry && m_cohort.contains(entry);
        m_marks[row] = quint8(m_marks[row] & quint8(isIn));
    }
}

void ChosenRows::takeStages(const ColumnChunk &chunk)
{
    for (size_t row = 0; row < m_marks.size(); ++row)
        m_marks[row] = quint8(m_marks[row] & (*m_stages)[chunk.stage[row]]);
}

void ChosenRows::takePeople(const ColumnChunk &chunk)
{
    if (m_marks.empty())
        return;
    // Both ascend.
    const std::vector<qint64> &ids = m_people->ids();
    auto next = std::ranges::lower_bound(ids, chunk.ids.front());
    for (size_t row = 0; row < m_marks.size(); ++row) {
        while (next != ids.end() && *next < chunk.ids[row])
            ++next;
        const bool isOne = next != ids.end() && *next == chunk.ids[row];
        m_marks[row] = quint8(m_marks[row] & quint8(isOne));
    }
}
