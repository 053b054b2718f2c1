// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "domain/exitfacts.h"

#include <QMap>

/// Why prospects left, and from which stage.
struct LostReasonCounts
{
    static constexpr int NoStage = -1; ///< nobody knows where they were before

    struct Reason
    {
        LostReasonId id; ///< null: none was given
        qint64 count = 0;
        QMap<int, qint64> byStage; ///< by index of ProspectColumns::stages(), or NoStage; above 0

        friend bool operator==(const Reason &, const Reason &) = default;
    };
    QList<Reason> reasons; ///< the most frequent first; where as many, by id
    qint64 total = 0; ///< exits; the sum over the reasons
    qint64 undated = 0; ///< exits at an unknown time: with a span they are in no other figure

    friend bool operator==(const LostReasonCounts &, const LostReasonCounts &) = default;
};

/// The exits within \a filter's span and not after its asOf, which must be set. Every exit counts, also a second one of the same prospect; the
/// stage is that before it, and from one exit to another is none. An exit that no fact explains has no reason. One pass; may run on any thread.
[[nodiscard]] LostReasonCounts lostReasonCounts(
    const ProspectColumns &columns, const ExitFacts &facts, const ChartFilter &filter);

/// Those who left for \a reason (null: without one), from \a stage where it is given, by id and each once.
[[nodiscard]] QList<ProspectId> prospectsLostFor(const ProspectColumns &columns,
    const ExitFacts &facts, const ChartFilter &filter, LostReasonId reason,
    std::optional<int> stage = {});
