// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importbatch.h"
#include "domain/post.h"
#include "storage/transaction.h"

#include <QHash>
#include <QStringList>

#include <utility>

/// Import batches and the ids of foreign systems. Rows of a batch that is pending or undone are
/// invisible to every reader.
namespace BatchTable {
[[nodiscard]] Result<> insert(Transaction &transaction, const ImportBatch &batch);
/// An undone batch gives its handles free, so that others may have them; labels that others use stay.
[[nodiscard]] Result<> setState(
    Transaction &transaction, BatchId id, BatchState state, const QString &summary);
[[nodiscard]] Result<std::optional<ImportBatch>> find(Connection &connection, BatchId id);
/// All, newest first.
[[nodiscard]] Result<QList<ImportBatch>> all(Connection &connection);
/// Removes the rows of pending batches whose writer is gone (\a deadNodes) and of undone batches,
/// for good. Returns how many batches were removed.
[[nodiscard]] Result<int> purge(Transaction &transaction, const QList<int> &deadNodes);
/// Removes what imports of \a node left that could not take it back as they failed. None may be running there.
[[nodiscard]] Result<> eraseLeft(Transaction &transaction, int node);
/// Removes the rows of one batch for good, with what hangs on them and has no batch.
[[nodiscard]] Result<> erase(Transaction &transaction, BatchId id);
/// The live variants of the posts of which the batch changed fields, of their own or of a variant.
[[nodiscard]] Result<QList<Variant>> updatedVariants(Connection &connection, BatchId id);

/// external id → prospect, for the given \a externalIds of \a space (at most 500 at once); live
/// ones and those of \a own batch.
[[nodiscard]] Result<QHash<QString, ProspectId>> known(
    Connection &connection, const QString &space, const QStringList &externalIds, BatchId own);
/// Prospects by their external ids, which differ.
[[nodiscard]] Result<> remember(Transaction &transaction, const QString &space,
    const QList<std::pair<QString, ProspectId>> &prospects, BatchId batch);

/// external id → the post that came from it, for the given \a externalIds of \a space (at most 500 at
/// once); live ones and those of \a own batch.
[[nodiscard]] Result<QHash<QString, PostId>> knownPosts(
    Connection &connection, const QString &space, const QStringList &externalIds, BatchId own);
[[nodiscard]] Result<> rememberPost(Transaction &transaction, const QString &space,
    const QString &externalId, PostId post, BatchId batch);

/// Tells every reader that rows of \a batch came or went.
[[nodiscard]] Result<> announce(Transaction &transaction, BatchId batch);
} // namespace BatchTable
