// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/batchtable.h"
#include "storage/nodetable.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
/// A process id that no process of this computer has: above Linux's highest, 2^22.
constexpr auto NoProcess = "4194305"_L1;

/// \a holder with another process, or on another computer.
QString holderWith(const QString &holder, const QString &host, const QString &process)
{
    return host + u'/' + process + u'/' + holder.section(u'/', 2);
}
} // namespace

/// Who holds which node number, and when it may be taken from them.
class TestNodeTable : public QObject
{
    Q_OBJECT

    static std::shared_ptr<Database> second(const TestDatabase &test)
    {
        const auto opened = Database::open(test.location(), Database::Mode::Open, test.clock);
        return opened ? *opened : nullptr;
    }
    static int nodes(TestDatabase &test)
    {
        return int(test.read([](Connection &connection) {
                           return connection.number(u"SELECT count(*) FROM node"_s);
                       })
                       .value_or(std::nullopt)
                       .value_or(-1));
    }
    static qint64 leasedUntil(TestDatabase &test, int node)
    {
        return test
            .read([node](Connection &connection) {
                return connection.number(u"SELECT leased_until FROM node WHERE id = ?"_s, {node});
            })
            .value_or(std::nullopt)
            .value_or(-1);
    }
    /// An import of \a node that runs; false where it could not be written.
    static bool beginImport(TestDatabase &test, int node)
    {
        ImportBatch batch;
        batch.id = BatchId(77);
        batch.node = node;
        return test
            .write([&batch](
                       Transaction &transaction) { return BatchTable::insert(transaction, batch); })
            .has_value();
    }
    static bool importRuns(TestDatabase &test)
    {
        const auto found = test.read(
            [](Connection &connection) { return BatchTable::find(connection, BatchId(77)); });
        return found && *found;
    }
    static bool lease(TestDatabase &test, int node, const QString &holder, qint64 until)
    {
        return test
            .write([&](Transaction &transaction) {
                return transaction.execute(
                    u"INSERT INTO node (id, holder, leased_until) VALUES (?, ?, ?)"_s,
                    {node, holder, until});
            })
            .has_value();
    }

private slots:
    void anIdleWindowKeepsItsNumber_data() { TestDatabase::addBackends(); }
    void anIdleWindowKeepsItsNumber()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const int mine = test.database->node();
        QVERIFY(beginImport(test, mine));
        // Asleep far beyond its lease: the process still lives.
        test.clock.advance(10 * NodeTable::LeaseMs);
        const auto other = second(test);
        QVERIFY(other);
        QVERIFY(other->node() != mine);
        QVERIFY(importRuns(test));
        const auto third = second(test);
        QVERIFY(third);
        QVERIFY(third->node() != mine && third->node() != other->node());
        QCOMPARE(nodes(test), 3);
    }

    void aClosedWindowGivesItsNumberBack_data() { TestDatabase::addBackends(); }
    void aClosedWindowGivesItsNumberBack()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        auto other = second(test);
        QVERIFY(other);
        const int given = other->node();
        other.reset();
        QCOMPARE(nodes(test), 1);
        other = second(test);
        QVERIFY(other);
        QCOMPARE(other->node(), given);
    }

    void aWindowRenewsItsLease_data() { TestDatabase::addBackends(); }
    void aWindowRenewsItsLease()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const int mine = test.database->node();
        QCOMPARE(leasedUntil(test, mine), test.clock.now() + NodeTable::LeaseMs);
        test.clock.advance(NodeTable::LeaseMs / 2);
        QVERIFY(test.database->dataVersion().result()); // what an idle window asks now and then
        QTRY_COMPARE(leasedUntil(test, mine), test.clock.now() + NodeTable::LeaseMs);
    }

    void onlyADeadWindowIsInherited_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::addColumn<bool>("isElsewhere");
        QTest::addColumn<bool>("hasLease");
        QTest::addColumn<bool>("isInherited");
        for (const bool onServer : {false, true}) {
            const char *backend = onServer ? "postgresql" : "sqlite";
            QTest::addRow("%s: killed here", backend) << onServer << false << true << true;
            QTest::addRow("%s: another computer", backend) << onServer << true << true << false;
            QTest::addRow("%s: another computer, long ago", backend)
                << onServer << true << false << true;
        }
    }
    void onlyADeadWindowIsInherited()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QFETCH(bool, isElsewhere);
        QFETCH(bool, hasLease);
        QFETCH(bool, isInherited);
        const int node = test.database->node() + 1;
        const QString here = NodeTable::makeHolder();
        const QString host = isElsewhere ? u"elsewhere"_s : here.section(u'/', 0, 0);
        QVERIFY(lease(test, node, holderWith(here, host, NoProcess),
            test.clock.now() + (hasLease ? NodeTable::LeaseMs : -1)));
        QVERIFY(beginImport(test, node));
        const auto other = second(test);
        QVERIFY(other);
        QCOMPARE(other->node() == node, isInherited);
        QCOMPARE(importRuns(test), !isInherited);
    }

    /// Two laptops of one name, as installers give it, on one server: the name says nothing of where a process is to be looked for.
    void aNamesakeIsAnotherComputer_data() { TestDatabase::addBackends(); }
    void aNamesakeIsAnotherComputer()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const int node = test.database->node() + 1;
        QVERIFY(lease(test, node,
            holderWith(NodeTable::makeHolder(), QSysInfo::machineHostName(), NoProcess),
            test.clock.now() + NodeTable::LeaseMs));
        QVERIFY(beginImport(test, node));
        const auto other = second(test);
        QVERIFY(other);
        QVERIFY(other->node() != node);
        QVERIFY(importRuns(test));
    }

    void theNumbersEnd_data() { TestDatabase::addBackends(); }
    void theNumbersEnd()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([&test](Transaction &transaction) -> Result<> {
            for (int node = 1; node < 256; ++node) {
                auto done = transaction.execute(
                    u"INSERT INTO node (id, holder, leased_until) VALUES (?, 'elsewhere/1/x', ?)"_s,
                    {node, test.clock.now() + NodeTable::LeaseMs});
                if (!done)
                    return tl::unexpected(done.error());
            }
            return {};
        }));
        const auto refused = Database::open(test.location(), Database::Mode::Open, test.clock);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Busy);
    }
};

PULLPUSH_TEST(TestNodeTable)
#include "tst_nodetable.moc"
