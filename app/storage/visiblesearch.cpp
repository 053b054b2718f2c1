// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblesearch.h"

#include "domain/prospect.h"
#include "storage/prospecttable.h"
#include "storage/visiblesecurity.h"

#include <QHash>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace {
const auto MessageWords = "message_search"_L1;
constexpr int FillChunk = 5000;
constexpr int ExcerptLength = 160; ///< grapheme clusters: two lines of a list
/// So many of the newest messages are looked through one by one on a server before its index is asked, and so many where the index has too much to tell.
constexpr int NewestFirst = 3000;
constexpr int NewestOfCommon = 20000;
/// Of which so many hits promise a full page among NewestOfCommon.
constexpr int Promising = 6;
/// So many hits of the index are checked for who may see them, from the newest on. The server's functions look as far (visiblesecurity.cpp).
constexpr int MostChecked = 20000;
/// Who may see no more than this is answered from their own conversations, without the index.
constexpr int FewConversations = 500;
constexpr int FewMessages = 20000;

struct MessagePage
{
    SearchPage page;
    QList<ProspectId> prospects;
    int checked = 0; ///< hits, also of those that the viewer may not see
};

/// That the viewer may see what is joined as c: the conversation, and with whom it is.
QString seenThread(const Connection &connection)
{
    return Visible::condition(connection, u"c"_s)
        + " AND (c.prospect_id IS NULL OR EXISTS (SELECT 1 FROM live_prospect p WHERE p.id = c.prospect_id AND (p.private_to_id IS NULL OR p.private_to_id = "_L1
        + connection.viewer().user.toString() + ")))"_L1;
}

/// Takes a row of id, conversation, time, words and prospect. False where the page is full.
bool takeHit(MessagePage &found, const ScanRow &row, const QStringList &words, int limit)
{
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
    if (!hit.prospect.isNull())
        found.prospects << hit.prospect;
    found.page.hits.append(hit);
    return true;
}

