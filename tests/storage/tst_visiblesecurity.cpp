// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

/// What the server itself lets a role read and write, asked without the program's own filters.
class TestVisibleSecurity : public QObject
{
    Q_OBJECT

    std::unique_ptr<PgCluster> m_cluster;
    TestDatabase m_test;
    Location m_location;

    /// Roles belong to the whole cluster, so each run of the test has its own.
    static QString roleOf(const User &user)
    {
        return u"%1_%2"_s.arg(user.login).arg(QCoreApplication::applicationPid());
    }
    std::unique_ptr<Connection> as(const User &user)
    {
        Location place = m_location;
        place.user = roleOf(user);
        auto opened = Connection::open(place, Connection::Access::Write);
        return opened ? std::move(*opened) : nullptr;
    }
    /// How many rows \a user finds; -1 where the server refuses.
    qint64 count(const User &user, const QString &table, const QString &where = {})
    {
        const auto connection = as(user);
        if (!connection)
            return -2;
        const auto found = connection->number("SELECT count(*) FROM "_L1 + table + where);
        return found ? found->value_or(-1) : -1;
    }
    /// How many rows \a sql changes, which is then taken back; -1 where the server refuses.
    qint64 change(const User &user, const QString &sql)
    {
        const auto connection = as(user);
        if (!connection)
            return -2;
        auto transaction = Transaction::begin(*connection);
        if (!transaction)
            return -2;
        return transaction->execute(sql).value_or(-1);
    }

private slots:
    void initTestCase()
    {
        PG_CLUSTER_OR_SKIP(m_cluster);
        QCOMPARE(m_test.open(true), QString());
        m_location = m_test.location();
        QVERIFY(m_test.write(fill));
        QStringList roles;
        for (const User &user : {ann, bob, cat, meg}) {
            const QString role = roleOf(user);
            roles << role;
            QVERIFY(m_cluster->query("CREATE ROLE "_L1 + role + " LOGIN"_L1));
            QVERIFY(m_test.write([&](Transaction &t) {
                return t.execute(
                    u"UPDATE member SET login = ? WHERE id = ?"_s, {role, user.id.value()});
            }));
        }
        QVERIFY(m_cluster->query(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "_L1
                + roles.join(u','),
            m_location.database));
    }
    void cleanupTestCase()
    {
        if (!m_cluster)
            return;
        m_test.database.reset();
        for (const User &user : {ann, bob, cat, meg}) {
            const QString role = roleOf(user);
            (void)m_cluster->query("DROP OWNED BY "_L1 + role, m_location.database);
            (void)m_cluster->query("DROP ROLE "_L1 + role);
        }
    }

    void readsWhatIsTheirs_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("rowsOfEach"); // of each conversation
        for (const char *table : {"conversation", "message", "participant", "hop", "source_thread",
                 "attachment", "attachment_content", "live_conversation", "live_message",
                 "live_participant", "live_hop", "live_attachment", "live_source_thread"}) {
            QTest::newRow(table) << QString::fromLatin1(table)
                                 << (QByteArray(table).endsWith("participant") ? 2 : 1);
        }
    }
    void readsWhatIsTheirs()
    {
        QFETCH(QString, table);
        QFETCH(int, rowsOfEach);
        QCOMPARE(count(ann, table), 5 * rowsOfEach);
        QCOMPARE(count(bob, table), 3 * rowsOfEach); // what is shared with him, and the team's two
        QCOMPARE(count(cat, table), 2 * rowsOfEach);
        QCOMPARE(count(meg, table), 2 * rowsOfEach);
    }

    void readsSharesAndTheLog()
    {
        QCOMPARE(count(ann, u"conversation_share"_s), 1);
        QCOMPARE(count(bob, u"conversation_share"_s), 1);
        QCOMPARE(count(cat, u"conversation_share"_s), 0);
        QVERIFY(count(cat, u"change"_s, u" WHERE before LIKE '%canary%'"_s) == 0);
    }

    void isNotFooledByATableOfOnesOwn()
    {
        const auto connection = as(cat);
        QVERIFY(connection);
        QVERIFY(
            connection->execute(u"CREATE TEMPORARY TABLE member AS SELECT CAST(1 AS BIGINT) AS id, "
                                "CAST(session_user AS TEXT) AS login, "
                                "CAST(NULL AS BIGINT) AS deleted_at"_s));
        QCOMPARE(connection->number(u"SELECT count(*) FROM message"_s).value().value_or(-1), 2);
    }

    void changesWhatIsTheirs_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("byAnn");
        QTest::addColumn<int>("byBob");
        QTest::addColumn<int>("byCat");
        QTest::newRow("update messages") << u"UPDATE message SET body = 'x'"_s << 5 << 3 << 2;
        QTest::newRow("update names") << u"UPDATE participant SET name = 'x'"_s << 10 << 6 << 4;
        QTest::newRow("update hops") << u"UPDATE hop SET decided_at = 1"_s << 5 << 3 << 2;
        QTest::newRow("update attachments") << u"UPDATE attachment SET name = 'x'"_s << 5 << 3 << 2;
        QTest::newRow("update contents")
            << u"UPDATE attachment_content SET content = 'x'"_s << 5 << 3 << 2;
        QTest::newRow("close") << u"UPDATE conversation SET closed_at = 1"_s << 5 << 3 << 2;
        QTest::newRow("delete hops") << u"DELETE FROM hop"_s << 5 << 3 << 2;
        QTest::newRow("delete contents") << u"DELETE FROM attachment_content"_s << 5 << 3 << 2;
        QTest::newRow("delete shares") << u"DELETE FROM conversation_share"_s << 1 << 0 << 0;
        QTest::newRow("publish") << u"UPDATE conversation SET privacy = 'team' WHERE id = 11"_s << 1
                                 << -1 << 0;
        QTest::newRow("take over the team's")
            << u"UPDATE conversation SET owner_id = 2 WHERE id = 12"_s << 1 << -1 << -1;
        QTest::newRow("become another")
            << u"UPDATE member SET login = session_user WHERE id = 1"_s << 1 << -1 << -1;
        QTest::newRow("say something in private")
            << u"INSERT INTO hop SELECT 77, 10, 'note', 'call', 'ours', 0, 'exact', 'proposed', 0"_s
            << 1 << -1 << -1;
        QTest::newRow("share with oneself")
            << u"INSERT INTO conversation_share (id, conversation_id, member_id) VALUES (77, 12, 3)"_s
            << 1 << -1 << -1;
        QTest::newRow("forge the owner")
            << u"INSERT INTO conversation (id, owner_id, privacy, title, network, last_message_at, "
               "turn, unanswered, created_at) VALUES (77, 1, 'private', '', '', 0, 'nobody', 0, 0)"_s
            << 1 << -1 << -1;
    }
    void changesWhatIsTheirs()
    {
        QFETCH(QString, sql);
        QFETCH(int, byAnn);
        QFETCH(int, byBob);
        QFETCH(int, byCat);
        QCOMPARE(change(ann, sql), byAnn);
        QCOMPARE(change(bob, sql), byBob);
        QCOMPARE(change(cat, sql), byCat);
    }
};

PULLPUSH_TEST(TestVisibleSecurity)
#include "tst_visiblesecurity.moc"
