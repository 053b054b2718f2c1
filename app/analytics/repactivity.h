// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/survival.h"
#include "domain/repfacts.h"

/// What one member did. Each figure is told only where it is of FewestForASum people or more; else it is nothing.
struct RepFigures
{
    UserId id;
    qint64 people =
        0; ///< above 0: all who are behind any of the figures, also of those that are not told; of hidden conversations where they count
    std::optional<qint64>
        sent; ///< direct messages and e-mails of ours, in the conversations that are theirs
    std::optional<qint64> received; ///< of the others
    std::optional<qint64> calls; ///< either way
    std::optional<qint64> moves; ///< that they made from one stage to another; no imported ones
    std::optional<SurvivalCurve>
        reply; ///< the share of conversations not yet answered, by whole hours since our first word
    std::optional<Proportion> won; ///< of the closings on the paths of their prospects

    friend bool operator==(const RepFigures &, const RepFigures &) = default;
};

/// What members did within \a filter's span and until its asOf, which must be set; by id, those alone who did anything that counts. Words and calls count on their day,
/// moves at their time, replies by our first word in a conversation, win rates by the closings of paths, as forEachClosing() has
/// them. Conversations that the viewer may not see count only where they are with FewestForASum people or more, and not of chosen people; otherwise not even that there are any is told. Whose a prospect is, is
/// as of now. One pass; may run on any thread.
[[nodiscard]] QList<RepFigures> repFigures(
    const ProspectColumns &columns, const RepFacts &facts, const ChartFilter &filter);

/// The people behind the figures of \a rep, by id and each once: of conversations only those that the viewer may see.
[[nodiscard]] QList<ProspectId> prospectsOfRep(
    const ProspectColumns &columns, const RepFacts &facts, const ChartFilter &filter, UserId rep);
