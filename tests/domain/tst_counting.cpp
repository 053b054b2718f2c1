// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "domain/counting.h"
#include "domain/emoji.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CountingRule)

class TestCounting : public QObject
{
    Q_OBJECT
private slots:
    void counts_data();
    void counts();
    void saysWhereTheLimitIsPassed_data();
    void saysWhereTheLimitIsPassed();
    void splitsAsUnicodeDoes();
    void countsLongTexts_data();
    void countsLongTexts();

private:
    const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s;
};

void TestCounting::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CountingRule>("rule");
    QTest::addColumn<qsizetype>("length");
    const auto x = [](const char *name, const QString &text, qsizetype length) {
        QTest::newRow(name) << text << CountingRule::XWeighted << length;
    };
    x("x: words and a link", u"Hi http://test.co"_s, 26);
    x("x: a link", u"http://test.co"_s, 23);
    x("x: ten links", u"http://test.co "_s.repeated(10), 240);
    x("x: letter, cat, smile, family", u"H\U0001F431\u263A"_s + family, 7);
    x("x: skin tone and singer", u"\U0001F64B\U0001F3FD\U0001F468\u200D\U0001F3A4"_s, 4);
    x("x: five emoji", u"\U0001F637\U0001F47E\U0001F621\U0001F525\U0001F4A9"_s, 10);
    x("x: 140 families", family.repeated(140), 280);
    x("x: 160 ideographs", u"故"_s.repeated(160), 320);
    x("x: keycap without selector", u"1\u20E3"_s, 2);
    x("x: keycap with selector", u"1\uFE0F\u20E3"_s, 2);
    x("x: label too long for a domain", QString(64, u'a') + u".com"_s, 68);
    x("x: longest label of a domain", QString(63, u'a') + u".com"_s, 23);
    x("x: decomposed is composed first", u"e\u0301"_s, 1);
    x("x: flag", u"\U0001F1E9\U0001F1EA"_s, 2);
    x("x: no flag of any place", u"\U0001F1FD\U0001F1FD"_s, 4);
    x("x: copyright sign is text", u"\u00A9"_s, 1);
    x("x: copyright sign as emoji", u"\u00A9\uFE0F"_s, 2);
    x("x: joined but no sequence", u"\U0001F431\u200D\U0001F525"_s, 5);
    x("x: quotes, dash and dots weigh one but the dots", u"“a” – …"_s, 8);
    x("x: bare domain in Japanese", u"見てexample.comください"_s, 4 + 23 + 8);
    x("x: mail address is no link", u"me@example.com"_s, 14);
    x("x: link in brackets with full stop", u"(https://example.com/a_(b))."_s, 26);
    x("x: own shortener ends with the slug", u"http://t.co/abc's"_s, 25);
    x("x: empty", QString(), 0);

    const auto row = [this](const char *name, CountingRule rule, qsizetype length) {
        QTest::newRow(name) << family << rule << length;
    };
    row("family in graphemes", CountingRule::Graphemes, 1);
    row("family in code points", CountingRule::CodePoints, 7);
    row("family in UTF-16", CountingRule::Utf16, 11);
    row("family in bytes", CountingRule::Utf8Bytes, 25);
    row("family on X", CountingRule::XWeighted, 2);
    row("family on Threads", CountingRule::Threads, 25);
    row("family on Mastodon", CountingRule::Mastodon, 1);

    QTest::newRow("threads: words and emoji")
        << u"Grüße \U0001F600"_s << CountingRule::Threads << qsizetype(10);
    QTest::newRow("threads: ideographs are characters")
        << u"故事"_s << CountingRule::Threads << qsizetype(2);
    QTest::newRow("threads: digits are no emoji")
        << u"1#"_s << CountingRule::Threads << qsizetype(2);
    QTest::newRow("mastodon: link") << u"See https://example.org/a/very/long/path/indeed"_s
                                    << CountingRule::Mastodon << qsizetype(27);
    QTest::newRow("mastodon: bare domain is text")
        << u"example.org"_s << CountingRule::Mastodon << qsizetype(11);
    QTest::newRow("mastodon: remote mention")
        << u"Hello @ada@social.example, hello @bob"_s << CountingRule::Mastodon << qsizetype(22);
    QTest::newRow("linkedin: escaped")
        << u"(a) #b_c *d* [e]"_s << CountingRule::LinkedInEscaped << qsizetype(24);
    QTest::newRow("linkedin: plain")
        << u"(a) #b_c *d* [e]"_s << CountingRule::CodePoints << qsizetype(16);
    QTest::newRow("line ends") << u"a\r\nb\nc"_s << CountingRule::Graphemes << qsizetype(5);
    QTest::newRow("hindi") << u"हिन्दी"_s << CountingRule::Graphemes << graphemeCount(u"हिन्दी"_s);
    QTest::newRow("hashtags") << u"#one #two, #3 (#four)"_s << CountingRule::Hashtags
                              << qsizetype(3);
    QTest::newRow("mentions") << u"@one @two.three me@example.com"_s << CountingRule::Mentions
                              << qsizetype(2);
    QTest::newRow("links") << u"a.com and http://b.org/#c, d.invalidname"_s << CountingRule::Links
                           << qsizetype(2);
}

