// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rowedit.h"

#include "storage/changetable.h"
#include "storage/circle.h"
#include "storage/handlekeys.h"
#include "storage/objections.h"
#include "storage/searchindex.h"
#include "storage/tables.h"
#include "storage/transaction.h"
#include "storage/visible.h"

#include <QCoreApplication>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
Result<> applyInsert(Transaction &transaction, const RowEdit &edit)
{
    QStringList names {u"id"_s};
    QStringList marks {u"?"_s};
    QStringList updates {
        u"deleted_at = NULL"_s, u"row_version = "_s + edit.table + u".row_version + 1"_s};
    QVariantList bindings {edit.id};
    for (auto it = edit.after.cbegin(); it != edit.after.cend(); ++it) {
        names << it.key();
        marks << u"?"_s;
        updates << it.key() + " = excluded."_L1 + it.key();
        bindings << it.value();
    }
    // The conflict part restores a removed row under its own id.
    auto done = transaction.execute("INSERT INTO "_L1 + edit.table + " ("_L1 + names.join(", "_L1)
            + ") VALUES ("_L1 + marks.join(", "_L1) + ") ON CONFLICT (id) DO UPDATE SET "_L1
            + updates.join(", "_L1),
        bindings);
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<> conflict(Transaction &transaction, const RowEdit &edit)
{
    auto exists = transaction.connection().number(
        "SELECT id FROM "_L1 + edit.table + " WHERE id = ? AND deleted_at IS NULL"_L1, {edit.id});
    if (!exists)
        return tl::unexpected(exists.error());
    if (!*exists)
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Storage", "This entry no longer exists."), edit.table);
    return fail(Error::Code::Conflict,
        QCoreApplication::translate("Storage",
            "Somebody else changed the same field meanwhile. "
            "Your change was not kept; the current value is shown."),
        edit.table + u": "_s + columnNames(edit.after, u", "));
}

/// The time of what happened last, which the other \a following columns tell of; empty where \a edit has none.
QString timeOfTheLast(const RowEdit &edit, const QStringList &following)
{
    for (const QString &column : following) {
        if (column.startsWith("last_"_L1) && edit.before.contains(column)
            && edit.after.contains(column))
            return column;
    }
    return {};
}

Result<> applyUpdate(Transaction &transaction, const RowEdit &edit)
{
    QStringList sets;
    QStringList conditions;
    QVariantList bindings;
    const QStringList following = tableInfo(edit.table).followingColumns;
    const QString last = timeOfTheLast(edit, following);
    for (auto it = edit.after.cbegin(); it != edit.after.cend(); ++it) {
        if (last.isEmpty() || !following.contains(it.key())) {
            sets << it.key() + " = ?"_L1;
            bindings << it.value();
            continue;
        }
        // Something newer that happened meanwhile counts, also where an older edit is taken back.
        sets << it.key() + " = CASE WHEN "_L1 + last + " = ? OR "_L1 + last
                + " <= ? THEN ? ELSE "_L1 + it.key() + " END"_L1;
        bindings << edit.before.value(last) << edit.after.value(last) << it.value();
    }
    bindings << edit.id;
    for (auto it = edit.before.cbegin(); it != edit.before.cend(); ++it) {
        if (following.contains(it.key()))
            continue;
        if (it.value().isNull()) {
            conditions << it.key() + " IS NULL"_L1;
        } else {
            conditions << it.key() + " = ?"_L1;
            bindings << it.value();
        }
    }
    conditions.prepend(u"deleted_at IS NULL"_s);
    auto changed = transaction.execute("UPDATE "_L1 + edit.table + " SET "_L1 + sets.join(", "_L1)
            + ", row_version = row_version + 1 WHERE id = ? AND "_L1 + conditions.join(" AND "_L1),
        bindings);
    if (!changed)
        return tl::unexpected(changed.error());
    if (*changed > 0)
        return {};
    return Visible::carryHidden(transaction, edit).and_then([&](bool carried) {
        return carried ? Result<>() : conflict(transaction, edit);
    });
}

/// Whether live rows refer to the one that \a edit removes and would be left with an id that leads nowhere.
/// A removal that is meant so takes them away first.
Result<bool> isReferredTo(Transaction &transaction, const RowEdit &edit)
{
    QString references;
    if (edit.table == "media"_L1)
        references = u"SELECT id FROM live_post_media WHERE media_id = ? LIMIT 1"_s;
    else if (edit.table == "channel"_L1)
        references = u"SELECT id FROM live_variant WHERE channel_id = ? LIMIT 1"_s;
    else
        return false;
    return transaction.connection()
        .number(references, {edit.id})
        .map([](std::optional<qint64> found) { return found.has_value(); });
}

Result<> applyRemove(Transaction &transaction, const RowEdit &edit)
{
    const auto isUsed = isReferredTo(transaction, edit);
    if (!isUsed)
        return tl::unexpected(isUsed.error());
    if (*isUsed)
        return fail(Error::Code::Conflict,
            QCoreApplication::translate("Storage",
                "Posts use it meanwhile, so it was not removed. Delete it where it is listed if "
                "they are to lose it."),
            edit.table);
    auto changed = transaction.execute("UPDATE "_L1 + edit.table
            + " SET deleted_at = ?, row_version = row_version + 1 "
              "WHERE id = ? AND deleted_at IS NULL"_L1,
        {transaction.now, edit.id});
    if (!changed)
        return tl::unexpected(changed.error());
    return *changed == 0 ? conflict(transaction, edit) : Result<>();
}
} // namespace

namespace {
/// Who writes may see what they write to. Said in the same words for what is a colleague's and for what is not there.
Result<> checkRights(Transaction &transaction, const RowEdit &edit)
{
    auto allowed = Visible::mayWrite(transaction, edit).and_then([&](bool seen) -> Result<bool> {
        return seen ? Circle::mayWrite(transaction, edit) : Result<bool>(false);
    });
    if (!allowed)
        return tl::unexpected(allowed.error());
    if (*allowed)
        return {};
    return fail(Error::Code::Rejected,
        QCoreApplication::translate(
            "Storage", "This is private to a colleague, or no longer here, so it was not changed."),
        edit.table);
}

Result<> apply(Transaction &transaction, const RowEdit &edit, BatchId batch)
{
    if (edit.isEmpty())
        return {};
    Result<> done = checkRights(transaction, edit);
    if (done)
        done = HandleKeys::checkFree(transaction, edit);
    if (!done)
        return done;
    switch (edit.op) {
    case RowEdit::Op::Insert:
        done = applyInsert(transaction, edit);
        break;
    case RowEdit::Op::Update:
        done = applyUpdate(transaction, edit);
        break;
    case RowEdit::Op::Remove:
        done = applyRemove(transaction, edit);
        break;
    }
    if (done)
        done = Circle::carryLabels(transaction, edit);
    if (done)
        done = ChangeTable::record(transaction, edit, batch);
    if (done)
        done = SearchIndex::follow(transaction, edit);
    return done;
}
} // namespace

Result<> applyEdit(Transaction &transaction, const RowEdit &edit)
{
    return apply(transaction, edit, {});
}

Result<> applyImported(Transaction &transaction, const RowEdit &edit, BatchId batch)
{
    return apply(transaction, edit, batch);
}

Result<> applyEdits(Transaction &transaction, const RowEdits &edits)
{
    for (const RowEdit &edit : edits) {
        if (auto done = applyEdit(transaction, edit); !done)
            return done;
    }
    return Circle::checkNotLost(transaction, edits).and_then([&] {
        return Objections::follow(transaction, edits);
    });
}
