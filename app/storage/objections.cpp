// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/objections.h"

#include "domain/prospect.h"
#include "storage/handleclaims.h"
#include "storage/suppression.h"

#include <QMap>
#include <QSet>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
const auto FlagColumn = "do_not_contact_since"_L1;

/// A handle as a value, whoever has it.
struct ObjectedHandle
{
    QString network;
    QString value;
};

/// Gathers the handles that something written may have put on the list or taken off it, and then asks of each whether it belongs there.
class ObjectionRule
{
public:
    explicit ObjectionRule(Transaction &transaction)
        : m_transaction(transaction)
        , m_connection(transaction.connection())
    { }

    Result<> read(const RowEdit &edit)
    {
        if (edit.table == "prospect"_L1)
            return readPerson(edit);
        return edit.table == "handle"_L1 ? readHandle(edit) : Result<>();
    }

    /// Handles of which nobody knows yet whether their owners are flagged.
    void meet(const ObjectedHandle &handle) { insert(m_met, handle); }
    /// Handles that belong to the list no more, unless somebody else has them.
    void leave(const ObjectedHandle &handle) { insert(m_left, handle); }

    /// Those that \a sql names: network, value.
    Result<QList<ObjectedHandle>> handles(const QString &sql, const QVariantList &bindings)
    {
        auto rows = m_connection.select(sql, bindings);
        if (!rows)
            return tl::unexpected(rows.error());
        QList<ObjectedHandle> found;
        while (rows->next())
            found.append({rows->text(0), rows->text(1)});
        return found;
    }

    Result<> write()
    {
        for (const auto &[owner, handle] : std::as_const(m_given)) {
            const auto isSo = isFlagged(owner);
            if (!isSo)
                return tl::unexpected(isSo.error());
            if (*isSo)
                leave(handle);
        }
        for (auto it = m_left.cbegin(); it != m_left.cend(); ++it) {
            const auto objected = hasObjected(it.key());
            if (!objected)
                return tl::unexpected(objected.error());
            if (*objected)
                continue;
            // Whether somebody of a colleague's circle objected cannot be seen on a server: then it stays.
            const auto kept = HandleClaims::isKept(m_connection, it.key());
            if (!kept)
                return tl::unexpected(kept.error());
            if (*kept)
                continue;
            auto done = SuppressionList::remove(
                m_transaction, it.key().first, it.value(), SuppressionKind::DoNotContact);
            if (!done)
                return done;
        }
        for (auto it = m_met.cbegin(); it != m_met.cend(); ++it) {
            const auto objected = hasObjected(it.key());
            if (!objected)
                return tl::unexpected(objected.error());
            if (!*objected)
                continue;
            auto done = SuppressionList::add(
                m_transaction, it.key().first, it.value(), SuppressionKind::DoNotContact);
            if (!done)
                return done;
        }
        return {};
    }

private:
    using HandleKey = std::pair<QString, QString>; ///< network, normalised value
    using HandleMap = QMap<HandleKey, QString>; ///< to the value as it was typed

    static void insert(HandleMap &handles, const ObjectedHandle &handle)
    {
        const QString key = normalisedHandle(handle.network, handle.value);
        if (!key.isEmpty())
            handles.insert({handle.network, key}, handle.value);
    }

    Result<> readPerson(const RowEdit &edit)
    {
        if (edit.op == RowEdit::Op::Remove
            || (edit.op == RowEdit::Op::Update && !edit.after.contains(FlagColumn)))
            return {};
        // What takes back an import does not say what was there before.
        const bool isLifted =
            edit.op == RowEdit::Op::Update && edit.after.value(FlagColumn).toLongLong() == 0;
        if (isLifted)
            m_lifted.insert(ProspectId(edit.id));
        const auto own =
            handles(u"SELECT network, value FROM handle WHERE prospect_id = ? AND deleted_at IS "
                    "NULL ORDER BY id"_s,
                {edit.id});
        if (!own)
            return tl::unexpected(own.error());
        for (const ObjectedHandle &handle : *own) {
            if (isLifted)
                leave(handle);
            meet(handle);
        }
        return {};
    }

