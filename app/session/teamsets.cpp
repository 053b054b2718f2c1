// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/teamsets.h"

#include "session/freshreader.h"
#include "session/snapshot.h"
#include "session/valuelist.h"
#include "storage/salestable.h"

#include <algorithm>
#include <utility>

TeamSets::TeamSets(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent)
    : Store(parent)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
    , m_sets(snapshot.team)
{
    setState(StoreState::Ready);
    connect(&workspace, &Workspace::edited, this, &TeamSets::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"lost_reason", u"custom_field", u"saved_filter", u"retention_rule",
                u"chart_note", u"chart_goal", u"saved_board"}))
            reload();
    });
}

void TeamSets::follow(const QList<RowEdit> &edits)
{
    if (!applyToLists(edits, m_sets.lostReasons, m_sets.customFields, m_sets.savedFilters,
            m_sets.retentionRules, m_sets.chartNotes, m_sets.chartGoals, m_sets.savedBoards))
        return;
    std::ranges::stable_sort(m_sets.lostReasons, {}, &LostReason::position);
    std::ranges::stable_sort(m_sets.customFields, {}, &CustomField::position);
    std::ranges::stable_sort(m_sets.savedFilters, {}, &SavedFilter::position);
    std::ranges::stable_sort(m_sets.chartNotes, {}, &ChartNote::day);
    std::ranges::stable_sort(m_sets.savedBoards, {}, &SavedBoard::position);
    emit changed();
}

void TeamSets::reload()
{
    const auto read = [](Connection &connection) { return SalesTable::sets(connection); };
    m_reader->start(
        read, [this](Result<TeamSetValues> result) { take(std::move(result), m_sets); });
}
