// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/hourslayout.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHoursPlan : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatHasRoomAndCountsTheRest();
    void keepsTheCursorsPost();
    void stopsAtPostsAndHalfHours();
    void roundsToQuarters_data();
    void roundsToQuarters();
    void laysOut_data();
    void laysOut();

private:
    [[nodiscard]] static Tile tile(qint64 id, std::optional<QTime> time)
    {
        Tile made;
        made.post = PostId(id);
        made.time = time;
        made.text = u"post"_s;
        return made;
    }
};

void TestHoursPlan::showsWhatHasRoomAndCountsTheRest()
{
    QList<Tile> tiles {tile(1, {}), tile(2, QTime(9, 0)), tile(3, QTime(9, 10))};
    HoursPlan plan = planHours(tiles, {2, 1});
    QCOMPARE(plan.untimed.size(), 1);
    QCOMPARE(plan.timed.size(), 2);
    QCOMPARE(plan.timed.at(1).lanes, 2);
    QVERIFY(plan.hidden.isEmpty() && !plan.timed.at(1).beside);
    // A third is one too many: one stays, the others are counted by the hour.
    tiles.append({tile(4, QTime(9, 20)), tile(5, QTime(14, 0))});
    plan = planHours(tiles, {2, 1});
    QCOMPARE(plan.timed.size(), 2);
    QVERIFY(plan.timed.at(0).beside);
    QCOMPARE(plan.timed.at(1).tile.post, PostId(5));
    QVERIFY(!plan.timed.at(1).beside);
    QCOMPARE(plan.hidden.size(), 1);
    QCOMPARE(plan.hidden.first().minute, 9 * 60);
    QCOMPARE(plan.hidden.first().count, 2);
    // Just before midnight a tile still stands within the day.
    plan = planHours({tile(9, QTime(23, 59))}, {2, 1});
    QCOMPARE(plan.timed.first().minute, HoursPlan::DayMinutes - HoursPlan::TileMinutes);
}

void TestHoursPlan::keepsTheCursorsPost()
{
    QList<Tile> tiles;
    for (int i = 1; i <= 330; ++i)
        tiles.append(tile(i, QTime(8, 0).addSecs(i * 100)));
    const auto shows = [](const HoursPlan &plan, qint64 id) {
        return std::ranges::any_of(
            plan.timed, [id](const HourTile &entry) { return entry.tile.post == PostId(id); });
    };
    const HoursPlan plain = planHours(tiles, {2, 1});
    QVERIFY(!shows(plain, 100));
    const HoursPlan plan = planHours(tiles, {2, 1}, PostId(100));
    QVERIFY(shows(plan, 100));
    qsizetype all = plan.timed.size();
    for (const HiddenPosts &hidden : plan.hidden)
        all += hidden.count;
    QCOMPARE(all, 330); // nothing is lost
    for (qsizetype i = 1; i < plan.timed.size(); ++i)
        QVERIFY(plan.timed.at(i).minute - plan.timed.at(i - 1).minute >= HoursPlan::TileMinutes);
}

void TestHoursPlan::stopsAtPostsAndHalfHours()
{
    const QList<HourStop> none = hourStops({});
    QCOMPARE(none.size(), 49); // one without a time, and the half hours
    QCOMPARE(none.first(), HourStop {});
    QCOMPARE(none.at(19), (HourStop {PostId(), QTime(9, 0)}));
    const QList<HourStop> some = hourStops(
        {tile(1, {}), tile(2, QTime(9, 0)), tile(3, QTime(9, 15)), tile(4, QTime(9, 30))});
    QCOMPARE(some.size(), 50); // two half hours are the posts'
    QCOMPARE(some.first(), (HourStop {PostId(1), {}}));
    QCOMPARE(some.at(19), (HourStop {PostId(2), QTime(9, 0)}));
    QCOMPARE(some.at(20), (HourStop {PostId(3), QTime(9, 15)}));
    QCOMPARE(some.at(22), (HourStop {PostId(), QTime(10, 0)}));
}

void TestHoursPlan::roundsToQuarters_data()
{
    QTest::addColumn<int>("minute");
    QTest::addColumn<QTime>("time");
    QTest::newRow("on it") << 9 * 60 + 15 << QTime(9, 15);
    QTest::newRow("before the next") << 9 * 60 + 29 << QTime(9, 15);
    QTest::newRow("before the day") << -20 << QTime(0, 0);
    QTest::newRow("after the day") << 1500 << QTime(23, 45);
}

void TestHoursPlan::roundsToQuarters()
{
    QFETCH(const int, minute);
    QFETCH(const QTime, time);
    QCOMPARE(onQuarter(minute), time);
}

void TestHoursPlan::laysOut_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestHoursPlan::laysOut()
{
    QFETCH(const Qt::LayoutDirection, direction);
    const HoursMetrics metrics {
        .gutter = 50, .header = 30, .tile = 20, .hour = 44, .leastTile = 60, .mark = 30};
    const HoursLayout layout(metrics,
        {.viewport = QSize(1000, 700),
            .days = 7,
            .stripRows = 2,
            .scrolled = 330,
            .direction = direction});
    for (int day = 0; day < 7; ++day) {
        const QRect column = layout.column(day);
        QCOMPARE(layout.dayAt(column.center().x()), day);
        QVERIFY(!column.intersects(layout.gutter()));
        if (day > 0)
            QVERIFY(!column.intersects(layout.column(day - 1)));
        const bool isFirstLeft = layout.column(0).left() < layout.column(6).left();
        QCOMPARE(isFirstLeft, direction == Qt::LeftToRight);
        // Tiles stand beside each other, and beside the mark of what is hidden.
        const HourTile one {.tile = {}, .minute = 600, .lane = 0, .lanes = 2, .beside = true};
        const HourTile two {.tile = {}, .minute = 600, .lane = 1, .lanes = 2, .beside = true};
        const QRect mark = layout.mark(day, {600, 3});
        QVERIFY(column.contains(QPoint(layout.tile(day, one).center().x(), 300)));
        QVERIFY(!layout.tile(day, one).intersects(layout.tile(day, two)));
        QVERIFY(!layout.tile(day, two).intersects(mark));
        QVERIFY(column.left() <= mark.left() && mark.right() <= column.right());
    }
    QCOMPARE(layout.dayAt(layout.gutter().center().x()), -1);
    QCOMPARE(layout.minuteAt(layout.yOf(615)), 615);
    QCOMPARE(layout.yOf(450), layout.hours().y()); // 330 pixels are seven hours and a half
    QVERIFY(layout.strip().bottom() < layout.hours().top());
    QCOMPARE(layout.room(), (LaneRoom {2, 1}));
}

PULLPUSH_TEST(TestHoursPlan)
#include "tst_hoursplan.moc"
