// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/survival.h"

/// How the paths of a cohort ended, by age.
struct Outcomes
{
    static constexpr int Won = 0; ///< index of the cause
    static constexpr int Lost = 1;

    OutcomeCurves curves; ///< of won and lost; the age is in days since the entry into the pipeline
    qint64 won = 0;
    qint64 lost = 0;
    qint64 open = 0;
    qint64 undated =
        0; ///< of whom the time of entry or of the end is not known, or lies before the entry: in no other figure

    qint64 notApplicable =
        0; ///< had passed the place of the sale before it was a stage: in no other figure

    friend bool operator==(const Outcomes &, const Outcomes &) = default;
};

/// The first end of each path of those who entered within \a filter's span, by Aalen and Johansen: won is the first entry
/// into a stage of kind won or one behind it, lost that into an exit, whichever comes first; who came back afterwards is
/// counted by that first end. The others are open at filter.asOf, which must be set. To whom the first stage of kind won is not
/// applicable is left out whatever became of them, as at that step of a funnel. One pass; may run on any thread.
[[nodiscard]] Outcomes outcomes(const ProspectColumns &columns, const ChartFilter &filter);

enum class OutcomeKind { Won, Lost, Open };
/// Those whose path ended so, or has not ended, by id; of an end only until \a age days where it is given (of those who are
/// open it says nothing).
[[nodiscard]] QList<ProspectId> prospectsWithOutcome(const ProspectColumns &columns,
    const ChartFilter &filter, OutcomeKind kind, std::optional<qint64> age = {});
