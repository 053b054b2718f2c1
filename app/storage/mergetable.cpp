// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mergetable.h"

#include "base/idsource.h"
#include "storage/circle.h"
#include "storage/handlekeys.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// A column that names a prospect, in a table that anybody may read.
struct OwningColumn
{
    const char *table;
    const char *column;
};
constexpr OwningColumn OwningColumns[] {{"handle", "prospect_id"}, {"move", "prospect_id"},
    {"touch", "prospect_id"}, {"touch", "referrer_id"}, {"prospect_label", "prospect_id"},
    {"custom_value", "prospect_id"}, {"consent", "prospect_id"},
    {"guardrail_override", "prospect_id"}, {"fact", "prospect_id"}, {"offer", "prospect_id"},
    {"handover", "prospect_id"}, {"move_proposal", "prospect_id"}, {"follow_up", "prospect_id"}};

/// Rows of \a T, whether they are deleted or of a pending import.
template<typename T>
Result<QList<T>> rowsOfAnyState(
    Connection &connection, const QString &tail, const QVariantList &bindings)
{
    return allRows<T>(connection.select(
        "SELECT "_L1 + columnList<T>() + " FROM "_L1 + rowSpec<T>().table + u' ' + tail, bindings));
}

Result<std::optional<Prospect>> anyProspect(Connection &connection, ProspectId id)
{
    return rowsOfAnyState<Prospect>(connection, u"WHERE id = ?"_s, {id.value()})
        .map([](const QList<Prospect> &found) {
            return found.isEmpty() ? std::nullopt : std::optional(found.first());
        });
}

/// What says the same of one person: a contested handle that the survivor has, a label, a field of the team's own.
QString sameness(const Handle &handle)
{
    return handle.network + u'\n' + normalisedHandle(handle.network, handle.value);
}
QString sameness(const ProspectLabel &label)
{
    return label.label.toString();
}
QString sameness(const CustomValue &value)
{
    return value.field.toString();
}

/// Adds the rows of \a T with what makes two of them the same.
template<typename T>
Result<> addComparable(Connection &connection, ProspectId id, QList<HangingRow> &rows)
{
    const auto read = rowsOfAnyState<T>(
        connection, u"WHERE prospect_id = ? AND deleted_at IS NULL ORDER BY id"_s, {id.value()});
    if (!read)
        return tl::unexpected(read.error());
    for (const T &value : *read)
        rows.append({rowSpec<T>().table, value.id.value(), u"prospect_id"_s, sameness(value),
            toRow(value)});
    return {};
}

bool isComparable(const QString &table)
{
    return table == rowSpec<Handle>().table || table == rowSpec<ProspectLabel>().table
        || table == rowSpec<CustomValue>().table;
}

/// A handle that is nobody else's stays: only what stands beside the survivor's own may go.
void keepUncontested(QList<HangingRow> &rows)
{
    for (HangingRow &row : rows) {
        if (row.table == rowSpec<Handle>().table
            && row.values.value(u"contested"_s).toLongLong() == 0)
            row.values.clear();
    }
}

Result<QList<HangingRow>> rowsOf(Connection &connection, ProspectId id)
{
    QList<HangingRow> all;
    auto done = addComparable<Handle>(connection, id, all)
                    .and_then([&] { return addComparable<ProspectLabel>(connection, id, all); })
                    .and_then([&] { return addComparable<CustomValue>(connection, id, all); });
    if (!done)
        return tl::unexpected(done.error());
    keepUncontested(all);
    for (const OwningColumn &owning : OwningColumns) {
        const QString table = QString::fromLatin1(owning.table);
        const QString column = QString::fromLatin1(owning.column);
        if (isComparable(table))
            continue;
        auto rows = connection.select("SELECT id FROM "_L1 + table + " WHERE "_L1 + column
                + " = ? AND deleted_at IS NULL ORDER BY id"_L1,
            {id.value()});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            all.append({table, rows->integer(0), column, {}, {}});
    }
    return Visible::hangingOn(connection, id).map([&all](const QList<HangingRow> &talks) {
        return all + talks;
    });
}

Result<QHash<QString, int>> countsOf(Connection &connection, ProspectId id)
{
    return Visible::counts(connection, id)
        .and_then([&](QHash<QString, int> counts) -> Result<QHash<QString, int>> {
            for (const OwningColumn &owning : OwningColumns) {
                const QString table = QString::fromLatin1(owning.table);
                const QString column = QString::fromLatin1(owning.column);
                if (column != "prospect_id"_L1)
                    continue;
                const auto count = connection.number(
                    "SELECT count(*) FROM live_"_L1 + table + " WHERE prospect_id = ?"_L1,
                    {id.value()});
                if (!count)
                    return tl::unexpected(count.error());
                counts.insert(table, int(count->value_or(0)));
            }
            return counts;
        });
}

