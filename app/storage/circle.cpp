// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/circle.h"

#include "storage/changetable.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
/// Tables whose rows belong to one prospect, by prospect_id.
const QSet<QString> &tablesOfPeople()
{
    static const QSet<QString> tables {u"handle"_s, u"move"_s, u"touch"_s, u"move_proposal"_s,
        u"follow_up"_s, u"prospect_label"_s, u"custom_value"_s, u"consent"_s,
        u"guardrail_override"_s, u"fact"_s, u"offer"_s, u"handover"_s};
    return tables;
}

/// Selects who is in another member's circle than the viewer's.
QString othersCircles(const Connection &connection)
{
    // The viewer's id is a number of ours and stands in the text.
    return "SELECT id FROM prospect WHERE private_to_id IS NOT NULL AND private_to_id <> "_L1
        + connection.viewer().user.toString();
}
} // namespace

QString Circle::isKnown(const Connection &connection, const QString &column)
{
    return column + " NOT IN ("_L1 + othersCircles(connection)
        + " UNION ALL SELECT id FROM prospect WHERE erased_at > 0)"_L1;
}

QString Circle::isNobodyElses(const Connection &connection, const QString &column)
{
    return column + " NOT IN ("_L1 + othersCircles(connection) + u')';
}

Result<bool> Circle::mayWrite(Transaction &transaction, const RowEdit &edit)
{
    Connection &connection = transaction.connection();
    const bool isPerson = edit.table == "prospect"_L1;
    if (connection.viewer().user.isNull() || (!isPerson && !tablesOfPeople().contains(edit.table)))
        return true;
    // The row as it stands, and whom it would belong to.
    QString hidden = isPerson
        ? u"SELECT id FROM prospect WHERE id = ? AND NOT "_s
        : "SELECT x.id FROM "_L1 + edit.table + " x WHERE x.id = ? AND NOT "_L1;
    hidden += u'(' + isKnown(connection, isPerson ? u"id"_s : u"x.prospect_id"_s) + u')';
    auto found = connection.number(hidden, {edit.id});
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        return false;
    // Nobody puts a person into somebody else's circle.
    const UserId circle(edit.after.value(u"private_to_id"_s).toLongLong());
    if (isPerson && !circle.isNull() && circle != connection.viewer().user)
        return false;
    const qint64 target = edit.after.value(u"prospect_id"_s).toLongLong();
    if (isPerson || target == 0)
        return true;
    // On a server somebody hidden is not found at all.
    found = connection.number(
        "SELECT id FROM prospect WHERE id = ? AND "_L1 + isKnown(connection, u"id"_s), {target});
    if (!found)
        return tl::unexpected(found.error());
    return found->has_value();
}

namespace {
/// The same as pullpush_carry_label. prospect_label.carried has the labels from which a row came, oldest first, each behind a comma; with a minus the one that
/// its person had already, so that the row was deleted.
QStringList carryInFile(const QString &from, const QString &into, const QString &now)
{
    const QString remaining = " WHERE label_id = "_L1 + from + " AND deleted_at IS NULL"_L1;
    return {"UPDATE prospect_label SET row_version = row_version + 1, carried = carried || ',-"_L1
            + into + "', deleted_at = "_L1 + now + remaining
            + " AND EXISTS (SELECT 1 FROM live_prospect_label o WHERE o.prospect_id = "
              "prospect_label.prospect_id AND o.label_id = "_L1
            + into + u')',
        "UPDATE prospect_label SET row_version = row_version + 1, carried = carried || ',"_L1 + from
            + "', label_id = "_L1 + into + remaining};
}

/// The same as pullpush_carry_label_back.
QStringList carryBackInFile(const QString &from, const QString &into)
{
    const auto change = [](const QString &set, const QString &where,
                            const QString &last) -> QString {
        return "UPDATE prospect_label SET row_version = row_version + 1, "
               "carried = substr(carried, 1, length(carried) - "_L1
            + QString::number(last.size()) + "), "_L1 + set + " WHERE "_L1 + where
            + " AND carried LIKE '%"_L1 + last + u'\'';
    };
    return {change("label_id = "_L1 + from, "label_id = "_L1 + into, u',' + from),
        change(u"deleted_at = NULL"_s, "label_id = "_L1 + from + " AND deleted_at IS NOT NULL"_L1,
            ",-"_L1 + into)};
}

/// On a server policies hide whom the viewer may not know of, so that a function does it.
Result<> carryOnServer(Transaction &transaction, const RowEdit &edit, qint64 into, qint64 was)
{
    const auto done = into != 0
        ? transaction.connection().number(
            u"SELECT pullpush_carry_label(?, ?, ?)"_s, {edit.id, into, transaction.now})
        : transaction.connection().number(
            u"SELECT pullpush_carry_label_back(?, ?)"_s, {edit.id, was});
    return done ? Result<>() : tl::unexpected(done.error());
}

/// The same as pullpush_drop_label and pullpush_restore_label: a row that goes with its label has ",-0" in its column.
Result<> followRemoval(Transaction &transaction, const RowEdit &edit)
{
    const bool isRemoval = edit.op == RowEdit::Op::Remove;
    if (!isRemoval) {
        const auto cameBack = transaction.connection().number(
            u"SELECT id FROM label WHERE id = ? AND row_version > 1"_s, {edit.id});
        if (!cameBack)
            return tl::unexpected(cameBack.error());
        if (!*cameBack)
            return {}; // a new one
    }
    if (!transaction.dialect().isSqlite()) {
        const auto done = isRemoval
            ? transaction.connection().number(
                u"SELECT pullpush_drop_label(?, ?)"_s, {edit.id, transaction.now})
            : transaction.connection().number(u"SELECT pullpush_restore_label(?)"_s, {edit.id});
        if (!done)
            return tl::unexpected(done.error());
    } else {
        const auto done = isRemoval
            ? transaction.execute(
                u"UPDATE prospect_label SET row_version = row_version + 1, carried = carried || "
                "',-0', deleted_at = ? WHERE label_id = ? AND deleted_at IS NULL"_s,
                {transaction.now, edit.id})
            : transaction.execute(
                u"UPDATE prospect_label SET row_version = row_version + 1, carried = "
                "substr(carried, 1, length(carried) - 3), deleted_at = NULL WHERE label_id = ? AND "
                "deleted_at IS NOT NULL AND carried LIKE '%,-0'"_s,
                {edit.id});
        if (!done)
            return tl::unexpected(done.error());
    }
    return ChangeTable::announce(transaction, rowSpec<ProspectLabel>().table, {});
}
} // namespace

