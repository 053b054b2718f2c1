// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblesearch.h"

#include "domain/prospect.h"
#include "storage/prospecttable.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {
const auto MessageWords = "message_search"_L1;
constexpr int FillChunk = 5000;
constexpr int ExcerptLength = 160; ///< grapheme clusters: two lines of a list
/// So many of the newest messages are looked through one by one on a server before its index is asked.
constexpr int NewestFirst = 20000;

struct MessagePage
{
    SearchPage page;
    QList<ProspectId> prospects;
};

/// Reads hits from \a source, which is called f and brings the rows' ids, newest first.
Result<MessagePage> readMessages(Connection &connection, const QString &source,
    const QString &condition, const QStringList &words, int limit)
{
    const QString viewer = connection.viewer().user.toString();
    // CROSS JOIN keeps SQLite to this order: the index first, row by row, until there are enough.
    const QString sql =
        "SELECT m.id, m.conversation_id, m.sent_at, m.body, c.prospect_id, c.title FROM "_L1
        + source + " CROSS JOIN live_message m CROSS JOIN live_conversation c WHERE "_L1 + condition
        + "m.id = f.rowid AND c.id = m.conversation_id AND "_L1
        + Visible::condition(connection, u"c"_s)
        + " AND (c.prospect_id IS NULL OR EXISTS (SELECT 1 FROM live_prospect p WHERE p.id = c.prospect_id AND (p.private_to_id IS NULL OR p.private_to_id = "_L1
        + viewer + "))) ORDER BY f.rowid DESC LIMIT "_L1 + QString::number(limit + 1);
    MessagePage found;
    auto done = connection.scan(sql,
        [&](const ScanRow &row) {
            if (found.page.hits.size() == limit) {
                found.page.hasMore = true;
                return false;
            }
            SearchHit hit;
            hit.kind = SearchKind::Message;
            hit.message = MessageId(row.integer(0));
            hit.conversation = ConversationId(row.integer(1));
            hit.at = row.integer(2);
            const QString body = row.text(3).toString();
            hit.text = markedText(body, excerptAround(body, words, ExcerptLength));
            hit.prospect = ProspectId(row.integer(4));
            hit.title.text = row.text(5).toString();
            if (!hit.prospect.isNull())
                found.prospects << hit.prospect;
            found.page.hits.append(hit);
            return true;
        },
        {connection.dialect().searchText(words)});
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

Result<SearchPage> withNames(Connection &connection, const MessagePage &found)
{
    SearchPage page = found.page;
    if (found.prospects.isEmpty())
        return page;
    auto people =
        selectRows<Prospect>(connection, "WHERE id IN ("_L1 + idList(found.prospects) + u')');
    if (!people)
        return tl::unexpected(people.error());
    QHash<ProspectId, QString> names;
    for (const Prospect &person : std::as_const(*people))
        names.insert(person.id, displayName(person));
    for (SearchHit &hit : page.hits) {
        if (!hit.prospect.isNull())
            hit.title.text = names.value(hit.prospect);
    }
    return page;
}
} // namespace

MessageIndex::MessageIndex(Transaction &transaction)
    : m_transaction(transaction)
    , m_writer(transaction, MessageWords)
{ }

Result<> MessageIndex::add(const Message &message)
{
    return m_writer.add(message.id.value(), searchWords(message.body));
}

Result<> MessageIndex::follow(const RowEdit &edit)
{
    if (edit.op == RowEdit::Op::Update && !edit.after.contains(u"body"_s))
        return {};
    QStringList words;
    {
        auto rows = m_transaction.connection().select(
            u"SELECT body FROM message WHERE id = ? AND deleted_at IS NULL"_s, {edit.id});
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->next())
            words = searchWords(rows->text(0));
    }
    return m_writer.replace(edit.id, words);
}

Result<> MessageIndex::fill()
{
    for (qint64 last = 0;;) {
        QList<std::pair<qint64, QStringList>> chunk;
        auto read = m_transaction.connection().scan(
            u"SELECT id, body FROM message WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
            [&chunk](const ScanRow &row) {
                chunk.append({row.integer(0), searchWords(row.text(1))});
                return true;
            },
            {last, FillChunk});
        if (!read)
            return read;
        if (chunk.isEmpty())
            return {};
        last = chunk.last().first;
        for (const auto &[id, words] : std::as_const(chunk)) {
            if (auto done = m_writer.add(id, words); !done)
                return done;
        }
    }
}

QStringList MessageIndex::create(const Dialect &dialect)
{
    return dialect.createSearchTable(MessageWords);
}

QString MessageIndex::clear()
{
    return "DELETE FROM "_L1 + MessageWords;
}

QString MessageIndex::forgetBatch()
{
    return "DELETE FROM "_L1 + MessageWords
        + " WHERE rowid IN (SELECT id FROM message WHERE batch_id = ?)"_L1;
}

Result<SearchPage> Visible::messagesWith(
    Connection &connection, const QStringList &words, int limit)
{
    if (words.isEmpty())
        return SearchPage();
    const QString matches = connection.dialect().matches(MessageWords, u"f"_s);
    Result<MessagePage> found;
    if (connection.dialect().isSqlite()) {
        // FTS5 brings its rows in the order of their ids, backwards too, and stops when enough were taken.
        found =
            readMessages(connection, MessageWords + " f"_L1, matches + " AND "_L1, words, limit);
    } else {
        // A GIN index knows no order, and the planner knows little of how often a word's beginning occurs: for a
        // rare one it would walk the primary key backwards through all messages, for a common one it would collect
        // millions. So the newest are looked through first, which is enough for whatever is common; what
        // is not found often enough there is rare enough to be collected whole from the index ("+ 0" hides the primary key).
        found = readMessages(connection,
            "(SELECT rowid, words FROM "_L1 + MessageWords + " ORDER BY rowid DESC LIMIT "_L1
                + QString::number(NewestFirst) + ") f"_L1,
            matches + " AND "_L1, words, limit);
        if (found && !found->page.hasMore)
            found = readMessages(connection,
                "(SELECT f.rowid + 0 AS rowid FROM "_L1 + MessageWords + " f WHERE "_L1 + matches
                    + " ORDER BY 1 DESC OFFSET 0) f"_L1,
                {}, words, limit);
    }
    if (!found)
        return tl::unexpected(found.error());
    return withNames(connection, *found);
}
