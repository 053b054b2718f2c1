// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visibleerasure.h"

#include "domain/consent.h"
#include "domain/prospect.h"
#include "storage/changetable.h"
#include "storage/sqlvalue.h"
#include "storage/suppression.h"
#include "storage/visible.h"
#include "storage/visiblesecurity.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// Tables of which everything about a person goes.
constexpr const char *Gone[] {
    "handle", "fact", "consent", "custom_value", "prospect_label", "follow_up", "move_proposal"};

/// Tables of which the figures stay and the words go.
struct Blanked
{
    const char *table;
    const char *columns;
};
constexpr Blanked WithoutWords[] {
    {"move", "reason = ''"},
    {"touch", "quote = ''"}, // that they agreed to be quoted is counted
    {"offer", "title = '', note = ''"},
    {"handover", "note = '', reason = ''"},
    {"guardrail_override", "reason = ''"},
};

/// The search indices that hold rows of people, and of messages, under their ids.
constexpr const char *PeopleIndices[] {"prospect_search", "name_part"};
constexpr const char *MessageIndices[] {"message_search"};

Result<QList<qint64>> numbers(
    Connection &connection, const QString &sql, const QVariantList &bindings = {})
{
    auto rows = connection.select(sql, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<qint64> list;
    while (rows->next())
        list << rows->integer(0);
    return list;
}

template<typename Ids>
QString listed(const Ids &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    return texts.isEmpty() ? u"(0)"_s : u'(' + texts.join(u',') + u')';
}

Result<bool> hasTable(Connection &connection, const QString &table)
{
    return connection
        .number(connection.dialect().isSqlite()
                ? u"SELECT count(*) FROM sqlite_master WHERE name = ?"_s
                : u"SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?"_s,
            {table})
        .map([](std::optional<qint64> found) { return found.value_or(0) > 0; });
}

/// All records of one person: those merged into this one, and the one into which it was merged.
Result<QList<qint64>> recordsOf(Connection &connection, ProspectId id)
{
    QList<qint64> known;
    QList<qint64> next {id.value()};
    while (!next.isEmpty()) {
        known << next;
        auto more = numbers(connection,
            "SELECT id FROM prospect WHERE merged_into_id IN "_L1 + listed(next)
                + " UNION SELECT merged_into_id FROM prospect WHERE merged_into_id IS NOT NULL "
                  "AND id IN "_L1
                + listed(next));
        if (!more)
            return more;
        next.clear();
        for (const qint64 found : std::as_const(*more)) {
            if (!known.contains(found))
                next << found;
        }
    }
    return known;
}

/// The conversations of a person: those that go as a whole, and those of others in which they speak.
struct TheirConversations
{
    QList<qint64> whole;
    QList<qint64> groups;
};

Result<TheirConversations> conversationsWith(
    Connection &connection, const QString &people, const QString &condition = {})
{
    auto rows = connection.select(
        "SELECT c.id, (SELECT count(*) FROM participant p WHERE p.conversation_id = c.id "
        "AND p.is_us = 0 AND p.deleted_at IS NULL AND (p.prospect_id IS NULL OR p.prospect_id NOT IN "_L1
        + people
        + ")), (SELECT count(*) FROM participant p WHERE p.conversation_id = c.id "
          "AND p.prospect_id IN "_L1
        + people + ") FROM conversation c WHERE (c.prospect_id IN "_L1 + people
        + " OR c.id IN (SELECT conversation_id FROM participant WHERE prospect_id IN "_L1 + people
        + "))"_L1 + condition);
    if (!rows)
        return tl::unexpected(rows.error());
    TheirConversations found;
    while (rows->next()) {
        const qint64 others = rows->integer(1);
        const bool isLinked = rows->integer(2) > 0;
        // Where nobody is linked, the only one who speaks with us is the person.
        const bool isAlone = others == 0 || (!isLinked && others == 1);
        (isAlone ? found.whole : found.groups) << rows->integer(0);
    }
    return found;
}

/// Takes rows away, with what the log of changes says of them.
class Eraser
{
public:
    explicit Eraser(Transaction &transaction)
        : m_transaction(transaction)
    { }

    Result<qint64> run(const QString &sql, const QVariantList &bindings = {})
    {
        return m_transaction.execute(sql, bindings);
    }

    /// What the log has of the rows of \a table where \a condition holds.
    Result<> forget(const QString &table, const QString &condition)
    {
        m_touched << table;
        auto done = run("DELETE FROM change WHERE table_name = '"_L1 + table
            + "' AND row_id IN (SELECT id FROM "_L1 + table + " WHERE "_L1 + condition + u')');
        return done ? Result<>() : tl::unexpected(done.error());
    }

    /// Returns how many rows went.
    Result<int> take(const QString &table, const QString &condition)
    {
        if (auto done = forget(table, condition); !done)
            return tl::unexpected(done.error());
        return run("DELETE FROM "_L1 + table + " WHERE "_L1 + condition).map([](qint64 count) {
            return int(count);
        });
    }

    /// The rows of the indices among \a tables whose ids \a ids selects.
    Result<> unindex(const QStringList &tables, const QString &ids)
    {
        for (const QString &table : tables) {
            const auto exists = hasTable(m_transaction.connection(), table);
            if (!exists)
                return tl::unexpected(exists.error());
            if (!*exists)
                continue;
            if (auto done = run("DELETE FROM "_L1 + table + " WHERE rowid IN ("_L1 + ids + u')');
                !done)
                return tl::unexpected(done.error());
        }
        return {};
    }

    /// Messages where \a condition holds, and what hangs on them. Returns messages and attachments.
    Result<std::pair<int, int>> takeMessages(const QString &condition)
    {
        const QString messages = "SELECT id FROM message WHERE "_L1 + condition;
        const QString attached = "message_id IN ("_L1 + messages + u')';
        auto indexed = unindex({QString::fromLatin1(MessageIndices[0])}, messages);
        if (!indexed)
            return tl::unexpected(indexed.error());
        auto contents = run(
            "DELETE FROM attachment_content WHERE attachment_id IN (SELECT id FROM attachment WHERE "_L1
            + attached + u')');
        if (!contents)
            return tl::unexpected(contents.error());
        const auto attachments = take(u"attachment"_s, attached);
        if (!attachments)
            return tl::unexpected(attachments.error());
        return take(u"message"_s, condition).map([&attachments](int count) {
            return std::pair(count, *attachments);
        });
    }

    Result<std::pair<int, int>> takeConversations(const QList<qint64> &ids)
    {
        const QString within = "conversation_id IN "_L1 + listed(ids);
        auto messages = takeMessages(within);
        if (!messages)
            return messages;
        for (const char *table :
            {"hop", "source_thread", "conversation_share", "move_proposal", "participant"}) {
            if (auto done = take(QString::fromLatin1(table), within); !done)
                return tl::unexpected(done.error());
        }
        if (auto done = take(u"conversation"_s, "id IN "_L1 + listed(ids)); !done)
            return tl::unexpected(done.error());
        return messages;
    }

    /// Tells stores and other windows to read again.
    Result<> announce()
    {
        for (const QString &table : std::as_const(m_touched)) {
            if (auto done = ChangeTable::announce(m_transaction, table, {}); !done)
                return done;
        }
        return {};
    }

private:
    Transaction &m_transaction;
    QSet<QString> m_touched;
};

/// Erases one person, step by step.
class PersonErasing
{
public:
    PersonErasing(Transaction &transaction, QList<qint64> records)
        : m_transaction(transaction)
        , m_connection(transaction.connection())
        , m_eraser(transaction)
        , m_records(std::move(records))
        , m_people(listed(m_records))
    { }

    Result<ErasureCounts> run()
    {
        m_counts.records = int(m_records.size());
        const auto done = readNames()
                              .and_then([this] { return suppress(); })
                              .and_then([this] { return takeConversations(); })
                              .and_then([this] { return takeRows(); })
                              .and_then([this] { return takeMerges(); })
                              .and_then([this] { return blankRecords(); })
                              .and_then([this] { return cleanBatches(); })
                              .and_then([this] { return m_eraser.announce(); });
        if (!done)
            return tl::unexpected(done.error());
        return m_counts;
    }

private:
    Result<> act(const QString &sql, const QVariantList &bindings = {})
    {
        auto done = m_eraser.run(sql, bindings);
        return done ? Result<>() : tl::unexpected(done.error());
    }

    /// What they are called, wherever that may stand in titles and in names of files.
    Result<> readNames()
    {
        auto rows = m_connection.select(
            "SELECT name, first_name, last_name FROM prospect WHERE id IN "_L1 + m_people);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            const QString whole = (rows->text(1) + u' ' + rows->text(2)).trimmed();
            m_names << rows->text(0) << whole << rows->text(1) << rows->text(2);
        }
        auto called =
            m_connection.select("SELECT name FROM participant WHERE prospect_id IN "_L1 + m_people);
        if (!called)
            return tl::unexpected(called.error());
        while (called->next())
            m_names << called->text(0);
        auto handles = m_connection.select(
            "SELECT network, value FROM handle WHERE prospect_id IN "_L1 + m_people);
        if (!handles)
            return tl::unexpected(handles.error());
        while (handles->next()) {
            m_handles.append({handles->text(0), handles->text(1)});
            m_names << handles->text(1);
        }
        constexpr qsizetype Shortest = 3; // less would be found within other words
        m_names.removeIf([](const QString &name) { return name.size() < Shortest; });
        m_names.removeDuplicates();
        // The longest first, so that none leaves a rest.
        std::ranges::sort(m_names, std::ranges::greater {}, &QString::size);
        return {};
    }

    Result<> suppress()
    {
        for (const auto &[network, value] : std::as_const(m_handles)) {
            auto done =
                SuppressionList::add(m_transaction, network, value, SuppressionKind::Erased);
            if (!done)
                return done;
        }
        return {};
    }

    Result<> takeConversations()
    {
        const auto found = conversationsWith(m_connection, m_people);
        if (!found)
            return tl::unexpected(found.error());
        m_counts.conversations = int(found->whole.size());
        m_counts.groupChats = int(found->groups.size());
        const auto gone = m_eraser.takeConversations(found->whole);
        if (!gone)
            return tl::unexpected(gone.error());
        m_counts.messages += gone->first;
        m_counts.attachments += gone->second;
        return takeFromGroups(found->groups);
    }

    /// The participants that are this person: those who are linked, and in their own groups those of the same name.
    [[nodiscard]] Result<QList<qint64>> participants(const QList<qint64> &groups) const
    {
        auto rows = m_connection.select(
            "SELECT id, prospect_id, name FROM participant WHERE prospect_id IN "_L1 + m_people
            + " OR (is_us = 0 AND prospect_id IS NULL AND conversation_id IN "_L1 + listed(groups)
            + u')');
        if (!rows)
            return tl::unexpected(rows.error());
        QList<qint64> found;
        while (rows->next()) {
            if (!rows->value(1).isNull() || m_names.contains(rows->text(2)))
                found << rows->integer(0);
        }
        return found;
    }

    /// Their words and their name leave the chats of others.
    Result<> takeFromGroups(const QList<qint64> &groups)
    {
        const auto theirs = participants(groups);
        if (!theirs)
            return tl::unexpected(theirs.error());
        const auto gone = m_eraser.takeMessages("sender_id IN "_L1 + listed(*theirs));
        if (!gone)
            return tl::unexpected(gone.error());
        m_counts.messages += gone->first;
        m_counts.attachments += gone->second;
        if (auto done = m_eraser.take(u"participant"_s, "id IN "_L1 + listed(*theirs)); !done)
            return tl::unexpected(done.error());
        const QString within = "id IN "_L1 + listed(groups);
        return m_eraser.forget(u"conversation"_s, within)
            .and_then([&] {
                return act("UPDATE conversation SET prospect_id = CASE WHEN prospect_id IN "_L1
                    + m_people
                    + " THEN NULL ELSE prospect_id END, unanswered = 0, last_message_at = "
                      "coalesce((SELECT max(m.sent_at) FROM message m WHERE m.conversation_id = "
                      "conversation.id AND m.deleted_at IS NULL), 0), row_version = row_version + "
                      "1 "
                      "WHERE "_L1
                    + within);
            })
            .and_then([&]() -> Result<> {
                for (const QString &name : std::as_const(m_names)) {
                    auto done = act(
                        "UPDATE conversation SET title = replace(title, ?, '') WHERE "_L1 + within,
                        {name});
                    if (!done)
                        return done;
                }
                return {};
            });
    }

    Result<> takeRows()
    {
        const QString theirs = "prospect_id IN "_L1 + m_people;
        for (const char *table : Gone) {
            const QString name = QString::fromLatin1(table);
            const auto count = m_eraser.take(name, theirs);
            if (!count)
                return tl::unexpected(count.error());
            if (name == "handle"_L1)
                m_counts.handles += *count;
            else if (name != "move_proposal"_L1)
                m_counts.notes += *count;
        }
        for (const Blanked &part : WithoutWords) {
            const QString table = QString::fromLatin1(part.table);
            auto done = m_eraser.forget(table, theirs).and_then([&] {
                return act("UPDATE "_L1 + table + " SET "_L1 + QString::fromLatin1(part.columns)
                    + ", row_version = row_version + 1 WHERE "_L1 + theirs);
            });
            if (!done)
                return done;
        }
        return act("DELETE FROM external_id WHERE "_L1 + theirs);
    }

    Result<> takeMerges()
    {
        const QString merged = "survivor_id IN "_L1 + m_people + " OR merged_id IN "_L1 + m_people;
        const auto parts = m_eraser.take(
            u"merge_part"_s, "merge_id IN (SELECT id FROM merge WHERE "_L1 + merged + u')');
        if (!parts)
            return tl::unexpected(parts.error());
        const auto merges = m_eraser.take(u"merge"_s, merged);
        return merges ? Result<>() : tl::unexpected(merges.error());
    }

    /// A record stays in the circle where it is, so that nobody's figures change.
    Result<> blankRecords()
    {
        const QString theirs = "id IN "_L1 + m_people;
        QStringList indices;
        for (const char *index : PeopleIndices)
            indices << QString::fromLatin1(index);
        return m_eraser.forget(u"prospect"_s, theirs)
            .and_then([&] {
                return m_eraser.unindex(indices, "SELECT id FROM prospect WHERE "_L1 + theirs);
            })
            .and_then([&] {
                return act("UPDATE prospect SET name = '', name_folded = '', first_name = '', "
                           "last_name = '', company_id = NULL, title = '', notes = '', "
                           "zone = '', do_not_contact_why = '', erased_at = ?, "
                           "row_version = row_version + 1 WHERE "_L1
                        + theirs,
                    {std::max<qint64>(m_transaction.now, 1)});
            });
    }

    /// Files are often named after who is in them.
    Result<> cleanBatches()
    {
        for (const QString &name : std::as_const(m_names)) {
            auto done = act(u"UPDATE import_batch SET files = replace(files, ?, '') "
                            "WHERE files <> replace(files, ?, '')"_s,
                {name, name});
            if (!done)
                return done;
        }
        return {};
    }

    Transaction &m_transaction;
    Connection &m_connection;
    Eraser m_eraser;
    const QList<qint64> m_records;
    const QString m_people;
    QStringList m_names;
    QList<std::pair<QString, QString>> m_handles;
    ErasureCounts m_counts;
};

