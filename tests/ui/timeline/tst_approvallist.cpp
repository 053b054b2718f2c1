// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/approvallist.h"
#include "ui_timeline/tilelist.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestApprovalList : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    ApprovalList *m_list = nullptr;

    void wait(const QList<DuePost> &waiting) const
    {
        m_list->setWaiting(waiting, {}, QTimeZone::utc());
    }

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(240, 300);
        m_list = new ApprovalList(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        wait({{PostId(1), VariantId(11), ChannelId(), u"First"_s, 0},
            {PostId(1), VariantId(12), ChannelId(), u"First"_s, 0},
            {PostId(2), VariantId(21), ChannelId(), u"Second"_s, 0}});
        m_list->list()->setFocus();
        m_list->list()->setCurrentIndex(m_list->list()->model()->index(0, 0));
    }

    void countsPostsAndHidesWithoutAny()
    {
        QVERIFY(m_list->isVisible());
        QCOMPARE(m_list->list()->model()->rowCount(), 2);
        wait({});
        QVERIFY(!m_list->isVisible());
    }

    void approvesByKey()
    {
        const QSignalSpy approved(m_list, &ApprovalList::approved);
        QTest::keyClick(m_list->list(), Qt::Key_A);
        QCOMPARE(approved.count(), 1);
        QCOMPARE(approved.first().first().value<PostId>(), PostId(1));
    }

    void asksForTheWordsBeforeItSendsBack()
    {
        const QSignalSpy changes(m_list, &ApprovalList::changesRequested);
        auto *field = m_list->findChild<QLineEdit *>(u"whatToChange"_s);
        QTest::keyClick(m_list->list(), Qt::Key_C);
        QVERIFY(field->isVisible());
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changes.count(), 0); // no reason, no step back
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QTRY_VERIFY(m_list->list()->hasFocus());
        QTest::keyClick(m_list->list(), Qt::Key_C);
        QTest::keyClicks(field, u"Softer"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().at(0).value<PostId>(), PostId(1));
        QCOMPARE(changes.first().at(1).toString(), u"Softer"_s);
    }

    void asksNoLongerWhenAnotherIsChosen()
    {
        const QSignalSpy changes(m_list, &ApprovalList::changesRequested);
        auto *field = m_list->findChild<QLineEdit *>(u"whatToChange"_s);
        QTest::keyClick(m_list->list(), Qt::Key_C);
        QVERIFY(field->isVisible());
        m_list->list()->setCurrentIndex(m_list->list()->model()->index(1, 0));
        QVERIFY(!field->isVisible());
        field->setText(u"Shorter, please"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(changes.count(), 0);
    }

    void offersOnlyWhatHappens()
    {
        m_list->list()->setQueues({{{ChannelId(1), {}}, u"Main"_s}});
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(m_list->list(), &event);
        const auto *menu = m_list->list()->findChild<QMenu *>();
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                texts << action->text().section(u'\t', 0, 0);
        }
        QCOMPARE(texts, QStringList {u"Open"_s});
    }

    void stopsAskingWhenSomebodyElseAnswered()
    {
        QTest::keyClick(m_list->list(), Qt::Key_C);
        wait({{PostId(2), VariantId(21), ChannelId(), u"Second"_s, 0}});
        QVERIFY(!m_list->findChild<QLineEdit *>(u"whatToChange"_s)->isVisible());
    }
};

PULLPUSH_WINDOW_TEST(TestApprovalList)
#include "tst_approvallist.moc"
