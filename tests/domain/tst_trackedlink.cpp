// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/trackedlink.h"
#include "test_support/testprogram.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

class TestTrackedLink : public QObject
{
    Q_OBJECT
private slots:
    void tags_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("tagged");
        const auto row = [](const char *name, const QString &link, const QString &tagged) {
            QTest::newRow(name) << link << tagged;
        };
        const QString tags = u"utm_source=x&utm_medium=social&utm_campaign=a%2Bb%26c%20d"_s;
        row("bare", u"https://example.org"_s, u"https://example.org?"_s + tags);
        row("path", u"https://example.org/a/"_s, u"https://example.org/a/?"_s + tags);
        row("query", u"https://example.org/?q=a+b%20c"_s,
            u"https://example.org/?q=a+b%20c&"_s + tags);
        row("fragment", u"https://example.org/a#b?c=d"_s,
            u"https://example.org/a?"_s + tags + u"#b?c=d"_s);
        row("both", u"http://example.org/a?x=1#y"_s,
            u"http://example.org/a?x=1&"_s + tags + u"#y"_s);
        row("replaces",
            u"https://example.org/?utm_source=old&a=1&UTM_Medium=mail&utm%5Fcampaign=q"_s,
            u"https://example.org/?a=1&"_s + tags);
        row("keeps other tags", u"https://example.org/?utm_term=tea"_s,
            u"https://example.org/?utm_term=tea&"_s + tags);
        row("valueless", u"https://example.org/?flag"_s, u"https://example.org/?flag&"_s + tags);
        row("without protocol", u"example.org/tea"_s, u"example.org/tea?"_s + tags);
        row("with port", u"example.org:8080/tea"_s, u"example.org:8080/tea?"_s + tags);
        row("mail", u"mailto:ada@example.org"_s, u"mailto:ada@example.org"_s);
        row("words", u"to be written"_s, u"to be written"_s);
        row("nothing", {}, {});
    }

    void tags()
    {
        QFETCH(QString, link);
        const LinkTags tags {u"x"_s, u"social"_s, u"a+b&c d"_s};
        const QString tagged = taggedLink(link, tags);
        QTEST(tagged, "tagged");
        QCOMPARE(taggedLink(tagged, tags), tagged);
    }

    void serversReadWhatWasMeant()
    {
        const QString value = u"5 % + “Grüße” & co = #1"_s;
        const QUrl url(taggedLink(u"https://example.org"_s, {value, u"m"_s, {}}));
        QVERIFY(url.isValid());
        QCOMPARE(QUrlQuery(url).queryItemValue(u"utm_source"_s, QUrl::FullyDecoded), value);
        QVERIFY(!url.toEncoded().contains("utm_campaign"));
        QVERIFY(!url.toEncoded().contains('+'));
    }

    void namesAfterChannelAndCampaign()
    {
        Channel channel;
        channel.network = u"linkedin-page"_s;
        Campaign campaign;
        campaign.name = u"Herbst & Grüße 2026!"_s;
        QCOMPARE(linkTags(channel, &campaign),
            (LinkTags {u"linkedin-page"_s, u"social"_s, u"herbst-grusse-2026"_s}));
        channel.utmSource = u"LI"_s;
        channel.utmMedium = u"organic"_s;
        campaign.utmCampaign = u"H26"_s;
        QCOMPARE(linkTags(channel, &campaign), (LinkTags {u"LI"_s, u"organic"_s, u"H26"_s}));
        QVERIFY(linkTags(channel, nullptr).campaign.isEmpty());
    }
};

PULLPUSH_TEST(TestTrackedLink)
#include "tst_trackedlink.moc"
