// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/warmth.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Noon = 1'767'268'800'000; ///< 1 January 2026, 12:00 UTC

Touch touchOf(TouchKind kind, int daysAgo, qint64 id = 1)
{
    Touch touch;
    touch.id = TouchId(id);
    touch.kind = kind;
    touch.at = {Noon - daysAgo * DayMs, Precision::Exact};
    return touch;
}

/// Any touch of the last two years, or of the next month.
Touch anyTouch(qint64 id)
{
    using rc::gen::inRange;
    Touch touch =
        touchOf(TouchKind(*inRange(0, int(std::size(EnumText<TouchKind>::values)))), 0, id);
    touch.at.ms = Noon - *inRange<qint64>(-30 * DayMs, 730 * DayMs);
    touch.at.precision = Precision(*inRange(0, 4));
    return touch;
}

QList<Touch> anyTouches()
{
    QList<Touch> touches;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i)
        touches << anyTouch(i + 1);
    return touches;
}
} // namespace

class WarmthTest : public QObject
{
    Q_OBJECT
private slots:
    void weighs_data()
    {
        QTest::addColumn<QList<Touch>>("touches");
        QTest::addColumn<int>("score");
        QTest::addColumn<WarmthLevel>("level");
        using List = QList<Touch>;
        QTest::newRow("nothing") << List {} << 0 << WarmthLevel::Cold;
        QTest::newRow("one look") << List {touchOf(TouchKind::Saw, 0)} << 2 << WarmthLevel::Cold;
        QTest::newRow("a comment")
            << List {touchOf(TouchKind::Commented, 0)} << 10 << WarmthLevel::Warming;
        QTest::newRow("a comment, a half-life ago")
            << List {touchOf(TouchKind::Commented, 30)} << 5 << WarmthLevel::Cold;
        QTest::newRow("a comment, twelve days ago")
            << List {touchOf(TouchKind::Commented, 12)} << 7 << WarmthLevel::Cold;
        QTest::newRow("referred") << List {touchOf(TouchKind::Referred, 0)} << 25
                                  << WarmthLevel::Warm;
        QTest::newRow("referred yesterday")
            << List {touchOf(TouchKind::Referred, 1)} << 24 << WarmthLevel::Warming;
        QTest::newRow("shared and commented")
            << List {touchOf(TouchKind::Shared, 0), touchOf(TouchKind::Commented, 0)} << 25
            << WarmthLevel::Warm;
        QTest::newRow("two reviews")
            << List {touchOf(TouchKind::Reviewed, 0), touchOf(TouchKind::Reviewed, 0)} << 60
            << WarmthLevel::Hot;
        QTest::newRow("no more than all")
            << List(5, touchOf(TouchKind::Reviewed, 0)) << 100 << WarmthLevel::Hot;
        QTest::newRow("what lies ahead counts as of now")
            << List {touchOf(TouchKind::Commented, -9)} << 10 << WarmthLevel::Warming;
    }
    void weighs()
    {
        QFETCH(QList<Touch>, touches);
        const Warmth warmth = warmthOf(touches, Noon);
        QTEST(warmth.score, "score");
        QTEST(warmth.level, "level");
    }

    void explainsItself()
    {
        Touch unknown = touchOf(TouchKind::Reviewed, 0, 3);
        unknown.at = {0, Precision::Unknown};
        const Warmth warmth = warmthOf(
            {touchOf(TouchKind::Saw, 0, 1), touchOf(TouchKind::Commented, 12, 2), unknown}, Noon);
        QCOMPARE(warmth.parts.size(), 3);
        QCOMPARE(warmth.parts.at(0), (WarmthPart {TouchId(2), 12, 7578, 10000}));
        QCOMPARE(warmth.parts.at(1), (WarmthPart {TouchId(1), 0, 2000, 2000}));
        QCOMPARE(warmth.parts.at(2).points, 0); // nobody knows when
        QCOMPARE(warmth.score, 9);
    }

    void touchesWarmAndTimeCools()
    {
        QVERIFY(rc::check("a further touch never cools", [] {
            QList<Touch> touches = anyTouches();
            const Warmth before = warmthOf(touches, Noon);
            touches.insert(*rc::gen::inRange<qsizetype>(0, touches.size() + 1), anyTouch(99));
            const Warmth after = warmthOf(touches, Noon);
            RC_ASSERT(after.score >= before.score);
            RC_ASSERT(after.level >= before.level);
        }));
        QVERIFY(rc::check("time never warms", [] {
            const QList<Touch> touches = anyTouches();
            const Warmth before = warmthOf(touches, Noon);
            const Warmth after =
                warmthOf(touches, Noon + *rc::gen::inRange<qint64>(0, 400 * DayMs));
            RC_ASSERT(after.score <= before.score);
            RC_ASSERT(after.level <= before.level);
        }));
        QVERIFY(rc::check("the parts make the score, in any order", [] {
            QList<Touch> touches = anyTouches();
            const Warmth warmth = warmthOf(touches, Noon);
            qint64 sum = 0;
            for (const WarmthPart &part : warmth.parts) {
                RC_ASSERT(part.points >= 0 && part.points <= part.most);
                sum += part.points;
            }
            RC_ASSERT(warmth.score == std::min<qint64>(100, sum / 1000));
            std::ranges::reverse(touches);
            RC_ASSERT(warmthOf(touches, Noon).score == warmth.score);
        }));
    }
};

PULLPUSH_TEST(WarmthTest)
#include "tst_warmth.moc"
