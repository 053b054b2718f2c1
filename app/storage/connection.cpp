// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <sqlite3.h>

#include <atomic>
#include <optional>
#include <unordered_map>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int CacheKib = 4096; // per connection: three connections stay far below the memory bar

class SqliteScanRow final : public ScanRow
{
public:
    explicit SqliteScanRow(sqlite3_stmt *statement)
        : m_statement(statement)
    { }
    [[nodiscard]] qint64 integer(int column) const override
    {
        return sqlite3_column_int64(m_statement, column);
    }
    [[nodiscard]] QStringView text(int column) const override
    {
        const auto *chars =
            static_cast<const char16_t *>(sqlite3_column_text16(m_statement, column));
        return {chars, sqlite3_column_bytes16(m_statement, column) / 2};
    }
    [[nodiscard]] QUtf8StringView utf8(int column) const override
    {
        const auto *chars =
            reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return {chars, sqlite3_column_bytes(m_statement, column)};
    }
    [[nodiscard]] bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }

private:
    sqlite3_stmt *m_statement;
};

class QueryScanRow final : public ScanRow
{
public:
    explicit QueryScanRow(const Rows &rows)
        : m_rows(rows)
    { }
    [[nodiscard]] qint64 integer(int column) const override { return m_rows.integer(column); }
    [[nodiscard]] QStringView text(int column) const override
    {
        m_text = m_rows.text(column);
        return m_text;
    }
    [[nodiscard]] QUtf8StringView utf8(int column) const override
    {
        m_utf8 = m_rows.text(column).toUtf8();
        return m_utf8;
    }
    [[nodiscard]] bool isNull(int column) const override { return m_rows.value(column).isNull(); }

private:
    const Rows &m_rows;
    mutable QString m_text;
    mutable QByteArray m_utf8;
};

QString nextName()
{
    static std::atomic<int> counter = 0;
    return u"pullpush-%1"_s.arg(++counter);
}

void bindAll(sqlite3_stmt *statement, const QVariantList &bindings)
{
    for (int i = 0; i < int(bindings.size()); ++i) {
        const QVariant &value = bindings.at(i);
        if (value.isNull()) {
            sqlite3_bind_null(statement, i + 1);
        } else if (value.typeId() == QMetaType::QString) {
            const QByteArray utf8 = value.toString().toUtf8();
            sqlite3_bind_text(
                statement, i + 1, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
        } else {
            sqlite3_bind_int64(statement, i + 1, value.toLongLong());
        }
    }
}
} // namespace

/// Statements by their text, the last used ones. Each is used by one at a time: who needs one that is taken prepares another.
class StatementCache
{
public:
    [[nodiscard]] std::unique_ptr<QSqlQuery> take(const QString &sql)
    {
        const auto found = m_statements.find(sql);
        if (found == m_statements.end())
            return nullptr;
        auto query = std::move(found->second);
        m_statements.erase(found);
        m_order.removeOne(sql);
        return query;
    }
    void keep(const QString &sql, std::unique_ptr<QSqlQuery> query)
    {
        query->finish(); // a statement under way would hold what it reads
        if (m_statements.contains(sql))
            return;
        m_statements.emplace(sql, std::move(query));
        m_order.append(sql);
        if (m_order.size() > Most)
            m_statements.erase(m_order.takeFirst());
    }

private:
    static constexpr qsizetype Most = 64;

    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    QStringList m_order; ///< the one used longest ago first
};

Rows::Rows(KeptQuery query, Connection &connection)
    : m_query(std::move(query))
    , m_connection(&connection)
{ }
Rows::Rows(Rows &&) noexcept = default;
Rows &Rows::operator=(Rows &&) noexcept = default;
Rows::~Rows() = default;

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (!m_problem && m_query->lastError().isValid())
        m_problem = m_connection->brokeOff(m_query->lastError());
    return false;
}

QVariant Rows::value(int column) const
{
    return m_query->value(column);
}

qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

