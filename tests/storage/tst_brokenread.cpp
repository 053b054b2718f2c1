// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "test_support/fulldisk.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int ManyRows =
    4000; ///< with their notes more than any cache and what lies between a server and its client
constexpr int NoteLetters = 8000;
} // namespace

/// A server that goes, or a disk that fails, while rows are read: never taken for their end.
class TestBrokenRead : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_test;
    bool m_onServer = false;

    void open(bool onServer)
    {
        m_onServer = onServer;
        m_test = std::make_unique<TestDatabase>();
        const QString reason = m_test->open(onServer);
        if (onServer && !reason.isEmpty() && !PgCluster::isRequired())
            QSKIP(qPrintable(reason));
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        const auto filled = m_test->write([](Transaction &transaction) -> Result<> {
            const QString note(NoteLetters, u'n');
            for (int i = 1; i <= ManyRows; ++i) {
                auto done = transaction.execute(u"INSERT INTO setting (key, value) VALUES (?, ?)"_s,
                    {u"test.%1"_s.arg(i), note});
                if (!done)
                    return tl::unexpected(done.error());
            }
            return {};
        });
        QVERIFY(filled);
    }
    /// The disk cannot be read any more, or the server throws out who reads.
    void breakIt() const
    {
        if (!m_onServer) {
            FullDisk::setReadable(false);
            return;
        }
        // One connection does one thing at a time, and this one reads: another one throws it out.
        const auto other = Connection::open(m_test->location(), Connection::Access::Write);
        if (!other)
            qFatal("no second connection");
        const auto gone = (*other)->number(
            u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = "
            "current_database() AND pid <> pg_backend_pid() AND query LIKE '%test.%' AND state = "
            "'active'"_s);
        if (!gone || gone->value_or(0) != 1)
            qFatal("nobody was thrown out");
    }
    /// Counts the rows, the disk or the server goes after the first; in the way that many readers do, who know of no error.
    Result<int> count(Connection &connection) const
    {
        auto rows = connection.select(u"SELECT key, value FROM setting WHERE key LIKE 'test.%'"_s);
        if (!rows)
            return tl::unexpected(rows.error());
        int found = 0;
        while (rows->next()) {
            if (found++ == 0)
                breakIt();
        }
        return found;
    }
    [[nodiscard]] Error::Code expected() const
    {
        return m_onServer ? Error::Code::Unreachable : Error::Code::Io;
    }

private slots:
    void initTestCase() { FullDisk::mount(); }
    void cleanup()
    {
        FullDisk::setReadable(true);
        m_test.reset();
    }

    void aReadIsAnError_data() { TestDatabase::addBackends(); }
    void aReadIsAnError()
    {
        QFETCH(bool, onServer);
        open(onServer);
        if (!m_test->database || QTest::currentTestFailed())
            return;
        const auto broken = m_test->read([this](Connection &c) { return count(c); });
        QVERIFY2(!broken, "half of it was taken for all");
        QCOMPARE(broken.error().code, expected());
        FullDisk::setReadable(true);
        // The next one is another matter.
        const auto all = m_test->read([](Connection &connection) {
            return connection.number(u"SELECT count(*) FROM setting WHERE key LIKE 'test.%'"_s);
        });
        QVERIFY(all);
        QCOMPARE(all->value_or(0), ManyRows);
    }

    void nothingIsWrittenOnHalfOfIt_data() { TestDatabase::addBackends(); }
    void nothingIsWrittenOnHalfOfIt()
    {
        QFETCH(bool, onServer);
        open(onServer);
        if (!m_test->database || QTest::currentTestFailed())
            return;
        const auto broken = m_test->write([this](Transaction &transaction) -> Result<qint64> {
            const auto written =
                transaction.execute(u"INSERT INTO setting (key, value) VALUES ('count', '0')"_s);
            if (!written)
                return written;
            const auto counted = count(transaction.connection());
            FullDisk::setReadable(true); // in time for the commit
            return counted ? Result<qint64>(*counted) : tl::unexpected(counted.error());
        });
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, expected());
        const auto kept = m_test->read([](Connection &connection) {
            return connection.number(u"SELECT count(*) FROM setting WHERE key = 'count'"_s);
        });
        QVERIFY(kept);
        QCOMPARE(kept->value_or(-1), 0);
        QVERIFY(m_test->write([](Transaction &transaction) {
            return transaction.execute(u"INSERT INTO setting (key, value) VALUES ('count', '0')"_s);
        }));
    }

    void whoAsksKnowsAtOnce_data() { TestDatabase::addBackends(); }
    void whoAsksKnowsAtOnce()
    {
        QFETCH(bool, onServer);
        open(onServer);
        if (!m_test->database || QTest::currentTestFailed())
            return;
        bool isKnown = false;
        const auto broken = m_test->read([this, &isKnown](Connection &connection) {
            int found = 0;
            const auto walked = connection.scan(
                u"SELECT key, value FROM setting WHERE key LIKE 'test.%'"_s, [&](const ScanRow &) {
                    if (found++ == 0)
                        breakIt();
                    return true;
                });
            isKnown = !walked;
            return walked;
        });
        QVERIFY(isKnown);
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, expected());
    }
};

PULLPUSH_TEST(TestBrokenRead)
#include "tst_brokenread.moc"
