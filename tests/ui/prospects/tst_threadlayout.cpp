// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_prospects/threadlayout.h"

#include <QTest>

#include <numeric>
#include <rapidcheck.h>

namespace {
QList<int> someHeights(int most)
{
    const int count = *rc::gen::inRange(0, most);
    QList<int> heights;
    for (int i = 0; i < count; ++i)
        heights << *rc::gen::inRange(1, 200);
    return heights;
}

/// One change, the same to \a layout and to the plain list \a heights. Spares the entries \a kept (of the list as it is before).
void change(ThreadLayout &layout, QList<int> &heights, int &kept)
{
    const int size = layout.size();
    if (size > 0 && *rc::gen::arbitrary<bool>()) {
        const int index = *rc::gen::inRange(0, size);
        if (index == kept)
            return;
        heights[index] = *rc::gen::inRange(1, 200);
        layout.measure(index, heights.at(index));
        return;
    }
    const int first = *rc::gen::inRange(0, size + 1);
    int removed = *rc::gen::inRange(0, size - first + 1);
    if (kept >= first && kept < first + removed)
        removed = kept - first;
    const QList<int> come = someHeights(12);
    heights.remove(first, removed);
    for (qsizetype i = 0; i < come.size(); ++i)
        heights.insert(first + i, come.at(i));
    layout.splice(first, removed, come);
    if (kept >= first)
        kept += int(come.size()) - removed;
}

void changeOften(ThreadLayout &layout, QList<int> &heights)
{
    const int changes = *rc::gen::inRange(1, 30);
    for (int i = 0; i < changes; ++i) {
        int none = -1;
        change(layout, heights, none);
    }
}

qint64 sumOf(const QList<int> &heights)
{
    return std::accumulate(heights.cbegin(), heights.cend(), qint64(0));
}
} // namespace

/// Where entries are and what is seen of them, for any heights and any changes.
class TestThreadLayout : public QObject
{
    Q_OBJECT
private slots:
    void findsEntries();
    void hangsOnTheEnd();
    void marksWhatIsMeasured();
    void showsAnEntryWithLittleScrolling();
    void isTheSumOfItsHeights();
    void findsEveryEntryAtItsTop();
    void keepsThePlaceOfTheAnchor();
};

void TestThreadLayout::findsEntries()
{
    ThreadLayout layout;
    QCOMPARE(layout.total(), 0);
    QCOMPARE(layout.entryAt(0), -1);
    QCOMPARE(layout.seen(), std::pair(0, -1));
    layout.splice(0, 0, {10, 20, 30});
    layout.setViewHeight(15);
    layout.scrollTo(0);
    QCOMPARE(layout.total(), 60);
    QCOMPARE(layout.yOf(2), 30);
    QCOMPARE(layout.entryAt(-5), 0);
    QCOMPARE(layout.entryAt(9), 0);
    QCOMPARE(layout.entryAt(10), 1);
    QCOMPARE(layout.entryAt(1000), 2);
    QCOMPARE(layout.seen(), std::pair(0, 1));
    QCOMPARE(layout.seen(16), std::pair(0, 2));
}

