// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pipelineservice.h"
#include "session/stagestore.h"
#include "test_support/openpage.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/stagespage.h"
#include "ui_pipeline/stagetree.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestStagesPage : public QObject, OpenPage<StagesPage>
{
    Q_OBJECT

    [[nodiscard]] StageTree *tree() const { return part<StageTree>(u"stages.list"_s); }
    [[nodiscard]] QStringList shown(int heading) const
    {
        QStringList names;
        const QTreeWidgetItem *item = tree()->topLevelItem(heading);
        for (int i = 0; item != nullptr && i < item->childCount(); ++i)
            names << item->child(i)->text(0);
        return names;
    }
    void choose(const QString &key)
    {
        const QList<Stage> &stages = (*m_test)->stages();
        tree()->setCurrentItem(tree()->itemOf(stages.value(indexOfStage(stages, key)).id));
    }

    /// Confirms that “Offer” is retired, and asks about “Conversation” before that is known.
    void retireOfferAndAskOfAnother()
    {
        choose(u"offer"_s);
        QTest::keyClick(tree(), Qt::Key_Delete);
        part<QPushButton>(u"stages.confirm"_s)->click();
        QVERIFY(!part<QPushButton>(u"stages.confirm"_s)->isEnabled());
        part<QPushButton>(u"stages.cancel"_s)->click();
        QVERIFY(!part<QWidget>(u"stages.retiring"_s)->isVisible());
        choose(u"conversation"_s);
        QTest::keyClick(tree(), Qt::Key_Delete);
        QVERIFY(isAskedAboutConversation());
    }
    [[nodiscard]] bool isAskedAboutConversation() const
    {
        return part<QWidget>(u"stages.retiring"_s)->isVisible()
            && part<QLabel>(u"stages.question"_s)->text().contains(u"“Conversation”"_s);
    }

private slots:
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        QVERIFY(openPage({700, 600}));
    }
    void cleanup() { closePage(); }

    void showsTheSidesInOrder()
    {
        QCOMPARE(tree()->topLevelItemCount(), 4);
        QCOMPARE(shown(0), (QStringList {u"Cold"_s, u"Warm"_s}));
        QCOMPARE(shown(1), (QStringList {u"Conversation"_s, u"Offer"_s, u"Customer"_s}));
        QCOMPARE(shown(3), (QStringList {u"Lost"_s}));
    }

    void movesOverTheSeamByKeyboard()
    {
        choose(u"warm"_s);
        QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(shown(1).first(), u"Warm"_s);
        QCOMPARE(tree()->currentItem()->text(0), u"Warm"_s); // the keyboard goes with it
        QVERIFY(m_test->settle());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(shown(0), (QStringList {u"Cold"_s, u"Warm"_s}));
    }

    void addsAndRefusesTwice()
    {
        auto *field = part<QLineEdit>(u"stages.new"_s);
        field->setText(u"WARM"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(part<QWidget>(u"stages.fault"_s)->isVisible());
        QCOMPARE(field->text(), u"WARM"_s); // what was typed is kept
        field->setText(u"Interested"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(shown(0), (QStringList {u"Cold"_s, u"Warm"_s, u"Interested"_s}));
        QVERIFY(!part<QWidget>(u"stages.fault"_s)->isVisible());
        QVERIFY(m_test->settle());
    }

    void aFaultGoesWithTheNextChangeThatWorks()
    {
        auto *field = part<QLineEdit>(u"stages.new"_s);
        field->setText(u"WARM"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const auto *fault = part<QWidget>(u"stages.fault"_s);
        QVERIFY(fault->isVisible());
        const QList<Stage> &stages = (*m_test)->stages();
        const StageId warm = stages.value(indexOfStage(stages, u"warm"_s)).id;
        QVERIFY(PipelineService(**m_test).rename(warm, u"Interested"_s)); // made elsewhere
        QTRY_VERIFY(!fault->isVisible());
        QVERIFY(m_test->settle());
        choose(u"warm"_s);
        tree()->currentItem()->setText(0, u"Cold"_s);
        QVERIFY(fault->isVisible());
        (*m_test)->undoStack()->undo(); // no longer of the name that was there already
        QTRY_VERIFY(!fault->isVisible());
        QVERIFY(m_test->settle());
    }

    void aRefusedNameComesBack()
    {
        choose(u"warm"_s);
        tree()->currentItem()->setText(0, u"Cold"_s); // what the editor in the list does
        QTRY_COMPARE(shown(0), (QStringList {u"Cold"_s, u"Warm"_s}));
        choose(u"warm"_s);
        tree()->currentItem()->setText(0, u"Interested"_s);
        QTRY_COMPARE(shown(0), (QStringList {u"Cold"_s, u"Interested"_s}));
        QVERIFY(m_test->settle());
    }

    void asksWhereThoseWhoAreThereGo()
    {
        choose(u"offer"_s);
        QTest::keyClick(tree(), Qt::Key_Delete);
        QVERIFY(part<QWidget>(u"stages.retiring"_s)->isVisible());
        QCOMPARE(part<QComboBox>(u"stages.target"_s)->currentText(), u"Conversation"_s);
        part<QPushButton>(u"stages.confirm"_s)->click();
        QTRY_COMPARE(tree()->topLevelItemCount(), 5);
        QCOMPARE(shown(4), (QStringList {u"Offer"_s}));
        QTRY_VERIFY(!part<QWidget>(u"stages.retiring"_s)->isVisible());
        QVERIFY(m_test->settle());
        choose(u"offer"_s);
        part<QToolButton>(u"stages.retire"_s)->click(); // offered again
        QTRY_COMPARE(tree()->topLevelItemCount(), 4);
        QVERIFY(m_test->settle());
    }

    void aStageThatIsRetiredLeavesTheQuestionOfAnother()
    {
        retireOfferAndAskOfAnother();
        QTRY_VERIFY(part<QPushButton>(u"stages.confirm"_s)->isEnabled()); // the answer is there
        QVERIFY(isAskedAboutConversation());
        QTRY_COMPARE(tree()->topLevelItemCount(), 5);
        QCOMPARE(shown(4), (QStringList {u"Offer"_s}));
        QVERIFY(isAskedAboutConversation());
        QVERIFY(m_test->settle());
    }

    void aStageThatIsNotRetiredLeavesTheQuestionOfAnother()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        retireOfferAndAskOfAnother();
        const QList<Stage> &stages = (*m_test)->stages();
        const StageId offer = stages.value(indexOfStage(stages, u"offer"_s)).id;
        QVERIFY(PipelineService(**m_test).setSale(offer)); // which is never retired
        auto *cancel = part<QPushButton>(u"stages.cancel"_s);
        cancel->setFocus();
        QTRY_VERIFY(part<QPushButton>(u"stages.confirm"_s)->isEnabled());
        QVERIFY(isAskedAboutConversation());
        QVERIFY(cancel->hasFocus());
        QVERIFY(m_test->settle());
        QCOMPARE(tree()->topLevelItemCount(), 4);
    }

    void theQuestionHasTheKeyboard()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QShortcut leave(Qt::Key_Escape, m_page.get()); // as the window gives every page
        leave.setContext(Qt::WidgetWithChildrenShortcut);
        const QSignalSpy left(&leave, &QShortcut::activated);
        const auto *question = part<QWidget>(u"stages.retiring"_s);
        choose(u"offer"_s);
        part<QToolButton>(u"stages.retire"_s)->click();
        QVERIFY(question->isVisible());
        auto *target = part<QComboBox>(u"stages.target"_s);
        QVERIFY(target->hasFocus());
        QTest::keyClick(target, Qt::Key_Escape);
        QVERIFY(!question->isVisible());
        QVERIFY(tree()->hasFocus());
        QCOMPARE(left.size(), 0);

        part<QToolButton>(u"stages.retire"_s)->click();
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Escape); // from elsewhere on the page too
        QVERIFY(!question->isVisible());
        QCOMPARE(left.size(), 0);
        QTest::keyClick(tree(), Qt::Key_Escape); // nothing is asked any more
        QCOMPARE(left.size(), 1);

        part<QToolButton>(u"stages.retire"_s)->click();
        auto *cancel = part<QPushButton>(u"stages.cancel"_s);
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Return); // retires nothing
        QVERIFY(!question->isVisible());
        QCOMPARE(shown(1), (QStringList {u"Conversation"_s, u"Offer"_s, u"Customer"_s}));

        part<QToolButton>(u"stages.retire"_s)->click();
        QVERIFY(target->hasFocus());
        QTest::keyClick(target, Qt::Key_Return);
        QTRY_COMPARE(tree()->topLevelItemCount(), 5);
        QTRY_VERIFY(!question->isVisible());
        QVERIFY(tree()->hasFocus());
        QCOMPARE(left.size(), 1);
        QVERIFY(m_test->settle());
    }

    void anExitIsRetiredByReturnToo()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        choose(u"lost"_s);
        QTest::keyClick(tree(), Qt::Key_Delete);
        auto *confirm = part<QPushButton>(u"stages.confirm"_s);
        QVERIFY(confirm->hasFocus());
        QTest::keyClick(confirm, Qt::Key_Return);
        QTRY_VERIFY(part<QWidget>(u"stages.fault"_s)->isVisible()); // the only exit
        QTRY_VERIFY(confirm->hasFocus());
    }

    void theDayHasRoomForItsWords()
    {
        const auto *since = part<QDateEdit>(u"stages.since"_s);
        const auto *field = since->findChild<QLineEdit *>();
        const int margins = 2 * 2 + 1; // a line edit's own, and the cursor
        QVERIFY(field->width()
            >= field->fontMetrics().horizontalAdvance(since->specialValueText()) + margins);
    }

    void theChosenRowIsFilledFromItsEdgeOn()
    {
        part<QLineEdit>(u"stages.new"_s)->setFocus();
        choose(u"warm"_s);
        for (const QColor &fill : {QColor(0x20, 0x40, 0x80), QColor(0xd0, 0xe0, 0xf0)}) {
            QPalette palette = tree()->palette();
            palette.setColor(QPalette::Highlight, fill);
            tree()->setPalette(palette);
            const QRect row = tree()->visualItemRect(tree()->currentItem());
            QVERIFY(row.left() > 4); // it is indented
            const QImage image = tree()->viewport()->grab().toImage();
            QCOMPARE(image.pixelColor(2, row.center().y()).name(), fill.name());
            const QRect other = tree()->visualItemRect(tree()->itemAbove(tree()->currentItem()));
            QVERIFY(image.pixelColor(2, other.center().y()).name() != fill.name());
        }
    }

    void proposesTheNextOfTheSideAndSaysWhatChartsMakeOfIt()
    {
        choose(u"conversation"_s);
        QTest::keyClick(tree(), Qt::Key_Delete);
        auto *target = part<QComboBox>(u"stages.target"_s);
        const auto *meaning = part<QLabel>(u"stages.meaning"_s);
        QCOMPARE(target->currentText(), u"Offer"_s);
        QCOMPARE(target->count(), 3); // neither the sale nor what lies behind it, and no exit
        QVERIFY(meaning->isVisible());
        QVERIFY(meaning->text().contains(u"have reached “Offer”"_s));
        target->setCurrentIndex(target->findText(u"Warm"_s));
        QVERIFY(!meaning->text().contains(u"“Offer”"_s));
        QVERIFY(!meaning->text().isEmpty());
    }

    void whoLeftByAnExitIsAskedNothing()
    {
        choose(u"lost"_s);
        QTest::keyClick(tree(), Qt::Key_Delete);
        QVERIFY(part<QWidget>(u"stages.retiring"_s)->isVisible());
        QVERIFY(!part<QComboBox>(u"stages.target"_s)->isVisible());
        QVERIFY(part<QLabel>(u"stages.meaning"_s)->text().contains(u"stays"_s));
        part<QPushButton>(u"stages.confirm"_s)->click();
        QTRY_VERIFY(part<QWidget>(u"stages.fault"_s)->isVisible()); // the only exit
    }

    void theSaleIsNotRetired()
    {
        choose(u"customer"_s);
        QVERIFY(!part<QToolButton>(u"stages.retire"_s)->isEnabled());
        QVERIFY(!part<QToolButton>(u"stages.sale"_s)->isEnabled());
        choose(u"loyal"_s);
        part<QToolButton>(u"stages.sale"_s)->click();
        QTRY_COMPARE(shown(1).last(), u"Loyal"_s);
        QVERIFY(m_test->settle());
    }
};

PULLPUSH_WINDOW_TEST(TestStagesPage)
#include "tst_stagespage.moc"
