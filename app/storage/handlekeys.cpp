// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/handlekeys.h"

#include "storage/sqlvalue.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct HandleWords
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

struct HandleHolder
{
    ProspectId prospect;
    UserId privateTo;
    QString name;
    bool isShown = false; ///< live, and not of a pending import
};

/// Who holds it where a server's policies hide the row. That it is taken is all that is known.
Result<std::optional<HandleHolder>> hiddenHolderOfKey(
    Connection &connection, const QString &network, const QString &key, qint64 except)
{
    if (connection.dialect().isSqlite())
        return std::optional<HandleHolder>();
    return connection.number(u"SELECT pullpush_handle_holder(?, ?, ?)"_s, {network, key, except})
        .map([](std::optional<qint64> id) {
            return id.value_or(0) == 0
                ? std::nullopt
                : std::optional(HandleHolder {ProspectId(*id), {}, {}, false});
        });
}

Result<std::optional<HandleHolder>> holderOfKey(
    Connection &connection, const QString &network, const QString &key, qint64 except)
{
    auto rows = connection.select(
        u"SELECT h.prospect_id, p.private_to_id, p.name, p.first_name, p.last_name, "
        "(SELECT count(*) FROM live_prospect l WHERE l.id = h.prospect_id) "
        "FROM handle h JOIN prospect p ON p.id = h.prospect_id WHERE h.network = ? "
        "AND h.value_folded = ? AND h.deleted_at IS NULL AND h.id <> ?"_s,
        {network, key, except});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return hiddenHolderOfKey(connection, network, key, except);
    Prospect names;
    names.name = rows->text(2);
    names.firstName = rows->text(3);
    names.lastName = rows->text(4);
    return HandleHolder {ProspectId(rows->integer(0)), UserId(rows->integer(1)), displayName(names),
        rows->integer(5) > 0};
}

struct WrittenHandle
{
    qint64 prospect = 0;
    QString network;
    QString value;
};

/// What the row of \a edit holds once it is written.
Result<WrittenHandle> writtenHandle(Connection &connection, const RowEdit &edit)
{
    WrittenHandle written;
    if (edit.op == RowEdit::Op::Update) {
        auto rows = connection.select(
            u"SELECT prospect_id, network, value FROM handle WHERE id = ?"_s, {edit.id});
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->next())
            written = {rows->integer(0), rows->text(1), rows->text(2)};
    }
    written.prospect = edit.after.value(u"prospect_id"_s, written.prospect).toLongLong();
    written.network = edit.after.value(u"network"_s, written.network).toString();
    written.value = edit.after.value(u"value"_s, written.value).toString();
    return written;
}

/// Rows are read and written by turns, so that no statement walks over what it changes.
Result<qint64> renewSome(Transaction &transaction, qint64 after, int limit)
{
    QList<std::pair<qint64, QString>> renewed;
    qint64 last = -1;
    {
        auto rows = transaction.connection().select(
            u"SELECT id, network, value, value_folded FROM handle WHERE id > ? ORDER BY id LIMIT ?"_s,
            {after, limit});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            last = rows->integer(0);
            const QString key = normalisedHandle(rows->text(1), rows->text(2));
            if (key != rows->text(3))
                renewed.append({last, key});
        }
    }
    for (const auto &[id, key] : std::as_const(renewed)) {
        if (auto done = transaction.execute(
                u"UPDATE handle SET value_folded = ? WHERE id = ?"_s, {toSql(key), id});
            !done)
            return tl::unexpected(done.error());
    }
    return last;
}
} // namespace

QString HandleKeys::keyOf(const Handle &handle)
{
    const QString key = normalisedHandle(handle.network, handle.value);
    return handle.contested ? key + u' ' + handle.id.toString() : key;
}

Result<> HandleKeys::checkFree(Transaction &transaction, const RowEdit &edit)
{
    if (edit.table != "handle"_L1 || !edit.after.contains(u"value_folded"_s))
        return {};
    const auto written = writtenHandle(transaction.connection(), edit);
    if (!written)
        return tl::unexpected(written.error());
    const auto holder = holderOfKey(transaction.connection(), written->network,
        edit.after.value(u"value_folded"_s).toString(), edit.id);
    if (!holder)
        return tl::unexpected(holder.error());
    if (!*holder)
        return {};
    const HandleHolder &who = **holder;
    if (who.prospect.value() == written->prospect)
        return fail(Error::Code::Conflict,
            HandleWords::tr("“%1” is there already.").arg(written->value), u"handle"_s);
    if (!who.isShown || (!who.privateTo.isNull() && who.privateTo != transaction.who))
        return fail(Error::Code::Conflict,
            HandleWords::tr("Someone here already talks to this person."), u"handle"_s);
    return fail(Error::Code::Conflict,
        HandleWords::tr("“%1” already belongs to %2.").arg(written->value, who.name), u"handle"_s);
}

Result<> HandleKeys::release(Transaction &transaction, BatchId batch)
{
    auto done = transaction.execute(
        u"UPDATE handle SET deleted_at = ?, row_version = row_version + 1 WHERE deleted_at IS NULL "
        "AND (batch_id = ? OR prospect_id IN (SELECT id FROM prospect WHERE batch_id = ?))"_s,
        {transaction.now, batch.value(), batch.value()});
    if (!done)
        return tl::unexpected(done.error());
    if (transaction.dialect().isSqlite())
        return {};
    // Also of people whom somebody took into their circle since, which a server's policies hide.
    return transaction.connection()
        .number(u"SELECT pullpush_release_batch(?, ?)"_s, {batch.value(), transaction.now})
        .map([](std::optional<qint64>) {});
}

Result<> HandleKeys::renew(Transaction &transaction)
{
    // Whose owner is gone has no claim any more.
    auto released = transaction.execute(
        u"UPDATE handle SET deleted_at = ? WHERE deleted_at IS NULL AND (prospect_id IN "
        "(SELECT id FROM prospect WHERE deleted_at IS NOT NULL OR batch_id IN "
        "(SELECT id FROM import_batch WHERE state = 'undone')) OR batch_id IN "
        "(SELECT id FROM import_batch WHERE state = 'undone'))"_s,
        {transaction.now});
    if (!released)
        return tl::unexpected(released.error());
    constexpr int AtOnce = 10000;
    for (qint64 last = 0; last >= 0;) {
        const auto renewed = renewSome(transaction, last, AtOnce);
        if (!renewed)
            return tl::unexpected(renewed.error());
        last = *renewed;
    }
    auto marked = transaction.execute(
        u"UPDATE handle SET contested = 1, value_folded = value_folded || ' ' || CAST(id AS TEXT) "
        "WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM handle o WHERE o.network = "
        "handle.network AND o.value_folded = handle.value_folded AND o.deleted_at IS NULL "
        "AND o.id < handle.id)"_s);
    return marked ? Result<>() : tl::unexpected(marked.error());
}
