// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postwords.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPostWords : public QObject
{
    Q_OBJECT
private slots:
    void knowsWhereItWasWritten()
    {
        const ResolvedWords words(u"a {link} b {Link}"_s, u"http://x.example"_s);
        QCOMPARE(words.text(), u"a http://x.example b http://x.example"_s);
        QCOMPARE(words.writtenAt(0), qsizetype(0));
        QCOMPARE(words.writtenAt(2), qsizetype(2));
        QCOMPARE(words.writtenAt(10), qsizetype(2)); // within the link
        QCOMPARE(words.writtenEnd(10), qsizetype(8));
        QCOMPARE(words.writtenAt(19), qsizetype(9)); // b
        QCOMPARE(words.writtenEnd(words.text().size()), qsizetype(17));
        QCOMPARE(words.writtenAt(-1), qsizetype(-1));
    }

    void withoutALinkNothingChanges()
    {
        QCOMPARE(ResolvedWords(u"a {link}"_s, {}).text(), u"a {link}"_s);
        QCOMPARE(ResolvedWords(u"a {name}"_s, u"l"_s).text(), u"a {name}"_s);
        QCOMPARE(ResolvedWords(u"a {name}"_s, u"l"_s).writtenAt(5), qsizetype(5));
    }

    void publishesTheLinkOfTheChannel()
    {
        Post post;
        post.text = u"Read {link}"_s;
        post.link = u"https://example.org/#tea"_s;
        post.campaign = CampaignId(7);
        Campaign campaign;
        campaign.id = post.campaign;
        campaign.name = u"Winter roast"_s;
        Channel channel;
        channel.network = u"x"_s;
        Variant variant;
        variant.firstComment = u"{link}"_s;
        QCOMPARE(
            publishedText(post, variant, channel, {campaign}), u"Read https://example.org/#tea"_s);
        post.tracksLink = true;
        const QString tagged =
            u"https://example.org/?utm_source=x&utm_medium=social&utm_campaign=winter-roast#tea"_s;
        QCOMPARE(publishedText(post, variant, channel, {campaign}), u"Read "_s + tagged);
        QCOMPARE(publishedComment(post, variant, channel, {campaign}), tagged);
        variant.detached = true;
        variant.text = u"Mine"_s;
        QCOMPARE(publishedText(post, variant, channel, {campaign}), u"Mine"_s);
    }
};

PULLPUSH_TEST(TestPostWords)
#include "tst_postwords.moc"
