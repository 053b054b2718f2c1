// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/activitytable.h"

#include "base/moment.h"
#include "domain/post.h"
#include "domain/prospect.h"
#include "storage/changetable.h"
#include "storage/circle.h"
#include "storage/rowspec.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// A table of the plan or about prospects, and how its rows are told.
struct Told
{
    QLatin1StringView table;
    QLatin1StringView
        details; ///< id, post or prospect, channel, subject, a word, the subject's name
    QLatin1StringView told; ///< the columns whose values are told, not only that they changed
    bool hangsOnPost = false; ///< has a post_id
    QLatin1StringView person =
        {}; ///< the column of `x` that names the prospect; empty: of the plan
    QLatin1StringView otherPerson = {}; ///< of a second prospect, whom one has to know of as well
};

constexpr Told ToldTables[] {
    {"post"_L1, "SELECT x.id, x.id, 0, 0, '', '' FROM post x"_L1,
        "planned_day, planned_time, zone, campaign_id, pillar_id, series_id"_L1, false},
    {"variant"_L1, "SELECT x.id, x.post_id, x.channel_id, 0, '', '' FROM variant x"_L1,
        "planned_day, planned_time, zone, status, detached"_L1, true},
    {"post_label"_L1,
        "SELECT x.id, x.post_id, 0, x.label_id, '', l.name FROM post_label x JOIN label l ON l.id = x.label_id"_L1,
        {}, true},
    {"post_media"_L1,
        "SELECT x.id, x.post_id, coalesce(v.channel_id, 0), x.media_id, '', m.name FROM post_media x JOIN media m ON m.id = x.media_id LEFT JOIN variant v ON v.id = x.variant_id"_L1,
        {}, true},
    {"media_crop"_L1,
        "SELECT x.id, x.post_id, v.channel_id, 0, '', '' FROM media_crop x JOIN variant v ON v.id = x.variant_id"_L1,
        {}, true},
    {"post_comment"_L1,
        "SELECT x.id, x.post_id, coalesce(v.channel_id, 0), 0, x.audience, '' FROM post_comment x LEFT JOIN variant v ON v.id = x.variant_id"_L1,
        "resolved_at"_L1, true},
    {"checklist_item"_L1, "SELECT x.id, x.post_id, 0, x.id, '', x.text FROM checklist_item x"_L1,
        "done_at"_L1, true},
    {"text_version"_L1,
        "SELECT x.id, x.post_id, coalesce(v.channel_id, 0), 0, x.status, '' FROM text_version x LEFT JOIN variant v ON v.id = x.variant_id"_L1,
        {}, true},
    {"campaign"_L1, "SELECT x.id, 0, 0, x.id, '', x.name FROM campaign x"_L1, "name"_L1, false},
    {"pillar"_L1, "SELECT x.id, 0, 0, x.id, '', x.name FROM pillar x"_L1, "name"_L1, false},
    {"label"_L1, "SELECT x.id, 0, 0, x.id, '', x.name FROM label x"_L1, "name"_L1, false},
    {"channel"_L1, "SELECT x.id, 0, x.id, x.id, '', x.name FROM channel x"_L1, "name"_L1, false},
    {"posting_slot"_L1, "SELECT x.id, 0, x.channel_id, 0, '', '' FROM posting_slot x"_L1, {},
        false},
    {"handover"_L1, "SELECT x.id, x.prospect_id, 0, 0, '', '' FROM handover x"_L1, "state"_L1,
        false, "x.prospect_id"_L1},
    {"offer"_L1, "SELECT x.id, x.prospect_id, 0, x.id, x.kind, x.title FROM offer x"_L1, "state"_L1,
        false, "x.prospect_id"_L1},
    {"consent"_L1, "SELECT x.id, x.prospect_id, 0, 0, x.basis, '' FROM consent x"_L1, {}, false,
        "x.prospect_id"_L1},
    {"fact"_L1, "SELECT x.id, x.prospect_id, 0, 0, '', '' FROM fact x"_L1, {}, false,
        "x.prospect_id"_L1},
    {"merge"_L1,
        "SELECT x.id, x.survivor_id, 0, x.id, '', CASE WHEN p.name <> '' THEN p.name ELSE trim(p.first_name || ' ' || p.last_name) END FROM merge x JOIN prospect p ON p.id = x.merged_id"_L1,
        "undone_at"_L1, false, "x.survivor_id"_L1, "x.merged_id"_L1},
};

