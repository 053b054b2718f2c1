// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plansets.h"
#include "session/workspace.h"
#include "test_support/openpage.h"
#include "test_support/testprogram.h"
#include "ui_timeline/setspage.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;

class TestSetsPage : public QObject, OpenPage<SetsPage>
{
    Q_OBJECT

    void open(SetsPage::Kind kind)
    {
        QVERIFY(openPage({900, 500}, kind));
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

private slots:
    void init() { QCOMPARE(openWorkspace(), QString()); }
    void cleanup() { closePage(); }

    void addsNamesAndDatesACampaign()
    {
        open(SetsPage::Kind::Campaign);
        auto *list = part<QListWidget>(u"sets"_s);
        QVERIFY(!list->isVisible()); // the empty state invites
        part<QPushButton>(u"addSet"_s)->click();
        QTRY_COMPARE(list->count(), 1);
        auto *name = part<QLineEdit>(u"setName"_s);
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Spring"_s);
        QTest::keyClick(name, Qt::Key_Return);
        const PlanSets &plan = (*m_test)->plan();
        QTRY_COMPARE(plan.campaigns().first().name, u"Spring"_s);
        part<QDateEdit>(u"setStarts"_s)->setDate(QDate(2026, 3, 1));
        QTRY_COMPARE(plan.campaigns().first().startsOn, std::optional(QDate(2026, 3, 1)));
        part<QDateEdit>(u"setEnds"_s)->setDate(QDate(2026, 2, 1));
        QVERIFY(part<QLabel>(u"setFault"_s)->isVisible()); // ends before it begins
        QVERIFY(!plan.campaigns().first().endsOn);
        auto *utm = part<QLineEdit>(u"setUtm"_s);
        part<QDateEdit>(u"setEnds"_s)->setDate(QDate(2026, 4, 1));
        utm->setText(u"spring-26"_s);
        emit utm->editingFinished();
        QTRY_COMPARE(plan.campaigns().first().utmCampaign, u"spring-26"_s);
        QCOMPARE(plan.campaigns().first().endsOn, std::optional(QDate(2026, 4, 1)));
    }

    void refusesANameThatIsTaken()
    {
        Label label;
        label.name = u"Eco"_s;
        (*m_test)->plan().addLabel(label);
        label.name = u"Green"_s;
        (*m_test)->plan().addLabel(label);
        QVERIFY(m_test->settle());
        open(SetsPage::Kind::Label);
        part<QListWidget>(u"sets"_s)->setCurrentRow(1);
        auto *name = part<QLineEdit>(u"setName"_s);
        QCOMPARE(name->text(), u"Green"_s);
        name->setFocus();
        name->setText(u"eco"_s);
        emit name->editingFinished();
        QVERIFY(part<QLabel>(u"setFault"_s)->isVisible());
        QCOMPARE((*m_test)->plan().labels().last().name, u"Green"_s);
    }

    void recoloursOrdersAndDeletesByKeyboard()
    {
        for (const auto &name : {u"Craft"_s, u"People"_s}) {
            Pillar pillar;
            pillar.name = name;
            pillar.position = name == u"Craft"_s ? 0 : 1;
            (*m_test)->plan().addPillar(pillar);
        }
        QVERIFY(m_test->settle());
        open(SetsPage::Kind::Pillar);
        const PlanSets &plan = (*m_test)->plan();
        auto *list = part<QListWidget>(u"sets"_s);
        auto *colour = part<QComboBox>(u"setColour"_s);
        colour->setCurrentIndex(3);
        emit colour->activated(3);
        QTRY_COMPARE(plan.pillars().first().colour, 3);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(plan.pillars().first().name, u"People"_s);
        QCOMPARE(list->currentItem()->text(), u"Craft"_s);
        QVERIFY(m_test->settle());
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(plan.pillars().size(), 1);
        QCOMPARE(list->currentItem()->text(), u"People"_s);
        QSignalSpy closed(m_page.get(), &SetsPage::closeRequested);
        QTest::keyClick(list, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void mergesALabel()
    {
        Label label;
        label.name = u"Eco"_s;
        (*m_test)->plan().addLabel(label);
        label.name = u"Green"_s;
        (*m_test)->plan().addLabel(label);
        QVERIFY(m_test->settle());
        open(SetsPage::Kind::Label);
        part<QListWidget>(u"sets"_s)->setCurrentRow(1);
        QMenu *menu = part<QPushButton>(u"mergeSet"_s)->menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().first()->trigger();
        QTRY_COMPARE((*m_test)->plan().labels().size(), 1);
        QCOMPARE(part<QListWidget>(u"sets"_s)->currentItem()->text(), u"Eco"_s);
    }
};

PULLPUSH_WINDOW_TEST(TestSetsPage)
#include "tst_setspage.moc"
