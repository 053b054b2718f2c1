// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class NormalisedHandleTest : public QObject
{
    Q_OBJECT
private slots:
    void isTheSameHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &network, const QString &value, const QString &expected) {
            QTest::addRow("%s %s", qPrintable(network), qPrintable(value))
                << network << value << expected;
        };
        const auto linkedIn = u"linkedin-member"_s;
        row(linkedIn, u"https://www.linkedin.com/in/Anna-Berg-1a2/?trk=x"_s, u"anna-berg-1a2"_s);
        row(linkedIn, u"http://de.linkedin.com/in/anna-berg-1a2/en"_s, u"anna-berg-1a2"_s);
        row(linkedIn, u"linkedin.com/in/anna-berg-1a2"_s, u"anna-berg-1a2"_s);
        row(linkedIn, u"https://www.linkedin.com/in/j%C3%B6rg-m"_s, u"jorg-m"_s);
        row(linkedIn, u"Jörg-M"_s, u"jorg-m"_s);
        row(linkedIn, u"@anna"_s, u"anna"_s);
        row(u"linkedin-page"_s, u"https://www.linkedin.com/company/acme/about"_s, u"acme"_s);
        row(u"x"_s, u"@Anna"_s, u"anna"_s);
        row(u"x"_s, u"https://x.com/Anna?s=20"_s, u"anna"_s);
        row(u"x"_s, u"https://mobile.twitter.com/anna/status/1"_s, u"anna"_s);
        row(u"x"_s, u"example.com/anna"_s, u"example.com/anna"_s);
        row(u"instagram"_s, u"https://instagram.com/Anna.Berg/"_s, u"anna.berg"_s);
        row(u"instagram"_s, u"anna.berg"_s, u"anna.berg"_s);
        row(u"instagram"_s, u"https://www.instagram.com/stories/Anna.Berg/33/"_s, u"anna.berg"_s);
        row(u"instagram"_s, u"https://www.instagram.com/anna.berg/p/Cxyz/?igsh=a"_s,
            u"anna.berg"_s);
        row(u"instagram"_s, u"https://www.instagram.com/p/cxyz/"_s,
            u"https://www.instagram.com/p/cxyz/"_s);
        row(u"youtube"_s, u"https://www.youtube.com/watch?v=abc"_s,
            u"https://www.youtube.com/watch?v=abc"_s);
        row(u"youtube"_s, u"https://www.youtube.com/@Anna/videos"_s, u"anna"_s);
        row(u"x"_s, u"https://twitter.com/#!/Anna"_s, u"anna"_s);
        row(u"x"_s, u"https://x.com/i/status/12"_s, u"https://x.com/i/status/12"_s);
        row(u"reddit"_s, u"u/Anna"_s, u"anna"_s);
        row(u"reddit"_s, u"/user/anna/"_s, u"anna"_s);
        row(linkedIn, u"/in/Anna-Berg-1a2/"_s, u"anna-berg-1a2"_s);
        row(u"facebook-page"_s, u"https://www.facebook.com/pages/Acme/77"_s, u"77"_s);
        row(u"telegram"_s, u"https://t.me/s/anna"_s, u"anna"_s);
        row(u"bluesky"_s, u"https://bsky.app/profile/anna.bsky.social"_s, u"anna.bsky.social"_s);
        row(u"bluesky"_s, u"@Anna.bsky.social"_s, u"anna.bsky.social"_s);
        row(u"tiktok"_s, u"https://www.tiktok.com/@anna"_s, u"anna"_s);
        row(u"facebook-profile"_s, u"https://m.facebook.com/anna.berg"_s, u"anna.berg"_s);
        row(u"facebook-profile"_s, u"https://facebook.com/profile.php?id=42"_s, u"42"_s);
        row(u"mastodon"_s, u"@Anna@Example.social"_s, u"anna@example.social"_s);
        row(u"mastodon"_s, u"https://example.social/@anna"_s, u"anna@example.social"_s);
        row(u"mastodon"_s, u"https://example.social/users/anna"_s, u"anna@example.social"_s);
        row(u"mastodon"_s, u"https://example.social/@anna@other.social"_s, u"anna@other.social"_s);
        row(u"mastodon"_s, u"anna@bücher.example"_s, u"anna@xn--bcher-kva.example"_s);
        row(u"email"_s, u" Anna.Berg+News@Example.COM "_s, u"anna.berg+news@example.com"_s);
        row(u"email"_s, u"Anna Berg <anna@example.com>"_s, u"anna@example.com"_s);
        row(u"email"_s, u"mailto:anna@example.com?subject=a"_s, u"anna@example.com"_s);
        row(u"email"_s, u"anna@Bücher.example"_s, u"anna@xn--bcher-kva.example"_s);
        row(u"phone"_s, u"+49 30 / 123-456"_s, u"+4930123456"_s);
        row(u"phone"_s, u"0049 30 123456"_s, u"+4930123456"_s);
        row(u"phone"_s, u"+49 (0)30 123456"_s, u"+4930123456"_s);
        row(u"phone"_s, u"030 123456"_s, u"030123456"_s);
        row(u"phone"_s, u"tel:+1-201-555-0123;ext=7"_s, u"+12015550123"_s);
        row(u"phone"_s, u"+1 201 555 0123 ext. 7"_s, u"+12015550123"_s);
        row(u"phone"_s, u"+1 201 555 0123 x7"_s, u"+12015550123"_s);
        row(u"phone"_s, u"٠٣٠١٢٣"_s, u"030123"_s);
        row(u"whatsapp"_s, u"https://wa.me/4930123456"_s, u"+4930123456"_s);
        row(u"whatsapp"_s, u"wa.me/+4930123456"_s, u"+4930123456"_s);
        row(u"whatsapp"_s, u"https://api.whatsapp.com/send?phone=4930123456&text=Hello"_s,
            u"+4930123456"_s);
        row(u"whatsapp"_s, u"+49 30 123456"_s, u"+4930123456"_s);
        row(u"whatsapp"_s, u"Max 2"_s, u"max 2"_s);
        row(u"whatsapp"_s, u"Anna Berg"_s, u"anna berg"_s);
        row(u"web"_s, u"https://www.Example.com/About/"_s, u"example.com/About"_s);
        row(u"web"_s, u"example.com"_s, u"example.com"_s);
    }
    void isTheSameHoweverItIsWritten()
    {
        QFETCH(QString, network);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        QCOMPARE(normalisedHandle(network, value), expected);
        QCOMPARE(normalisedHandle(network, expected), expected); // and stays so
    }
};

PULLPUSH_TEST(NormalisedHandleTest)
#include "tst_normalisedhandle.moc"
