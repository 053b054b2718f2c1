// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/teamsets.h"
#include "test_support/openpage.h"
#include "test_support/testprogram.h"
#include "ui_prospects/movebar.h"
#include "ui_prospects/teamlistspage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestTeamListsPage : public QObject, OpenPage<TeamListsPage>
{
    Q_OBJECT

    QListWidget *list() const { return part<QListWidget>(u"reasons"_s); }
    QStringList shown() const { return textsOf(u"reasons"_s); }

private slots:
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        QVERIFY(openPage({500, 400}));
        m_page->setFocus(Qt::OtherFocusReason); // as the window does
    }
    void cleanup() { closePage(); }

    void theListTakesTheKeyboard()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(list()->hasFocus());
    }

    void addsAndRefusesTwice()
    {
        QCOMPARE(list()->count(), 6);
        auto *field = part<QLineEdit>(u"reasons.new"_s);
        auto *fault = part<QLabel>(u"reasons.fault"_s);
        QTest::keyClicks(field, u"PRICE"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(fault->isVisible());
        QCOMPARE(list()->count(), 6);
        field->setText(u"Moved away"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!fault->isVisible());
        QTRY_COMPARE(list()->count(), 7);
        QVERIFY(field->text().isEmpty());
        QVERIFY(m_test->settle());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(list()->count(), 6);
    }

    void renamesReordersAndRetires()
    {
        list()->setCurrentRow(1);
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(shown().first(), u"Timing"_s);
        QVERIFY(m_test->settle());
        QCOMPARE(list()->currentRow(), 0); // the keyboard goes with it
        list()->item(0)->setText(u"Bad timing"_s); // what the editor in the list does
        QVERIFY(m_test->settle());
        QCOMPARE((*m_test)->team().lostReasons().first().name, u"Bad timing"_s);
        list()->item(0)->setText(u"price"_s); // taken
        QTRY_COMPARE(shown().first(), u"Bad timing"_s);
        QTest::keyClick(list(), Qt::Key_Delete);
        QVERIFY(m_test->settle());
        QVERIFY((*m_test)->team().lostReasons().first().retired);
        QVERIFY(list()->item(0)->font().italic());
        QTest::keyClick(part<QAbstractButton>(u"reasons.retire"_s), Qt::Key_Space);
        QVERIFY(m_test->settle());
        QVERIFY(!(*m_test)->team().lostReasons().first().retired);
    }

    void aMoveToAnExitAsksForTheReason()
    {
        MoveBar bar((*m_test)->stages());
        bar.setReasons((*m_test)->team().lostReasons());
        const QList<Stage> stages = (*m_test)->stages();
        bar.start(stages.first().id);
        auto *stage = bar.findChild<QComboBox *>(u"move.stage"_s);
        auto *lost = bar.findChild<QComboBox *>(u"move.lostReason"_s);
        auto *words = bar.findChild<QLineEdit *>(u"move.reason"_s);
        QVERIFY(!lost->isVisible());
        QSignalSpy moved(&bar, &MoveBar::moved);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(moved.size(), 1);
        QVERIFY(moved.first().at(2).value<LostReasonId>().isNull());
        bar.start(stages.first().id);
        stage->setCurrentIndex(stage->count() - 1); // the exit stands last
        QVERIFY(lost->isVisible());
        QTest::keyClick(lost, Qt::Key_Down);
        QTest::keyClicks(words, u"Too dear"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(moved.size(), 2);
        QCOMPARE(moved.last().at(0).value<StageId>(), stages.last().id);
        QCOMPARE(moved.last().at(1).toString(), u"Too dear"_s);
        QCOMPARE(
            moved.last().at(2).value<LostReasonId>(), (*m_test)->team().lostReasons().first().id);
    }
};

PULLPUSH_WINDOW_TEST(TestTeamListsPage)
#include "tst_teamlistspage.moc"