/// Freed pages are overwritten from now on.
Result<> overwriteFreed(Transaction &transaction)
{
    if (!transaction.dialect().isSqlite())
        return {};
    auto set = transaction.connection().number(u"PRAGMA secure_delete = ON"_s);
    return set ? Result<>() : tl::unexpected(set.error());
}

/// A server's policies must not hide what is to go.
Result<> checkReach(Transaction &transaction)
{
    const auto held = RowSecurity::holdsBack(transaction.connection());
    if (!held)
        return tl::unexpected(held.error());
    if (!*held)
        return {};
    return fail(Error::Code::Rejected,
        QCoreApplication::translate("Storage",
            "On this server colleagues' private conversations are out of your reach, so nothing "
            "was erased. The role that owns the tables can do it."));
}

Result<int> countOf(Connection &connection, const QString &table, const QString &condition)
{
    return connection.number("SELECT count(*) FROM "_L1 + table + " WHERE "_L1 + condition)
        .map([](std::optional<qint64> count) { return int(count.value_or(0)); });
}

/// Adds a count to \a target; the first error goes on.
Result<> addCount(
    Connection &connection, const QString &table, const QString &condition, int &target)
{
    return countOf(connection, table, condition).map([&target](int count) { target += count; });
}
} // namespace

Result<ErasureCounts> Erasure::preview(Connection &connection, ProspectId id)
{
    const auto records = recordsOf(connection, id);
    if (!records)
        return tl::unexpected(records.error());
    const QString people = listed(*records);
    const auto found =
        conversationsWith(connection, people, " AND "_L1 + Visible::isSeen(connection, u"c.id"_s));
    if (!found)
        return tl::unexpected(found.error());
    ErasureCounts counts;
    counts.records = int(records->size());
    counts.conversations = int(found->whole.size());
    counts.groupChats = int(found->groups.size());
    const QString theirs = "prospect_id IN "_L1 + people;
    const QString messages = "deleted_at IS NULL AND (conversation_id IN "_L1 + listed(found->whole)
        + " OR (conversation_id IN "_L1 + listed(found->groups)
        + " AND sender_id IN (SELECT id FROM participant WHERE "_L1 + theirs + ")))"_L1;
    auto done =
        addCount(connection, u"message"_s, messages, counts.messages)
            .and_then([&] {
                return addCount(connection, u"attachment"_s,
                    "message_id IN (SELECT id FROM message WHERE "_L1 + messages + u')',
                    counts.attachments);
            })
            .and_then([&] { return addCount(connection, u"handle"_s, theirs, counts.handles); });
    for (const char16_t *table :
        {u"fact", u"consent", u"custom_value", u"prospect_label", u"follow_up"}) {
        if (done)
            done = addCount(connection, QString::fromUtf16(table), theirs, counts.notes);
    }
    if (!done)
        return tl::unexpected(done.error());
    return counts;
}

