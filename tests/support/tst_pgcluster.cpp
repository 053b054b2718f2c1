// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/pgcluster.h"
#include "test_support/testprogram.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

class TestPgCluster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { PG_CLUSTER_OR_SKIP(m_shared); }

    void urlNamesUserPortAndDatabase()
    {
        const QUrl url(m_shared->url(u"team"_s));
        QCOMPARE(url.scheme(), u"postgresql"_s);
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QVERIFY(!url.userName().isEmpty());
        QVERIFY(url.port() > 0);
        QCOMPARE(url.path(), u"/team"_s);
    }

    void everyDatabaseIsNewAndEmpty()
    {
        const auto first = m_shared->createDatabase(u"probe"_s);
        const auto second = m_shared->createDatabase(u"probe"_s);
        QVERIFY(first && second);
        QVERIFY(*first != *second);
        const QString name = QUrl(*first).path().mid(1);
        QCOMPARE(
            m_shared->query(u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s, name)
                .value_or(u"failed"_s),
            u"0"_s);
    }

    void anotherUserOfTheServerGetsOtherDatabases()
    {
        const auto other = PgCluster::start();
        QVERIFY(other);
        QCOMPARE((*other)->url(), m_shared->url());
        const auto first = m_shared->createDatabase(u"twin"_s);
        const auto second = (*other)->createDatabase(u"twin"_s);
        QVERIFY(first && second);
        QVERIFY(*first != *second);
    }

    void textIsUtf8AndTheServerIsFifteen()
    {
        QCOMPARE(m_shared->query(u"SHOW server_encoding"_s).value_or(QString()), u"UTF8"_s);
        QVERIFY(m_shared->query(u"SHOW server_version"_s).value_or(QString()).startsWith("15."_L1));
    }

    void wrongSqlIsAnError() { QVERIFY(!m_shared->query(u"SELECT nothing FROM nowhere"_s)); }

    void anOwnServerKeepsItsDataOverACrash()
    {
        const auto own = PgCluster::start(PgCluster::Sharing::Own);
        QVERIFY(own);
        PgCluster &cluster = **own;
        QVERIFY(cluster.url() != m_shared->url());
        QVERIFY(cluster.query(u"CREATE TABLE kept AS SELECT 7 AS n"_s));
        cluster.stop(true);
        QVERIFY(!cluster.query(u"SELECT 1"_s));
        QVERIFY(cluster.startAgain());
        QCOMPARE(cluster.query(u"SELECT n FROM kept"_s).value_or(QString()), u"7"_s);
    }

private:
    std::unique_ptr<PgCluster> m_shared;
};

PULLPUSH_TEST(TestPgCluster)
#include "tst_pgcluster.moc"