const auto ActivityColumns =
    "SELECT c.seq, c.at, c.who, c.batch, c.table_name, c.row_id, c.op, c.fields, c.before "_L1;
const auto IsLive =
    "(c.batch IS NULL OR c.batch IN (SELECT id FROM import_batch WHERE state = 'live'))"_L1;

template<typename Ids>
QString textOf(const Ids &ids)
{
    QStringList texts;
    for (const auto id : ids)
        texts << QString::number(id);
    return texts.join(u',');
}

ActivityRow readRow(const Rows &rows)
{
    ActivityRow row;
    row.seq = rows.integer(0);
    row.at = rows.integer(1);
    row.who = UserId(rows.integer(2));
    row.batch = BatchId(rows.integer(3));
    row.table = rows.text(4);
    row.id = rows.integer(5);
    const QString op = rows.text(6);
    if (op == "insert"_L1)
        row.op = ActivityRow::Op::Insert;
    else if (op == "remove"_L1)
        row.op = ActivityRow::Op::Remove;
    else if (op == "bulk"_L1)
        row.op = ActivityRow::Op::Import;
    row.fields = rows.text(7).split(u',', Qt::SkipEmptyParts);
    row.before = ChangeTable::valuesFrom(rows.text(8));
    return row;
}

Result<QList<ActivityRow>> selectLog(
    Connection &connection, const QString &tail, const QVariantList &bindings)
{
    auto rows = connection.select(ActivityColumns + tail, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ActivityRow> list;
    while (rows->next())
        list.append(readRow(*rows));
    return list;
}

/// What the log has of one post: its rows are found from the post, never by a walk through the log.
Result<QList<ActivityRow>> ofPost(Connection &connection, PostId post, qint64 olderThan, int limit)
{
    QString parts = u"SELECT 'post' AS t, CAST(? AS BIGINT) AS id"_s;
    QVariantList bindings {post.value()};
    for (const Told &told : ToldTables) {
        if (!told.hangsOnPost)
            continue;
        parts += " UNION ALL SELECT '"_L1 + told.table + "', id FROM "_L1 + told.table
            + " WHERE post_id = ?"_L1;
        bindings << post.value();
    }
    parts += " UNION ALL SELECT 'series', series_id FROM post WHERE id = ? "
             "AND series_id IS NOT NULL"_L1;
    bindings << post.value() << olderThan << limit;
    auto list = selectLog(connection,
        "FROM ("_L1 + parts
            + ") AS part CROSS JOIN change c WHERE c.table_name = part.t "
              "AND c.row_id = part.id AND "_L1
            + IsLive + " AND c.seq < ? ORDER BY c.seq DESC LIMIT ?"_L1,
        bindings);
    if (!list)
        return list;
    auto import = selectLog(connection,
        "FROM post p JOIN change c ON c.batch = p.batch_id WHERE p.id = ? AND c.op = 'bulk' "
        "AND c.table_name = 'post' AND "_L1
            + IsLive + " AND c.seq < ?"_L1,
        {post.value(), olderThan});
    if (!import)
        return import;
    *list << *import;
    std::ranges::sort(*list, std::ranges::greater {}, &ActivityRow::seq);
    return list->mid(0, limit);
}

/// A place in the log before which nothing was written at \a at or later. The log ascends in time but for clocks that differ, which a day covers.
Result<qint64> startOfTime(Connection &connection, qint64 at)
{
    constexpr qint64 ClocksDiffer = DayMs;
    const auto end = connection.number(u"SELECT max(seq) FROM change"_s);
    if (!end)
        return tl::unexpected(end.error());
    qint64 low = 0;
    qint64 high = end->value_or(0) + 1;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        const auto found = connection.number(
            u"SELECT at FROM change WHERE seq >= ? ORDER BY seq LIMIT 1"_s, {middle});
        if (!found)
            return tl::unexpected(found.error());
        if (*found && **found < at - ClocksDiffer)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/// What the log has of the whole plan and of what sales did. The kind is told from the row, so the log is read piece by piece until enough was found.
Result<QList<ActivityRow>> ofPlan(
    Connection &connection, const ActivityQuery &query, qint64 olderThan, int limit)
{
    constexpr int AtOnce = 500;
    QStringList tables;
    for (const Told &told : ToldTables)
        tables << u'\'' + told.table + u'\'';
    // An expression, not the column: the log is to be walked from its end, not gathered by table and sorted.
    QString tail = "FROM change c WHERE (c.table_name || '') IN ("_L1 + tables.join(u',')
        + ") AND (c.op <> 'bulk' OR (c.table_name || '') = 'post') AND "_L1 + IsLive;
    QVariantList bindings;
    if (!query.who.isNull()) {
        tail += " AND c.who = ?"_L1;
        bindings << query.who.value();
    }
    if (query.from) {
        const auto start = startOfTime(connection, *query.from);
        if (!start)
            return tl::unexpected(start.error());
        tail += " AND c.at >= ? AND c.seq >= ?"_L1;
        bindings << *query.from << *start;
    }
    if (query.to) {
        tail += " AND c.at < ?"_L1;
        bindings << *query.to;
    }
    tail += " AND c.seq < ? ORDER BY c.seq DESC LIMIT ?"_L1;
    QList<ActivityRow> found;
    while (found.size() < limit) {
        auto some =
            selectLog(connection, tail, bindings + QVariantList {olderThan, qint64(AtOnce)});
        if (!some)
            return some;
        for (const ActivityRow &row : *some) {
            if (found.size() < limit && (!query.kind || isAbout(row, *query.kind)))
                found.append(row);
        }
        if (some->size() < AtOnce)
            break;
        olderThan = some->last().seq;
    }
    return found;
}

/// The story's rows of one table, to be completed together.
struct RowsOfTable
{
    const Told *told = nullptr;
    QList<ActivityRow *> rows;
    QSet<qint64> ids;
};

Result<> addDetails(Connection &connection, const RowsOfTable &table, ActivityPage &page)
{
    QString where = " WHERE x.id IN ("_L1 + textOf(table.ids) + u')';
    for (const QLatin1StringView person : {table.told->person, table.told->otherPerson}) {
        if (!person.isEmpty())
            where += " AND "_L1 + Circle::isKnown(connection, person);
    }
    auto rows = connection.select(table.told->details + where, {});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        if (const qint64 subject = rows->integer(3); subject != 0)
            page.names.insert(subject, rows->text(5));
        for (ActivityRow *row : table.rows) {
            if (row->id != rows->integer(0))
                continue;
            if (table.told->person.isEmpty())
                row->post = PostId(rows->integer(1));
            else
                row->prospect = ProspectId(rows->integer(1));
            row->channel = ChannelId(rows->integer(2));
            row->subject = rows->integer(3);
            if (!rows->text(4).isEmpty())
                row->after.insert(u"word"_s, rows->text(4));
        }
    }
    return {};
}

/// What stands in the told columns of the rows now, also of those that were deleted.
Result<QHash<qint64, QVariantMap>> valuesNow(
    Connection &connection, const RowsOfTable &table, const QStringList &columns)
{
    QHash<qint64, QVariantMap> values;
    if (columns.isEmpty())
        return values;
    auto rows = connection.select("SELECT id, "_L1 + table.told->told + " FROM "_L1
        + table.told->table + " WHERE id IN ("_L1 + textOf(table.ids) + u')');
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        for (int i = 0; i < columns.size(); ++i)
            values[rows->integer(0)].insert(columns.at(i), rows->value(i + 1));
    }
    return values;
}