void TestThreadLayout::hangsOnTheEnd()
{
    ThreadLayout layout;
    layout.setViewHeight(100);
    layout.splice(0, 0, QList<int>(50, 10));
    QVERIFY(layout.isAtEnd());
    QCOMPARE(layout.top(), 400);
    layout.splice(50, 0, {30}); // a new word comes into view
    QCOMPARE(layout.top(), 430);
    layout.splice(0, 0, QList<int>(10, 10)); // earlier ones do not move what is seen
    QCOMPARE(layout.top(), 530);
    layout.setViewHeight(60);
    QCOMPARE(layout.top(), 570);
    layout.scrollTo(100);
    QVERIFY(!layout.isAtEnd());
    layout.splice(61, 0, {30}); // who reads above is not pulled down
    QCOMPARE(layout.top(), 100);
    layout.scrollTo(10'000);
    QVERIFY(layout.isAtEnd());
    layout.splice(0, layout.size(), {});
    QCOMPARE(layout.top(), 0);
    QVERIFY(layout.isAtEnd());
}

void TestThreadLayout::marksWhatIsMeasured()
{
    ThreadLayout layout;
    layout.splice(0, 0, {10, 10, 10});
    QVERIFY(!layout.isMeasured(1));
    layout.measure(1, 44);
    QVERIFY(layout.isMeasured(1));
    QCOMPARE(layout.yOf(2), 54);
    layout.splice(0, 1, {5, 5});
    QVERIFY(!layout.isMeasured(1));
    QVERIFY(layout.isMeasured(2));
    layout.forgetMeasures();
    QVERIFY(!layout.isMeasured(2));
    QCOMPARE(layout.height(2), 44);
    layout.measure(0, 0); // nothing is without a height
    QCOMPARE(layout.height(0), 1);
}

void TestThreadLayout::showsAnEntryWithLittleScrolling()
{
    ThreadLayout layout;
    layout.setViewHeight(100);
    layout.splice(0, 0, QList<int>(50, 10));
    layout.scrollTo(200);
    layout.scrollToEntry(25);
    QCOMPARE(layout.top(), 200); // it is seen already
    layout.scrollToEntry(10);
    QCOMPARE(layout.top(), 100);
    layout.scrollToEntry(30);
    QCOMPARE(layout.top(), 210);
    layout.measure(5, 500);
    layout.scrollToEntry(5);
    QCOMPARE(layout.top(), 50); // higher than the view: its top
    layout.anchorAt(20, 30);
    QCOMPARE(layout.top(), layout.yOf(20) - 30);
    layout.measure(18, 90);
    QCOMPARE(layout.top(), layout.yOf(20) - 30);
}

void TestThreadLayout::isTheSumOfItsHeights()
{
    QVERIFY(rc::check("sum of heights", [] {
        ThreadLayout layout;
        QList<int> heights;
        changeOften(layout, heights);
        RC_ASSERT(layout.size() == int(heights.size()));
        RC_ASSERT(layout.total() == sumOf(heights));
        for (int i = 0; i <= layout.size(); ++i)
            RC_ASSERT(layout.yOf(i) == sumOf(heights.mid(0, i)));
    }));
}

void TestThreadLayout::findsEveryEntryAtItsTop()
{
    QVERIFY(rc::check("entry at its top and at its last pixel", [] {
        ThreadLayout layout;
        QList<int> heights;
        changeOften(layout, heights);
        for (int i = 0; i < layout.size(); ++i) {
            RC_ASSERT(layout.entryAt(layout.yOf(i)) == i);
            RC_ASSERT(layout.entryAt(layout.yOf(i + 1) - 1) == i);
        }
    }));
}

void TestThreadLayout::keepsThePlaceOfTheAnchor()
{
    QVERIFY(rc::check("what is seen first stays where it is", [] {
        ThreadLayout layout;
        // So much below and above that no end is reached.
        const QList<int> many(120, 100);
        QList<int> heights = many;
        layout.setViewHeight(300);
        layout.splice(0, 0, heights);
        layout.scrollTo(*rc::gen::inRange(3000, 9000));
        int anchor = layout.seen().first;
        const qint64 place = layout.yOf(anchor) - layout.top();
        const int changes = *rc::gen::inRange(1, 12);
        for (int i = 0; i < changes; ++i) {
            change(layout, heights, anchor);
            const qint64 wanted = layout.yOf(anchor) - place;
            const bool isPossible = wanted >= 0 && wanted <= layout.largestTop();
            RC_ASSERT(!isPossible || layout.top() == wanted);
        }
    }));
}

PULLPUSH_TEST(TestThreadLayout)
#include "tst_threadlayout.moc"