Connection::Connection(Location location, QString name, Access access)
    : m_location(std::move(location))
    , m_name(std::move(name))
    , m_dialect(m_location.backend)
    , m_access(access)
{
    // A server would have to be told when one goes, and plans anew for what it is asked.
    if (m_dialect.isSqlite())
        m_statements = std::make_shared<StatementCache>();
}

Connection::~Connection()
{
    m_statements.reset();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const Location &location, Access access)
{
    auto connection = std::unique_ptr<Connection>(new Connection(location, nextName(), access));
    const bool isSqlite = location.backend == Location::Backend::Sqlite;
    QSqlDatabase database =
        QSqlDatabase::addDatabase(isSqlite ? u"QSQLITE"_s : u"QPSQL"_s, connection->m_name);
    if (isSqlite) {
        database.setDatabaseName(location.file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    } else {
        database.setHostName(location.host);
        database.setPort(location.port);
        database.setUserName(location.user);
        database.setPassword(location.password);
        database.setDatabaseName(location.database);
        const bool isLocal = location.host == "127.0.0.1"_L1 || location.host == "localhost"_L1
            || location.host == "::1"_L1;
        // libpq's default accepts any certificate, so anything beyond this computer is verified.
        database.setConnectOptions(u"connect_timeout=5;application_name=pullpush;sslmode="_s
            + (isLocal ? u"prefer"_s : u"verify-full"_s));
    }
    if (!database.open())
        return tl::unexpected(connection->m_dialect.error(database.lastError()));
    connection->m_database = std::make_unique<QSqlDatabase>(database);
    if (auto configured = connection->configure(); !configured)
        return tl::unexpected(configured.error());
    return connection;
}

Result<> Connection::reopen()
{
    if (m_statements)
        m_statements = std::make_shared<StatementCache>();
    m_database->close();
    if (!m_database->open())
        return tl::unexpected(m_dialect.error(m_database->lastError()));
    m_isBroken = false;
    return configure();
}

Result<> Connection::configure()
{
    QStringList statements;
    if (m_dialect.isSqlite()) {
        sqlite3_enable_load_extension(sqlite(), 0);
        sqlite3_db_config(sqlite(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        statements = {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA foreign_keys = ON"_s,
            u"PRAGMA cache_size = -%1"_s.arg(CacheKib), u"PRAGMA temp_store = MEMORY"_s};
        if (m_access == Access::Write)
            statements << u"PRAGMA journal_mode = WAL"_s << u"PRAGMA synchronous = FULL"_s;
        else
            statements << u"PRAGMA query_only = ON"_s;
    } else {
        statements = {u"SET TIME ZONE 'UTC'"_s, u"SET client_min_messages = warning"_s};
        if (m_access == Access::Read)
            statements << u"SET default_transaction_read_only = on"_s;
    }
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = execute(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

Error Connection::failed(const QSqlError &error)
{
    Error mapped = m_dialect.error(error, lastNativeCode());
    m_isBroken = m_isBroken || mapped.code == Error::Code::Unreachable;
    return mapped;
}

Error Connection::brokeOff(const QSqlError &error)
{
    Error mapped = failed(error);
    if (m_interrupted && m_interrupted())
        mapped = {Error::Code::Cancelled, QCoreApplication::translate("Storage", "Cancelled.")};
    else
        qCWarning(lcStorage) << "reading broke off:" << mapped.detail;
    if (!m_brokenRead)
        m_brokenRead = mapped;
    return mapped;
}

KeptQuery Connection::prepared(const QString &sql, QSqlError *problem)
{
    auto query = m_statements ? m_statements->take(sql) : nullptr;
    if (!query) {
        query = std::make_unique<QSqlQuery>(*m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            if (problem)
                *problem = query->lastError();
            return nullptr;
        }
    }
    return {query.release(), [cache = std::weak_ptr(m_statements), sql](QSqlQuery *used) {
                std::unique_ptr<QSqlQuery> owned(used);
                // One that failed says so once more when it is used again.
                if (const auto kept = cache.lock(); kept && !used->lastError().isValid())
                    kept->keep(sql, std::move(owned));
            }};
}

Result<KeptQuery> Connection::run(const QString &sql, const QVariantList &bindings)
{
    QSqlError problem;
    KeptQuery query;
    if (bindings.isEmpty()) {
        query = {new QSqlQuery(*m_database), std::default_delete<QSqlQuery>()};
        query->setForwardOnly(true);
        if (!query->exec(sql))
            problem = query->lastError();
    } else {
        query = prepared(sql, &problem);
        for (int i = 0; query && i < int(bindings.size()); ++i)
            query->bindValue(i, bindings.at(i));
        if (query && !query->exec())
            problem = query->lastError();
    }
    if (query && !problem.isValid()) {
        ++m_answered;
        return query;
    }
    const Error error = failed(problem);
    qCWarning(lcStorage) << "statement failed:" << error.detail << sql.left(120);
    if (qEnvironmentVariableIsSet("PULLPUSH_SQL_ERRORS"))
        qCWarning(lcStorage) << problem.text();
    return tl::unexpected(error);
}

Result<Rows> Connection::select(const QString &sql, const QVariantList &bindings)
{
    auto query = run(sql, bindings);
    if (!query)
        return tl::unexpected(query.error());
    return Rows(std::move(*query), *this);
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &bindings)
{
    const auto query = run(sql, bindings);
    if (!query)
        return tl::unexpected(query.error());
    return qint64((*query)->numRowsAffected());
}

Result<> Connection::scan(const QString &sql, const std::function<bool(const ScanRow &)> &row,
    const QVariantList &bindings)
{
    if (m_dialect.isSqlite())
        return scanSqlite(sql, row, bindings);
    auto rows = select(sql, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    const QueryScanRow view(*rows);
    while (rows->next() && row(view)) { }
    if (rows->problem())
        return tl::unexpected(*rows->problem());
    return {};
}

Result<> Connection::scanSqlite(const QString &sql, const std::function<bool(const ScanRow &)> &row,
    const QVariantList &bindings)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *raw = nullptr;
    int code = sqlite3_prepare_v2(sqlite(), text.constData(), int(text.size()), &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(raw, &sqlite3_finalize);
    if (code == SQLITE_OK) {
        bindAll(raw, bindings);
        const SqliteScanRow view(raw);
        while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
            if (!row(view))
                return {};
        }
    }
    if (code == SQLITE_DONE)
        return {};
    if (code == SQLITE_INTERRUPT)
        return fail(Error::Code::Cancelled, QCoreApplication::translate("Storage", "Cancelled."));
    return tl::unexpected(
        m_dialect.error(QSqlError(), QString::number(sqlite3_extended_errcode(sqlite()))));
}

Result<std::optional<qint64>> Connection::number(const QString &sql, const QVariantList &bindings)
{
    auto rows = select(sql, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    const bool isThere = rows->next();
    if (rows->problem())
        return tl::unexpected(*rows->problem());
    if (!isThere || rows->value(0).isNull())
        return std::optional<qint64>();
    return std::optional<qint64>(rows->integer(0));
}

void Connection::setInterrupt(std::function<bool()> interrupted)
{
    m_interrupted = std::move(interrupted);
    if (!m_dialect.isSqlite())
        return;
    constexpr int Steps = 20000; // about a millisecond of SQLite's virtual machine
    if (m_interrupted) {
        sqlite3_progress_handler(
            sqlite(), Steps,
            [](void *self) { return static_cast<Connection *>(self)->m_interrupted() ? 1 : 0; },
            this);
    } else {
        sqlite3_progress_handler(sqlite(), 0, nullptr, nullptr);
    }
}

sqlite3 *Connection::sqlite() const
{
    if (!m_dialect.isSqlite() || !m_database)
        return nullptr;
    const QVariant handle = m_database->driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QString Connection::lastNativeCode() const
{
    sqlite3 *handle = sqlite();
    return handle ? QString::number(sqlite3_extended_errcode(handle)) : QString();
}
