// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/location.h"

#include <QString>

class QSqlError;

/// The true differences between SQLite and PostgreSQL; all other SQL is one portable text.
class Dialect
{
public:
    using Backend = Location::Backend;
    explicit Dialect(Backend backend)
        : m_backend(backend)
    { }
    [[nodiscard]] Backend backend() const { return m_backend; }
    [[nodiscard]] bool isSqlite() const { return m_backend == Backend::Sqlite; }

    /// Replaces the tokens of a schema text: {pk} an id that is the row's key, {seq} an ascending
    /// number made by the database, {folded} text that sorts by code unit, {blob} bytes, {xid} the
    /// writing transaction.
    [[nodiscard]] QString schema(QString text) const;
    /// What starts a writing transaction. On SQLite it takes the write lock at once: a deferred one
    /// fails with 517 after another writer.
    [[nodiscard]] QString beginWrite() const;
    /// A condition on search table \a table, called \a alias in the statement, that one bound text (from searchText) satisfies.
    [[nodiscard]] QString matches(const QString &table, const QString &alias) const;
    /// \a words as the database's full-text query: every word must begin a token. Quoted token by
    /// token.
    [[nodiscard]] QString searchText(const QStringList &words) const;
    /// Statements that make the full-text table \a name with columns rowid and words.
    [[nodiscard]] QStringList createSearchTable(const QString &name) const;
    /// Statements that take its index of words away and make it again, so that many rows are added at once. None on SQLite, where the table is the index.
    [[nodiscard]] QStringList dropSearchIndex(const QString &name) const;
    [[nodiscard]] QStringList makeSearchIndex(const QString &name) const;
    /// Statements after which the planner knows of rows that came in bulk; a server would find them out by itself only minutes later. None on SQLite, where the
    /// statements themselves name the way.
    [[nodiscard]] QStringList refreshStatistics() const;
    /// What adds a row to such a table behind "VALUES": bind its id and its words, parted by single spaces.
    [[nodiscard]] QString searchRowMarks() const;
    /// Statements that make the table \a name with columns rowid and name, of which LIKE finds any part.
    [[nodiscard]] QStringList createPartTable(const QString &name) const;
    /// Statements that make LIKE on it quick and may fail where the server does not allow them; it answers without them.
    [[nodiscard]] QStringList indexPartTable(const QString &name) const;

    /// Maps native codes, since QSqlError::type() misleads. \a nativeCode overrides an empty code
    /// (a failed SQLite commit).
    [[nodiscard]] Error error(const QSqlError &error, const QString &nativeCode = {}) const;

private:
    Backend m_backend;
};
