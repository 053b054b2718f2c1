// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/ageing.h"

#include "analytics/dwell.h"
#include "analytics/openprospects.h"

#include <algorithm>

namespace {

/// Days since the last two-way word with each prospect, asked by id in ascending order.
class SilenceWalk
{
public:
    SilenceWalk(const LastContacts &contacts, const QTimeZone &zone, qint64 asOf)
        : m_rows(contacts.rows)
        , m_rule(zone)
        , m_asOf(asOf)
    { }

    /// Nothing where no word until then is known.
    [[nodiscard]] std::optional<qint64> days(ProspectId prospect)
    {
        while (m_next < m_rows.size() && m_rows[m_next].prospect < prospect)
            ++m_next;
        if (m_next == m_rows.size() || m_rows[m_next].prospect != prospect)
            return {};
        const Moment &at = m_rows[m_next].at;
        if (at.precision == Precision::Unknown || at.ms > m_asOf)
            return {};
        return m_rule.days(at.ms, at.precision == Precision::Day, m_asOf, false);
    }

private:
    const std::vector<LastContacts::Row> &m_rows;
    AgeRule m_rule;
    qint64 m_asOf;
    size_t m_next = 0;
};

void countAge(StageAgeing &stage, qint64 days)
{
    const std::optional<qint64> limit = stage.limit();
    if (days < 0)
        ++stage.undated;
    else if (!limit)
        ++stage.unjudged;
    else if (days > *limit)
        ++stage.past;
    else
        ++stage.within;
}

void countSilence(StageAgeing &stage, const std::optional<qint64> &days)
{
    if (!days) {
        ++stage.unspoken;
        return;
    }
    stage.quiet += *days >= StageAgeing::Quiet ? 1 : 0;
    stage.silent += *days >= StageAgeing::Silent ? 1 : 0;
}

std::optional<qint64> lowerMedian(std::vector<qint64> &days)
{
    if (days.empty())
        return {};
    const auto middle = days.begin() + qsizetype(days.size() - 1) / 2;
    std::ranges::nth_element(days, middle);
    return *middle;
}

} // namespace

std::vector<std::optional<qint64>> stageLimits(const ProspectColumns &columns, qint64 asOf)
{
    std::vector<std::optional<qint64>> limits;
    for (const StageDwell &usual : stageDwells(columns, {.asOf = asOf})) {
        const SurvivalCurve &curve = usual.curve;
        limits.push_back(StageAgeing::limitOf(curve.n, curve.quantile(.9)));
    }
    return limits;
}

QList<StageAgeing> ageing(
    const ProspectColumns &columns, const LastContacts &contacts, const ChartFilter &filter)
{
    const std::vector<StageEnd> ends = stageEnds(columns.stages());
    const QList<StageDwell> usual = stageDwells(columns, {.asOf = filter.asOf});
    QList<StageAgeing> stages;
    std::vector<qsizetype> placeOf(ends.size(), -1);
    for (size_t i = 0; i < ends.size(); ++i) {
        if (ends[i] != StageEnd::Open)
            continue;
        placeOf[i] = stages.size();
        const SurvivalCurve &curve = usual.at(qsizetype(i)).curve;
        StageAgeing stage;
        stage.stage = int(i);
        stage.visits = curve.n;
        stage.p90Days = curve.quantile(.9);
        stages.append(stage);
    }
    std::vector<std::vector<qint64>> ages(size_t(stages.size()));
    SilenceWalk silence(contacts, columns.zone(), filter.asOf);
    forEachOpen(
        columns, filter, [&](const ColumnChunk &chunk, size_t row, const CurrentVisit &visit) {
            const qsizetype place = placeOf[size_t(visit.stage)];
            StageAgeing &stage = stages[place];
            ++stage.open;
            countAge(stage, visit.days);
            if (visit.days >= 0)
                ages[size_t(place)].push_back(visit.days);
            countSilence(stage, silence.days(ProspectId(chunk.ids[row])));
        });
    for (qsizetype i = 0; i < stages.size(); ++i)
        stages[i].medianDays = lowerMedian(ages[size_t(i)]);
    return stages;
}

QList<ProspectId> prospectsAgedPast(
    const ProspectColumns &columns, const ChartFilter &filter, int stage, qint64 days)
{
    QList<ProspectId> ids;
    forEachOpen(
        columns, filter, [&](const ColumnChunk &chunk, size_t row, const CurrentVisit &visit) {
            if (visit.stage == stage && visit.days > days)
                ids.append(ProspectId(chunk.ids[row]));
        });
    return ids;
}
