// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mediarules.h"
#include "domain/network.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QList<AttachedMedium> media(int pictures, int videos = 0, int documents = 0)
{
    QList<AttachedMedium> list;
    const std::pair<MediaKind, int> kinds[] {{MediaKind::Picture, pictures},
        {MediaKind::Video, videos}, {MediaKind::Document, documents}};
    for (const auto &[kind, count] : kinds) {
        for (int i = 0; i < count; ++i)
            list.append({.kind = kind, .name = u"one"_s});
    }
    return list;
}

QStringList rulesOf(const QList<CopyIssue> &issues)
{
    QStringList rules;
    for (const CopyIssue &issue : issues)
        rules << (issue.severity == CopyIssue::Severity::Error ? u"! "_s : u"? "_s) + issue.rule;
    return rules;
}
} // namespace

class TestMediaRules : public QObject
{
    Q_OBJECT

    MediaRules m_rules;

private slots:
    void initTestCase()
    {
        const auto rules = builtInMediaRules();
        QVERIFY2(rules, rules ? "" : qPrintable(rules.error().message));
        m_rules = *rules;
    }

    void namesKnownNetworks()
    {
        const auto networks = builtInNetworks();
        QVERIFY(networks);
        for (const MediaRule &rule : std::as_const(m_rules.rules))
            QVERIFY2(networks->find(rule.network), qPrintable(rule.network));
        for (const PictureFormat &format : std::as_const(m_rules.formats))
            QVERIFY2(networks->find(format.network), qPrintable(format.network));
        for (const RatioRange &range : std::as_const(m_rules.ranges))
            QVERIFY2(networks->find(range.network), qPrintable(range.network));
        QVERIFY(m_rules.formatsOf(u"instagram").size() >= 3);
    }

    void counts_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<int>("pictures");
        QTest::addColumn<int>("videos");
        QTest::addColumn<QStringList>("issues");
        const QStringList none;
        QTest::newRow("X takes four") << u"x"_s << 4 << 0 << none;
        QTest::newRow("X takes no fifth")
            << u"x"_s << 5 << 0 << QStringList {u"! media.pictures"_s};
        QTest::newRow("X takes a video") << u"x"_s << 0 << 1 << none;
        QTest::newRow("X takes one video") << u"x"_s << 0 << 2 << QStringList {u"! media.videos"_s};
        QTest::newRow("X mixes nothing") << u"x"_s << 1 << 1 << QStringList {u"! media.kinds"_s};
        QTest::newRow("X takes words alone") << u"x"_s << 0 << 0 << none;
        QTest::newRow("Bluesky warns of a gallery")
            << u"bluesky"_s << 5 << 0 << QStringList {u"? media.pictures"_s};
        QTest::newRow("Bluesky says one thing about eleven")
            << u"bluesky"_s << 11 << 0 << QStringList {u"! media.pictures"_s};
        QTest::newRow("Instagram mixes") << u"instagram"_s << 3 << 2 << none;
        QTest::newRow("Instagram warns above ten")
            << u"instagram"_s << 6 << 5 << QStringList {u"? media.together"_s};
        QTest::newRow("Instagram needs one")
            << u"instagram"_s << 0 << 0 << QStringList {u"? media.least"_s};
        QTest::newRow("YouTube needs a video")
            << u"youtube"_s << 0 << 0 << QStringList {u"? media.least"_s};
        QTest::newRow("YouTube doubts a picture")
            << u"youtube"_s << 1 << 0 << QStringList {u"? media.pictures"_s};
        QTest::newRow("Google takes one picture")
            << u"google-business"_s << 1 << 1
            << QStringList {u"! media.videos"_s, u"! media.kinds"_s};
        QTest::newRow("TikTok takes 35") << u"tiktok"_s << 35 << 0 << none;
        QTest::newRow("Pinterest takes a cover") << u"pinterest"_s << 1 << 1 << none;
        QTest::newRow("nothing is known") << u"nostr"_s << 99 << 9 << none;
    }
    void counts()
    {
        QFETCH(QString, network);
        QFETCH(int, pictures);
        QFETCH(int, videos);
        QTEST(rulesOf(checkMedia(media(pictures, videos), network, u"It"_s, m_rules)), "issues");
    }

    void takesDocumentsWhereTheyAreTaken()
    {
        QVERIFY(checkMedia(media(0, 0, 1), u"linkedin-page", u"It"_s, m_rules).isEmpty());
        QCOMPARE(rulesOf(checkMedia(media(0, 0, 1), u"x", u"It"_s, m_rules)),
            QStringList {u"! media.documents"_s});
    }

    void looksAtBytesAndRatios()
    {
        AttachedMedium picture {.name = u"cup.jpg"_s, .bytes = 5'000'001, .size = {1080, 1080}};
        QCOMPARE(rulesOf(checkMedia({picture}, u"x", u"X"_s, m_rules)),
            QStringList {u"! media.bytes"_s});
        const auto ratioIssues = [&](QSize size) {
            picture.size = size;
            return rulesOf(checkMedia({picture}, u"instagram", u"It"_s, m_rules));
        };
        const QStringList faulty {u"? media.ratio"_s};
        QCOMPARE(ratioIssues({1080, 1350}), QStringList());
        QCOMPARE(ratioIssues({1079, 1350}), QStringList()); // a pixel is nothing
        QCOMPARE(ratioIssues({1000, 1350}), faulty);
        QCOMPARE(ratioIssues({1080, 565}), QStringList());
        QCOMPARE(ratioIssues({1200, 565}), faulty);
        QCOMPARE(ratioIssues({}), QStringList()); // unknown
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no network") << QByteArray(
            R"({"media":[{"kind":"hard","source":"s","read":"2026-09","confidence":"C"}]})");
        QTest::newRow("no source") << QByteArray(
            R"({"media":[{"network":"x","kind":"hard","read":"2026-09","confidence":"C"}]})");
        QTest::newRow("below nothing")
            << QByteArray(R"({"media":[{"network":"x","kind":"hard","source":"s","read":"2026-09",)"
                          R"("confidence":"C","pictures":-1}]})");
        QTest::newRow("no size") << QByteArray(
            R"({"pictures":[{"network":"x","key":"square","size":"1080","source":)"
            R"("s","read":"2026-09","confidence":"C"}]})");
        QTest::newRow("half a range")
            << QByteArray(R"({"pictures":[{"network":"x","narrowest":"4:5","source":"s",)"
                          R"("read":"2026-09","confidence":"C"}]})");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        const auto rules = parseMediaRules(json);
        QVERIFY(!rules);
        QCOMPARE(rules.error().code, Error::Code::Rejected);
    }
};

PULLPUSH_TEST(TestMediaRules)
#include "tst_mediarules.moc"
