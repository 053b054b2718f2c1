// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postthread.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QList<Limit> most(qsizetype limit, CountingRule rule = CountingRule::CodePoints)
{
    Limit made;
    made.limit = limit;
    made.rule = rule;
    return {made};
}

QStringList texts(const QList<ThreadPart> &parts)
{
    QStringList all;
    for (const ThreadPart &part : parts)
        all << part.text;
    return all;
}
} // namespace

class TestThread : public QObject
{
    Q_OBJECT
private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *name, const QString &text, int limit,
                             const QStringList &parts) {
            QTest::newRow(name) << text << limit << parts;
        };
        row("fits", u"One two."_s, 20, {u"One two."_s});
        row("nothing", {}, 20, {});
        row("paragraph before sentence", u"One. Two.\nThree. Four. Five."_s, 20,
            {u"One. Two."_s, u"Three. Four. Five."_s});
        row("sentence before word", u"One two. Three four five"_s, 20,
            {u"One two."_s, u"Three four five"_s});
        row("word", u"one two three four five"_s, 13, {u"one two three"_s, u"four five"_s});
        row("no heading alone", u"Hi\none two three four five six seven"_s, 24,
            {u"Hi\none two three four"_s, u"five six seven"_s});
        row("within a long word", QString(25, u'a'), 10,
            {QString(10, u'a'), QString(10, u'a'), QString(5, u'a')});
        row("space at the end costs nothing", u"0123456789   "_s, 10, {u"0123456789"_s});
        row("manual", u"one\n---\ntwo\n --- \n\nthree"_s, 100, {u"one"_s, u"two"_s, u"three"_s});
        row("manual without words", u"---\n---\none\n---"_s, 100, {u"one"_s});
        row("hyphens in words are none", u"one --- two"_s, 100, {u"one --- two"_s});
        row("hashtag stays whole", u"words and #longhashtag"_s, 15,
            {u"words and"_s, u"#longhashtag"_s});
        row("link stays whole", u"See https://example.org/a-b-c now"_s, 28,
            {u"See"_s, u"https://example.org/a-b-c"_s, u"now"_s});
    }

    void splits()
    {
        QFETCH(QString, text);
        QFETCH(int, limit);
        QTEST(texts(splitThread(text, most(limit), ThreadStyle::Plain)), "parts");
    }

    void numbersCount()
    {
        const QString text = u"one two three four five"_s;
        QCOMPARE(texts(splitThread(text, most(13), ThreadStyle::Numbered)),
            (QStringList {u"one two 1/3"_s, u"three 2/3"_s, u"four five 3/3"_s}));
        QCOMPARE(
            texts(splitThread(u"one"_s, most(13), ThreadStyle::Numbered)), QStringList {u"one"_s});
    }

    void numbersOfTwoDigitsCount()
    {
        const QList<ThreadPart> parts =
            splitThread(u"word "_s.repeated(60), most(20), ThreadStyle::Numbered);
        QVERIFY(parts.size() >= 10);
        for (const ThreadPart &part : parts)
            QVERIFY2(part.text.size() <= 20, qPrintable(part.text));
        QVERIFY(parts.last().text.endsWith(u" %1/%1"_s.arg(parts.size())));
    }

    void whatCannotBePartedIsSaid()
    {
        const QList<ThreadPart> parts =
            splitThread(u"See https://example.org/abc now"_s, most(10), ThreadStyle::Plain);
        QCOMPARE(parts.size(), 3);
        QVERIFY(parts.at(0).fits);
        QVERIFY(!parts.at(1).fits);
        QCOMPARE(parts.at(1).text, u"https://example.org/abc"_s);
    }

    void withoutAStyleNothingHappens()
    {
        QCOMPARE(texts(splitThread(u" a\n---\nb "_s, most(2), ThreadStyle::None)),
            QStringList {u" a\n---\nb "_s});
    }

    void splitsTheLongestText()
    {
        const QString text = u"Some words with a #tag and example.com in them. "_s.repeated(1316);
        const auto parts =
            splitThread(text, most(280, CountingRule::XWeighted), ThreadStyle::Numbered);
        QVERIFY(parts.size() > 200);
    }
};

PULLPUSH_TEST(TestThread)
#include "tst_postthread.moc"
