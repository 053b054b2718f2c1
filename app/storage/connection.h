// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/user.h"
#include "storage/dialect.h"
#include "storage/location.h"

#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

class Connection;
class QSqlDatabase;
class QSqlError;
class QSqlQuery;
class StatementCache;
struct sqlite3;

/// A statement that goes back to where it is kept for the next time, still prepared.
using KeptQuery = std::unique_ptr<QSqlQuery, std::function<void(QSqlQuery *)>>;

/// The rows of a SELECT, read forward once.
class Rows
{
public:
    Rows(KeptQuery query, Connection &connection);
    Rows(Rows &&) noexcept;
    Rows &operator=(Rows &&) noexcept;
    ~Rows();

    /// False behind the last row, and where the reading broke off; the connection then knows, see Connection::brokenRead().
    [[nodiscard]] bool next();
    /// Why the reading broke off, nothing where it did not.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;

private:
    KeptQuery m_query;
    Connection *m_connection;
    std::optional<Error> m_problem;
};

/// One row of a scan, read without conversions through QVariant.
class ScanRow
{
public:
    virtual ~ScanRow() = default;
    [[nodiscard]] virtual qint64 integer(int column) const = 0; ///< 0 for NULL
    [[nodiscard]] virtual QStringView text(int column) const = 0; ///< valid until the next row
    /// The same without a conversion on SQLite; valid until the next call.
    [[nodiscard]] virtual QUtf8StringView utf8(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

/// A connection to the open workspace. It exists only as the argument of a job on its own thread
/// and carries the viewer on whose behalf it reads.
class Connection
{
public:
    enum class Access { Write, Read };

    /// Opens an existing database (or, with Write, makes an empty SQLite file). Sets foreign keys,
    /// WAL, busy timeout and trusted_schema on SQLite; UTC and the application's name on
    /// PostgreSQL.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(
        const Location &location, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    [[nodiscard]] const Viewer &viewer() const { return m_viewer; }
    void setViewer(const Viewer &viewer) { m_viewer = viewer; }

    [[nodiscard]] Result<Rows> select(const QString &sql, const QVariantList &bindings = {});
    /// Returns the number of rows affected. One statement at a time.
    [[nodiscard]] Result<qint64> execute(const QString &sql, const QVariantList &bindings = {});
    /// Walks a large result without QVariant on SQLite. The walk ends early when \a row returns
    /// false.
    [[nodiscard]] Result<> scan(const QString &sql, const std::function<bool(const ScanRow &)> &row,
        const QVariantList &bindings = {});
    /// The first column of the first row, or nothing where there is no row.
    [[nodiscard]] Result<std::optional<qint64>> number(
        const QString &sql, const QVariantList &bindings = {});
    /// While set and true, running statements of SQLite are interrupted (asked every few thousand
    /// steps).
    void setInterrupt(std::function<bool()> interrupted);

    [[nodiscard]] const QSqlDatabase &database() const { return *m_database; }
    /// SQLite's own handle, null on PostgreSQL.
    [[nodiscard]] sqlite3 *sqlite() const;
    /// \a sql, prepared; on SQLite the one that was prepared before where nobody uses it now: reading the text of a
    /// statement takes longer than most rows. Null where it cannot be prepared; \a problem then says why.
    [[nodiscard]] KeptQuery prepared(const QString &sql, QSqlError *problem = nullptr);
    /// The server went away: open another one.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// Opens a broken one anew.
    [[nodiscard]] Result<> reopen();
    /// Rows broke off in the middle since forgetBrokenRead(): whatever was made of them is not to be trusted. What ran a job asks before it hands on the answer
    /// or commits, so that no caller has to.
    [[nodiscard]] const std::optional<Error> &brokenRead() const { return m_brokenRead; }
    void forgetBrokenRead() { m_brokenRead.reset(); }
    /// How many statements were answered so far.
    [[nodiscard]] qint64 answered() const { return m_answered; }
    /// The native code of the last failure on this handle, where Qt leaves it empty.
    [[nodiscard]] QString lastNativeCode() const;

private:
    Connection(Location location, QString name, Access access);
    [[nodiscard]] Result<> configure();
    friend class Rows;
    [[nodiscard]] Error failed(const QSqlError &error);
    /// Rows broke off with \a error, which is kept.
    [[nodiscard]] Error brokeOff(const QSqlError &error);
    [[nodiscard]] Result<KeptQuery> run(const QString &sql, const QVariantList &bindings);
    [[nodiscard]] Result<> scanSqlite(const QString &sql,
        const std::function<bool(const ScanRow &)> &row, const QVariantList &bindings);

    Location m_location;
    QString m_name;
    Dialect m_dialect;
    Viewer m_viewer;
    std::unique_ptr<QSqlDatabase> m_database;
    std::function<bool()> m_interrupted;
    Access m_access;
    qint64 m_answered = 0;
    bool m_isBroken = false;
    std::optional<Error> m_brokenRead;
    std::shared_ptr<StatementCache> m_statements;
};
