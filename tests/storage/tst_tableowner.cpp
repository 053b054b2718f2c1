// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/searchtable.h"
#include "storage/visiblesecurity.h"
#include "test_support/circlefixture.h"
#include "test_support/fakeclock.h"
#include "test_support/pgcluster.h"
#include "test_support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

/// A server where Bob owns the tables and is of the team: he sees what any member sees, and what the program tells him of everybody together is as right as
/// for the others.
class TestTableOwner : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<PgCluster> m_cluster;
    std::shared_ptr<Database> m_database;
    Location m_location;

    static QString roleOf(const User &user)
    {
        return u"owned_%1_%2"_s.arg(user.login).arg(QCoreApplication::applicationPid());
    }
    bool run(const QString &sql) { return m_cluster->query(sql, m_location.database).has_value(); }
    std::unique_ptr<Connection> as(const User &user)
    {
        Location place = m_location;
        place.user = roleOf(user);
        auto opened = Connection::open(place, Connection::Access::Write);
        if (!opened)
            return nullptr;
        (*opened)->setViewer(viewerOf(user));
        return std::move(*opened);
    }
    static qint64 count(Connection &connection, const QString &table)
    {
        const auto found = connection.number("SELECT count(*) FROM "_L1 + table);
        return found ? found->value_or(-1) : -1;
    }

private slots:
    void initTestCase()
    {
        PG_CLUSTER_OR_SKIP(m_cluster);
        const auto url = m_cluster->createDatabase(u"owned"_s);
        QVERIFY(url);
        const auto location = parseLocation(*url);
        QVERIFY(location);
        m_location = *location;
        for (const User &user : {bob, cat})
            QVERIFY(run("CREATE ROLE "_L1 + roleOf(user) + " LOGIN"_L1));
        QVERIFY(run("ALTER DATABASE "_L1 + m_location.database + " OWNER TO "_L1 + roleOf(bob)));
        Location place = m_location;
        place.user = roleOf(bob);
        auto opened = Database::open(place, Database::Mode::Create, m_clock);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_database = *opened;
        QVERIFY(m_database->write(fill).result());
        QVERIFY(run("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "_L1
            + roleOf(cat)));
        QVERIFY(run(u"UPDATE message SET direction = 'ours' WHERE conversation_id IN (10, 11)"_s));
        for (const User &user : {bob, cat})
            QVERIFY(run(u"UPDATE member SET login = '%1' WHERE id = %2"_s.arg(
                roleOf(user), user.id.toString())));
    }
    void cleanupTestCase()
    {
        if (!m_cluster)
            return;
        m_database.reset();
        for (const User &user : {bob, cat}) {
            (void)run("REASSIGN OWNED BY "_L1 + roleOf(user) + " TO CURRENT_USER"_L1);
            (void)run("DROP OWNED BY "_L1 + roleOf(user));
            (void)run("DROP ROLE "_L1 + roleOf(user));
        }
    }

    void seesWhatAMemberSees()
    {
        const auto connection = as(bob);
        QVERIFY(connection);
        QCOMPARE(RowSecurity::holdsBack(*connection).value_or(false), true);
        // What is shared with him, and the team's; to know the shared one his share is looked up, which must not ask for the conversation again.
        QCOMPARE(count(*connection, u"conversation"_s), 2);
        QCOMPARE(count(*connection, u"message"_s), 2);
        QCOMPARE(count(*connection, u"conversation_share"_s), 1);
        const auto found = SearchTable::find(*connection, SearchKind::Message, canary(), 50);
        QVERIFY(found);
        QCOMPARE(found->hits.size(), 2);
    }

    void isToldTheSameOfEverybody()
    {
        for (const User &user : {bob, cat}) {
            const auto connection = as(user);
            QVERIFY(connection);
            const auto facts = Visible::contactFacts(*connection, Open, {0, At + 100'000}, At);
            QVERIFY(facts);
            QCOMPARE(facts->contacts, (QList<int> {2, 0})); // one of them is private to Ann
            QCOMPARE(facts->anotherTalks, true);
            const auto ofSecret = Visible::contactFacts(*connection, Secret, {0}, At);
            QVERIFY(ofSecret);
            QCOMPARE(ofSecret->anotherTalks, false);
            const auto hanging = Visible::hangingOn(*connection, Open);
            QVERIFY(hanging);
            QCOMPARE(hanging->size(), 6);
            const auto thread = Visible::thread(*connection, u"whatsapp"_s, canary() + u"10"_s);
            QVERIFY(thread && thread->has_value());
            QCOMPARE((*thread)->conversation, ConversationId());
            const auto id = connection->number(
                u"SELECT CASE WHEN pullpush_message_taken(10003) THEN 1 ELSE 0 END"_s);
            QVERIFY(id);
            QCOMPARE(id->value_or(0), 1);
        }
    }

    void nobodyElseSaysThatTheyAreWithin()
    {
        const auto connection = as(cat);
        QVERIFY(connection);
        QVERIFY(connection->execute(u"SET search_path = public, pg_temp, pg_pullpush"_s));
        QCOMPARE(count(*connection, u"message"_s), 1);
        QCOMPARE(count(*connection, u"prospect"_s), 1);
        QVERIFY(!connection->execute(u"CREATE SCHEMA pg_pullpush"_s));
    }
};

PULLPUSH_TEST(TestTableOwner)
#include "tst_tableowner.moc"