Result<QList<Merge>> standingMerges(Connection &connection, const QSet<ProspectId> &survivors)
{
    return selectRows<Merge>(connection,
        "WHERE undone_at = 0 AND survivor_id IN ("_L1 + idList(survivors) + ") ORDER BY at, id"_L1);
}

/// Whether the viewer may know of both records of \a merge.
Result<bool> knowsBoth(Connection &connection, const Merge &merge)
{
    return connection
        .number("SELECT count(*) FROM prospect WHERE id IN (?, ?) AND "_L1
                + Circle::isKnown(connection, u"id"_s),
            {merge.survivor.value(), merge.merged.value()})
        .map([](std::optional<qint64> known) { return known.value_or(0) == 2; });
}

/// The whole row of one that was dropped, and what makes it the same as another where somebody may choose between two.
template<typename T>
Result<> readWhole(Connection &connection, const MergePart &part, RowPlace &place)
{
    const auto rows = rowsOfAnyState<T>(connection, u"WHERE id = ?"_s, {part.row});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return {};
    if (place.isDeleted)
        place.values = toRow(rows->first());
    if constexpr (std::is_same_v<T, CustomValue>)
        place.same = sameness(rows->first());
    return {};
}

Result<> readWhole(Connection &connection, const MergePart &part, RowPlace &place)
{
    if (part.table == rowSpec<Handle>().table)
        return readWhole<Handle>(connection, part, place);
    if (part.table == rowSpec<ProspectLabel>().table)
        return readWhole<ProspectLabel>(connection, part, place);
    if (part.table == rowSpec<CustomValue>().table)
        return readWhole<CustomValue>(connection, part, place);
    return {};
}

/// Where the rows of \a parts are, all of one table and column.
Result<> findPlaces(Connection &connection, const QList<MergePart> &parts, const QString &column,
    QHash<MergePartId, RowPlace> &places)
{
    QStringList ids;
    for (const MergePart &part : parts)
        ids << QString::number(part.row);
    const QString &table = parts.first().table;
    QHash<qint64, RowPlace> found;
    if (const auto talks = Visible::places(connection, table, ids)) {
        if (!*talks)
            return tl::unexpected(talks->error());
        found = **talks;
    } else {
        auto rows = connection.select("SELECT id, "_L1 + column + ", deleted_at FROM "_L1 + table
            + " WHERE id IN ("_L1 + ids.join(u',') + u')');
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            found.insert(
                rows->integer(0), {ProspectId(rows->integer(1)), !rows->value(2).isNull(), {}});
    }
    for (const MergePart &part : parts) {
        const auto place = found.constFind(part.row);
        if (place == found.constEnd())
            continue;
        RowPlace whole = *place;
        if (whole.isDeleted || table == rowSpec<CustomValue>().table) {
            if (auto done = readWhole(connection, part, whole); !done)
                return done;
        }
        places.insert(part.id, whole);
    }
    return {};
}

/// The column that names the record, in tables that a merge may name at all; empty for others: what the database says is not taken for SQL.
QString columnOf(const MergePart &part)
{
    QString column = part.column == "deleted_at"_L1 ? u"prospect_id"_s : part.column;
    for (const OwningColumn &owning : OwningColumns) {
        if (part.table == QLatin1String(owning.table) && column == QLatin1String(owning.column))
            return column;
    }
    return Visible::hangsOnProspects(part.table) && column == "prospect_id"_L1 ? column : QString();
}

Result<NamedMerge> namedMerge(Connection &connection, const Merge &merge)
{
    const auto merged = anyProspect(connection, merge.merged);
    if (!merged)
        return tl::unexpected(merged.error());
    const auto survivor = anyProspect(connection, merge.survivor);
    if (!survivor)
        return tl::unexpected(survivor.error());
    return NamedMerge {merge, *merged ? displayName(**merged) : QString(),
        *survivor ? displayName(**survivor) : QString()};
}

Result<QHash<MergePartId, RowPlace>> placesOf(Connection &connection, const QList<MergePart> &parts)
{
    QHash<MergePartId, RowPlace> places;
    QHash<std::pair<QString, QString>, QList<MergePart>> groups;
    for (const MergePart &part : parts) {
        if (const QString column = columnOf(part); !column.isEmpty())
            groups[{part.table, column}].append(part);
    }
    constexpr qsizetype AtOnce = 500;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        for (qsizetype first = 0; first < it->size(); first += AtOnce) {
            if (auto done = findPlaces(connection, it->mid(first, AtOnce), it.key().second, places);
                !done)
                return tl::unexpected(done.error());
        }
    }
    return places;
}

