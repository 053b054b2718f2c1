// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spellwords.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSpellWords : public QObject
{
    Q_OBJECT
private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &text, const QStringList &words) {
            QTest::newRow(name) << text << words;
        };
        row("plain", u"Hello there, world."_s, {u"Hello"_s, u"there"_s, u"world"_s});
        row("apostrophes", u"don't and don’t"_s, {u"don't"_s, u"and"_s, u"don’t"_s});
        row("umlauts", u"Grüße, schöne Öfen"_s, {u"Grüße"_s, u"schöne"_s, u"Öfen"_s});
        row("hyphen", u"Kaffee-Pause"_s, {u"Kaffee"_s, u"Pause"_s});
        row("links and tags", u"see https://example.org/tehx #Teh @ada now"_s,
            {u"see"_s, u"now"_s});
        row("mail", u"write to ada@host now"_s, {u"write"_s, u"to"_s, u"now"_s});
        row("placeholder", u"Hi {frist name} there"_s, {u"Hi"_s, u"there"_s});
        row("capitals and numbers", u"NASA v2 B2B ok"_s, {u"ok"_s});
        row("one letter", u"a b cd"_s, {u"cd"_s});
        row("emoji", u"tea 👩‍👩‍👧 time"_s, {u"tea"_s, u"time"_s});
        row("nothing", {}, {});
    }

    void finds()
    {
        QFETCH(QString, text);
        QStringList words;
        const QList<WordSpan> spans = spellWords(text);
        for (const WordSpan &span : spans)
            words << text.sliced(span.start, span.end - span.start);
        QTEST(words, "words");
    }
};

PULLPUSH_TEST(TestSpellWords)
#include "tst_spellwords.moc"
