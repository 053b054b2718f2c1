// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestTile : public QObject
{
    Q_OBJECT
private slots:
    void ordersADay()
    {
        const QDate day(2026, 11, 12);
        const TilesByDay days = packDays(
            {post(3, u"noon"_s, day, QTime(12, 0)), post(2, u"later id"_s, day, QTime(9, 0)),
                post(1, u"earlier id"_s, day, QTime(9, 0)), post(4, u"untimed"_s, day),
                post(5, u"idea"_s, {})},
            sources(), day);
        QCOMPARE(days.size(), 1);
        QStringList texts;
        for (const Tile &tile : days.value(day))
            texts.append(tile.text);
        QCOMPARE(texts, (QStringList {u"untimed"_s, u"earlier id"_s, u"later id"_s, u"noon"_s}));
    }

    void namesWhatItKnows()
    {
        const QDate day(2026, 11, 12);
        PostWithVariants made =
            on(on(post(1, {}, day, QTime(9, 30)), 1, PostStatus::Approved), 2, PostStatus::Draft);
        made.post.text = u"First line\nSecond line"_s;
        made.post.campaign = CampaignId(1);
        const Tile tile = packDays({made}, sources(), day).value(day).value(0);
        QCOMPARE(tile.text, u"First line"_s);
        QCOMPARE(tile.signs, (QStringList {u"X"_s, u"Bs"_s}));
        QCOMPARE(tile.channels, u"Kettle, Kettle & Leaf"_s);
        QCOMPARE(tile.status, PostStatus::Draft);
        QCOMPARE(tile.colour, 2);
        QVERIFY(describe(tile).contains(u"First line"_s));
        QVERIFY(describe(tile).contains(u"draft"_s));
        QVERIFY(describe(tile).contains(u"Harvest"_s));
        QCOMPARE(ideaTile(post(2, {}, {}), sources()).text, u"Untitled"_s);
    }

    void followsAVariantToItsOwnDay()
    {
        const QDate day(2026, 11, 12);
        PostWithVariants made = on(
            on(post(1, u"a"_s, day, QTime(9, 0)), 1, PostStatus::Scheduled), 2, PostStatus::Draft);
        made.variants[1].day = day.addDays(3);
        made.variants[1].time = QTime(15, 0);
        const TilesByDay days = packDays({made}, sources(), day.addDays(1));
        QCOMPARE(days.size(), 2);
        QCOMPARE(days.value(day).value(0).signs, QStringList {u"X"_s});
        QCOMPARE(days.value(day).value(0).time, std::optional(QTime(9, 0)));
        QVERIFY(days.value(day).value(0).missed);
        QCOMPARE(days.value(day.addDays(3)).value(0).time, std::optional(QTime(15, 0)));
        QVERIFY(!days.value(day.addDays(3)).value(0).missed);
    }
};

PULLPUSH_TEST(TestTile)
#include "tst_tile.moc"
