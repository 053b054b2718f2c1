// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/lanes.h"

#include <QTest>

#include <algorithm>
#include <random>

using Stretch = std::pair<int, int>;

class TestLanes : public QObject
{
    Q_OBJECT
private slots:
    void packs_data();
    void packs();
    void doesNotDependOnTheOrder();
    void neverOverlapsInALane();
    void packsManyAtOnce_data();
    void packsManyAtOnce();

private:
    [[nodiscard]] static QList<LaneItem> items(const QList<Stretch> &stretches)
    {
        QList<LaneItem> made;
        for (const auto &[start, end] : stretches)
            made.append({start, end, made.size()});
        return made;
    }
};

void TestLanes::packs_data()
{
    QTest::addColumn<QList<Stretch>>("stretches");
    QTest::addColumn<QList<int>>("lanes");
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<QList<int>>("clusters");
    using S = QList<Stretch>;
    using I = QList<int>;
    QTest::newRow("none") << S {} << I {} << I {} << I {};
    QTest::newRow("one") << S {{60, 90}} << I {0} << I {1} << I {0};
    QTest::newRow("touching") << S {{60, 90}, {90, 120}} << I {0, 0} << I {1, 1} << I {0, 1};
    QTest::newRow("overlapping") << S {{60, 90}, {75, 105}} << I {0, 1} << I {2, 2} << I {0, 0};
    QTest::newRow("the longer first") << S {{60, 70}, {60, 90}} << I {1, 0} << I {2, 2} << I {0, 0};
    QTest::newRow("the same minute")
        << S {{60, 90}, {60, 90}, {60, 90}} << I {0, 1, 2} << I {3, 3, 3} << I {0, 0, 0};
    QTest::newRow("the lowest free lane") << S {{0, 30}, {10, 60}, {20, 40}, {30, 70}}
                                          << I {0, 1, 2, 0} << I {3, 3, 3, 3} << I {0, 0, 0, 0};
    QTest::newRow("a chain hangs together")
        << S {{0, 30}, {20, 50}, {40, 70}} << I {0, 1, 0} << I {2, 2, 2} << I {0, 0, 0};
    QTest::newRow("apart") << S {{0, 30}, {10, 40}, {300, 330}} << I {0, 1, 0} << I {2, 2, 1}
                           << I {0, 0, 1};
}

void TestLanes::packs()
{
    QFETCH(const QList<Stretch>, stretches);
    QFETCH(const QList<int>, lanes);
    QFETCH(const QList<int>, counts);
    QFETCH(const QList<int>, clusters);
    const QList<LanePlace> places = packLanes(items(stretches));
    QCOMPARE(places.size(), lanes.size());
    for (qsizetype i = 0; i < places.size(); ++i)
        QCOMPARE(places.at(i), (LanePlace {lanes.at(i), counts.at(i), clusters.at(i)}));
}

void TestLanes::doesNotDependOnTheOrder()
{
    std::mt19937 random(7);
    QList<LaneItem> all;
    for (int i = 0; i < 300; ++i) {
        const int start = int(random() % 1000);
        all.append({start, start + 15 + int(random() % 60), i});
    }
    const QList<LanePlace> places = packLanes(all);
    QList<LaneItem> shuffled = all;
    std::ranges::shuffle(shuffled, random);
    const QList<LanePlace> others = packLanes(shuffled);
    for (qsizetype i = 0; i < shuffled.size(); ++i)
        QCOMPARE(others.at(i), places.at(shuffled.at(i).key));
}

void TestLanes::neverOverlapsInALane()
{
    std::mt19937 random(11);
    QList<LaneItem> all;
    for (int i = 0; i < 200; ++i) {
        const int start = int(random() % 600);
        all.append({start, start + 1 + int(random() % 90), i});
    }
    const QList<LanePlace> places = packLanes(all);
    for (qsizetype i = 0; i < all.size(); ++i) {
        QVERIFY(places.at(i).lane < places.at(i).lanes);
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            const bool overlap = all.at(i).start < all.at(j).end && all.at(j).start < all.at(i).end;
            if (overlap) {
                QVERIFY(places.at(i).lane != places.at(j).lane);
                QCOMPARE(places.at(i).cluster, places.at(j).cluster);
            }
        }
    }
}

void TestLanes::packsManyAtOnce_data()
{
    QTest::addColumn<int>("spread");
    QTest::newRow("over a day") << 1440;
    QTest::newRow("at the same minute") << 1;
}

void TestLanes::packsManyAtOnce()
{
    QFETCH(const int, spread);
    QList<LaneItem> all;
    for (int i = 0; i < 10000; ++i)
        all.append({i % spread, i % spread + 30, i});
    const QList<LanePlace> places = packLanes(all);
    QCOMPARE(places.size(), all.size());
    if (spread == 1)
        QCOMPARE(places.last(), (LanePlace {9999, 10000, 0}));
}

PULLPUSH_TEST(TestLanes)
#include "tst_lanes.moc"
