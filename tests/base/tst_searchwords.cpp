// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/searchwords.h"
#include "base/text.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QStringList partsOf(const QString &text, const QList<TextRange> &ranges)
{
    QStringList parts;
    for (const TextRange &range : ranges)
        parts << text.mid(range.start, range.length);
    return parts;
}
} // namespace

class SearchWordsTest : public QObject
{
    Q_OBJECT
private slots:
    void partsWordsAsTheIndexDoes()
    {
        QCOMPARE(searchWords(u"Radosław's café, 20% OFF🌻now"),
            (QStringList {u"radoslaw"_s, u"s"_s, u"cafe"_s, u"20"_s, u"off"_s, u"now"_s}));
        QCOMPARE(searchWords(u" \"*&'(! "), QStringList());
        QCOMPARE(searchWords(QString(100, u'a')), QStringList {QString(64, u'a')});
    }

    void findsFoldedBeginnings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("folded") << u"Hello Radosław"_s << u"radosl"_s << QStringList {u"Radosł"_s};
        QTest::newRow("accents as marks")
            << u"cafe\u0301s"_s << u"cafe"_s << QStringList {u"cafe\u0301"_s};
        QTest::newRow("one letter for two")
            << u"Straße"_s << u"stras"_s << QStringList {u"Straß"_s};
        QTest::newRow("twice") << u"yes, YES"_s << u"yes"_s << QStringList {u"yes"_s, u"YES"_s};
        QTest::newRow("longer of two")
            << u"pricing"_s << u"pri price pricin"_s << QStringList {u"pricin"_s};
        QTest::newRow("not inside") << u"repricing"_s << u"pricing"_s << QStringList {};
        QTest::newRow("behind an emoji")
            << u"👩‍👩‍👧‍👦sun"_s << u"su"_s << QStringList {u"su"_s};
        QTest::newRow("nothing") << QString() << u"a"_s << QStringList {};
    }
    void findsFoldedBeginnings()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        QCOMPARE(partsOf(text, foundIn(text, searchWords(words))), found);
    }

    void findsPartsWhereAsked()
    {
        QCOMPARE(partsOf(u"McRadosław"_s, foundIn(u"McRadosław", {u"dosl"_s}, WordMatch::Anywhere)),
            QStringList {u"dosł"_s});
        QVERIFY(holdsAll({u"Ada Lovelace"_s, u"@engine"_s}, {u"lov"_s, u"eng"_s}));
        QVERIFY(!holdsAll({u"Ada Lovelace"_s}, {u"lace"_s}));
        QVERIFY(holdsAll({u"Ada Lovelace"_s}, {u"lace"_s}, WordMatch::Anywhere));
    }

    void showsTheTextAroundTheHit()
    {
        QString text = u"first words "_s;
        for (int i = 0; i < 100; ++i)
            text += u"filler "_s;
        text += u"the price of\nthe offer "_s;
        for (int i = 0; i < 100; ++i)
            text += u"filler "_s;
        const Excerpt excerpt = excerptAround(text, {u"price"_s, u"offer"_s}, 60);
        const MarkedText marked = markedText(text, excerpt);
        QVERIFY2(marked.text.contains(u"the price of the offer"_s), qPrintable(marked.text));
        QVERIFY(marked.text.startsWith(u"…filler"_s) && marked.text.endsWith(u"…"_s));
        QCOMPARE(partsOf(marked.text, marked.marks), (QStringList {u"price"_s, u"offer"_s}));
        QVERIFY(graphemeCount(marked.text) <= 62);
    }

    void showsTheBeginningWhereNothingIsFound()
    {
        const Excerpt excerpt = excerptAround(u"one two three", {u"zzz"_s}, 7);
        QCOMPARE(excerpt, (Excerpt {{0, 7}, {}}));
        QCOMPARE(markedText(u"one two three", excerpt).text, u"one two…"_s);
        QCOMPARE(markedText(u"short", excerptAround(u"short", {}, 7)).text, u"short"_s);
    }

    void rangesAreInsideAndCutNoGrapheme()
    {
        QVERIFY(rc::check("excerpts of any text", [] {
            const QString text = *RandomText::any();
            const QStringList words = searchWords(*RandomText::any());
            const auto match = *rc::gen::element(WordMatch::Start, WordMatch::Anywhere);
            const int length = *rc::gen::inRange(0, 40);
            const Excerpt excerpt = excerptAround(text, words, length, match);
            const QList<qsizetype> ends = graphemeEnds(text);
            const auto isBorder = [&ends](qsizetype offset) {
                return offset == 0 || std::ranges::binary_search(ends, offset);
            };
            RC_ASSERT(excerpt.part.start >= 0);
            RC_ASSERT(excerpt.part.length >= 0);
            RC_ASSERT(excerpt.part.end() <= text.size());
            RC_ASSERT(isBorder(excerpt.part.start));
            RC_ASSERT(isBorder(excerpt.part.end()));
            qsizetype last = excerpt.part.start;
            for (const TextRange &hit : excerpt.hits) {
                RC_ASSERT(hit.start >= last);
                RC_ASSERT(hit.length > 0);
                RC_ASSERT(hit.end() <= excerpt.part.end());
                RC_ASSERT(isBorder(hit.start));
                RC_ASSERT(isBorder(hit.end()));
                last = hit.end();
            }
            const MarkedText marked = markedText(text, excerpt);
            for (const TextRange &mark : marked.marks)
                RC_ASSERT(mark.end() <= marked.text.size());
        }));
    }

    void whatIsLookedForIsInTheExcerpt()
    {
        QVERIFY(rc::check("a word of the text itself", [] {
            const QString text = *RandomText::valid();
            const QList<TextRange> all = foundIn(text, searchWords(text));
            RC_PRE(!all.isEmpty());
            const int length = *rc::gen::inRange(1, 30);
            const QString word =
                searchWords(text.mid(all.last().start, all.last().length)).value(0);
            RC_PRE(!word.isEmpty() && !foundIn(text, {word}).isEmpty());
            RC_ASSERT(!excerptAround(text, {word}, length).hits.isEmpty());
        }));
    }
};

PULLPUSH_TEST(SearchWordsTest)
#include "tst_searchwords.moc"
