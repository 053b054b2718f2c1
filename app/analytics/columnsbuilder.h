// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/prospectcolumns.h"
#include "base/moment.h"
#include "domain/retirement.h"

#include <QHash>

#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

class AgeRule;
class LocalDays;

/// Makes columns from prospects and their moves, fed row by row as a scan delivers them: first all
/// prospects, then all moves, each in any order. Fastest where prospects come by id and the moves
/// of one prospect stand together. Used once, on one thread.
class ColumnsBuilder
{
public:
    /// The cut-off that leaves nothing out.
    static constexpr qint64 NoCutOff = std::numeric_limits<qint64>::max();

    /// \a stages is the whole pipeline in any order, \a zone the workspace's. Moves after \a cutOff
    /// (Unix milliseconds, UTC) have not happened: the columns are those of that moment. The moves that
    /// \a retirements made lead to where nobody knows when the prospects would have come.
    ColumnsBuilder(const QList<Stage> &stages, const QTimeZone &zone, qint64 cutOff = NoCutOff,
        QList<StageRetirement> retirements = {});

    /// Announces how many rows will come, so that arrays are allocated once. Optional.
    void reserve(qsizetype prospects);

    /// A prospect with its source (UTF-8), owner and current stage, 0 for none. A current stage
    /// that no move explains counts as reached at an unknown time.
    void addProspect(qint64 id, std::string_view source, qint64 owner, qint64 currentStage);
    void addProspect(qint64 id, const QString &source, qint64 owner, qint64 currentStage);

    /// An entry of \a prospect into \a toStage. Moves of prospects or to stages that are not known
    /// are ignored. \a fromStage, where given, tells a move back to the first stage, from another one
    /// or an exit, from an entry into the pipeline, and a move that the stage's retirement made from others. Where no move leads to it, and it is no exit,
    /// the prospect came there at an unknown time; where it is behind \a toStage, and the hour is known, they had come as far before.
    /// Neither holds where it is not sure (\a isFromSure): an import knows only where the prospect stood when the file was read.
    void addMove(
        qint64 prospect, qint64 toStage, Moment at, qint64 fromStage = 0, bool isFromSure = true);

    /// The columns. The builder is empty afterwards.
    [[nodiscard]] ColumnsPointer finish();

private:
    struct Entry
    {
        qint64 ms;
        quint32 row;
        quint8 stage; ///< index into the stages
        quint8 flags;
        quint8 from; ///< as stage, or ColumnChunk::NoStage
    };
    /// Of a move in its place, what its order needs and the columns do not keep.
    struct Told
    {
        quint16 ms; ///< behind its second
        quint8 from; ///< as in Entry
    };
    /// What decides where a row with moves after the cut-off stood: times in milliseconds and indices of stages, -1 for none.
    struct LastMoves
    {
        std::pair<qint64, int> exact = {0, -1};
        int exactLeft = -1; ///< what leftBy() says of it
        std::pair<qint64, int> day = exact; ///< the last of those known to the day
        int furthest = -1; ///< of the two kinds above
        int left = -1; ///< the furthest that one of them left
        int undated = -1; ///< the furthest of those whose time says nothing of their order

        /// Before the entry: \a isEarly.
        void take(const Entry &entry, bool isEarly, const ColumnsBuilder &builder);
        [[nodiscard]] int stage(LocalDays &days, const ColumnsBuilder &builder) const;
    };
    struct StringHash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view> {}(text);
        }
    };

    [[nodiscard]] quint8 stageIndex(qint64 id) const;
    [[nodiscard]] bool isByPipeline(qint64 fromStage, Moment at) const;
    [[nodiscard]] int retiredIn(quint32 at) const;
    [[nodiscard]] int leftBy(quint32 at, quint8 from, quint8 to, quint8 flags) const;
    void noteStages(size_t row, quint8 to, quint8 from);
    void addUntoldArrivals();
    [[nodiscard]] bool isExit(quint8 stage) const;
    [[nodiscard]] quint32 sourceCode(std::string_view source);
    [[nodiscard]] quint16 ownerCode(qint64 owner);
    void sortProspects();
    void permuteProspects();
    [[nodiscard]] qint64 rowOf(qint64 prospect);
    void indexProspects();
    void takeCutOffs(const std::vector<qint64> &entryMs, const std::vector<quint8> &marks);
    void findEntries(std::vector<qint64> &entryMs, std::vector<quint8> &marks) const;
    void prepareChunks(const std::vector<qint64> &entryMs, const std::vector<quint8> &marks);
    void placeMoves();
    void fillAges(const std::vector<qint64> &entryMs, const std::vector<quint8> &marks);
    void takeStep(ColumnChunk &chunk, size_t row, const Entry &entry, quint16 age);
    void putMove(const Entry &entry, qint64 entered, quint16 age);
    void orderMoves(ColumnChunk &chunk, const std::vector<Told> &told, LocalDays &days) const;
    void keepNotApplicable(size_t begin, ColumnChunk &chunk) const;
    void finishRow(ColumnChunk &chunk, size_t row, bool entered) const;
    [[nodiscard]] bool hasLeft(const ColumnChunk &chunk, size_t row) const;
    void findExits(ColumnChunk &chunk, AgeRule &rule) const;
    void findExitsOf(ColumnChunk &chunk, size_t row, AgeRule &rule) const;
    void findArrivals(ColumnChunk &chunk, LocalDays &days) const;

    std::shared_ptr<ProspectColumns> m_columns;
    std::vector<std::shared_ptr<ColumnChunk>> m_chunks;
    std::vector<qint64> m_stageIds;
    std::vector<qint8> m_stepOfStage; ///< by stage index; -1 for exits
    std::vector<std::pair<qint8, qint64>> m_sinceSteps; ///< steps that began later, and when
    std::vector<quint32> m_early; ///< by row: those of them that were passed before
    qint64 m_cutOff;
    QList<StageRetirement> m_retirements;

    std::vector<qint64> m_ids;
    std::vector<quint32> m_source;
    std::vector<quint16> m_owner;
    std::vector<quint8> m_stage;
    bool m_ascending = true;
    std::unordered_map<std::string, quint32, StringHash, std::equal_to<>> m_sourceCodes;
    QHash<qint64, quint16> m_ownerCodes;
    std::string m_lastSource;
    quint32 m_lastSourceCode = 0;
    qint64 m_lastOwner = 0;
    quint16 m_lastOwnerCode = 0;

    static constexpr size_t BlockSize = 65536;
    std::vector<std::vector<Entry>> m_entries; ///< in blocks, so that growing never copies
    std::vector<quint32>
        m_arrivals; ///< by row: the stages to which moves lead, as bits of their indices
    std::vector<quint32> m_origins; ///< by row: those which moves left
    std::vector<std::vector<Told>> m_told; ///< by chunk and move
    std::vector<quint32> m_late; ///< rows that have moves after the cut-off
    std::vector<quint32> m_slots; ///< open addressing: row + 1 by hash of the id
    size_t m_lastRow = 0;
    bool m_prospectsDone = false;
};
