// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chartsets.h"
#include "domain/customfield.h"
#include "domain/offer.h"
#include "domain/retention.h"
#include "domain/savedfilter.h"

#include <QList>

/// The small sets that the team keeps about its prospects, each in its order.
struct TeamSetValues
{
    QList<LostReason> lostReasons;
    QList<CustomField> customFields;
    QList<SavedFilter> savedFilters; ///< the team's and the viewer's own
    QList<RetentionRule> retentionRules;
    QList<ChartNote> chartNotes; ///< by day
    QList<ChartGoal> chartGoals;
    QList<SavedBoard> savedBoards; ///< the team's and the viewer's own

    friend bool operator==(const TeamSetValues &, const TeamSetValues &) = default;
};
