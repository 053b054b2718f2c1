// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/heldfacts.h"

#include "session/chartfactsreader.h"

#include <algorithm>

namespace {
/// Rows that are remembered while no chart asks. Of more, reading all again is hardly slower.
constexpr qsizetype MostMissed = 5000;

ChartFacts onlyFact(ChartFacts facts, ChartFact kind)
{
    for (const ChartFact other : AllChartFacts) {
        if (other != kind)
            facts.drop(other);
    }
    return facts;
}

bool hasNoFacts(const ChartFacts &facts)
{
    return std::ranges::none_of(
        AllChartFacts, [&facts](ChartFact kind) { return facts.has(kind); });
}
} // namespace

bool HeldFacts::follow(const ChangeSet &changes)
{
    if (m_readings == 0 && hasNoFacts(m_behind)) {
        m_missed = {};
        m_missedSince = m_changes;
    }
    ++m_changes;
    m_missed.add(changes);
    const QList<ChartFact> outdated = ChartFactsReader::outdated(m_facts, changes);
    for (const ChartFact kind : AllChartFacts) {
        if (ChartFactsReader::needsAll(kind, changes))
            m_behind.drop(kind);
        else if (outdated.contains(kind))
            m_behind.add(onlyFact(m_facts, kind));
        if (outdated.contains(kind))
            m_facts.drop(kind);
    }
    if (m_missed.rowCount() > MostMissed) {
        m_behind = {};
        m_missed = {};
        m_missedSince = m_changes;
    }
    return !outdated.isEmpty();
}

HeldFacts::Reading HeldFacts::begin(const QList<ChartFact> &kinds)
{
    ++m_readings;
    Reading reading {{}, m_behind, m_missed, m_changes};
    for (const ChartFact kind : kinds) {
        if (!m_facts.has(kind))
            reading.kinds << kind;
    }
    return reading;
}

void HeldFacts::take(const Reading &reading, const Result<ChartFacts> &read)
{
    --m_readings;
    if (!read)
        return;
    for (const ChartFact kind : reading.kinds) {
        if (reading.changes == m_changes) {
            m_facts.add(onlyFact(*read, kind));
            m_behind.drop(kind);
        } else if (!m_facts.has(kind) && reading.changes >= m_missedSince
            && !ChartFactsReader::needsAll(kind, m_missed)) {
            m_behind.add(onlyFact(*read, kind));
        }
    }
}