/// Whom each record of the chain that begins with \a id was merged into.
Result<QHash<ProspectId, ProspectId>> chainFrom(Connection &connection, ProspectId id)
{
    QHash<ProspectId, ProspectId> chain;
    while (!id.isNull() && !chain.contains(id)) {
        const auto into =
            connection.number(u"SELECT merged_into_id FROM prospect WHERE id = ?"_s, {id.value()});
        if (!into)
            return tl::unexpected(into.error());
        const ProspectId next(into->value_or(0));
        chain.insert(id, next);
        id = next;
    }
    return chain;
}

/// Adds those of \a T that came after \a since; \a text says what each one says.
template<typename T, typename Text, typename At>
Result<> addLater(
    Connection &connection, ProspectId id, qint64 since, QList<LaterRow> &list, Text text, At at)
{
    const auto rows = selectRows<T>(
        connection, u"WHERE prospect_id = ? AND id > ? ORDER BY id"_s, {id.value(), since});
    if (!rows)
        return tl::unexpected(rows.error());
    for (const T &value : *rows)
        list.append({{rowSpec<T>().table, value.id.value(), u"prospect_id"_s, {}, {}}, text(value),
            at(value)});
    return {};
}
} // namespace

Result<std::optional<MergeRecord>> MergeTable::record(Connection &connection, ProspectId id)
{
    const auto prospect = ProspectTable::find(connection, id);
    if (!prospect)
        return tl::unexpected(prospect.error());
    if (!*prospect
        || (!(*prospect)->privateTo.isNull() && (*prospect)->privateTo != connection.viewer().user))
        return std::optional<MergeRecord>();
    MergeRecord record;
    record.prospect = **prospect;
    record.columns = toRow(record.prospect);
    auto rows = rowsOf(connection, id);
    if (!rows)
        return tl::unexpected(rows.error());
    record.rows = std::move(*rows);
    auto counts = countsOf(connection, id);
    if (!counts)
        return tl::unexpected(counts.error());
    record.counts = std::move(*counts);
    const auto moves = ProspectTable::moves(connection, id);
    if (!moves)
        return tl::unexpected(moves.error());
    if (!moves->isEmpty())
        record.lastMove = moves->last().at;
    const auto company = ProspectTable::company(connection, record.prospect.company);
    if (!company)
        return tl::unexpected(company.error());
    record.company = *company ? (*company)->name : QString();
    return std::optional(record);
}

Result<> MergeTable::checkEmptied(Transaction &transaction, ProspectId merged)
{
    const auto rows = rowsOf(transaction.connection(), merged);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return {};
    return fail(Error::Code::Conflict,
        QCoreApplication::translate("Storage",
            "Somebody added to one of the two records meanwhile. Nothing was merged; look at them "
            "again."),
        rowSpec<Merge>().table);
}

Result<ProspectId> MergeTable::survivorOf(Connection &connection, ProspectId id)
{
    const auto chain = chainFrom(connection, id);
    if (!chain)
        return tl::unexpected(chain.error());
    while (!chain->value(id).isNull())
        id = chain->value(id);
    return connection
        .number(u"SELECT id FROM prospect WHERE id = ? AND deleted_at IS NULL"_s, {id.value()})
        .map([](std::optional<qint64> live) { return ProspectId(live.value_or(0)); });
}

Result<QList<NamedMerge>> MergeTable::mergesInto(Connection &connection, ProspectId id)
{
    QList<NamedMerge> all;
    QSet<ProspectId> seen;
    QSet<ProspectId> next {id};
    while (!next.isEmpty()) {
        seen.unite(next);
        const auto merges = standingMerges(connection, next);
        if (!merges)
            return tl::unexpected(merges.error());
        next.clear();
        for (const Merge &merge : *merges) {
            // A merge with somebody of a colleague's circle would tell their name.
            const auto isKnown = knowsBoth(connection, merge);
            if (!isKnown)
                return tl::unexpected(isKnown.error());
            if (!*isKnown)
                continue;
            const auto named = namedMerge(connection, merge);
            if (!named)
                return tl::unexpected(named.error());
            all.append(*named);
            if (!seen.contains(merge.merged))
                next.insert(merge.merged);
        }
    }
    std::ranges::sort(all, [](const NamedMerge &one, const NamedMerge &other) {
        return isEarlier(other.merge, one.merge);
    });
    return all;
}

