// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/dialect.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
struct DialectWords
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Error sqliteError(int code, const QString &detail)
{
    switch (code & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return {Error::Code::Busy,
            DialectWords::tr(
                "Another program is writing to this workspace. Nothing was changed; try again."),
            detail};
    case 8: // READONLY
        return {Error::Code::Io,
            DialectWords::tr(
                "This workspace cannot be written to: the file or its folder is read-only."),
            detail};
    case 11: // CORRUPT
        return {Error::Code::Corrupt,
            DialectWords::tr(
                "The workspace file is damaged. Nothing was changed; open a backup copy."),
            detail};
    case 13: // FULL
        return {Error::Code::Io,
            DialectWords::tr("The disk is full. Nothing was changed; make room and try again."),
            detail};
    case 19: // CONSTRAINT
        return {Error::Code::Conflict,
            DialectWords::tr(
                "The change does not fit what the workspace holds. Nothing was changed."),
            detail};
    case 26: // NOTADB
        return {Error::Code::Rejected, DialectWords::tr("This file is not a Pullpush workspace."),
            detail};
    default:
        return {Error::Code::Io,
            DialectWords::tr(
                "The workspace file could not be read or written. Nothing was changed; "
                "check the disk and try again."),
            detail};
    }
}

Error postgresError(const QString &state, const QString &detail)
{
    if (state.startsWith("23"_L1))
        return {Error::Code::Conflict,
            DialectWords::tr(
                "The change does not fit what the workspace holds. Nothing was changed."),
            detail};
    if (state == "40001"_L1 || state == "40P01"_L1 || state == "55P03"_L1)
        return {Error::Code::Busy,
            DialectWords::tr(
                "A colleague is changing the same rows. Nothing was changed; try again."),
            detail};
    if (state == "53100"_L1) // disk_full
        return {Error::Code::Io,
            DialectWords::tr("The server's disk is full. Nothing was changed; ask who runs the "
                             "server to make room, then try again."),
            detail};
    if (state == "42501"_L1)
        return {Error::Code::Rejected,
            DialectWords::tr("The server does not allow you to do this."), detail};
    if (state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1))
        return {Error::Code::Unreachable,
            DialectWords::tr("The server cannot be reached. Check the network and try again."),
            detail};
    return {Error::Code::Io,
        DialectWords::tr("The server could not do what was asked. Nothing was changed; try again."),
        detail};
}
} // namespace

QString Dialect::schema(QString text) const
{
    text.replace("{pk}"_L1, isSqlite() ? "INTEGER PRIMARY KEY"_L1 : "BIGINT PRIMARY KEY"_L1);
    text.replace("{seq}"_L1,
        isSqlite() ? "INTEGER PRIMARY KEY AUTOINCREMENT"_L1
                   : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_L1);
    text.replace("{blob}"_L1, isSqlite() ? "BLOB"_L1 : "BYTEA"_L1);
    text.replace("{folded}"_L1, isSqlite() ? "TEXT"_L1 : R"(TEXT COLLATE "C")"_L1);
    text.replace("{xid}"_L1,
        isSqlite() ? "BIGINT NOT NULL DEFAULT 0"_L1
                   : "BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint"_L1);
    return text;
}

QString Dialect::beginWrite() const
{
    return isSqlite() ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s;
}

QString Dialect::matches(const QString &table, const QString &alias) const
{
    return isSqlite() ? alias + u'.' + table + " MATCH ?"_L1
                      : alias + ".words @@ CAST(? AS tsquery)"_L1;
}

QString Dialect::searchText(const QStringList &words) const
{
    QStringList terms;
    for (QString word : words) {
        if (isSqlite()) {
            terms += u'"' + word.replace(u'"', R"("")"_L1) + R"("*)"_L1;
        } else {
            word.replace(u'\\', R"(\\)"_L1);
            terms += u'\'' + word.replace(u'\'', "''"_L1) + "':*"_L1;
        }
    }
    return terms.join(isSqlite() ? " "_L1 : " & "_L1);
}

QStringList Dialect::createSearchTable(const QString &name) const
{
    // The words come parted already. The tokenizer "ascii" parts them at spaces and nowhere else, and so
    // does an array; a parser of the database's own might see other words than those asked for.
    if (isSqlite())
        return {"CREATE VIRTUAL TABLE "_L1 + name
            + " USING fts5(words, tokenize = 'ascii', "
              "detail = none, columnsize = 0, prefix = '2 3')"_L1};
    const QString table =
        "CREATE TABLE "_L1 + name + " (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)"_L1;
    return QStringList {table} + makeSearchIndex(name);
}

QStringList Dialect::dropSearchIndex(const QString &name) const
{
    return isSqlite() ? QStringList() : QStringList {"DROP INDEX "_L1 + name + "_words"_L1};
}

QStringList Dialect::makeSearchIndex(const QString &name) const
{
    if (isSqlite())
        return {};
    return {"CREATE INDEX "_L1 + name + "_words ON "_L1 + name + " USING gin (words)"_L1};
}

QStringList Dialect::refreshStatistics() const
{
    return isSqlite() ? QStringList() : QStringList {u"ANALYZE"_s};
}

QString Dialect::searchRowMarks() const
{
    return isSqlite() ? u"(?, ?)"_s : u"(?, array_to_tsvector(string_to_array(?, ' ')))"_s;
}

QStringList Dialect::createPartTable(const QString &name) const
{
    if (isSqlite())
        return {"CREATE VIRTUAL TABLE "_L1 + name
            + " USING fts5(name, tokenize = 'trigram', detail = none, columnsize = 0)"_L1};
    return {"CREATE TABLE "_L1 + name + " (rowid BIGINT PRIMARY KEY, name TEXT NOT NULL)"_L1};
}

QStringList Dialect::indexPartTable(const QString &name) const
{
    if (isSqlite())
        return {};
    return {u"CREATE EXTENSION IF NOT EXISTS pg_trgm"_s,
        "CREATE INDEX "_L1 + name + "_trigrams ON "_L1 + name
            + " USING gin (name gin_trgm_ops)"_L1};
}

Error Dialect::error(const QSqlError &error, const QString &nativeCode) const
{
    const QString code = nativeCode.isEmpty() ? error.nativeErrorCode() : nativeCode;
    // The database's own text may quote values, so the detail holds the code alone.
    const QString detail = (isSqlite() ? u"sqlite "_s : u"postgresql "_s) + code;
    return isSqlite() ? sqliteError(code.toInt(), detail) : postgresError(code, detail);
}
