// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/survival.h"
#include "domain/handoverfacts.h"

/// What became of an offer to sales, as of a moment.
enum class HandoverFate { Accepted, Returned, Withdrawn, Waiting, Overdue };

struct HandoverQuery
{
    ChartFilter filter = {}; ///< its span is of the offers; asOf must be set
    std::optional<int> windowDays =
        {}; ///< within how many days of the decision a sale counts; 0 or more

    friend bool operator==(const HandoverQuery &, const HandoverQuery &) = default;
};

struct HandoverFigures
{
    /// Returned ones with the same reason, however it is written.
    struct Reason
    {
        QString key; ///< folded; empty where none was given
        QString text; ///< as it was first written
        qint64 count = 0;

        friend bool operator==(const Reason &, const Reason &) = default;
    };
    /// What went to one member of sales.
    struct Rep
    {
        UserId id; ///< null: to nobody in person, and nobody decided
        qint64 people = 0;
        qint64 offered = 0;
        Proportion accepted; ///< of those that were accepted or returned

        /// Of too few people for a figure to be told.
        [[nodiscard]] bool isWithheld() const { return people < FewestForASum; }
        friend bool operator==(const Rep &, const Rep &) = default;
    };

    qint64 offered = 0; ///< the sum of the five fates
    qint64 accepted = 0;
    qint64 returned = 0;
    qint64 withdrawn = 0;
    qint64 waiting = 0; ///< within their limit, or without one
    qint64 overdue = 0; ///< they wait beyond it
    qint64 decidedLate = 0; ///< accepted or returned beyond it
    QList<Reason> reasons; ///< the most frequent first; no reason comes last
    SurvivalCurve decision; ///< the share that waits, by whole hours since the offer
    Proportion wonOfAccepted; ///< who came to the sale after the decision
    Proportion wonOfReturned;
    qint64 immature =
        0; ///< accepted or returned, but not old enough for the window: in neither share
    QList<Rep> reps; ///< by id

    friend bool operator==(const HandoverFigures &, const HandoverFigures &) = default;
};

/// What became of the offers made in the span. Every offer counts, also a second one of the same prospect. What was decided after
/// filter.asOf waits still. The time to a decision is Kaplan and Meier's estimate: those that wait are censored at asOf, those withdrawn
/// when they were. A sale is the first entry, at or after the decision, to a stage of kind won or one behind it; one at an unknown time
/// counts where there is no window. One pass; may run on any thread.
[[nodiscard]] HandoverFigures handoverFigures(
    const ProspectColumns &columns, const HandoverFacts &facts, const HandoverQuery &query);

/// Which handovers a row tells of; what is not set does not choose.
struct HandoverChoice
{
    std::optional<HandoverFate> fate = {};
    std::optional<QStringList> reasons = {}; ///< their keys: returned for one of them
    bool isLate = false; ///< only those decided beyond their limit
    std::optional<UserId> rep = {};

    friend bool operator==(const HandoverChoice &, const HandoverChoice &) = default;
};
/// The people behind handoverFigures(), by id and each once.
[[nodiscard]] QList<ProspectId> prospectsHandedOver(const ProspectColumns &columns,
    const HandoverFacts &facts, const HandoverQuery &query, const HandoverChoice &choice = {});
