// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfacts.h"
#include "base/result.h"
#include "session/changeset.h"

#include <QList>

/// The facts that charts asked for, in step with the change feed. What a change made out of date is no longer given out, and put in step when a chart asks for it
/// again: by what the changes since then touched, as long as these are few and name their rows, else by reading it anew.
class HeldFacts
{
public:
    /// What is to be asked of the database, as a value for another thread: ChartFactsReader::catchUp.
    struct Reading
    {
        QList<ChartFact> kinds;
        ChartFacts behind; ///< what was known of some of them before the changes in \a missed
        ChangeSet missed;
        int changes = 0; ///< how many there had been
    };

    /// Those that are up to date.
    [[nodiscard]] const ChartFacts &upToDate() const { return m_facts; }
    /// False where nothing went out of date.
    bool follow(const ChangeSet &changes);
    /// How to read those of \a kinds that are not up to date. Each is to be answered by take().
    [[nodiscard]] Reading begin(const QList<ChartFact> &kinds);
    /// The answer to \a reading. What came too late for a change is kept as what is behind it.
    void take(const Reading &reading, const Result<ChartFacts> &read);

private:
    ChartFacts m_facts;
    ChartFacts m_behind;
    ChangeSet
        m_missed; ///< at least what happened since the facts in m_behind were read, or a reading began
    int m_changes = 0; ///< how many there were
    int m_missedSince = 0; ///< how many there had been when m_missed was empty
    int m_readings = 0; ///< not answered yet
};