/// Goes back through the history of the rows, newest first: what an update found is what the one before it had made.
class Backwards
{
public:
    Backwards(const RowsOfTable &table, QStringList columns, QHash<qint64, QVariantMap> now)
        : m_columns(std::move(columns))
        , m_later(std::move(now))
    {
        for (ActivityRow *row : table.rows)
            m_bySeq.insert(row->seq, row);
    }

    void take(const ActivityRow &step)
    {
        ActivityRow *row = m_bySeq.value(step.seq);
        if (row && row->op == ActivityRow::Op::Insert)
            m_inserts.insert(row->id, row);
        ActivityRow *insert =
            step.op == ActivityRow::Op::Remove ? m_inserts.take(step.id) : nullptr;
        if (insert)
            insert->op = ActivityRow::Op::Restore;
        QVariantMap &values = m_later[step.id];
        for (const QString &column : std::as_const(m_columns)) {
            if (!step.before.contains(column))
                continue;
            if (row)
                row->after.insert(column, values.value(column));
            values.insert(column, step.before.value(column));
        }
    }

private:
    QStringList m_columns;
    QHash<qint64, QVariantMap> m_later;
    QHash<qint64, ActivityRow *> m_bySeq;
    QHash<qint64, ActivityRow *> m_inserts; ///< a removal that is older makes them restorations
};

