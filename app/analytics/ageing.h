// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/wilson.h"
#include "domain/lastcontacts.h"

#include <vector>

/// How long those who are open at a stage have been there, and have not been spoken with. Ages are in whole days.
struct StageAgeing
{
    static constexpr int Quiet = 14; ///< days without a two-way word
    static constexpr int Silent = 30;

    int stage = 0; ///< index into ProspectColumns::stages()
    qint64 open = 0; ///< within + past + unjudged + undated
    qint64 within = 0; ///< for no longer than the limit
    qint64 past = 0; ///< for longer
    qint64 unjudged = 0; ///< whose stage has no limit
    qint64 undated = 0; ///< who came there at an unknown time
    std::optional<qint64>
        medianDays; ///< of those whose time is known; of two in the middle the lower
    std::optional<qint64>
        p90Days; ///< the age by which 9 in 10 visits have ended, however few they are
    qint64 visits = 0; ///< of which that is known
    qint64 quiet = 0; ///< last two-way word Quiet days ago or more; those who are silent too
    qint64 silent = 0; ///< Silent days or more
    qint64 unspoken = 0; ///< of whom no two-way word until then is known

    /// What is too long at a stage: the \a p90 of its visits, where it is of enough of them.
    [[nodiscard]] static std::optional<qint64> limitOf(qint64 visits, std::optional<qint64> p90)
    {
        return visits < FewestForARate ? std::nullopt : p90;
    }
    /// What is too long here.
    [[nodiscard]] std::optional<qint64> limit() const { return limitOf(visits, p90Days); }

    friend bool operator==(const StageAgeing &, const StageAgeing &) = default;
};

/// StageAgeing::limit() by index of ProspectColumns::stages(), as known at \a asOf (Unix milliseconds). May run on any thread.
[[nodiscard]] std::vector<std::optional<qint64>> stageLimits(
    const ProspectColumns &columns, qint64 asOf);

/// The stages before the sale that are no exits, by position, with those who are there at filter.asOf, which must be set: each open prospect is in exactly one.
/// Of a span those count who entered the pipeline within it. The age is that of the CurrentVisit; the limit is the stage's own p90 by Kaplan and Meier over
/// all visits of everybody, since it says what is usual there. When a stage began changes nothing: who is said to have been there was, and who had passed its
/// place has no visit to it; one that began lately has few, and then no limit. Of \a contacts those after filter.asOf are not known then. May run on any thread.
[[nodiscard]] QList<StageAgeing> ageing(
    const ProspectColumns &columns, const LastContacts &contacts, const ChartFilter &filter);

/// Those at \a stage for longer than \a days, by id.
[[nodiscard]] QList<ProspectId> prospectsAgedPast(
    const ProspectColumns &columns, const ChartFilter &filter, int stage, qint64 days);