/// Reads hits from \a source, which is called f and brings the rows' ids, newest first; \a condition ends with " AND ". At most MostChecked are looked at.
Result<MessagePage> readMessages(Connection &connection, const QString &source,
    const QString &condition, const QStringList &words, int limit)
{
    // Whether a hit may be seen stands among the columns, not among the conditions: else somebody who may see few of many hits would make one statement walk
    // all of them with nothing to count. EXPLAIN QUERY PLAN: "SCAN f VIRTUAL TABLE INDEX …:M1", which is in the order of ids, backwards too; "SEARCH message
    // USING INTEGER PRIMARY KEY", "SEARCH conversation USING INTEGER PRIMARY KEY", and no "TEMP B-TREE FOR ORDER BY", so that it ends as soon as there are
    // enough. CROSS JOIN keeps SQLite to this order. The words of what may not be seen never leave the database.
    // A server would send all of these; its sources bring no more than it may look at, so there it is a condition.
    const bool isCounted = connection.dialect().isSqlite();
    const QString seen = seenThread(connection);
    const QString sql = "SELECT m.id, m.conversation_id, m.sent_at, "_L1
        + (isCounted ? "CASE WHEN "_L1 + seen + " THEN m.body END"_L1 : u"m.body"_s)
        + ", c.prospect_id FROM "_L1 + source
        + " CROSS JOIN live_message m CROSS JOIN live_conversation c WHERE "_L1 + condition
        + "m.id = f.rowid AND c.id = m.conversation_id"_L1
        + (isCounted ? QString() : " AND "_L1 + seen) + " ORDER BY f.rowid DESC LIMIT "_L1
        + QString::number(isCounted ? MostChecked : limit + 1);
    MessagePage found;
    auto done = connection.scan(sql,
        [&](const ScanRow &row) {
            ++found.checked;
            return row.isNull(3) || takeHit(found, row, words, limit);
        },
        {connection.dialect().searchText(words)});
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

/// The conversations that the viewer may see at most, some of them perhaps not; nothing where there are more than a few.
Result<std::optional<QList<ConversationId>>> fewConversations(Connection &connection)
{
    const QString viewer = connection.viewer().user.toString();
    const QString end = " LIMIT "_L1 + QString::number(FewConversations + 1);
    QSet<ConversationId> ids;
    // Each of the three along an index of its own (conversation_by_owner, conversation_of_team, conversation_share_by_member), so that the answer "more than
    // a few" costs no more than a few rows.
    for (const QString &sql :
        {"SELECT c.id FROM live_conversation c WHERE c.owner_id = "_L1 + viewer + end,
            u"SELECT c.id FROM live_conversation c WHERE c.privacy = 'team'"_s + end,
            "SELECT s.conversation_id FROM live_conversation_share s WHERE s.member_id = "_L1
                + viewer + end}) {
        auto rows = connection.select(sql);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            ids << ConversationId(rows->integer(0));
        if (ids.size() > FewConversations)
            return std::optional<QList<ConversationId>>();
    }
    QList<ConversationId> list = ids.values();
    const auto messages = connection.number(
        "SELECT count(*) FROM (SELECT 1 FROM live_message WHERE conversation_id IN ("_L1
        + idList(list) + ") LIMIT "_L1 + QString::number(FewMessages + 1) + ") AS counted"_L1);
    if (!messages)
        return tl::unexpected(messages.error());
    return messages->value_or(0) > FewMessages ? std::nullopt : std::optional(list);
}

/// Looks through the messages of \a conversations one by one.
Result<MessagePage> readConversations(Connection &connection,
    const QList<ConversationId> &conversations, const QStringList &words, int limit)
{
    // Not the index of words with a condition on conversations: it can only be walked hit by hit ("SCAN f VIRTUAL TABLE", then each message by its id), which
    // is what is too much here. EXPLAIN QUERY PLAN: "SEARCH message USING INDEX message_in_conversation (conversation_id=?)", then "TEMP B-TREE FOR ORDER BY"
    // over no more than FewMessages.
    MessagePage found;
    auto done = connection.scan(
        "SELECT m.id, m.conversation_id, m.sent_at, m.body, c.prospect_id FROM live_message m "
        "CROSS JOIN live_conversation c WHERE m.conversation_id IN ("_L1
            + idList(conversations) + ") AND c.id = m.conversation_id AND "_L1
            + seenThread(connection) + " ORDER BY m.id DESC"_L1,
        [&](const ScanRow &row) {
            return !holdsAll({row.text(3).toString()}, words) || takeHit(found, row, words, limit);
        });
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

/// What SQLite's index has. Whether it is all: page.isCut.
Result<MessagePage> readIndex(Connection &connection, const QStringList &words, int limit)
{
    auto found = readMessages(connection, MessageWords + " f"_L1,
        connection.dialect().matches(MessageWords, u"f"_s) + " AND "_L1, words, limit);
    if (found)
        found->page.isCut = !found->page.hasMore && found->checked >= MostChecked;
    return found;
}

/// What the newest \a most messages of a server have, looked through one by one.
Result<MessagePage> readNewest(
    Connection &connection, bool isHeldBack, int most, const QStringList &words, int limit)
{
    if (isHeldBack)
        return readMessages(connection,
            u"(SELECT n.id AS rowid FROM pullpush_found_newest(?, %1) n) f"_s.arg(most), {}, words,
            limit);
    return readMessages(connection,
        "(SELECT rowid, words FROM "_L1 + MessageWords + " ORDER BY rowid DESC LIMIT "_L1
            + QString::number(most) + ") f"_L1,
        connection.dialect().matches(MessageWords, u"f"_s) + " AND "_L1, words, limit);
}

/// The same of a server. A GIN index knows no order, and the planner knows little of how often a word's beginning occurs: for a rare one it would walk the
/// primary key backwards through all messages, for a common one it would collect millions. So a few of the newest are looked through first, which is enough for
/// whatever is common; what promises to be found often enough among more of them is looked for there, since asking the index how common it is takes longer.
/// What is neither is collected from the index where it is rare enough ("+ 0" hides the primary key), and else from more of the newest.
/// Whom policies hold back asks functions that do the same: before a policy was asked no index of words may be, and so all messages would be walked.
Result<MessagePage> readServer(Connection &connection, const QStringList &words, int limit)
{
    const auto isHeldBack = RowSecurity::holdsBack(connection);
    if (!isHeldBack)
        return tl::unexpected(isHeldBack.error());
    auto found = readNewest(connection, *isHeldBack, NewestFirst, words, limit);
    if (!found || found->page.hasMore)
        return found;
    if (found->page.hits.size() >= Promising) {
        found = readNewest(connection, *isHeldBack, NewestOfCommon, words, limit);
        if (!found || found->page.hasMore)
            return found;
    }
    const auto isCommon =
        connection.number(u"SELECT CASE WHEN pullpush_is_common(?) THEN 1 ELSE 0 END"_s,
            {connection.dialect().searchText(words)});
    if (!isCommon)
        return tl::unexpected(isCommon.error());
    if (isCommon->value_or(0) != 0) {
        found = readNewest(connection, *isHeldBack, NewestOfCommon, words, limit);
        if (found)
            found->page.isCut = !found->page.hasMore;
        return found;
    }
    const QString matches = connection.dialect().matches(MessageWords, u"f"_s);
    return readMessages(connection,
        *isHeldBack ? u"(SELECT r.id AS rowid FROM pullpush_found_rare(?) r) f"_s
                    : "(SELECT f.rowid + 0 AS rowid FROM "_L1 + MessageWords + " f WHERE "_L1
                + matches + " ORDER BY 1 DESC OFFSET 0) f"_L1,
        {}, words, limit);
}

Result<SearchPage> withNames(Connection &connection, const MessagePage &found)
{
    SearchPage page = found.page;
    QList<ConversationId> groups;
    for (const SearchHit &hit : std::as_const(page.hits)) {
        if (hit.prospect.isNull())
            groups << hit.conversation;
    }
    auto titles =
        connection.select("SELECT c.id, c.title FROM live_conversation c WHERE c.id IN ("_L1
            + idList(groups) + ") AND "_L1 + Visible::condition(connection, u"c"_s));
    if (!titles)
        return tl::unexpected(titles.error());
    QHash<ConversationId, QString> titleOf;
    while (titles->next())
        titleOf.insert(ConversationId(titles->integer(0)), titles->text(1));
    auto people =
        selectRows<Prospect>(connection, "WHERE id IN ("_L1 + idList(found.prospects) + u')');
    if (!people)
        return tl::unexpected(people.error());
    QHash<ProspectId, QString> names;
    for (const Prospect &person : std::as_const(*people))
        names.insert(person.id, displayName(person));
    for (SearchHit &hit : page.hits) {
        hit.title.text =
            hit.prospect.isNull() ? titleOf.value(hit.conversation) : names.value(hit.prospect);
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

QString MessageIndex::table()
{
    return MessageWords;
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
    auto found = connection.dialect().isSqlite() ? readIndex(connection, words, limit)
                                                 : readServer(connection, words, limit);
    if (!found)
        return tl::unexpected(found.error());
    if (found->page.isCut) {
        // There are many hits and few of them are the viewer's. Where they may see little at all, that little is looked through instead.
        const auto few = fewConversations(connection);
        if (!few)
            return tl::unexpected(few.error());
        if (*few)
            found = readConversations(connection, **few, words, limit);
        if (!found)
            return tl::unexpected(found.error());
    }
    return withNames(connection, *found);
}
