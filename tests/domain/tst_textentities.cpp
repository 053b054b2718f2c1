// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textentities.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// The entities as words, with a sign for their kind.
QStringList words(const QString &text)
{
    QStringList found;
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities) {
        const QString word = text.mid(entity.start, entity.end - entity.start);
        found.append(entity.kind == TextEntity::Kind::Link ? u"→"_s + word : word);
    }
    return found;
}
} // namespace

class TestTextEntities : public QObject
{
    Q_OBJECT
private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const QString &text, const QStringList &found = {}) {
            QTest::newRow(name) << text << found;
        };
        row("nothing", u"A calm sentence, with e.g. an abbreviation."_s);
        row("link and full stop", u"Read http://example.com/."_s, {u"→http://example.com/"_s});
        row("many dots", u"http://example.com/path......"_s, {u"→http://example.com/path"_s});
        row("query with hyphen", u"https://example.com/list?id=abc-"_s,
            {u"→https://example.com/list?id=abc-"_s});
        row("query without path", u"http://example.com?a=b&c"_s, {u"→http://example.com?a=b&c"_s});
        row("port", u"http://example.com:8080/x"_s, {u"→http://example.com:8080/x"_s});
        row("case", u"HTTPS://Www.Example.COM/Index"_s, {u"→HTTPS://Www.Example.COM/Index"_s});
        row("fragment is no hashtag", u"example.com/#top"_s, {u"→example.com/#top"_s});
        row("brackets around", u"(example.com/a)"_s, {u"→example.com/a"_s});
        row("brackets inside", u"http://example.org/Tea_(film) x"_s,
            {u"→http://example.org/Tea_(film)"_s});
        row("accents", u"ELPAÍS.com"_s, {u"→ELPAÍS.com"_s});
        row("sign as host", u"http://☃.net/"_s, {u"→http://☃.net/"_s});
        row("other script in the root zone", u"http://example.みんな/ x"_s,
            {u"→http://example.みんな/"_s});
        row("encoded", u"http://xn--ls8h.la/"_s, {u"→http://xn--ls8h.la/"_s});
        row("between ideographs", u"example.comこれは。example.org中国語t.co/abc"_s,
            {u"→example.com"_s, u"→example.org"_s, u"→t.co/abc"_s});
        row("protocol between ideographs", u"中http://t.co/abcde한"_s, {u"→http://t.co/abcde"_s});
        row("protocol then ideographs", u"http://example.comこれ"_s, {u"→http://example.com"_s});
        row("unknown ending", u"http://example.nowhere tar.bz2 long.test.tar.bz2"_s);
        row("hyphens at the edge of labels", u"http://-a.example.com http://a-.example.com"_s);
        row("underscore in the domain", u"http://a_b.com"_s);
        row("underscore in the subdomain", u"http://a_b.c-d.com"_s, {u"→http://a_b.c-d.com"_s});
        row("stock and money", u"$example.com $t.co/abc"_s);
        row("mail", u"john.doe.gov@mail.com me@example.com"_s);
        row("mention with domain", u"Ask @ada.example.com or @ada@example.org."_s,
            {u"@ada.example.com"_s, u"@ada@example.org"_s});
        row("mention and full stop", u"Thanks, @ada. And (@bob)!"_s, {u"@ada"_s, u"@bob"_s});
        row("wide at", u"＠ada"_s, {u"＠ada"_s});
        row("hashtags", u"#tea, (#coffee) #1st #日本語。#Čeština"_s,
            {u"#tea"_s, u"#coffee"_s, u"#1st"_s, u"#日本語"_s, u"#Čeština"_s});
        row("no hashtags", u"#16 a#b &#39; #️⃣ # x ##"_s);
        row("hashtag is no protocol", u"#http://example.com"_s);
        row("emoji before hashtag is a border", u"\u263A\uFE0F #tea"_s, {u"#tea"_s});
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QCOMPARE(words(text), found);
    }

    void knowsLocalPartAndProtocol()
    {
        const TextEntities found = findEntities(u"@ada@example.org http://a.com b.com"_s);
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.at(0).localEnd, qsizetype(4));
        QVERIFY(found.at(1).hasProtocol);
        QVERIFY(!found.at(2).hasProtocol);
    }
};

PULLPUSH_TEST(TestTextEntities)
#include "tst_textentities.moc"