Result<MergeTable::Standing> MergeTable::standing(Connection &connection, MergeId id)
{
    const auto gone = [] {
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Storage", "This entry no longer exists."));
    };
    const auto found =
        selectRows<Merge>(connection, u"WHERE id = ? AND undone_at = 0"_s, {id.value()});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return gone();
    const auto isKnown = knowsBoth(connection, found->first());
    if (!isKnown)
        return tl::unexpected(isKnown.error());
    if (!*isKnown)
        return gone();
    Standing standing;
    TakeOutSource &source = standing.source;
    source.merge = found->first();
    const auto survivor = anyProspect(connection, source.merge.survivor);
    const auto merged = anyProspect(connection, source.merge.merged);
    if (!survivor || !merged)
        return tl::unexpected(survivor ? merged.error() : survivor.error());
    if (!*survivor || !*merged)
        return gone();
    standing.survivor = **survivor;
    standing.merged = **merged;
    auto chain = chainFrom(connection, source.merge.survivor);
    if (!chain)
        return tl::unexpected(chain.error());
    source.mergedInto = std::move(*chain);
    const auto last = survivorOf(connection, source.merge.survivor);
    if (!last)
        return tl::unexpected(last.error());
    auto live = ProspectTable::find(connection, *last);
    if (!live)
        return tl::unexpected(live.error());
    standing.live = std::move(*live);
    const QList<ProspectId> survivors = source.mergedInto.keys();
    auto others = standingMerges(connection, QSet<ProspectId>(survivors.begin(), survivors.end()));
    if (!others)
        return tl::unexpected(others.error());
    source.standing = std::move(*others);
    source.standing.removeIf([id](const Merge &merge) { return merge.id == id; });
    auto parts =
        selectRows<MergePart>(connection, u"WHERE merge_id = ? ORDER BY id"_s, {id.value()});
    if (!parts)
        return tl::unexpected(parts.error());
    source.parts = std::move(*parts);
    QList<MergeId> otherIds;
    for (const Merge &merge : std::as_const(source.standing))
        otherIds << merge.id;
    auto otherParts = selectRows<MergePart>(connection,
        "WHERE merge_id IN ("_L1 + idList(otherIds)
            + ") AND (row_id IN (SELECT row_id FROM merge_part WHERE merge_id = ?) OR "
              "(of_table = ? AND of_column = 'deleted_at')) ORDER BY id"_L1,
        {id.value(), rowSpec<CustomValue>().table});
    if (!otherParts)
        return tl::unexpected(otherParts.error());
    source.otherParts = std::move(*otherParts);
    QList<MergePart> placed = source.parts;
    for (const MergePart &part : std::as_const(source.otherParts)) {
        if (part.table == rowSpec<CustomValue>().table && part.column == "deleted_at"_L1)
            placed << part;
    }
    auto places = placesOf(connection, placed);
    if (!places)
        return tl::unexpected(places.error());
    source.places = std::move(*places);
    source.survivor = toRow(standing.survivor);
    return standing;
}

Result<QList<LaterRow>> MergeTable::addedSince(
    Connection &connection, ProspectId survivor, qint64 since)
{
    QList<LaterRow> list;
    const auto made = [](const auto &value) { return IdSource::milliseconds(value.id.value()); };
    const auto conversations = Visible::conversationsOf(connection, survivor);
    if (!conversations)
        return tl::unexpected(conversations.error());
    for (const Conversation &conversation : *conversations) {
        if (conversation.id.value() > since)
            list.append(
                {{rowSpec<Conversation>().table, conversation.id.value(), u"prospect_id"_s, {}, {}},
                    conversation.title, conversation.createdAt});
    }
    const auto done = addLater<Touch>(
        connection, survivor, since, list, [](const Touch &touch) { return touch.quote; },
        [](const Touch &touch) { return touch.at.ms; })
                          .and_then([&] {
                              return addLater<FollowUp>(
                                  connection, survivor, since, list,
                                  [](const FollowUp &step) { return step.what; }, made);
                          })
                          .and_then([&] {
                              return addLater<Offer>(
                                  connection, survivor, since, list,
                                  [](const Offer &offer) { return offer.title; }, made);
                          })
                          .and_then([&] {
                              return addLater<Fact>(
                                  connection, survivor, since, list,
                                  [](const Fact &fact) { return fact.text; }, made);
                          })
                          .and_then([&] {
                              return addLater<Consent>(
                                  connection, survivor, since, list,
                                  [](const Consent &consent) { return consent.source; }, made);
                          })
                          .and_then([&] {
                              return addLater<Handle>(
                                  connection, survivor, since, list,
                                  [](const Handle &handle) { return handle.value; }, made);
                          });
    if (!done)
        return tl::unexpected(done.error());
    // What another merge brought came with its record.
    auto brought = connection.select(u"SELECT of_table, row_id FROM live_merge_part WHERE merge_id "
                                     u"IN (SELECT id FROM live_merge "
                                     "WHERE undone_at = 0 AND survivor_id = ?)"_s,
        {survivor.value()});
    if (!brought)
        return tl::unexpected(brought.error());
    QSet<std::pair<QString, qint64>> others;
    while (brought->next())
        others.insert({brought->text(0), brought->integer(1)});
    list.removeIf([&others](const LaterRow &later) {
        return others.contains({later.row.table, later.row.id});
    });
    std::ranges::sort(list, {}, &LaterRow::at);
    return list;
}