/// What each update made of its fields: what the next update of the field found, or what stands there now.
Result<> addAfter(Connection &connection, const RowsOfTable &table)
{
    const QStringList columns = QString(table.told->told).split(u", "_s, Qt::SkipEmptyParts);
    auto now = valuesNow(connection, table, columns);
    if (!now)
        return tl::unexpected(now.error());
    const auto history = selectLog(connection,
        "FROM change c WHERE c.table_name = ? AND c.row_id IN ("_L1 + textOf(table.ids)
            + ") ORDER BY c.seq DESC"_L1,
        {QString(table.told->table)});
    if (!history)
        return tl::unexpected(history.error());
    Backwards backwards(table, columns, std::move(*now));
    for (const ActivityRow &step : *history)
        backwards.take(step);
    for (ActivityRow *row : table.rows) {
        row->before.removeIf([&columns](const QVariantMap::iterator &value) {
            return !columns.contains(value.key()); // words are not told
        });
    }
    return {};
}

template<typename Take>
Result<> forEach(Connection &connection, const QString &sql, Take take)
{
    auto rows = connection.select(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        take(*rows);
    return {};
}

Result<> addNames(Connection &connection, ActivityPage &page)
{
    QSet<qint64> named;
    QSet<qint64> posts;
    QSet<qint64> people;
    QSet<qint64> batches;
    for (const ActivityRow &row : std::as_const(page.rows)) {
        named << row.channel.value();
        for (const auto *values : {&row.before, &row.after})
            named << values->value(u"campaign_id"_s).toLongLong()
                  << values->value(u"pillar_id"_s).toLongLong();
        posts << row.post.value();
        people << row.prospect.value();
        batches << row.batch.value();
    }
    const QString within = " WHERE id IN ("_L1 + textOf(named) + u')';
    return forEach(connection,
        "SELECT id, name FROM channel"_L1 + within + " UNION ALL SELECT id, name FROM campaign"_L1
            + within + " UNION ALL SELECT id, name FROM pillar"_L1 + within,
        [&page](const Rows &rows) { page.names.insert(rows.integer(0), rows.text(1)); })
        .and_then([&] {
            return forEach(connection,
                "SELECT id, title, text, planned_day, deleted_at FROM post WHERE id IN ("_L1
                    + textOf(posts) + u')',
                [&page](const Rows &rows) {
                    Post post;
                    post.title = rows.text(1);
                    post.text = rows.text(2);
                    fromSql(rows.value(3), post.day);
                    page.posts.insert(PostId(rows.integer(0)),
                        {headline(post), post.day, rows.value(4).isNull()});
                });
        })
        .and_then([&] {
            return forEach(connection,
                "SELECT id, name, first_name, last_name, deleted_at FROM prospect WHERE id IN ("_L1
                    + textOf(people) + u')',
                [&page](const Rows &rows) {
                    Prospect prospect;
                    prospect.name = rows.text(1);
                    prospect.firstName = rows.text(2);
                    prospect.lastName = rows.text(3);
                    page.people.insert(ProspectId(rows.integer(0)),
                        {displayName(prospect), rows.value(4).isNull()});
                });
        })
        .and_then([&] {
            return forEach(connection,
                "SELECT id, files FROM import_batch WHERE id IN ("_L1 + textOf(batches) + u')',
                [&page](const Rows &rows) {
                    page.files.insert(BatchId(rows.integer(0)), rows.text(1));
                });
        });
}

/// How many posts each import brought; those that brought none are no part of the plan's story.
Result<> countImports(Connection &connection, ActivityPage &page)
{
    QSet<qint64> batches;
    for (const ActivityRow &row : std::as_const(page.rows)) {
        if (row.op == ActivityRow::Op::Import)
            batches << row.batch.value();
    }
    if (batches.isEmpty())
        return {};
    QHash<qint64, int> counts;
    auto done = forEach(connection,
        "SELECT batch_id, count(*) FROM post WHERE batch_id IN ("_L1 + textOf(batches)
            + ") GROUP BY batch_id"_L1,
        [&counts](const Rows &rows) { counts.insert(rows.integer(0), int(rows.integer(1))); });
    for (ActivityRow &row : page.rows)
        row.count = row.op == ActivityRow::Op::Import ? counts.value(row.batch.value()) : 0;
    page.rows.removeIf(
        [](const ActivityRow &row) { return row.op == ActivityRow::Op::Import && row.count == 0; });
    return done;
}
} // namespace

