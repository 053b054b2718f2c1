// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchindex.h"

#include "base/text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
const auto IndexTable = "prospect_search"_L1;

// Tokens must be split here as the database will split them: at everything that is no letter or
// digit.
QStringList tokens(const QString &text)
{
    QString spaced = foldText(text);
    for (QChar &c : spaced) {
        if (!c.isLetterOrNumber()) // surrogates too: signs such as emoji divide words
            c = u' ';
    }
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

Result<> write(Transaction &transaction, qint64 id, const QString &text)
{
    auto removed =
        transaction.execute("DELETE FROM "_L1 + IndexTable + " WHERE rowid = ?"_L1, {id});
    if (!removed)
        return tl::unexpected(removed.error());
    if (text.isEmpty())
        return {};
    auto added = transaction.execute(
        "INSERT INTO "_L1 + IndexTable + " (rowid, text) VALUES (?, ?)"_L1, {id, text});
    return added ? Result<>() : tl::unexpected(added.error());
}
} // namespace

Result<> SearchIndex::refresh(Transaction &transaction, ProspectId prospect)
{
    // Pending rows are indexed as well: what reads the index joins the live view.
    auto rows = transaction.connection().select(
        u"SELECT p.name_folded, c.name_folded FROM prospect p LEFT JOIN company c ON c.id = "
        u"p.company_id "
        "WHERE p.id = ? AND p.deleted_at IS NULL "
        "UNION ALL SELECT value_folded, '' FROM handle WHERE prospect_id = ? AND deleted_at IS NULL"_s,
        {prospect.value(), prospect.value()});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList words;
    while (rows->next())
        words << tokens(rows->text(0)) << tokens(rows->text(1));
    return write(transaction, prospect.value(), words.join(u' '));
}

Result<> SearchIndex::add(Transaction &transaction, ProspectId prospect, const QStringList &texts)
{
    QStringList words;
    for (const QString &text : texts)
        words << tokens(text);
    if (words.isEmpty())
        return {};
    auto added =
        transaction.execute("INSERT INTO "_L1 + IndexTable + " (rowid, text) VALUES (?, ?)"_L1,
            {prospect.value(), words.join(u' ')});
    return added ? Result<>() : tl::unexpected(added.error());
}

Result<> SearchIndex::follow(Transaction &transaction, const RowEdit &edit)
{
    if (edit.table == "prospect"_L1)
        return refresh(transaction, ProspectId(edit.id));
    if (edit.table != "handle"_L1 && edit.table != "company"_L1)
        return {};
    auto rows = transaction.connection().select(edit.table == "handle"_L1
            ? u"SELECT prospect_id FROM handle WHERE id = ?"_s
            : u"SELECT id FROM prospect WHERE company_id = ?"_s,
        {edit.id});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ProspectId> touched;
    while (rows->next())
        touched << ProspectId(rows->integer(0));
    if (const ProspectId left(edit.before.value(u"prospect_id"_s).toLongLong()); // whom it left
        edit.op == RowEdit::Op::Update && edit.table == "handle"_L1 && !left.isNull())
        touched << left;
    for (const ProspectId prospect : touched) {
        if (auto done = refresh(transaction, prospect); !done)
            return done;
    }
    return {};
}

Result<> SearchIndex::rebuild(Transaction &transaction)
{
    if (auto cleared = transaction.execute("DELETE FROM "_L1 + IndexTable); !cleared)
        return tl::unexpected(cleared.error());
    const QString handles = transaction.dialect().isSqlite()
        ? u"(SELECT group_concat(value_folded, ' ') FROM handle h WHERE h.prospect_id = p.id AND h.deleted_at IS NULL)"_s
        : u"(SELECT string_agg(value_folded, ' ') FROM handle h WHERE h.prospect_id = p.id AND h.deleted_at IS NULL)"_s;
    auto done = transaction.execute("INSERT INTO "_L1 + IndexTable
        + " (rowid, text) SELECT p.id, p.name_folded || ' ' || "
          "coalesce(c.name_folded, '') || ' ' || coalesce("_L1
        + handles
        + ", '') FROM prospect p LEFT JOIN company c ON c.id = p.company_id "
          "WHERE p.deleted_at IS NULL ORDER BY p.id"_L1);
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<QList<ProspectId>> SearchIndex::prospects(
    Connection &connection, const QString &text, int limit)
{
    const QStringList words = tokens(text);
    const QString signs = words.isEmpty() ? foldText(text) : QString();
    if (words.isEmpty() && signs.isEmpty())
        return QList<ProspectId>();
    // The index holds words alone. Signs, an emoji among them, are looked for in the names themselves; LIKE would take some of them for wildcards.
    auto rows = words.isEmpty()
        ? connection.select(u"SELECT id FROM live_prospect WHERE replace(name_folded, ?, '') "
                            "<> name_folded ORDER BY id DESC LIMIT ?"_s,
            {signs, limit})
        : connection.select("SELECT p.id FROM "_L1 + IndexTable
                + " s JOIN live_prospect p ON p.id = s.rowid WHERE "_L1
                + connection.dialect().matches(
                    connection.dialect().isSqlite() ? QString(IndexTable) : u"s"_s)
                + " ORDER BY s.rowid DESC LIMIT ?"_L1,
            {connection.dialect().searchText(words), limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ProspectId> found;
    while (rows->next())
        found << ProspectId(rows->integer(0));
    return found;
}