void TestCounting::counts()
{
    QFETCH(QString, text);
    QFETCH(CountingRule, rule);
    QFETCH(qsizetype, length);
    const Count counted = count(text, rule);
    QCOMPARE(counted.length, length);
    QVERIFY(counted.valid);
    QCOMPARE(counted.overAt, qsizetype(-1));
    // A limit that is just met holds, one less is passed.
    QVERIFY(count(text, rule, length).valid);
    if (length > 0)
        QVERIFY(!count(text, rule, length - 1).valid);
}

void TestCounting::saysWhereTheLimitIsPassed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CountingRule>("rule");
    QTest::addColumn<qsizetype>("limit");
    QTest::addColumn<qsizetype>("overAt");
    QTest::newRow("x: ideographs")
        << u"故"_s.repeated(160) << CountingRule::XWeighted << qsizetype(280) << qsizetype(140);
    QTest::newRow("x: a link passes as a whole")
        << u"abc http://test.co d"_s << CountingRule::XWeighted << qsizetype(20) << qsizetype(4);
    QTest::newRow("x: after a link") << u"http://test.co/abcdefghijklmnop more"_s
                                     << CountingRule::XWeighted << qsizetype(24) << qsizetype(32);
    QTest::newRow("utf-16: never inside a character")
        << u"a\U0001F600b"_s << CountingRule::Utf16 << qsizetype(2) << qsizetype(1);
    QTest::newRow("bytes: never inside a cluster")
        << QString(u"ab"_s + family) << CountingRule::Utf8Bytes << qsizetype(10) << qsizetype(2);
    QTest::newRow("graphemes") << QString(family + family) << CountingRule::Graphemes
                               << qsizetype(1) << family.size();
    QTest::newRow("hashtags: the third")
        << u"#a #b #c"_s << CountingRule::Hashtags << qsizetype(2) << qsizetype(6);
    QTest::newRow("nothing fits in nothing")
        << u"a"_s << CountingRule::CodePoints << qsizetype(0) << qsizetype(0);
}

void TestCounting::saysWhereTheLimitIsPassed()
{
    QFETCH(QString, text);
    QFETCH(CountingRule, rule);
    QFETCH(qsizetype, limit);
    QFETCH(qsizetype, overAt);
    const Count counted = count(text, rule, limit);
    QVERIFY(!counted.valid);
    QCOMPARE(counted.limit, limit);
    QCOMPARE(counted.overAt, overAt);
    QCOMPARE(counted.unit, unitOf(rule));
}

/// Unicode's own table, where it is at hand: each line lists code points between ÷ (break) and ×
/// (no break).
void TestCounting::splitsAsUnicodeDoes()
{
    const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
    QFile file(folder + u"/exports/text-conformance/BurntSushi__bstr/data/GraphemeBreakTest.txt"_s);
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("no conformance data at hand");
    int lines = 0;
    int different = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).section(u'#', 0, 0).simplified();
        if (line.isEmpty())
            continue;
        QString text;
        QList<qsizetype> ends;
        const QStringList tokens = line.split(u' ');
        for (const QString &token : tokens.mid(1)) {
            if (token == u"÷")
                ends.append(text.size());
            else if (token != u"×")
                text +=
                    QString::fromUcs4(std::array {char32_t(token.toUInt(nullptr, 16))}.data(), 1);
        }
        ++lines;
        if (graphemeEnds(text) != ends) {
            ++different;
            qInfo().noquote() << line;
        }
    }
    QVERIFY(lines > 500);
    QCOMPARE(different, 0);
}

void TestCounting::countsLongTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("latin")
        << u"The kettle sings, and the story goes on: read it at example.org/tea. "_s.repeated(916);
    QTest::newRow("ideographs") << u"故"_s.repeated(63206);
    QTest::newRow("families") << family.repeated(5746);
    QTest::newRow("mixed")
        << u"Grüße 👋 an alle – „hört“ auf http://example.org/x #tee @ada "_s.repeated(1000);
}

/// The longest post of any network has 63,206 characters.
void TestCounting::countsLongTexts()
{
    QFETCH(QString, text);
    for (const auto &[rule, name] : EnumText<CountingRule>::values) {
        const Count once = count(text, rule);
        const Count twice = count(text + u'\n' + text, rule);
        QVERIFY2(twice.length >= 2 * once.length, name.data());
    }
}

PULLPUSH_TEST(TestCounting)
#include "tst_counting.moc"