Result<ErasureCounts> Erasure::person(Transaction &transaction, ProspectId id)
{
    auto ready = overwriteFreed(transaction).and_then([&] { return checkReach(transaction); });
    if (!ready)
        return tl::unexpected(ready.error());
    const auto exists = transaction.connection().number(
        u"SELECT id FROM prospect WHERE id = ? AND erased_at = 0"_s, {id.value()});
    if (!exists)
        return tl::unexpected(exists.error());
    if (!*exists)
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Storage", "This prospect no longer exists."));
    auto records = recordsOf(transaction.connection(), id);
    if (!records)
        return tl::unexpected(records.error());
    return PersonErasing(transaction, std::move(*records)).run();
}

Result<int> Erasure::conversations(Transaction &transaction, const QList<ConversationId> &ids)
{
    if (auto ready = overwriteFreed(transaction); !ready)
        return tl::unexpected(ready.error());
    constexpr qsizetype AtOnce = 500;
    Eraser eraser(transaction);
    int messages = 0;
    for (qsizetype first = 0; first < ids.size(); first += AtOnce) {
        QList<qint64> some;
        for (const ConversationId id : ids.mid(first, AtOnce))
            some << id.value();
        const auto gone = eraser.takeConversations(some);
        if (!gone)
            return tl::unexpected(gone.error());
        messages += gone->first;
    }
    if (auto told = eraser.announce(); !told)
        return tl::unexpected(told.error());
    return messages;
}

