// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/flowlayout.h"

#include <QTest>
#include <QWidget>

#include <memory>

class TestFlowLayout : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_page;
    FlowLayout *m_layout = nullptr;

    QWidget *add(const QSize &size)
    {
        auto *part = new QWidget(m_page.get());
        part->setFixedSize(size);
        m_layout->addWidget(part);
        return part;
    }

private slots:
    void init()
    {
        m_page = std::make_unique<QWidget>();
        m_layout = new FlowLayout(4, m_page.get());
    }

    void goesOnInTheNextLine()
    {
        for (int i = 0; i < 4; ++i)
            (void)add({60, 20});
        QCOMPARE(m_layout->minimumSize(), QSize(60, 20));
        QCOMPARE(m_layout->heightForWidth(188), 44);
        QCOMPARE(m_layout->heightForWidth(187), 44); // two and two
        QCOMPARE(m_layout->heightForWidth(252), 20);
        QCOMPARE(m_layout->heightForWidth(10), 92);
        m_layout->setGeometry(QRect(0, 0, 188, 44));
        QCOMPARE(m_layout->itemAt(2)->geometry(), QRect(128, 0, 60, 20));
        QCOMPARE(m_layout->itemAt(3)->geometry(), QRect(0, 24, 60, 20));
    }

    void beginsAtTheRight()
    {
        m_page->setLayoutDirection(Qt::RightToLeft);
        (void)add({60, 20});
        (void)add({60, 10});
        m_layout->setGeometry(QRect(0, 0, 200, 20));
        QCOMPARE(m_layout->itemAt(0)->geometry(), QRect(140, 0, 60, 20));
        QCOMPARE(
            m_layout->itemAt(1)->geometry(), QRect(76, 5, 60, 10)); // in the middle of the line
    }

    void leavesOutWhatIsHidden()
    {
        (void)add({60, 20});
        add({60, 20})->hide();
        (void)add({60, 20});
        QCOMPARE(m_layout->heightForWidth(124), 20);
        m_layout->setGeometry(QRect(0, 0, 124, 20));
        QCOMPARE(m_layout->itemAt(2)->geometry().left(), 64);
    }

    void isEmpty()
    {
        QCOMPARE(m_layout->heightForWidth(100), 0);
        QCOMPARE(m_layout->minimumSize(), QSize(0, 0));
        QVERIFY(m_layout->takeAt(0) == nullptr);
    }
};

PULLPUSH_WINDOW_TEST(TestFlowLayout)
#include "tst_flowlayout.moc"
