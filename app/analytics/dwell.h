// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/survival.h"

/// How long visits to a stage last, in days.
struct StageDwell
{
    SurvivalCurve curve; ///< the share still there at an age; any move ends a visit
    qint64 cutShort = 0; ///< of the censored visits those that ended because the stage was retired
    qint64 undated = 0; ///< visits whose beginning or end has no known time: in no other figure

    friend bool operator==(const StageDwell &, const StageDwell &) = default;
};

/// By index of ProspectColumns::stages(): the visits that began within \a filter's span, each as long as it lasted; those that
/// have not ended by filter.asOf, which must be set, are censored there. A prospect may visit a stage more than once. A visit to
/// a stage that is retired is censored then: nobody went on, and how long they would have stayed is not known any more. One that
/// begins so began with the stage before, for as long as nobody can tell, and is undated. One pass; may run on any thread.
[[nodiscard]] QList<StageDwell> stageDwells(
    const ProspectColumns &columns, const ChartFilter &filter);

/// The prospects whose visit to \a stage lasted longer than \a days, by id and each once; only those who are still there
/// where \a isOpen.
[[nodiscard]] QList<ProspectId> prospectsStaying(
    const ProspectColumns &columns, const ChartFilter &filter, int stage, qint64 days, bool isOpen);