    Result<> readHandle(const RowEdit &edit)
    {
        auto rows = m_connection.select(
            u"SELECT prospect_id, network, value FROM handle WHERE id = ?"_s, {edit.id});
        if (!rows)
            return tl::unexpected(rows.error());
        if (!rows->next())
            return {};
        const ProspectId owner(rows->integer(0));
        const ObjectedHandle handle {rows->text(1), rows->text(2)};
        if (edit.op != RowEdit::Op::Remove)
            meet(handle);
        if (edit.op == RowEdit::Op::Insert)
            return {};
        const auto before = [&edit](const QString &column, const QVariant &now) {
            return edit.op == RowEdit::Op::Update ? edit.before.value(column, now) : now;
        };
        const ProspectId was(before(u"prospect_id"_s, owner.value()).toLongLong());
        m_given.append({was,
            {before(u"network"_s, handle.network).toString(),
                before(u"value"_s, handle.value).toString()}});
        return {};
    }

    /// Whether \a owner is still here and is flagged, or was until now.
    Result<bool> isFlagged(ProspectId owner)
    {
        return m_connection
            .number(
                u"SELECT do_not_contact_since FROM prospect WHERE id = ? AND deleted_at IS NULL"_s,
                {owner.value()})
            .map([this, owner](std::optional<qint64> since) {
                return since && (*since != 0 || m_lifted.contains(owner));
            });
    }

    /// Whether anybody who is flagged has that handle now, as their own or contested.
    Result<bool> hasObjected(const HandleKey &handle)
    {
        const auto &[network, key] = handle;
        const QString flagged =
            u"SELECT h.id, h.value_folded FROM live_handle h JOIN live_prospect p ON p.id = "
            "h.prospect_id WHERE p.do_not_contact_since <> 0 AND h.network = ? AND "_s;
        // Each half goes along an index of its own.
        auto rows = m_connection.select(flagged + "h.value_folded = ? UNION ALL "_L1 + flagged
                + "h.contested = 1 AND h.value_folded > ? AND h.value_folded < ?"_L1,
            {network, key, network, QString(key + u' '), QString(key + u'!')});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            // A longer name begins with the same words.
            if (rows->text(1) == key || rows->text(1) == key + u' ' + rows->text(0))
                return true;
        }
        return false;
    }

    Transaction &m_transaction;
    Connection &m_connection;
    QSet<ProspectId> m_lifted;
    QList<std::pair<ProspectId, ObjectedHandle>> m_given; ///< handles with who had them
    HandleMap m_met;
    HandleMap m_left;
};
} // namespace

Result<> Objections::follow(Transaction &transaction, const RowEdits &edits)
{
    ObjectionRule rule(transaction);
    for (const RowEdit &edit : edits) {
        if (auto done = rule.read(edit); !done)
            return done;
    }
    return rule.write();
}

Result<> Objections::followImport(Transaction &transaction, BatchId batch)
{
    ObjectionRule rule(transaction);
    const auto brought = rule.handles(
        u"SELECT network, value FROM live_handle WHERE prospect_id IN (SELECT id FROM "
        "live_prospect WHERE do_not_contact_since <> 0) AND batch_id = ? ORDER BY id"_s,
        {batch.value()});
    if (!brought)
        return tl::unexpected(brought.error());
    for (const auto &handle : *brought)
        rule.meet(handle);
    return rule.write();
}

Result<> Objections::releaseImport(Transaction &transaction, BatchId batch)
{
    ObjectionRule rule(transaction);
    const auto lost = rule.handles(
        u"SELECT network, value FROM handle WHERE prospect_id IN (SELECT id FROM live_prospect "
        "WHERE do_not_contact_since <> 0) AND batch_id = ? AND deleted_at IS NULL ORDER BY id"_s,
        {batch.value()});
    if (!lost)
        return tl::unexpected(lost.error());
    for (const auto &handle : *lost)
        rule.leave(handle);
    return rule.write();
}
