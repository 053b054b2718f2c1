// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "barestore.h"

#include "measure.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// As fast as SQLite goes: its C API, a cache of 64 MB.
class BareFile final : public BareStore
{
public:
    explicit BareFile(const QString &file)
        : BareStore(true)
    {
        m_isOpen = sqlite3_open(file.toUtf8().constData(), &m_database) == SQLITE_OK;
        if (m_isOpen)
            sqlite3_exec(m_database, "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
                nullptr, nullptr, nullptr);
    }
    ~BareFile() override { sqlite3_close(m_database); }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QString lastError() const override
    {
        return QString::fromUtf8(sqlite3_errmsg(m_database));
    }

protected:
    bool execute(const QString &sql) override
    {
        return sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr)
            == SQLITE_OK;
    }

    double timeRows(const QString &sql) override
    {
        sqlite3_stmt *raw = nullptr;
        if (sqlite3_prepare_v2(m_database, sql.toUtf8().constData(), -1, &raw, nullptr)
            != SQLITE_OK)
            return 0;
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(
            raw, &sqlite3_finalize);
        const int columns = sqlite3_column_count(raw);
        return patientMedian([this, raw, columns] {
            while (sqlite3_step(raw) == SQLITE_ROW) {
                for (int column = 0; column < columns; ++column)
                    take(raw, column);
            }
            sqlite3_reset(raw);
        });
    }

private:
    void take(sqlite3_stmt *statement, int column)
    {
        if (sqlite3_column_type(statement, column) == SQLITE_INTEGER) {
            m_taken += sqlite3_column_int64(statement, column);
        } else {
            (void)sqlite3_column_text(statement, column);
            m_taken += sqlite3_column_bytes(statement, column);
        }
    }

    sqlite3 *m_database = nullptr;
    bool m_isOpen = false;
    quint64 m_taken = 0; ///< so that nothing is left out
};

/// A plain connection of Qt's driver to a server, read forward only.
class BareServer final : public BareStore
{
public:
    explicit BareServer(const Location &location)
        : BareStore(false)
        , m_database(QSqlDatabase::addDatabase(u"QPSQL"_s, u"bare"_s))
    {
        m_database.setHostName(location.host);
        m_database.setPort(location.port);
        m_database.setUserName(location.user);
        m_database.setPassword(location.password);
        m_database.setDatabaseName(location.database);
        if (!m_database.open())
            m_error = m_database.lastError().text();
    }
    ~BareServer() override
    {
        m_database = {};
        QSqlDatabase::removeDatabase(u"bare"_s);
    }

    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    [[nodiscard]] QString lastError() const override { return m_error; }

protected:
    bool execute(const QString &sql) override
    {
        QSqlQuery query(m_database);
        return succeeded(query, query.exec(sql));
    }

    double timeRows(const QString &sql) override
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!succeeded(query, query.prepare(sql)) || !succeeded(query, query.exec()))
            return 0;
        const int columns = query.record().count();
        query.finish();
        return patientMedian([&] {
            query.exec();
            while (query.next()) {
                for (int column = 0; column < columns; ++column)
                    m_taken += quint64(query.value(column).toString().size());
            }
            query.finish();
        });
    }

private:
    bool succeeded(const QSqlQuery &query, bool isDone)
    {
        if (!isDone)
            m_error = query.lastError().text();
        return isDone;
    }

    QSqlDatabase m_database;
    QString m_error;
    quint64 m_taken = 0; ///< so that nothing is left out
};

void tellFailure(const QString &error)
{
    out() << "  ? "_L1 << error << Qt::endl;
}

template<typename Store>
std::unique_ptr<BareStore> opened(std::unique_ptr<Store> store)
{
    if (store->isOpen())
        return store;
    tellFailure(store->lastError());
    return nullptr;
}
} // namespace

std::unique_ptr<BareStore> BareStore::open(const Location &location)
{
    if (location.backend == Location::Backend::Sqlite)
        return opened(std::make_unique<BareFile>(location.file));
    return opened(std::make_unique<BareServer>(location));
}

bool BareStore::run(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (!execute(statement)) {
            tellFailure(lastError());
            return false;
        }
    }
    return true;
}

double BareStore::time(const QString &sql)
{
    const double milliseconds = timeRows(sql);
    if (milliseconds == 0)
        tellFailure(lastError());
    return milliseconds;
}

double BareStore::timeOfFastest(const QStringList &ways)
{
    double fastest = 0;
    for (const QString &sql : ways) {
        const double milliseconds = time(sql);
        if (milliseconds > 0 && (fastest == 0 || milliseconds < fastest))
            fastest = milliseconds;
    }
    return fastest;
}
