// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"

/// How often prospects went from one stage to another. Every move counts, also a second one of the same prospect and one
/// that leads back; what a change of the pipeline did to them is told apart, since it is no move of theirs. What came into a
/// stage is what left it and what stayed: the sums of its column and of its row are the same.
class MoveMatrix
{
public:
    explicit MoveMatrix(int stages = 0)
        : m_stages(stages)
        , m_counts(qsizetype(stages + 3) * (stages + 2), 0)
    { }

    /// Number of stages; a stage is its index in ProspectColumns::stages().
    [[nodiscard]] int stages() const { return m_stages; }
    /// In place of a stage to come from: entered the pipeline.
    [[nodiscard]] int start() const { return m_stages; }
    /// In place of a stage to come from: was there when the span began, or came at an unknown time. None without a span.
    [[nodiscard]] int before() const { return m_stages + 1; }
    /// In place of a stage to come from: was put there when the stage before was retired.
    [[nodiscard]] int fromRetired() const { return m_stages + 2; }
    /// In place of a stage to go to: did not move on by the end of the span.
    [[nodiscard]] int stillThere() const { return m_stages; }
    /// In place of a stage to go to: was put elsewhere when the stage was retired.
    [[nodiscard]] int putElsewhere() const { return m_stages + 1; }

    [[nodiscard]] qint64 count(int from, int to) const
    {
        return m_counts[qsizetype(from) * (m_stages + 2) + to];
    }
    void add(int from, int to) { ++m_counts[qsizetype(from) * (m_stages + 2) + to]; }

    friend bool operator==(const MoveMatrix &, const MoveMatrix &) = default;

private:
    int m_stages;
    QList<qint64> m_counts; ///< [from][to]
};

/// The moves of \a filter, whose span is that of the moves. With a span, a move at an unknown time is none of the
/// span's, but says where a prospect stood whose next move has a time. One pass over the moves; may run on any thread.
[[nodiscard]] MoveMatrix moveMatrix(const ProspectColumns &columns, const ChartFilter &filter);

/// The prospects behind moveMatrix(columns, filter).count(from, to), by id and each once.
[[nodiscard]] QList<ProspectId> moversBetween(
    const ProspectColumns &columns, const ChartFilter &filter, int from, int to);
