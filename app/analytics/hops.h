// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/survival.h"
#include "domain/hopfacts.h"

/// How direct messages went on to a call or an e-mail.
struct HopFigures
{
    qint64 people = 0; ///< who had a direct message, the first one within the span
    qint64 moved = 0; ///< who had a call or an e-mail at or after it
    SurvivalCurve
        staying; ///< the share that has not moved on, by days since the first direct message
    std::optional<qint64>
        medianMessages; ///< direct messages before the move: as many or fewer had half of those who moved
    std::optional<qint64> p90Messages;

    qint64 proposed = 0; ///< hops proposed within the span; the sum of the next four
    qint64 accepted = 0;
    qint64 declined = 0;
    qint64 ignored = 0;
    qint64 open = 0;

    /// Whether conversations count that the viewer may not see: only where they are with FewestForASum people or more, and nobody chose the people.
    bool areHiddenTalksCounted = false;
    bool areHiddenHopsCounted = false;

    friend bool operator==(const HopFigures &, const HopFigures &) = default;
};

/// The figures of those whose first direct message, and of the hops whose proposal, lies within \a filter's span. What came after filter.asOf, which must
/// be set, has not happened: who moved later is censored there, as are all who have not moved (Kaplan and Meier), and what was decided later is open. One
/// pass; may run on any thread.
[[nodiscard]] HopFigures hopFigures(
    const ProspectColumns &columns, const HopFacts &facts, const ChartFilter &filter);

enum class HopGroup { Talked, Moved, Stayed, Proposed, Accepted, Declined, Ignored, Open };
/// The people of a group, by id and each once: only those of conversations that the viewer may see.
[[nodiscard]] QList<ProspectId> prospectsOfHops(const ProspectColumns &columns,
    const HopFacts &facts, const ChartFilter &filter, HopGroup group);
