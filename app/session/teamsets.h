// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/teamsets.h"
#include "session/store.h"
#include "session/workspace.h"

#include <QList>

class FreshReader;

/// The small sets that the team keeps about its prospects: reasons for losing, own fields, saved filters and retention rules, and about charts: notes, goals and boards, as values in order.
class TeamSets : public Store
{
    Q_OBJECT
public:
    TeamSets(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent);

    [[nodiscard]] const TeamSetValues &values() const { return m_sets; }
    [[nodiscard]] const QList<LostReason> &lostReasons() const { return m_sets.lostReasons; }
    [[nodiscard]] const QList<CustomField> &customFields() const { return m_sets.customFields; }
    [[nodiscard]] const QList<SavedFilter> &savedFilters() const { return m_sets.savedFilters; }
    [[nodiscard]] const QList<RetentionRule> &retentionRules() const
    {
        return m_sets.retentionRules;
    }
    [[nodiscard]] const QList<ChartNote> &chartNotes() const { return m_sets.chartNotes; }
    [[nodiscard]] const QList<ChartGoal> &chartGoals() const { return m_sets.chartGoals; }
    [[nodiscard]] const QList<SavedBoard> &savedBoards() const { return m_sets.savedBoards; }

private:
    void follow(const QList<RowEdit> &edits);
    void reload();

    FreshReader *m_reader;
    TeamSetValues m_sets;
};
