// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/emoji.h"
#include "domain/emojilist.h"
#include "test_support/testprogram.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestEmojiList : public QObject
{
    Q_OBJECT
private slots:
    void holdsEachOnce()
    {
        const QList<EmojiEntry> list = emojiList(u"de_DE"_s);
        QVERIFY(list.size() > 1500);
        QSet<QString> seen;
        for (const EmojiEntry &entry : list) {
            QVERIFY2(isEmoji(entry.text), qPrintable(entry.name));
            QVERIFY2(!entry.name.isEmpty(), qPrintable(entry.text));
            QVERIFY2(!seen.contains(entry.text), qPrintable(entry.name));
            seen.insert(entry.text);
        }
        QCOMPARE(list.first().name, u"grinning face"_s); // as the charts begin
        QVERIFY(seen.contains(u"❤️"_s));
        QVERIFY(seen.contains(u"👩‍🚀"_s));
        QVERIFY(!seen.contains(u"👍🏽"_s));
    }

    void findsByTheBeginningOfWords()
    {
        const QList<EmojiEntry> list = emojiList(u"de_DE"_s);
        const auto found = [&list](QStringView words) {
            QStringList texts;
            for (const int i : searchEmoji(list, words))
                texts << list.at(i).text;
            return texts;
        };
        QVERIFY(found(u"hot bev").contains(u"☕"_s));
        QVERIFY(found(u"ROCKET").contains(u"🚀"_s));
        QVERIFY(found(u"deutsch").contains(u"🇩🇪"_s));
        QVERIFY(found(u"scotland").contains(u"🏴󠁧󠁢󠁳󠁣󠁴󠁿"_s));
        QVERIFY(!found(u"ocket").contains(u"🚀"_s));
        QVERIFY(found(u"nosuchthing").isEmpty());
        QCOMPARE(found({}).size(), list.size());
    }

    void takesTones()
    {
        QCOMPARE(withTone(u"👍"_s, 3), u"👍🏽"_s);
        QCOMPARE(withTone(u"👍"_s, 0), u"👍"_s);
        QCOMPARE(withTone(u"👩‍🚀"_s, 1), u"👩🏻‍🚀"_s);
        QCOMPARE(withTone(u"☝️"_s, 5), u"☝🏿"_s);
        QCOMPARE(withTone(u"🚀"_s, 3), u"🚀"_s);
        QCOMPARE(withTone(u"👪"_s, 3), u"👪"_s); // a family takes none
        for (const EmojiEntry &entry : emojiList({})) {
            if (entry.takesTone)
                QCOMPARE(withoutTone(withTone(entry.text, 2)), entry.text);
        }
    }
};

PULLPUSH_TEST(TestEmojiList)
#include "tst_emojilist.moc"