Result<ActivityPage> ActivityTable::page(
    Connection &connection, const ActivityQuery &query, qint64 olderThan, int limit)
{
    const qint64 before = olderThan > 0 ? olderThan : std::numeric_limits<qint64>::max();
    auto rows = query.post.isNull() ? ofPlan(connection, query, before, limit + 1)
                                    : ofPost(connection, query.post, before, limit + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    ActivityPage page;
    page.hasMore = rows->size() > limit;
    page.rows = rows->mid(0, limit);
    if (page.rows.isEmpty())
        return page;
    page.oldest = page.rows.last().seq;
    if (auto done = countImports(connection, page); !done)
        return tl::unexpected(done.error());
    for (const Told &told : ToldTables) {
        RowsOfTable ofTable {&told, {}, {}};
        for (ActivityRow &row : page.rows) {
            if (row.table == told.table && row.op != ActivityRow::Op::Import) {
                ofTable.rows << &row;
                ofTable.ids << row.id;
            }
        }
        if (ofTable.ids.isEmpty())
            continue;
        auto done = addAfter(connection, ofTable).and_then([&] {
            return addDetails(connection, ofTable, page);
        });
        if (!done)
            return tl::unexpected(done.error());
        if (!told.person.isEmpty())
            page.rows.removeIf(
                [&told](const ActivityRow &row) { // about whom the viewer may not know
                    return row.table == told.table && row.prospect.isNull();
                });
    }
    if (!query.post.isNull()) {
        for (ActivityRow &row : page.rows)
            row.post = query.post; // its series and its import are part of its own story
    }
    if (auto done = addNames(connection, page); !done)
        return tl::unexpected(done.error());
    return page;
}
