// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_pipeline/plotpoints.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

class TestPlotPoints : public QObject
{
    Q_OBJECT
private slots:
    void whatIsNoNumberEndsARun()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const auto runs = runsOf({{0, 1}, {1, 2}, {2, none}, {3, none}, {4, 5}}, 0, 4, false);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[0].size(), 2);
        QCOMPARE(runs[1].size(), 1);
        QCOMPARE(runs[1][0].y, 5.0);
    }

    void aLineIsCutWhereTheAxisEnds()
    {
        const auto between = runsOf({{0, 0}, {10, 10}}, 2, 5, false);
        QCOMPARE(between.size(), 1);
        QCOMPARE(between[0].size(), 2);
        QCOMPARE(between[0][0].x, 2.0);
        QCOMPARE(between[0][0].y, 2.0);
        QCOMPARE(between[0][1].y, 5.0);
        const auto held = runsOf({{0, 3}, {10, 10}}, 2, 5, true);
        QCOMPARE(held[0][0].y, 3.0);
        QCOMPARE(held[0][1].y, 3.0);
    }

    void thinningKeepsPeaks()
    {
        constexpr int count = 100000;
        constexpr int columns = 500;
        QList<QPointF> points;
        for (int i = 0; i < count; ++i)
            points.append({double(i), std::sin(i * 0.37)});
        points[54321].setY(77);
        points[12345].setY(-55);
        const QList<QPointF> few = thinned(points, 0, count - 1, columns);
        QVERIFY(few.size() <= 4 * columns);
        QVERIFY(few.size() >= columns);
        QVERIFY(few.contains(points[54321]));
        QVERIFY(few.contains(points[12345]));
        QCOMPARE(few.constFirst(), points.constFirst());
        QCOMPARE(few.constLast(), points.constLast());
        QVERIFY(std::ranges::is_sorted(few, {}, &QPointF::x));
    }

    void fewPointsStay()
    {
        const QList<QPointF> points {{0, 1}, {0.1, 2}, {0.2, 3}};
        QCOMPARE(thinned(points, 0, 10, 2), points);
    }

    void whatCannotBeSeenIsLeftOut()
    {
        QList<QPointF> points;
        for (int i = 0; i <= 1000; ++i)
            points.append({double(i), std::sqrt(double(i))});
        const double least = 0.5;
        const QList<QPointF> few = levelled(points, least);
        QVERIFY(few.size() < 70); // it rises by 31.6
        QCOMPARE(few.constFirst(), points.constFirst());
        QCOMPARE(few.constLast(), points.constLast());
        qsizetype held = 0;
        for (const QPointF &point : points) {
            if (held + 1 < few.size() && few[held + 1].x() <= point.x())
                ++held;
            QVERIFY(std::abs(few[held].y() - point.y()) < least);
        }
    }

    void stepsHoldTheirValue()
    {
        const QList<QPointF> corners = stepped({{0, 1}, {2, 5}, {3, 4}});
        QCOMPARE(corners, (QList<QPointF> {{0, 1}, {2, 1}, {2, 5}, {3, 5}, {3, 4}}));
    }

    void rangesAreRound_data()
    {
        QTest::addColumn<PlotUnit>("unit");
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("count") << PlotUnit::Count << 3.0 << 37.0 << 0.0 << 40.0;
        QTest::newRow("exact") << PlotUnit::Count << 0.0 << 50.0 << 0.0 << 50.0;
        QTest::newRow("two") << PlotUnit::Count << 0.0 << 2.0 << 0.0 << 2.0;
        QTest::newRow("nothing") << PlotUnit::Count << 0.0 << 0.0 << 0.0 << 1.0;
        QTest::newRow("share") << PlotUnit::Share << 0.04 << 0.13 << 0.0 << 0.15;
        QTest::newRow("whole") << PlotUnit::Share << 0.2 << 0.93 << 0.0 << 1.0;
        QTest::newRow("below zero") << PlotUnit::Money << -12.0 << 20.0 << -20.0 << 20.0;
    }

    void rangesAreRound()
    {
        QFETCH(PlotUnit, unit);
        QFETCH(double, lowest);
        QFETCH(double, highest);
        const PlotRange range = roundRange(unit, lowest, highest);
        QTEST(range.low, "low");
        QTEST(range.high, "high");
    }

    void labelsMoveApart()
    {
        // Alone they stay; three at one place are moved; the last may not leave the room.
        QCOMPARE(spreadOut({50}, 10, 0, 100), QList<qreal> {45});
        const QList<qreal> tops = spreadOut({20, 50, 51, 98, 99}, 10, 0, 100);
        QCOMPARE(tops.constFirst(), 15.0);
        for (qsizetype i = 1; i < tops.size(); ++i)
            QVERIFY(tops[i] - tops[i - 1] >= 10);
        QVERIFY(tops.constLast() + 10 <= 100);
    }

    void sidesHaveAnglesAndStagesDensities()
    {
        const BandHatch cold = hatchOf({PlotInk::Kind::Side, Side::Pull, 0});
        const BandHatch warm = hatchOf({PlotInk::Kind::Side, Side::Pull, 1});
        const BandHatch offer = hatchOf({PlotInk::Kind::Side, Side::Push, 0});
        QCOMPARE(cold.kind, warm.kind);
        QVERIFY(cold.distance < warm.distance);
        QVERIFY(cold.kind != offer.kind);
    }

    void hatchesStayInTheirBand()
    {
        // A stair: 40 columns high up, 40 deep down.
        QList<qreal> tops;
        QList<qreal> bottoms;
        for (int i = 0; i < 80; ++i) {
            tops.append(i < 40 ? 10 : 60);
            bottoms.append(100);
        }
        for (const auto kind : {BandHatch::Kind::Level, BandHatch::Kind::Rising,
                 BandHatch::Kind::Falling, BandHatch::Kind::Upright}) {
            const auto lines = hatchLines(tops, bottoms, 30, {kind, 6});
            QVERIFY(lines.size() > 5);
            for (const QLineF &line : lines) {
                for (const QPointF &end : {line.p1(), line.p2(), line.center()}) {
                    QVERIFY(end.x() >= 30 && end.x() <= 110);
                    QVERIFY(end.y() >= (end.x() <= 70 ? 9 : 59) && end.y() <= 101);
                }
            }
        }
        QVERIFY(hatchLines(tops, bottoms, 30, {}).isEmpty());
    }
};

PULLPUSH_TEST(TestPlotPoints)
#include "tst_plotpoints.moc"
