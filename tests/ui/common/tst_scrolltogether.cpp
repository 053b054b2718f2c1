// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/scrolltogether.h"

#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

class TestScrollTogether : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_one = new QAbstractScrollArea(m_window.get());
        m_other = new QAbstractScrollArea(m_window.get());
        scrollTogether(m_one, m_other);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void goesToTheSameShareOfItsWay_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("otherWay");
        QTest::addColumn<int>("otherPlace");
        QTest::newRow("as far") << 300 << 121 << 300 << 121;
        QTest::newRow("half as far") << 300 << 100 << 150 << 50;
        QTest::newRow("farther") << 100 << 25 << 400 << 100;
        QTest::newRow("to the next pixel") << 300 << 100 << 7 << 2;
        QTest::newRow("to the end") << 7 << 7 << 1000 << 1000;
        QTest::newRow("nowhere") << 100 << 50 << 0 << 0;
    }
    void goesToTheSameShareOfItsWay()
    {
        QFETCH(int, way);
        QFETCH(int, place);
        QFETCH(int, otherWay);
        QFETCH(int, otherPlace);
        const auto move = [&](QScrollBar *bar, QScrollBar *follower, const QScrollBar *across) {
            follower->setRange(0, otherWay);
            bar->setRange(0, way);
            bar->setValue(place);
            QCOMPARE(bar->value(), place);
            QCOMPARE(follower->value(), otherPlace);
            QCOMPARE(across->value(), 0);
            bar->setValue(0);
            QCOMPARE(follower->value(), 0);
        };
        QScrollBar *across = m_one->horizontalScrollBar();
        QScrollBar *otherAcross = m_other->horizontalScrollBar();
        move(down(), otherDown(), otherAcross);
        move(otherDown(), down(), across);
        move(across, otherAcross, otherDown());
        move(otherAcross, across, down());
    }

    void theOneThatIsScrolledStaysWhereItIs()
    {
        down()->setRange(0, 300);
        otherDown()->setRange(0, 7);
        const QSignalSpy moved(down(), &QScrollBar::valueChanged);
        const QSignalSpy otherMoved(otherDown(), &QScrollBar::valueChanged);
        down()->setValue(100); // which the other meets only nearly
        QCOMPARE(down()->value(), 100);
        QCOMPARE(otherDown()->value(), 2);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(otherMoved.size(), 1);
        otherDown()->setValue(3);
        QCOMPARE(otherDown()->value(), 3);
        QCOMPARE(down()->value(), 129);
        QCOMPARE(moved.size(), 2);
        QCOMPARE(otherMoved.size(), 2);
    }

    void keysScrollBoth()
    {
        for (QScrollBar *bar : {down(), otherDown()}) {
            bar->setRange(0, 300);
            bar->setPageStep(90);
        }
        QTest::keyClick(m_one, Qt::Key_PageDown);
        QCOMPARE(down()->value(), 90);
        QCOMPARE(otherDown()->value(), 90);
        QTest::keyClick(m_other, Qt::Key_PageDown);
        QCOMPARE(otherDown()->value(), 180);
        QCOMPARE(down()->value(), 180);
    }

    void theOneThatWasScrolledLastStaysWhereRoomChanges()
    {
        down()->setRange(0, 300);
        otherDown()->setRange(0, 300);
        down()->setValue(100);
        otherDown()->setRange(0, 150);
        QCOMPARE(down()->value(), 100);
        QCOMPARE(otherDown()->value(), 50);
        down()->setRange(0, 200);
        QCOMPARE(down()->value(), 100);
        QCOMPARE(otherDown()->value(), 75);
        down()->setRange(0, 50); // to its new end
        QCOMPARE(down()->value(), 50);
        QCOMPARE(otherDown()->value(), 150);
    }

    void theOneThatIsSeenWholeMovesNothing()
    {
        down()->setRange(0, 100);
        otherDown()->setRange(0, 100);
        down()->setValue(50);
        down()->setRange(0, 0);
        QCOMPARE(down()->value(), 0);
        QCOMPARE(otherDown()->value(), 50);
        otherDown()->setValue(80);
        QCOMPARE(otherDown()->value(), 80);
    }

    void aHiddenOneFollows()
    {
        down()->setRange(0, 300);
        otherDown()->setRange(0, 300);
        otherDown()->setValue(100);
        m_other->hide();
        otherDown()->setValue(0);
        QCOMPARE(down()->value(), 100);
        QCOMPARE(otherDown()->value(), 100);
        down()->setRange(0, 200);
        QCOMPARE(down()->value(), 100);
        QCOMPARE(otherDown()->value(), 150);
        m_other->show();
        otherDown()->setValue(30);
        QCOMPARE(down()->value(), 20);
    }

    void theOneThatIsLeftScrollsAlone()
    {
        down()->setRange(0, 300);
        delete m_other;
        down()->setValue(100);
        QCOMPARE(down()->value(), 100);
    }

private:
    [[nodiscard]] QScrollBar *down() const { return m_one->verticalScrollBar(); }
    [[nodiscard]] QScrollBar *otherDown() const { return m_other->verticalScrollBar(); }

    std::unique_ptr<QWidget> m_window;
    QAbstractScrollArea *m_one = nullptr;
    QAbstractScrollArea *m_other = nullptr;
};

PULLPUSH_WINDOW_TEST(TestScrollTogether)
#include "tst_scrolltogether.moc"
