// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/copycheck.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
struct Sources
{
    QList<Channel> channels;
    NetworkTable networks;
};

Sources sampleSources()
{
    return {{{.id = ChannelId(1), .network = u"x"_s, .name = u"Kettle"_s, .handle = u"@kettle"_s},
                {.id = ChannelId(2),
                    .network = u"bluesky"_s,
                    .name = u"Kettle & Leaf"_s,
                    .handle = {}}},
        builtInNetworks().value_or(NetworkTable())};
}
} // namespace

class TestCopyCheck : public QObject
{
    Q_OBJECT
private slots:
    void countsForEachNetworkOnce()
    {
        const Sources sources = sampleSources();
        const CopyCheck check =
            checkCopy(u"See http://test.co"_s, sources.channels, sources.networks);
        QCOMPARE(check.counters.size(), 2);
        QCOMPARE(check.counters.at(0).count.length, qsizetype(27));
        QCOMPARE(check.counters.at(1).count.length, qsizetype(18));
        QVERIFY(check.issues.isEmpty());
        QCOMPARE(check.overAt, qsizetype(-1));
    }

    void saysWhatIsTooLongAndWhere()
    {
        const Sources sources = sampleSources();
        const CopyCheck check = checkCopy(QString(290, u'a'), sources.channels, sources.networks);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Error);
        QVERIFY(check.issues.first().text.startsWith(u"X: 10 "));
        QCOMPARE(check.overAt, qsizetype(280));
        const CopyCheck both = checkCopy(QString(310, u'a'), sources.channels, sources.networks);
        QCOMPARE(both.issues.size(), 2);
        QCOMPARE(both.overAt, qsizetype(280));
    }

    void warnsOfTheSameWordsTwiceOnX()
    {
        Sources sources = sampleSources();
        sources.channels[1].network = u"x"_s;
        const CopyCheck check = checkCopy(u"Hello"_s, sources.channels, sources.networks);
        QCOMPARE(check.counters.size(), 1);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Warning);
        QVERIFY(checkCopy({}, sources.channels, sources.networks).issues.isEmpty());
    }

    void advisesWithoutForbidding()
    {
        Sources sources = sampleSources();
        sources.channels[0].network = u"instagram"_s;
        const CopyCheck check =
            checkCopy(u"#a #b #c #d #e #f"_s, {sources.channels.first()}, sources.networks);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Warning);
        QCOMPARE(check.issues.first().start, qsizetype(15));
        QCOMPARE(check.overAt, qsizetype(-1));
    }

    void checksASurface()
    {
        const NetworkTable networks = sampleSources().networks;
        const CopyCheck check = checkCopy(QString(161, u'a'), u"x"_s, u"bio", networks);
        QCOMPARE(check.counters.size(), 1);
        QCOMPARE(check.counters.first().count.limit, qsizetype(160));
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().rule, u"limit.length"_s);
        QCOMPARE(check.issues.first().start, qsizetype(160));
        QCOMPARE(check.issues.first().end, qsizetype(161));
        QVERIFY(checkCopy(QString(160, u'a'), u"x"_s, u"bio", networks).issues.isEmpty());
    }

    void namesTheRuleOfEntities()
    {
        const CopyCheck check = checkCopy(
            u"#a #b #c #d #e #f"_s, u"instagram"_s, TimelineSurface, sampleSources().networks);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().rule, u"limit.hashtags"_s);
    }

    void findsNetworksByTheirManyNames()
    {
        const NetworkTable networks = sampleSources().networks;
        for (const auto &[name, key] : QList<std::pair<QString, QString>> {{u"x"_s, u"x"_s},
                 {u"Twitter/X"_s, u"x"_s}, {u" GBP "_s, u"google-business"_s},
                 {u"LinkedIn page"_s, u"linkedin-page"_s}, {u"fb"_s, u"facebook-page"_s}}) {
            const Network *network = networks.findNamed(name);
            QVERIFY2(network != nullptr, qPrintable(name));
            QCOMPARE(network->key, key);
        }
        QVERIFY(networks.findNamed(u"friendster") == nullptr);
        QVERIFY(networks.findNamed(u"") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestCopyCheck)
#include "tst_copycheck.moc"