namespace {
/// Rewrites the indices' own blocks, where deleted words still stand.
Result<> optimiseIndices(Connection &connection)
{
    QStringList tables;
    for (const char *table : PeopleIndices)
        tables << QString::fromLatin1(table);
    for (const char *table : MessageIndices)
        tables << QString::fromLatin1(table);
    for (const QString &table : std::as_const(tables)) {
        const auto exists = hasTable(connection, table);
        if (!exists)
            return tl::unexpected(exists.error());
        if (!*exists)
            continue;
        auto done = connection.execute(
            "INSERT INTO "_L1 + table + u'(' + table + ") VALUES ('optimize')"_L1);
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<> compactServer(Connection &connection)
{
    // One by one: a server refuses to do it for a table of somebody else, and goes on.
    for (const char16_t *table : {u"prospect", u"handle", u"conversation", u"participant",
             u"message", u"attachment", u"attachment_content", u"source_thread", u"hop", u"fact",
             u"consent", u"custom_value", u"follow_up", u"move", u"move_proposal", u"touch",
             u"offer", u"handover", u"guardrail_override", u"merge", u"external_id",
             u"import_batch", u"change", u"prospect_search", u"name_part", u"message_search"}) {
        const QString name = QString::fromUtf16(table);
        const auto exists = hasTable(connection, name);
        if (!exists)
            return tl::unexpected(exists.error());
        if (!*exists)
            continue;
        if (auto done = connection.execute("VACUUM "_L1 + name); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Result<> compactFile(Connection &connection)
{
    if (auto done = optimiseIndices(connection); !done)
        return done;
    // Pages that were freed or rewritten before this may hold old words too. The whole is rewritten into a file of its own, not in memory.
    const auto written =
        connection.execute(u"PRAGMA temp_store = FILE"_s).and_then([&connection](qint64) {
            return connection.execute(u"VACUUM"_s);
        });
    // Also where there was no room for it: later queries leave no words in files.
    const auto restored = connection.execute(u"PRAGMA temp_store = MEMORY"_s);
    for (const auto &done : {written, restored}) {
        if (!done)
            return tl::unexpected(done.error());
    }
    const auto busy = connection.number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!busy)
        return tl::unexpected(busy.error());
    if (busy->value_or(0) != 0)
        return fail(Error::Code::Busy, {});
    return {};
}
} // namespace

Result<> Erasure::compact(Connection &connection)
{
    if (!connection.dialect().isSqlite())
        return compactServer(connection).map_error([](const Error &error) {
            return Error {error.code,
                QCoreApplication::translate("Storage",
                    "The data is erased. Afterwards the server could not tidy up, so traces may "
                    "stay in its files until it does so by itself."),
                error.detail};
        });
    return compactFile(connection).map_error([](const Error &error) {
        return Error {error.code,
            error.code == Error::Code::Busy
                ? QCoreApplication::translate("Storage",
                    "The data is erased. Another window still reads this workspace, so traces may "
                    "stay in its files until it is closed.")
                : QCoreApplication::translate("Storage",
                    "The data is erased. Afterwards the file of the workspace could not be "
                    "rewritten, so traces may stay in it until something is erased the next time. "
                    "Make room on the disk before that."),
            error.detail};
    });
}
