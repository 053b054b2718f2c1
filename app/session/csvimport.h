// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/consent.h"
#include "domain/importplan.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "session/csvchunk.h"
#include "storage/rowedit.h"

#include <QHash>
#include <QSet>

#include <optional>

class DatesAhead;
class ImportJob;
class Transaction;
struct ProspectChunk;
struct ProspectCsvSummary;
struct ProspectRecord;

/// Prospects from a CSV file: matched by the id in its id space, else by a handle or e-mail address, else by the row itself, so that importing the same file again
/// creates nothing. Entry dates become moves; the current stage is the furthest one reached.
class CsvImport
{
public:
    CsvImport(ImportJob &job, QString path);
    [[nodiscard]] Result<> run();

private:
    struct Known
    {
        Prospect prospect;
        QList<Move> moves;
        QSet<LabelId> labels;
    };

    /// What people should know of a file that was read to its end.
    void tellOf(const ProspectCsvSummary &summary, const DatesAhead &ahead);
    [[nodiscard]] Result<> checkStages(const CsvMapping &mapping);
    [[nodiscard]] ProspectId madeBefore(
        const CsvChunk::Row &row, const QHash<ProspectId, Known> &known) const;
    [[nodiscard]] Result<> writeChunk(
        Transaction &transaction, const QList<ProspectRecord> &records);
    [[nodiscard]] Result<QHash<QString, ProspectId>> match(
        Transaction &transaction, const CsvChunk &chunk, const QStringList &keys);
    [[nodiscard]] Result<QHash<ProspectId, Known>> readKnown(
        Transaction &transaction, const QList<ProspectId> &ids);
    /// Why one of the record's handles is on the list of those who objected or were erased.
    [[nodiscard]] static std::optional<SuppressionKind> suppressed(
        const CsvChunk &chunk, const CsvChunk::Row &row);
    /// Whether the record is somebody, or has a handle of somebody, whom the viewer may not know of. \a matched is whom its id or a handle leads to, or null;
    /// what such a person has already, contested, is no obstacle.
    [[nodiscard]] static bool isHidden(
        const CsvChunk &chunk, const CsvChunk::Row &row, ProspectId matched);
    void bar(const ProspectRecord &record, Prospect &prospect);
    /// Who gets a handle of somebody who objected is not to be contacted either.
    void barIfListed(const CsvChunk &chunk, const ProspectRecord &record,
        const QList<NetworkHandle> &added, Prospect &prospect);
    void skipErased(const ProspectRecord &record);
    void skipHidden(const ProspectRecord &record);
    /// Null where they are left out.
    [[nodiscard]] Result<std::optional<Known>> add(
        Transaction &transaction, CsvChunk &chunk, const CsvChunk::Row &row, const QString &key);
    [[nodiscard]] Result<Known> create(Transaction &transaction, CsvChunk &chunk,
        const CsvChunk::Row &row, const QString &key, bool isBarred);
    [[nodiscard]] Result<> extend(
        Transaction &transaction, CsvChunk &chunk, const CsvChunk::Row &row, Known &known);
    [[nodiscard]] Result<> fill(
        Transaction &transaction, const ProspectRecord &record, Prospect &prospect);
    /// Those that were added.
    [[nodiscard]] QList<NetworkHandle> addHandles(
        CsvChunk &chunk, const CsvChunk::Row &row, ProspectId id);
    /// Puts the record's labels on \a known; those that are missing are made. Returns how many are new on them.
    [[nodiscard]] Result<int> addLabels(
        Transaction &transaction, CsvChunk &chunk, const ProspectRecord &record, Known &known);
    [[nodiscard]] Result<CompanyId> companyFor(Transaction &transaction, const QString &name);
    [[nodiscard]] UserId ownerNamed(const ProspectRecord &record, const QString &name);
    /// What the record tells of when somebody was where, by key and name of the stage, in the order in which they came.
    [[nodiscard]] QList<std::pair<QString, Moment>> entriesOf(
        const ProspectRecord &record, bool isNew) const;
    /// The moves that the record adds to those \a before.
    [[nodiscard]] QList<Move> newMoves(const ProspectRecord &record, const Prospect &prospect,
        const QList<Move> &before, bool isNew);
    void warnUnknownStage(const ProspectRecord &record, const QString &name);
    void warnOutOfOrder(
        const ProspectRecord &record, const QList<Move> &before, const QList<Move> &added);
    [[nodiscard]] StageId stageAfter(const ProspectRecord &record, const QList<Move> &before,
        const QList<Move> &added, StageId current) const;
    [[nodiscard]] int stageIndex(const QString &name) const;
    [[nodiscard]] QString keyOf(const ProspectRecord &record) const;

    ImportJob &m_job;
    const QString m_path;
    const QString m_fileName;
    QString m_space;
    QHash<QString, CompanyId> m_companies;
    QHash<QString, LabelId> m_labels; ///< by folded name
    QSet<QString> m_unknownOwners;
    QSet<QString> m_unknownStages;
    QHash<ProspectId, Prospect>
        m_changed; ///< current values of visible prospects that this import changes
};
