// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/csvchunk.h"

#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/salestable.h"
#include "storage/searchindex.h"
#include "storage/suppression.h"

Result<CsvChunk> CsvChunk::read(Connection &connection, const QList<ProspectRecord> &records)
{
    CsvChunk chunk;
    QSet<NetworkHandle> handles;
    chunk.m_rows.reserve(records.size());
    for (const ProspectRecord &record : records) {
        Row row {&record, {}};
        for (auto it = record.handles.cbegin(); it != record.handles.cend(); ++it) {
            const NetworkHandle key(it.key(), normalisedHandle(it.key(), it.value()));
            handles.insert(key);
            row.handles.append({key, it.value()});
        }
        chunk.m_rows << row;
    }
    auto claims = HandleClaims::of(connection, handles);
    if (!claims)
        return tl::unexpected(claims.error());
    chunk.m_claims = std::move(*claims);
    auto listed = SuppressionList::find(connection, handles);
    if (!listed)
        return tl::unexpected(listed.error());
    chunk.m_listed = std::move(*listed);
    return chunk;
}

HandleClaims CsvChunk::claims(const NetworkHandle &handle) const
{
    return m_claims.value(handle);
}

std::optional<SuppressionKind> CsvChunk::listed(const NetworkHandle &handle) const
{
    const auto found = m_listed.constFind(handle);
    return found == m_listed.cend() ? std::nullopt : std::optional(*found);
}

void CsvChunk::add(const Handle &handle, const NetworkHandle &key)
{
    if (!handle.contested)
        m_claims[key].holder = handle.prospect;
    m_handles << handle;
}

void CsvChunk::remember(const QString &externalId, ProspectId prospect)
{
    m_ids.append({externalId, prospect});
}

void CsvChunk::index(ProspectId prospect, const QStringList &texts)
{
    m_words.append({prospect, texts});
}

Result<> CsvChunk::write(Transaction &transaction, const QString &space, BatchId batch) const
{
    Result<> done = BulkInsert<Prospect>(transaction).addAll(m_prospects);
    if (done)
        done = BulkInsert<Handle>(transaction).addAll(m_handles);
    if (done && !m_labels.isEmpty())
        done = BulkInsert<ProspectLabel>(transaction).addAll(m_labels);
    if (done)
        done = BulkInsert<Move>(transaction).addAll(m_moves);
    if (done)
        done = BatchTable::remember(transaction, space, m_ids, batch);
    if (done)
        done = SearchIndex::add(transaction, m_words);
    for (const ProspectId prospect : m_changedWords) {
        if (!done)
            return done;
        done = SearchIndex::refresh(transaction, prospect);
    }
    return done;
}
