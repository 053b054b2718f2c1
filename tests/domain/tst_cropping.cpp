// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cropping.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>

namespace {
QSize anySize(int most)
{
    return {*rc::gen::inRange(1, most), *rc::gen::inRange(1, most)};
}

QRect anyPart(QSize picture)
{
    return keptInside({*rc::gen::inRange(-50, 5000), *rc::gen::inRange(-50, 5000),
                          *rc::gen::inRange(1, 6000), *rc::gen::inRange(1, 6000)},
        picture);
}
} // namespace

/// Parts of pictures; the properties hold for every picture and every ratio.
class TestCropping : public QObject
{
    Q_OBJECT
private slots:
    void largestInTheMiddle_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSize>("ratio");
        QTest::addColumn<QRect>("part");
        QTest::newRow("square of a wide one")
            << QSize(400, 300) << QSize(1, 1) << QRect(50, 0, 300, 300);
        QTest::newRow("portrait of a wide one")
            << QSize(4000, 3000) << QSize(4, 5) << QRect(800, 0, 2400, 3000);
        QTest::newRow("wide of a high one")
            << QSize(900, 1600) << QSize(16, 9) << QRect(0, 547, 900, 506);
        QTest::newRow("the same") << QSize(1080, 1350) << QSize(4, 5) << QRect(0, 0, 1080, 1350);
        QTest::newRow("without a ratio") << QSize(40, 30) << QSize() << QRect(0, 0, 40, 30);
        QTest::newRow("without a picture") << QSize(0, 30) << QSize(1, 1) << QRect(0, 0, 0, 30);
    }
    void largestInTheMiddle()
    {
        QFETCH(QSize, picture);
        QFETCH(QSize, ratio);
        QTEST(largestCrop(picture, ratio), "part");
    }

    void largestCannotGrow()
    {
        QVERIFY(rc::check("largest part", [] {
            const QSize picture = anySize(6000);
            const QSize ratio = anySize(40);
            const QRect part = largestCrop(picture, ratio);
            const bool isInside = QRect({}, picture).contains(part);
            const bool touches =
                part.width() == picture.width() || part.height() == picture.height();
            RC_ASSERT(isInside);
            RC_ASSERT(touches);
            RC_ASSERT(hasRatio(part.size(), ratio));
        }));
    }

    void movedEdgesStayInside()
    {
        QVERIFY(rc::check("moved edges", [] {
            const QSize picture = anySize(4000);
            const QRect part = anyPart(picture);
            const bool hasRatioToKeep = *rc::gen::arbitrary<bool>();
            const QSize ratio = hasRatioToKeep ? anySize(20) : QSize();
            const int x = *rc::gen::inRange(0, 3);
            const int y = *rc::gen::inRange(0, 3);
            const CropEdges edges {x == 1, y == 1, x == 2, y == 2};
            const QPoint by(*rc::gen::inRange(-5000, 5000), *rc::gen::inRange(-5000, 5000));
            const QRect result = withMovedEdges(part, edges, by, picture, ratio);
            const bool isInside = QRect({}, picture).contains(result) && !result.isEmpty();
            RC_ASSERT(isInside);
            if (!edges.left && !edges.isNone())
                RC_ASSERT(result.left() == part.left());
            if (edges.left)
                RC_ASSERT(result.right() == part.right());
            if (edges.top)
                RC_ASSERT(result.bottom() == part.bottom());
            if (!edges.isNone() && hasRatioToKeep)
                RC_ASSERT(hasRatio(result.size(), ratio));
        }));
    }

    void movesFreelyWithoutARatio()
    {
        const QRect part(100, 100, 200, 100);
        const QSize picture(1000, 800);
        QCOMPARE(
            withMovedEdges(part, {.right = true}, {50, 70}, picture), QRect(100, 100, 250, 100));
        QCOMPARE(withMovedEdges(part, {.left = true, .top = true}, {-30, 20}, picture),
            QRect(70, 120, 230, 80));
        QCOMPARE(withMovedEdges(part, {.right = true}, {-900, 0}, picture).width(), LeastCropSide);
        QCOMPARE(withMovedEdges(part, {}, {10, 10}, picture), part);
    }

    void staysWithinThePicture()
    {
        QCOMPARE(keptInside({-10, -10, 50, 50}, {100, 100}), QRect(0, 0, 50, 50));
        QCOMPARE(keptInside({90, 90, 50, 50}, {100, 100}), QRect(50, 50, 50, 50));
        QCOMPARE(keptInside({0, 0, 500, 50}, {100, 100}), QRect(0, 0, 100, 50));
        QVERIFY(keptInside({0, 0, 5, 5}, {}).isEmpty());
    }
};

PULLPUSH_TEST(TestCropping)
#include "tst_cropping.moc"
