// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/logstart.h"
#include "domain/stage.h"

#include <QStringList>
#include <QTimeZone>

#include <memory>
#include <span>
#include <vector>

/// Whole days from a prospect's entry to a stage, or one of the marks below. The marks are greater
/// than any age and stand in the order of what outweighs what, so that a minimum of ages is the age
/// of the first known entry.
namespace Age {
constexpr quint16 Highest = 0xFFF0; ///< longer ages are cut to this one (179 years)
constexpr quint16 Unknown = 0xFFFD; ///< reached at an unknown time, or the entry's time is unknown
constexpr quint16 OutOfOrder = 0xFFFE; ///< dated before the prospect's entry
constexpr quint16 NotReached = 0xFFFF;
} // namespace Age

/// Local days since 1970-01-01 on which prospects came, or one of the marks below.
namespace ArrivalDay {
constexpr quint16 Highest = 0xFFF0; ///< later days are cut to this one (in 2149)
constexpr quint16 Undated = 0xFFFE; ///< came at an unknown time, or the entry's time is unknown
constexpr quint16 None = 0xFFFF; ///< never came
} // namespace ArrivalDay

/// Up to MostRows prospects as arrays of equal length, ascending by id.
struct ColumnChunk
{
    static constexpr qsizetype MostRows = 32768;
    /// The entry of a prospect whose time of entry is not known.
    static constexpr quint32 UnknownEntry = 0;
    static constexpr quint8 EntryIsDay = 1; ///< flag: the entry is known to the day

    /// A stage visited for the first time only after a later one: there the age of "touched" is not
    /// that of "passed".
    struct LateTouch
    {
        quint32 row;
        quint8 step;
        quint16 age;
    };

    /// Who had passed the places of steps before these existed, without ever having been there.
    struct NotApplicable
    {
        quint32 row;
        quint32 steps; ///< bit k: step k
    };

    /// A stay at an exit of somebody who came back: from the age at which they left until that at which they were at a step again, Age::Highest where
    /// that is not known. Of times that say nothing of their order there is none.
    struct ExitStay
    {
        quint32 row;
        quint16 left;
        quint16 back; ///< above `left`
    };

    /// The moves of all rows. Those of one row stand in the order in which they happened: by time, of which `at` keeps the
    /// seconds, at the same time by the pipeline. One whose time says nothing of its order (not known, or before the entry into the pipeline) stands
    /// before the first that led further or that led back from as far, so that a path goes forward where nothing is known to the contrary.
    struct Moves
    {
        static constexpr quint8 IsDay = 1; ///< flag: known to the day
        static constexpr quint8 IsUndated = 2; ///< flag: no time, or one before the entry
        /// Flag: a change of the pipeline put the prospect there, when the stage was retired in which it was. That is no deed of
        /// anybody, and says nothing of when the prospect would have come.
        static constexpr quint8 ByPipeline = 4;
        /// Of such a move nobody knows when the prospect came to where it leads.
        static constexpr quint8 HasNoArrival = IsUndated | ByPipeline;

        std::vector<quint32> first = {0}; ///< by row, and one more: where its moves begin
        std::vector<quint32> at; ///< Unix seconds, UTC, as in `entry`; 0 where undated
        std::vector<quint8> to; ///< index into ProspectColumns::stages()
        std::vector<quint8> flags;
    };

    std::vector<qint64> ids;
    /// The entry, e(1), in Unix seconds, UTC, of 1970 to 2106; day precision: the local day's
    /// start.
    std::vector<quint32> entry;
    std::vector<quint32> source; ///< index into ProspectColumns::sources()
    std::vector<quint16> owner; ///< index into ProspectColumns::owners()
    /// Twice the number of steps reached or passed (0: never entered the pipeline), plus 1 where
    /// the prospect has left by an exit. One byte that is a histogram's index.
    std::vector<quint8> fate;
    std::vector<quint8> stage; ///< current stage, index into ProspectColumns::stages(), or NoStage
    std::vector<quint8> flags; ///< EntryIsDay
    std::vector<quint32> touched; ///< bit k: has been at exactly step k
    std::vector<quint16> exitAge; ///< for those who left: the age since which they have been gone
    std::vector<std::vector<quint16>>
        age; ///< by step, then row: first time at that step or a later one
    /// By step, then row: when the prospect first was at that step or a later one. The days never fall from step to step.
    std::vector<std::vector<quint16>> arrivalDay;
    std::vector<LateTouch> lateTouches; ///< ascending by row, then step
    std::vector<NotApplicable> notApplicable; ///< ascending by row
    std::vector<ExitStay> exitStays; ///< ascending by row; few, or none
    Moves moves;

