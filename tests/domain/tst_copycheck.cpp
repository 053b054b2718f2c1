// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channellimits.h"
#include "domain/copycheck.h"
#include "test_support/testprogram.h"

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

QList<CopyPlace> placesOf(const QList<Channel> &channels)
{
    QList<CopyPlace> places;
    for (const Channel &channel : channels)
        places << CopyPlace {channel};
    return places;
}

QStringList rulesOf(const CopyCheck &check)
{
    QStringList rules;
    for (const CopyIssue &issue : check.issues)
        rules << issue.rule;
    return rules;
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
            checkCopy(u"See http://test.co"_s, placesOf(sources.channels), sources.networks);
        QCOMPARE(check.counters.size(), 2);
        QCOMPARE(check.counters.at(0).count.length, qsizetype(27));
        QCOMPARE(check.counters.at(1).count.length, qsizetype(18));
        QVERIFY(check.issues.isEmpty());
        QCOMPARE(check.overAt, qsizetype(-1));
    }

    void saysWhatIsTooLongAndWhere()
    {
        const Sources sources = sampleSources();
        const CopyCheck check =
            checkCopy(QString(290, u'a'), placesOf(sources.channels), sources.networks);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Error);
        QVERIFY(check.issues.first().text.startsWith(u"X: 10 "));
        QCOMPARE(check.overAt, qsizetype(280));
        const CopyCheck both =
            checkCopy(QString(310, u'a'), placesOf(sources.channels), sources.networks);
        QCOMPARE(both.issues.size(), 2);
        QCOMPARE(both.overAt, qsizetype(280));
    }

    void warnsOfTheSameWordsTwiceOnX()
    {
        Sources sources = sampleSources();
        sources.channels[1].network = u"x"_s;
        const CopyCheck check = checkCopy(u"Hello"_s, placesOf(sources.channels), sources.networks);
        QCOMPARE(check.counters.size(), 1);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Warning);
        QVERIFY(checkCopy({}, placesOf(sources.channels), sources.networks).issues.isEmpty());
    }

    void advisesWithoutForbidding()
    {
        Sources sources = sampleSources();
        sources.channels[0].network = u"instagram"_s;
        const CopyCheck check =
            checkCopy(u"#a #b #c #d #e #f"_s, {{sources.channels.first()}}, sources.networks);
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

    void aChannelMayHaveItsOwnLimit()
    {
        const NetworkTable networks = sampleSources().networks;
        const Channel usual {
            .id = ChannelId(1), .network = u"mastodon"_s, .name = u"Usual"_s, .handle = {}};
        const Channel roomy {
            .id = ChannelId(2), .network = u"mastodon"_s, .name = u"Roomy"_s, .handle = {}};
        const QList<ChannelLimit> own {{.id = ChannelLimitId(1),
            .channel = roomy.id,
            .surface = TimelineSurface.toString(),
            .field = TextField.toString(),
            .rule = CountingRule::Mastodon,
            .limit = 5000}};
        const QString text(600, u'a');
        const CopyCheck both = checkCopy(text, placesOf({usual, roomy}), networks, own);
        QCOMPARE(both.counters.size(), 2);
        QCOMPARE(both.counters.at(0).name, u"Usual"_s);
        QCOMPARE(both.counters.at(1).name, u"Roomy"_s);
        QCOMPARE(both.counters.at(1).count.limit, qsizetype(5000));
        QCOMPARE(rulesOf(both), QStringList {u"limit.length"_s});
        QVERIFY(both.issues.first().text.startsWith(u"Usual: 100 "));
        QCOMPARE(both.overAt, qsizetype(500));
        QVERIFY(!hasErrors(checkCopy(text, placesOf({roomy}), networks, own)));
        QVERIFY(!hasErrors(checkCopy(text, roomy, u"pinned-post", networks, own)));
        QVERIFY(hasErrors(checkCopy(text, usual, u"pinned-post", networks, own)));
        QVERIFY(hasErrors(checkCopy(text, roomy, u"bio", networks, own)));
    }

    void countsTheLinkAsItGoesOut()
    {
        const NetworkTable networks = sampleSources().networks;
        const Channel bluesky = sampleSources().channels.at(1);
        CopyPlace place {.channel = bluesky, .link = u"https://example.org/"_s};
        const QString text = u"See {link} "_s + QString(300, u'a');
        const CopyCheck check = checkCopy(text, {place}, networks);
        QCOMPARE(check.counters.first().count.length, qsizetype(4 + 20 + 1 + 300));
        QCOMPARE(check.overAt, qsizetype(11 + 300 - 25));
        QCOMPARE(check.issues.first().end, text.size());
        QCOMPARE(rulesOf(check), QStringList {u"limit.length"_s});
        place.link.clear();
        QVERIFY(rulesOf(checkCopy(u"{link}"_s, {place}, networks)).contains(u"placeholder.open"_s));
    }

    void aThreadIsNotTooLong()
    {
        const NetworkTable networks = sampleSources().networks;
        CopyPlace place {.channel = sampleSources().channels.first()};
        const QString text = u"Nine words are here, and then some more. "_s.repeated(20);
        QVERIFY(hasErrors(checkCopy(text, {place}, networks)));
        place.thread = ThreadStyle::Numbered;
        const CopyCheck check = checkCopy(text, {place}, networks);
        QVERIFY(!hasErrors(check));
        QCOMPARE(check.overAt, qsizetype(-1));
        QCOMPARE(check.counters.first().parts, 4); // six sentences each
        QVERIFY(check.counters.first().count.length <= 280);
        place.channel.network = u"linkedin-page"_s; // knows no threads
        QCOMPARE(checkCopy(text, {place}, networks).counters.first().parts, 1);
    }

    void aWordThatFitsNowhereIsToldWithItsPart()
    {
        const NetworkTable networks = sampleSources().networks;
        const CopyPlace place {
            .channel = sampleSources().channels.at(1), .thread = ThreadStyle::Plain};
        const QString text = u"Look: https://example.org/"_s + QString(400, u'a');
        const CopyCheck check = checkCopy(text, {place}, networks);
        QCOMPARE(rulesOf(check), QStringList {u"limit.length"_s});
        QVERIFY(check.issues.first().text.startsWith(u"Bluesky, part 2: "));
        QCOMPARE(check.overAt, qsizetype(306));
    }

    void aFirstCommentHasItsOwnLimit()
    {
        const NetworkTable networks = sampleSources().networks;
        const auto lengthLimit = [&](const QString &network) {
            const ChannelCopy copy = checkOn(u"Hi"_s,
                {.channel = {.id = ChannelId(1), .network = network, .name = {}, .handle = {}}},
                networks, {}, FirstCommentField);
            return copy.check.counters.isEmpty() ? NoLimit
                                                 : copy.check.counters.first().count.limit;
        };
        QCOMPARE(lengthLimit(u"x"_s), qsizetype(280)); // a reply is a post
        QCOMPARE(lengthLimit(u"linkedin-page"_s), qsizetype(1250));
        QCOMPARE(lengthLimit(u"google-business"_s), NoLimit);
    }

    void youTubeTakesNoAngles()
    {
        const NetworkTable networks = sampleSources().networks;
        const CopyCheck check = checkCopy(u"a < b > c"_s, u"youtube"_s, TimelineSurface, networks);
        QCOMPARE(
            rulesOf(check), (QStringList {u"character.forbidden"_s, u"character.forbidden"_s}));
        QVERIFY(hasErrors(check));
        QCOMPARE(check.issues.first().start, qsizetype(2));
        QVERIFY(!hasErrors(checkCopy(u"a < b"_s, u"x"_s, TimelineSurface, networks)));
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

PULLPUSH_TEST(TestCopyCheck)
#include "tst_copycheck.moc"
