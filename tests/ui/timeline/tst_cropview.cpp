// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/croppage.h"
#include "ui_timeline/cropview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestCropView : public QObject
{
    Q_OBJECT

    std::unique_ptr<CropView> m_view;

private slots:
    void init()
    {
        m_view = std::make_unique<CropView>();
        m_view->resize(420, 320); // a picture of 400 × 300 fills it but for the edges
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(0xff336699);
        m_view->setPicture(image, {4000, 3000});
        m_view->show();
        m_view->setFocus();
    }

    void beginsWithAll()
    {
        QCOMPARE(m_view->part(), QRect(0, 0, 4000, 3000));
        QVERIFY(m_view->accessibleDescription().contains(u"4,000"_s));
    }

    void followsTheRatio()
    {
        m_view->setRatio({1, 1});
        QCOMPARE(m_view->part(), QRect(500, 0, 3000, 3000));
        m_view->setPart({0, 0, 1000, 1000});
        m_view->setRatio({2, 2}); // it has that already
        QCOMPARE(m_view->part(), QRect(0, 0, 1000, 1000));
    }

    void goesByKeys()
    {
        m_view->setPart({1000, 1000, 1000, 1000});
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->part(), QRect(1040, 1000, 1000, 1000));
        QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_view->part(), QRect(1040, 999, 1000, 1000));
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->part(), QRect(1040, 999, 1000, 1040));
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->part().left(), 0); // not beyond
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->part(), QRect(0, 0, 4000, 3000));
    }

    void goesByPointer()
    {
        m_view->setPart({1000, 1000, 1000, 1000}); // 110…210 of the widget
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {160, 160});
        QTest::mouseMove(m_view.get(), {170, 150});
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {170, 150});
        QCOMPARE(m_view->part(), QRect(1100, 900, 1000, 1000));
        m_view->setRatio({1, 1});
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {220, 200}); // its lower right corner
        QTest::mouseMove(m_view.get(), {240, 205});
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {240, 205});
        QCOMPARE(m_view->part(), QRect(1100, 900, 1200, 1200));
    }

    void pageGivesThePart()
    {
        CropPage page({.picture = u"cup.jpg"_s,
            .channel = u"Ours · X"_s,
            .formats = {{.network = u"x"_s, .key = u"square"_s, .size = {1080, 1080}}},
            .size = {4000, 3000},
            .part = {}});
        QSignalSpy accepted(&page, &CropPage::accepted);
        auto *use = page.findChild<QPushButton *>(u"useCrop"_s);
        QVERIFY(!use->isEnabled()); // the picture is on its way
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(0xff336699);
        page.setPicture(image);
        use->click();
        QCOMPARE(accepted.count(), 1);
        QVERIFY(!accepted.last().first().toRect().isValid()); // all
        const auto buttons = page.findChildren<QToolButton *>();
        const auto square = std::ranges::find_if(
            buttons, [](QToolButton *button) { return button->text().startsWith(u"Square"_s); });
        QVERIFY(square != buttons.end());
        (*square)->click();
        use->click();
        QCOMPARE(accepted.last().first().toRect(), QRect(500, 0, 3000, 3000));
        QSignalSpy cancelled(&page, &CropPage::cancelled);
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
    }

    void pageSaysWhatIsWrong()
    {
        CropPage page({.picture = u"cup.jpg"_s, .channel = u"X"_s, .size = {40, 30}});
        page.setError({Error::Code::NotFound, u"It is gone."_s});
        QVERIFY(!page.findChild<QPushButton *>(u"useCrop"_s)->isEnabled());
    }
};

PULLPUSH_WINDOW_TEST(TestCropView)
#include "tst_cropview.moc"
