// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duplicates.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
DuplicateCandidate candidate(qint64 id, const QString &name, const QString &company,
    const QList<std::pair<QString, QString>> &handles = {})
{
    DuplicateCandidate made;
    made.prospect.id = ProspectId(id);
    made.prospect.name = name;
    made.company = company;
    for (const auto &[network, value] : handles) {
        Handle handle;
        handle.network = network;
        handle.value = value;
        made.handles << handle;
    }
    return made;
}
} // namespace

class DuplicatesTest : public QObject
{
    Q_OBJECT
private slots:
    void suresReasonCountsFirst()
    {
        const auto one =
            candidate(2, u"Anna Berg"_s, u"Acme"_s, {{u"email"_s, u"a@example.com"_s}});
        const auto other =
            candidate(1, u"Ánna Berg"_s, u"ACME"_s, {{u"email"_s, u"A@Example.com"_s}});
        const auto pair = compareRecords(one, other, false);
        QVERIFY(pair);
        QCOMPARE(pair->reason, DuplicateReason::SameEmail);
        QCOMPARE(pair->one, ProspectId(1));
        QCOMPARE(pair->other, ProspectId(2));
    }

    void likelyOnesNeedMoreThanAName()
    {
        const auto one = candidate(1, u"Anna Berg"_s, u"Acme"_s, {{u"x"_s, u"annaberg"_s}});
        QVERIFY(!compareRecords(one, candidate(2, u"Anna Berg"_s, {}), false));
        QCOMPARE(compareRecords(one, candidate(2, u"anna berg"_s, u"acme"_s), false)->reason,
            DuplicateReason::NameAndCompany);
        QCOMPARE(compareRecords(
                     one, candidate(2, u"anna berg"_s, {}, {{u"x"_s, u"@anna_berg88"_s}}), false)
                     ->reason,
            DuplicateReason::NameAndHandle);
        QVERIFY(!compareRecords(
            one, candidate(2, u"Hannah Berg"_s, {}, {{u"x"_s, u"@anna_berg88"_s}}), true));
        QCOMPARE(compareRecords(one, candidate(2, u"Anna Berg"_s, {}), true)->reason,
            DuplicateReason::SameName);
    }

    void telephoneAndWhatsAppAreOneNumber()
    {
        const auto pair =
            compareRecords(candidate(1, u"A"_s, {}, {{u"phone"_s, u"+49 30 123456"_s}}),
                candidate(2, u"B"_s, {}, {{u"whatsapp"_s, u"0049 30 123456"_s}}), false);
        QVERIFY(pair);
        QCOMPARE(pair->reason, DuplicateReason::SamePhone);
        QVERIFY(!compareRecords(candidate(1, u"A"_s, {}, {{u"phone"_s, u"Nora"_s}}),
            candidate(2, u"B"_s, {}, {{u"whatsapp"_s, u"Nora"_s}}), false));
    }

    void stemsLoseNumbers_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("stem");
        QTest::newRow("slug") << u"linkedin-member"_s << u"anna-berg-1a2b3c"_s << u"annaberg"_s;
        QTest::newRow("code") << u"linkedin-member"_s << u"anna-berg-b45a321b"_s << u"annaberg"_s;
        QTest::newRow("no code") << u"linkedin-member"_s << u"anna-berg2go"_s << u"annaberg2go"_s;
        QTest::newRow("year") << u"x"_s << u"@Anna.Berg88"_s << u"annaberg"_s;
        QTest::newRow("server") << u"mastodon"_s << u"@anna_berg@example.social"_s << u"annaberg"_s;
        QTest::newRow("domain") << u"bluesky"_s << u"annaberg.bsky.social"_s << u"annaberg"_s;
        QTest::newRow("number") << u"x"_s << u"12345"_s << QString(u""_s);
    }
    void stemsLoseNumbers()
    {
        QFETCH(QString, network);
        QFETCH(QString, value);
        QFETCH(QString, stem);
        QCOMPARE(handleStem(network, value), stem);
    }
};

PULLPUSH_TEST(DuplicatesTest)
#include "tst_duplicates.moc"