    static constexpr quint8 NoStage = 0xFF;

    [[nodiscard]] qsizetype size() const { return qsizetype(ids.size()); }
    /// Calls \a visit(from, to, at, flags) for each change of stage of \a row in order: stages as indices, `from` NoStage for
    /// the first, `at` and `flags` as in Moves. A move to where the prospect is already is none; a current stage that no
    /// move explains is reached by a last, undated one.
    template<typename Visit>
    void forEachMove(size_t row, Visit visit) const
    {
        quint8 from = NoStage;
        for (size_t i = moves.first[row]; i < moves.first[row + 1]; ++i) {
            if (moves.to[i] == from)
                continue;
            visit(from, moves.to[i], moves.at[i], moves.flags[i]);
            from = moves.to[i];
        }
        if (stage[row] != NoStage && stage[row] != from)
            visit(from, stage[row], 0U, Moves::IsUndated);
    }
    /// \a ms (Unix milliseconds) as in \`entry\`: earlier and later times are moved to the range's
    /// ends.
    [[nodiscard]] static quint32 toSeconds(qint64 ms);
    /// Sets every array's length; new rows hold zero, ages NotReached, days None.
    void resize(qsizetype rows, qsizetype steps);
};

class ProspectColumns;
using ColumnsPointer = std::shared_ptr<const ProspectColumns>;

/// All prospects of a workspace as the charts need them, in memory: about 60 bytes a prospect with
/// seven steps, and six for each of its moves. A snapshot: immutable once built and shared, safe to read from any thread; an edit
/// makes a new one that shares every chunk it did not touch.
class ProspectColumns
{
public:
    static constexpr int MostSteps = 30; ///< steps beyond are left out of the charts

    /// All stages, exits too, by position.
    [[nodiscard]] const QList<Stage> &stages() const { return m_stages; }
    /// The funnel's steps: the stages in use that are no exits, by position. Who was in a stage that is retired counts at the step before its place.
    [[nodiscard]] const QList<Stage> &steps() const { return m_steps; }
    /// By index of stages(): the step at which somebody counts who is there; -1 for exits.
    [[nodiscard]] const std::vector<qint8> &stepOfStage() const { return m_stepOfStage; }
    /// The workspace's zone, in which days are counted.
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const QStringList &sources() const { return m_sources; }
    /// Owners; a null id stands for nobody.
    [[nodiscard]] const QList<UserId> &owners() const { return m_owners; }
    [[nodiscard]] const std::vector<std::shared_ptr<const ColumnChunk>> &chunks() const
    {
        return m_chunks;
    }
    /// From when on moves are on record; nothing where none seem to be missing. An update keeps what was found when all was built.
    [[nodiscard]] const std::optional<LogStart> &logStart() const { return m_logStart; }
    /// Number of prospects.
    [[nodiscard]] qsizetype size() const;
    /// Bytes held in the arrays.
    [[nodiscard]] qsizetype bytes() const;

private:
    friend class ColumnsBuilder;
    friend ColumnsPointer updatedColumns(
        const ColumnsPointer &, const ProspectColumns &, std::span<const qint64>);

    QList<Stage> m_stages;
    QList<Stage> m_steps;
    std::vector<qint8> m_stepOfStage;
    QTimeZone m_zone;
    QStringList m_sources;
    QList<UserId> m_owners;
    std::vector<std::shared_ptr<const ColumnChunk>> m_chunks;
    std::optional<LogStart> m_logStart;
};

/// \a base with the prospects of \a changed put in place of those with the same id or added, and \a
/// removed taken out (ids in any order; unknown ones are ignored). \a changed comes from a builder
/// with the same stages and zone; after a change of the pipeline or the zone build all columns
/// anew. Costs a copy of the chunks that are touched.
[[nodiscard]] ColumnsPointer updatedColumns(const ColumnsPointer &base,
    const ProspectColumns &changed, std::span<const qint64> removed = {});