Result<> Circle::carryLabels(Transaction &transaction, const RowEdit &edit)
{
    if (edit.table != "label"_L1)
        return {};
    if (edit.op != RowEdit::Op::Update)
        return followRemoval(transaction, edit);
    const auto column = u"merged_into_id"_s;
    if (!edit.after.contains(column))
        return {};
    const qint64 into = edit.after.value(column).toLongLong();
    const qint64 was = edit.before.value(column).toLongLong();
    if (!transaction.dialect().isSqlite()) {
        if (auto done = carryOnServer(transaction, edit, into, was); !done)
            return done;
    } else {
        const QString from = QString::number(edit.id);
        const QStringList statements = into != 0
            ? carryInFile(from, QString::number(into), QString::number(transaction.now))
            : carryBackInFile(from, QString::number(was));
        for (const QString &statement : statements) {
            if (auto done = transaction.execute(statement); !done)
                return tl::unexpected(done.error());
        }
    }
    // Whose labels these are read them again; said always, so that it tells nothing.
    return ChangeTable::announce(transaction, rowSpec<ProspectLabel>().table, {});
}

Result<> Circle::checkNotLost(Transaction &transaction, const RowEdits &edits)
{
    Connection &connection = transaction.connection();
    if (connection.viewer().user.isNull())
        return {};
    QHash<QString, QList<qint64>> inserted;
    for (const RowEdit &edit : edits) {
        if (edit.op == RowEdit::Op::Insert && edit.after.value(u"prospect_id"_s).toLongLong() != 0
            && (tablesOfPeople().contains(edit.table)
                || edit.table == rowSpec<Conversation>().table))
            inserted[edit.table].append(edit.id);
    }
    constexpr qsizetype AtOnce = 500;
    for (auto it = inserted.cbegin(); it != inserted.cend(); ++it) {
        // A label or a field that comes back does so for everybody who had it, also for those who were deleted since.
        const bool comesBackForAll =
            it.key() == rowSpec<ProspectLabel>().table || it.key() == rowSpec<CustomValue>().table;
        const QString lost = "SELECT count(*) FROM "_L1 + it.key()
            + " x WHERE x.deleted_at IS NULL AND x.prospect_id IS NOT NULL"_L1
            + (comesBackForAll ? u" AND x.row_version = 1"_s : QString())
            + " AND NOT EXISTS (SELECT 1 FROM live_prospect p WHERE p.id = x.prospect_id AND "_L1
            + isKnown(connection, u"p.id"_s) + ") AND x.id IN ("_L1;
        for (qsizetype first = 0; first < it->size(); first += AtOnce) {
            QStringList ids;
            for (const qint64 id : it->mid(first, AtOnce))
                ids << QString::number(id);
            const auto found = connection.number(lost + ids.join(u',') + u')');
            if (!found)
                return tl::unexpected(found.error());
            if (found->value_or(0) > 0)
                return fail(Error::Code::NotFound,
                    QCoreApplication::translate("Storage",
                        "This person is not in the list any more: deleted, merged with another "
                        "record, or in a colleague’s private circle. Nothing was added; look for "
                        "them by name."),
                    it.key());
        }
    }
    return {};
}
