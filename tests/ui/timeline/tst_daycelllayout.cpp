// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/daycelllayout.h"

#include <QTest>

namespace {
constexpr DayCellMetrics Metrics {.headerHeight = 26, .tileHeight = 20, .spacing = 2, .margin = 4};
}

class TestDayCellLayout : public QObject
{
    Q_OBJECT
private slots:
    void fits_data()
    {
        QTest::addColumn<QRect>("cell");
        QTest::addColumn<int>("tiles");
        QTest::addColumn<int>("shown");
        const QRect normal(10, 20, 150, 120); // room for 4 lines
        QTest::newRow("empty") << normal << 0 << 0;
        QTest::newRow("one") << normal << 1 << 1;
        QTest::newRow("just fits") << normal << 4 << 4;
        QTest::newRow("one too many makes two hidden") << normal << 5 << 3;
        QTest::newRow("many") << normal << 100 << 3;
        QTest::newRow("narrow") << QRect(0, 0, 20, 120) << 5 << 3;
        QTest::newRow("flat") << QRect(0, 0, 150, 30) << 2 << 0;
        QTest::newRow("nearly nothing") << QRect(0, 0, 150, 10) << 2 << 0;
        QTest::newRow("tall") << QRect(0, 0, 150, 800) << 20 << 20;
    }
    void fits()
    {
        QFETCH(QRect, cell);
        QFETCH(int, tiles);
        QFETCH(int, shown);
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const DayCellLayout layout(cell, Metrics, tiles, direction);
            QCOMPARE(layout.shown(), shown);
            QCOMPARE(layout.hidden(), tiles - shown);
            for (int i = 0; i < shown; ++i) {
                QVERIFY(cell.contains(layout.tile(i)));
                QVERIFY(!layout.tile(i).intersects(layout.header()));
                QVERIFY(i == 0 || !layout.tile(i).intersects(layout.tile(i - 1)));
                QCOMPARE(layout.hit(layout.tile(i).center()),
                    (DayCellLayout::Hit {.part = DayCellLayout::Part::Tile, .tile = i}));
            }
            QCOMPARE(layout.more().isEmpty(), layout.hidden() == 0);
            if (layout.hidden() > 0) {
                QVERIFY(cell.intersects(layout.more()));
                QCOMPARE(layout.hit(layout.more().center() + QPoint(0, -1)).part,
                    DayCellLayout::Part::More);
            }
            QCOMPARE(layout.hit(cell.topLeft()).part, DayCellLayout::Part::Day);
            QCOMPARE(layout.hit(cell.bottomRight() + QPoint(1, 1)).part, DayCellLayout::Part::None);
        }
    }

    void placesThePartsOfATile_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("time");
        QTest::addColumn<bool>("signs");
        QTest::newRow("wide") << 200 << true << true;
        QTest::newRow("room for all") << 140 << true << true;
        QTest::newRow("words come before signs") << 110 << true << false;
        QTest::newRow("no room for signs") << 70 << true << false;
        QTest::newRow("hardly any room") << 45 << false << false;
    }
    void placesThePartsOfATile()
    {
        QFETCH(int, width);
        QFETCH(bool, time);
        QFETCH(bool, signs);
        const QRect tile(0, 0, width, 20);
        const TileLayout left = TileLayout::of(tile, 32, 30, 40, Qt::LeftToRight);
        const TileLayout right = TileLayout::of(tile, 32, 30, 40, Qt::RightToLeft);
        QCOMPARE(!left.time.isEmpty(), time);
        QCOMPARE(!left.signs.isEmpty(), signs);
        for (const QRect &rect :
            {left.stripe, left.text, left.dot, right.stripe, right.text, right.dot})
            QVERIFY(tile.contains(rect));
        QCOMPARE(left.stripe.left(), 0);
        QCOMPARE(right.stripe.right(), tile.right());
        QVERIFY(left.dot.left() > left.text.right());
        QVERIFY(right.dot.right() < right.text.left());
        QVERIFY(!time || left.time.right() < left.text.left());
        QVERIFY(!signs || left.signs.left() > left.time.right());
        QCOMPARE(right.text.width(), left.text.width());
    }
};

PULLPUSH_TEST(TestDayCellLayout)
#include "tst_daycelllayout.moc"
