// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/consent.h"
#include "domain/customfield.h"
#include "domain/importplan.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "storage/handleclaims.h"

#include <QSet>

#include <optional>
#include <utility>

class Connection;
class Transaction;

/// Some rows of a CSV file on their way into the workspace: what is there already of all their handles, asked once, and what they bring, written kind by kind at
/// their end. What they bring stands in no live view until the import is done, so that the answers hold while the rows are taken.
class CsvChunk
{
public:
    struct RowHandle
    {
        NetworkHandle key;
        QString value; ///< as it was typed
    };
    struct Row
    {
        const ProspectRecord *record = nullptr; ///< never null
        QList<RowHandle> handles;
    };

    /// \a records outlive it.
    [[nodiscard]] static Result<CsvChunk> read(
        Connection &connection, const QList<ProspectRecord> &records);

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] HandleClaims claims(const NetworkHandle &handle) const;
    /// Why a handle is on the list of those who objected or were erased.
    [[nodiscard]] std::optional<SuppressionKind> listed(const NetworkHandle &handle) const;

    void add(const Prospect &prospect) { m_prospects << prospect; }
    /// \a key is the handle's own; from now on its prospect holds it, unless it is contested.
    void add(const Handle &handle, const NetworkHandle &key);
    void add(const ProspectLabel &label) { m_labels << label; }
    void add(const QList<Move> &moves) { m_moves << moves; }
    /// \a prospect is known again by that id.
    void remember(const QString &externalId, ProspectId prospect);
    /// What a new prospect is found by.
    void index(ProspectId prospect, const QStringList &texts);
    /// What a prospect is found by changed.
    void indexAnew(ProspectId prospect) { m_changedWords.insert(prospect); }
    /// Writes all that was added, ids in \a space.
    [[nodiscard]] Result<> write(
        Transaction &transaction, const QString &space, BatchId batch) const;

private:
    QList<Row> m_rows;
    QHash<NetworkHandle, HandleClaims> m_claims;
    QHash<NetworkHandle, SuppressionKind> m_listed;
    QList<Prospect> m_prospects;
    QList<Handle> m_handles;
    QList<ProspectLabel> m_labels;
    QList<Move> m_moves;
    QList<std::pair<QString, ProspectId>> m_ids;
    QList<std::pair<ProspectId, QStringList>> m_words;
    QSet<ProspectId> m_changedWords;
};
