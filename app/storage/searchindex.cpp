// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchindex.h"

#include "base/logging.h"
#include "base/searchwords.h"
#include "base/text.h"
#include "storage/searchwriter.h"
#include "storage/visiblesearch.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const auto ProspectWords = "prospect_search"_L1;
const auto PostWords = "post_search"_L1;
const auto CopyWords = "copy_search"_L1;
const auto NameParts = "name_part"_L1;
constexpr int RebuildChunk = 5000;
constexpr qsizetype TrigramLength = 3;

Result<> runAll(Transaction &transaction, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = transaction.execute(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

/// Statements that a server may refuse: then what was there stays, and the transaction goes on.
Result<> tryAll(Transaction &transaction, const QStringList &statements)
{
    if (statements.isEmpty())
        return {};
    if (auto begun = transaction.execute(u"SAVEPOINT optional_index"_s); !begun)
        return tl::unexpected(begun.error());
    if (const auto done = runAll(transaction, statements); !done) {
        qCInfo(lcStorage) << "the server cannot index parts of names:" << done.error().detail;
        if (auto back = transaction.execute(u"ROLLBACK TO SAVEPOINT optional_index"_s); !back)
            return tl::unexpected(back.error());
    }
    auto released = transaction.execute(u"RELEASE SAVEPOINT optional_index"_s);
    return released ? Result<>() : tl::unexpected(released.error());
}

QStringList wordsOf(const QStringList &texts)
{
    QStringList words;
    for (const QString &text : texts)
        words << searchWords(text);
    return words;
}

/// The rows of a prospect in both of its indices.
class ProspectRows
{
public:
    explicit ProspectRows(Transaction &transaction)
        : m_transaction(transaction)
        , m_words(transaction, ProspectWords)
        , m_parts(
              transaction, "INSERT INTO "_L1 + NameParts + " (rowid, name) VALUES "_L1, u"(?, ?)"_s)
    { }

    Result<> add(qint64 id, const QStringList &words)
    {
        if (words.isEmpty())
            return {};
        return m_words.add(id, words).and_then([&] { return m_parts.run({id, words.join(u' ')}); });
    }
    Result<> addAll(const QList<std::pair<qint64, QStringList>> &rows)
    {
        QList<QVariantList> parts;
        parts.reserve(rows.size());
        for (const auto &[id, words] : rows) {
            if (!words.isEmpty())
                parts << QVariantList {id, words.join(u' ')};
        }
        return m_words.addAll(rows).and_then([&] { return m_parts.run(parts); });
    }
    Result<> replace(qint64 id, const QStringList &words)
    {
        for (const auto table : {ProspectWords, NameParts}) {
            auto removed =
                m_transaction.execute("DELETE FROM "_L1 + table + " WHERE rowid = ?"_L1, {id});
            if (!removed)
                return tl::unexpected(removed.error());
        }
        return add(id, words);
    }

private:
    Transaction &m_transaction;
    SearchWriter m_words;
    BulkStatement m_parts;
};

Result<> refreshCopy(Transaction &transaction, qint64 id)
{
    QStringList words;
    {
        auto rows = transaction.connection().select(
            u"SELECT text FROM profile_copy WHERE id = ? AND deleted_at IS NULL"_s, {id});
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->next())
            words = searchWords(rows->text(0));
    }
    return SearchWriter(transaction, CopyWords).replace(id, words);
}

/// Whether \a edit changes one of \a columns, or makes, removes or restores the row.
bool touches(const RowEdit &edit, std::initializer_list<QLatin1StringView> columns)
{
    return edit.op != RowEdit::Op::Update
        || std::ranges::any_of(
            columns, [&edit](QLatin1StringView column) { return edit.after.contains(column); });
}

Result<> followVariant(Transaction &transaction, const RowEdit &edit)
{
    if (!touches(edit, {"text"_L1, "post_id"_L1}))
        return {};
    const auto post =
        transaction.connection().number(u"SELECT post_id FROM variant WHERE id = ?"_s, {edit.id});
    if (!post)
        return tl::unexpected(post.error());
    return SearchIndex::refresh(transaction, PostId(post->value_or(0)));
}

/// Prospects whose words follow from another row.
Result<> followBelonging(Transaction &transaction, const RowEdit &edit)
{
    QList<ProspectId> touched;
    {
        auto rows = transaction.connection().select(edit.table == "handle"_L1
                ? u"SELECT prospect_id FROM handle WHERE id = ?"_s
                : u"SELECT id FROM prospect WHERE company_id = ?"_s,
            {edit.id});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            touched << ProspectId(rows->integer(0));
    }
    if (edit.table == "handle"_L1 && edit.before.contains(u"prospect_id"_s)) {
        const ProspectId owner(edit.before.value(u"prospect_id"_s).toLongLong());
        if (!owner.isNull() && !touched.contains(owner))
            touched << owner; // it went from one to another
    }
    for (const ProspectId prospect : std::as_const(touched)) {
        if (auto done = SearchIndex::refresh(transaction, prospect); !done)
            return done;
    }
    return {};
}

struct IndexedText
{
    qint64 id = 0;
    QStringList words;
};

/// Walks the rows that \a sql selects in chunks: it binds an id that the rows' ids exceed and how many to read. \a write gets each chunk.
Result<> inChunks(Transaction &transaction, const QString &sql,
    const std::function<Result<>(QList<IndexedText> &)> &write)
{
    for (qint64 last = 0;;) {
        QList<IndexedText> chunk;
        {
            auto rows = transaction.connection().select(sql, {last, RebuildChunk});
            if (!rows)
                return tl::unexpected(rows.error());
            while (rows->next()) {
                chunk.append({rows->integer(0),
                    searchWords(rows->text(1)) + searchWords(rows->text(2))
                        + searchWords(rows->text(3))});
            }
        }
        if (chunk.isEmpty())
            return {};
        last = chunk.last().id;
        if (auto done = write(chunk); !done)
            return done;
    }
}

Result<> fillProspects(Transaction &transaction)
{
    const QString handles = transaction.dialect().isSqlite() ? u"group_concat(value_folded, ' ')"_s
                                                             : u"string_agg(value_folded, ' ')"_s;
    ProspectRows rows(transaction);
    return inChunks(transaction,
        "SELECT p.id, p.name_folded, coalesce(c.name_folded, ''), coalesce((SELECT "_L1 + handles
            + " FROM handle h WHERE h.prospect_id = p.id AND h.deleted_at IS NULL), '') "
              "FROM prospect p LEFT JOIN company c ON c.id = p.company_id "
              "WHERE p.id > ? AND p.deleted_at IS NULL AND p.private_to_id IS NULL "
              "ORDER BY p.id LIMIT ?"_L1,
        [&rows](const QList<IndexedText> &chunk) -> Result<> {
            for (const IndexedText &row : chunk) {
                if (auto done = rows.add(row.id, row.words); !done)
                    return done;
            }
            return {};
        });
}

Result<> fillPosts(Transaction &transaction)
{
    SearchWriter writer(transaction, PostWords);
    return inChunks(transaction,
        u"SELECT id, title, text, '' FROM post WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
        [&](QList<IndexedText> &chunk) -> Result<> {
            {
                auto own = transaction.connection().select(
                    u"SELECT post_id, text FROM variant WHERE post_id >= ? AND post_id <= ? AND "
                    "text <> '' AND deleted_at IS NULL"_s,
                    {chunk.first().id, chunk.last().id});
                if (!own)
                    return tl::unexpected(own.error());
                while (own->next()) {
                    const auto post =
                        std::ranges::lower_bound(chunk, own->integer(0), {}, &IndexedText::id);
                    if (post != chunk.end() && post->id == own->integer(0))
                        post->words << searchWords(own->text(1));
                }
            }
            for (const IndexedText &row : std::as_const(chunk)) {
                if (auto done = writer.add(row.id, row.words); !done)
                    return done;
            }
            return {};
        });
}

Result<> fillCopies(Transaction &transaction)
{
    SearchWriter writer(transaction, CopyWords);
    return inChunks(transaction,
        u"SELECT id, text, '', '' FROM profile_copy WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
        [&writer](const QList<IndexedText> &chunk) -> Result<> {
            for (const IndexedText &row : chunk) {
                if (auto done = writer.add(row.id, row.words); !done)
                    return done;
            }
            return {};
        });
}

Result<> fillAll(Transaction &transaction)
{
    return fillProspects(transaction)
        .and_then([&] { return fillPosts(transaction); })
        .and_then([&] { return fillCopies(transaction); })
        .and_then([&] { return MessageIndex(transaction).fill(); });
}

/// What of the viewer's own circle holds each of \a words: these few are in no index, and looked through one by one. Newest first.
Result<QList<ProspectId>> inOwnCircle(
    Connection &connection, const QStringList &words, WordMatch match)
{
    const QString handles = connection.dialect().isSqlite() ? u"group_concat(value_folded, ' ')"_s
                                                            : u"string_agg(value_folded, ' ')"_s;
    auto rows = connection.select(
        "SELECT p.id, p.name_folded, coalesce(c.name_folded, ''), coalesce((SELECT "_L1 + handles
            + " FROM live_handle h WHERE h.prospect_id = p.id), '') FROM live_prospect p LEFT JOIN "
              "company c ON c.id = p.company_id WHERE p.erased_at = 0 AND p.private_to_id = ? ORDER BY p.id DESC"_L1,
        {connection.viewer().user.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ProspectId> found;
    while (rows->next()) {
        if (holdsAll({rows->text(1), rows->text(2), rows->text(3)}, words, match))
            found << ProspectId(rows->integer(0));
    }
    return found;
}

/// \a found with those of the viewer's own circle, newest first, at most \a limit.
Result<QList<ProspectId>> withOwnCircle(Connection &connection, Result<QList<ProspectId>> found,
    const QStringList &words, WordMatch match, int limit)
{
    if (!found)
        return found;
    auto own = inOwnCircle(connection, words, match);
    if (!own)
        return own;
    *found << *own;
    std::ranges::sort(*found, std::ranges::greater {});
    if (found->size() > limit)
        found->resize(limit);
    return found;
}

/// What the viewer may see of prospects \a alias: those of another member's private circle are not theirs to find.
QString notAnothers(const Connection &connection, const QString &alias)
{
    return u'(' + alias + ".private_to_id IS NULL OR "_L1 + alias + ".private_to_id = "_L1
        + connection.viewer().user.toString() + u')';
}

template<typename Id>
Result<QList<Id>> idsFrom(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Id> found;
    while (rows->next())
        found << Id(rows->integer(0));
    return found;
}

/// A table of words and the live view whose rows it finds.
struct SearchedTable
{
    QLatin1StringView words;
    QLatin1StringView rows;
    QString condition; ///< on the rows, called r
};

/// The newest rows with all of \a words. Of these tables a server collects all matches before it takes the newest
/// ("+ 0" hides the primary key): walking that backwards for a rare word would read the whole table.
template<typename Id>
Result<QList<Id>> idsWith(
    Connection &connection, const SearchedTable &table, const QStringList &words, int limit)
{
    if (words.isEmpty())
        return QList<Id>();
    const QString matches = connection.dialect().matches(table.words, u"f"_s);
    const QString condition = table.condition.isEmpty() ? QString() : " AND "_L1 + table.condition;
    const QString sql = connection.dialect().isSqlite()
        ? "SELECT r.id FROM "_L1 + table.words + " f CROSS JOIN "_L1 + table.rows + " r WHERE "_L1
            + matches + " AND r.id = f.rowid"_L1 + condition + " ORDER BY f.rowid DESC LIMIT ?"_L1
        : "SELECT r.id FROM (SELECT f.rowid + 0 AS rowid FROM "_L1 + table.words + " f WHERE "_L1
            + matches + " ORDER BY 1 DESC OFFSET 0) f CROSS JOIN "_L1 + table.rows
            + " r WHERE r.id = f.rowid"_L1 + condition + " ORDER BY f.rowid DESC LIMIT ?"_L1;
    return idsFrom<Id>(connection.select(sql, {connection.dialect().searchText(words), limit}));
}
} // namespace

Result<> SearchIndex::create(Transaction &transaction)
{
    const Dialect &dialect = transaction.dialect();
    QStringList statements {"DROP TABLE IF EXISTS "_L1 + ProspectWords};
    statements << dialect.createSearchTable(ProspectWords) << dialect.createPartTable(NameParts)
               << dialect.createSearchTable(PostWords) << dialect.createSearchTable(CopyWords)
               << MessageIndex::create(dialect);
    return runAll(transaction, statements)
        .and_then([&] { return tryAll(transaction, dialect.indexPartTable(NameParts)); })
        .and_then([&] { return fillAll(transaction); });
}

Result<> SearchIndex::refresh(Transaction &transaction, ProspectId prospect)
{
    QStringList words;
    {
        auto rows = transaction.connection().select(
            u"SELECT p.name_folded, c.name_folded FROM prospect p LEFT JOIN company c ON c.id = "
            u"p.company_id "
            "WHERE p.id = ? AND p.deleted_at IS NULL AND p.private_to_id IS NULL "
            "UNION ALL SELECT h.value_folded, '' FROM handle h JOIN prospect p ON p.id = "
            "h.prospect_id WHERE p.id = ? AND h.deleted_at IS NULL AND p.private_to_id IS NULL"_s,
            {prospect.value(), prospect.value()});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            words << searchWords(rows->text(0)) << searchWords(rows->text(1));
    }
    return ProspectRows(transaction).replace(prospect.value(), words);
}

Result<> SearchIndex::refresh(Transaction &transaction, PostId post)
{
    QStringList words;
    {
        auto rows = transaction.connection().select(
            u"SELECT title, text FROM post WHERE id = ? AND deleted_at IS NULL "
            "UNION ALL SELECT '', v.text FROM variant v JOIN post p ON p.id = v.post_id "
            "WHERE v.post_id = ? AND v.deleted_at IS NULL AND p.deleted_at IS NULL"_s,
            {post.value(), post.value()});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            words << searchWords(rows->text(0)) << searchWords(rows->text(1));
    }
    return SearchWriter(transaction, PostWords).replace(post.value(), words);
}

Result<> SearchIndex::add(
    Transaction &transaction, const QList<std::pair<ProspectId, QStringList>> &prospects)
{
    QList<std::pair<qint64, QStringList>> rows;
    rows.reserve(prospects.size());
    for (const auto &[prospect, texts] : prospects)
        rows.append({prospect.value(), wordsOf(texts)});
    return ProspectRows(transaction).addAll(rows);
}

Result<> SearchIndex::follow(Transaction &transaction, const RowEdit &edit)
{
    if (edit.table == rowSpec<Message>().table)
        return MessageIndex(transaction).follow(edit);
    if (edit.table == "prospect"_L1)
        return touches(edit, {"name_folded"_L1, "company_id"_L1, "private_to_id"_L1})
            ? refresh(transaction, ProspectId(edit.id))
            : Result<>();
    if (edit.table == "post"_L1)
        return touches(edit, {"title"_L1, "text"_L1}) ? refresh(transaction, PostId(edit.id))
                                                      : Result<>();
    if (edit.table == "variant"_L1)
        return followVariant(transaction, edit);
    if (edit.table == "profile_copy"_L1)
        return touches(edit, {"text"_L1}) ? refreshCopy(transaction, edit.id) : Result<>();
    if (edit.table == "handle"_L1 || edit.table == "company"_L1)
        return followBelonging(transaction, edit);
    return {};
}

Result<> SearchIndex::forget(Transaction &transaction, BatchId batch)
{
    const auto ofBatch = [](QLatin1StringView index, QLatin1StringView table) -> QString {
        return "DELETE FROM "_L1 + index + " WHERE rowid IN (SELECT id FROM "_L1 + table
            + " WHERE batch_id = ?)"_L1;
    };
    for (const QString &statement :
        {ofBatch(ProspectWords, "prospect"_L1), ofBatch(NameParts, "prospect"_L1),
            ofBatch(PostWords, "post"_L1), MessageIndex::forgetBatch()}) {
        if (auto done = transaction.execute(statement, {batch.value()}); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<> SearchIndex::rebuild(Transaction &transaction)
{
    const Dialect &dialect = transaction.dialect();
    QStringList before = dialect.dropSearchIndex(MessageIndex::table()) << MessageIndex::clear();
    QStringList after = dialect.makeSearchIndex(MessageIndex::table());
    for (const auto table : {ProspectWords, PostWords, CopyWords}) {
        before << dialect.dropSearchIndex(table) << "DELETE FROM "_L1 + table;
        after << dialect.makeSearchIndex(table);
    }
    before << "DELETE FROM "_L1 + NameParts;
    return runAll(transaction, before).and_then([&] { return fillAll(transaction); }).and_then([&] {
        return runAll(transaction, after);
    });
}

Result<QList<ProspectId>> SearchIndex::prospects(
    Connection &connection, const QString &text, int limit)
{
    const QStringList words = searchWords(text);
    const QString signs = words.isEmpty() ? foldText(text) : QString();
    if (words.isEmpty() && signs.isEmpty())
        return QList<ProspectId>();
    // The index holds words alone. Signs, an emoji among them, are looked for in the names themselves; LIKE would take some of them for wildcards.
    if (words.isEmpty())
        return idsFrom<ProspectId>(connection.select(
            "SELECT id FROM live_prospect p WHERE replace(name_folded, ?, '') <> name_folded AND "_L1
                + notAnothers(connection, u"p"_s) + " ORDER BY id DESC LIMIT ?"_L1,
            {signs, limit}));
    return withOwnCircle(connection,
        idsWith<ProspectId>(connection,
            {ProspectWords, "live_prospect"_L1, "r.private_to_id IS NULL"_L1}, words, limit),
        words, WordMatch::Start, limit);
}

Result<QList<ProspectId>> SearchIndex::prospectsWithPart(
    Connection &connection, const QStringList &words, int limit)
{
    if (std::ranges::none_of(
            words, [](const QString &word) { return word.size() >= TrigramLength; }))
        return QList<ProspectId>();
    // Words hold letters and digits alone, so nothing in them is a wildcard. FTS5 is asked for what it can answer, three letters
    // and more: SQLite 3.40 crashes where a shorter LIKE stands before another one.
    QStringList conditions;
    QVariantList bindings;
    for (const QString &word : words) {
        const bool isIndexed = word.size() >= TrigramLength;
        conditions << (isIndexed ? u"f.name LIKE ?"_s : u"replace(f.name, ?, '') <> f.name"_s);
        bindings << (isIndexed ? QString(u'%' + word + u'%') : word);
    }
    const QString likes = conditions.join(" AND "_L1);
    bindings << limit;
    const QString source = connection.dialect().isSqlite()
        ? NameParts + " f CROSS JOIN live_prospect p WHERE "_L1 + likes + " AND "_L1
        : "(SELECT f.rowid + 0 AS rowid FROM "_L1 + NameParts + " f WHERE "_L1 + likes
            + " ORDER BY 1 DESC OFFSET 0) f CROSS JOIN live_prospect p WHERE "_L1;
    return withOwnCircle(connection,
        idsFrom<ProspectId>(
            connection.select("SELECT p.id FROM "_L1 + source + "p.id = f.rowid AND "_L1
                    + "p.private_to_id IS NULL"_L1 + " ORDER BY f.rowid DESC LIMIT ?"_L1,
                bindings)),
        words, WordMatch::Anywhere, limit);
}

Result<QList<PostId>> SearchIndex::posts(
    Connection &connection, const QStringList &words, int limit)
{
    return idsWith<PostId>(connection, {PostWords, "live_post"_L1, {}}, words, limit);
}

Result<QList<ProfileCopyId>> SearchIndex::copies(
    Connection &connection, const QStringList &words, int limit)
{
    return idsWith<ProfileCopyId>(
        connection, {CopyWords, "live_profile_copy"_L1, {}}, words, limit);
}
