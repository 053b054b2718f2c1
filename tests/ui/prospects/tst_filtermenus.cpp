// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedfilters.h"
#include "session/teamsets.h"
#include "test_support/fridayworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_prospects/criteriarow.h"
#include "ui_prospects/filterbar.h"
#include "ui_prospects/prospectfiltermenu.h"
#include "ui_prospects/savedfiltermenu.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// How filters are chosen, shown, taken away and saved.
class TestFilterMenus : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        m_test = std::make_unique<FridayWorkspace>();
        const QString reason = m_test->create();
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
    }
    void cleanup() { m_test.reset(); }

    void everyPartCanBeChosen_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("chip");
        QTest::newRow("turn") << u"turn"_s << u"Ours"_s << u"Whose turn: Ours"_s;
        QTest::newRow("next step") << u"step"_s << u"Overdue"_s << u"Next step: Overdue"_s;
        QTest::newRow("network") << u"network"_s << u"E-mail"_s << u"On E-mail"_s;
        QTest::newRow("touch") << u"touch"_s << u"Commented"_s << u"Touch: Commented"_s;
        QTest::newRow("contact") << u"contact"_s << u"Do not contact"_s << u"Do not contact"_s;
    }
    void everyPartCanBeChosen()
    {
        QFETCH(QString, part);
        QFETCH(QString, choice);
        QFETCH(QString, chip);
        ProspectFilterMenu menu(**m_test);
        QSignalSpy chosen(&menu, &ProspectFilterMenu::queryChosen);
        menu.fill();
        QAction *action = choiceOf(menu, part, choice);
        QVERIFY(action);
        QVERIFY(!action->isChecked());
        action->trigger();
        QCOMPARE(chosen.size(), 1);
        const auto query = chosen.first().first().value<ProspectQuery>();
        const QList<FilterCriterion> criteria = FilterWords::criteria(query, **m_test);
        QCOMPARE(criteria.size(), 1);
        QCOMPARE(criteria.first().text, chip);
        QCOMPARE(criteria.first().without, ProspectQuery());
        menu.setQuery(query);
        menu.fill();
        QVERIFY(choiceOf(menu, part, choice)->isChecked());
    }

    void wordsAreTypedIntoTheMenu()
    {
        ProspectFilterMenu menu(**m_test);
        QSignalSpy chosen(&menu, &ProspectFilterMenu::queryChosen);
        menu.fill();
        auto *company = menu.findChild<QLineEdit *>(u"filter.company"_s);
        QVERIFY(company);
        company->setText(u" Oak & Co "_s);
        QTest::keyClick(company, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ProspectQuery>().company, u"Oak & Co"_s);
    }

    void chipsTakeTheirPartAway()
    {
        ProspectQuery query;
        query.turn = Turn::We;
        query.quietAtLeast = 14;
        CriteriaRow row;
        row.setCriteria(FilterWords::criteria(query, **m_test));
        QVERIFY(!row.isHidden());
        QSignalSpy chosen(&row, &CriteriaRow::queryChosen);
        auto *turn = row.findChild<QToolButton *>(u"criterion.turn"_s);
        QVERIFY(turn->accessibleName().contains(u"Whose turn: Ours"_s));
        turn->click();
        ProspectQuery quiet;
        quiet.quietAtLeast = 14;
        QCOMPARE(chosen.first().first().value<ProspectQuery>(), quiet);
        row.setCriteria(FilterWords::criteria(quiet, **m_test));
        QVERIFY(!row.findChild<QToolButton *>(u"criterion.turn"_s));
        row.setCriteria({});
        QVERIFY(row.isHidden());
    }

    void filtersAreSavedChosenAndDeleted()
    {
        ProspectQuery query;
        query.step = StepDue::None;
        SavedFilterMenu menu(**m_test);
        menu.setQuery(query);
        menu.fill();
        auto *name = menu.findChild<QLineEdit *>(u"saved.name.team"_s);
        name->setText(u"Forgotten"_s);
        QTest::keyClick(name, Qt::Key_Return);
        const QList<SavedFilter> &saved = (*m_test)->team().savedFilters();
        QCOMPARE(saved.size(), 1);
        QVERIFY(saved.first().owner.isNull());
        QVERIFY(m_test->settle());

        QSignalSpy chosen(&menu, &SavedFilterMenu::queryChosen);
        menu.setQuery({});
        menu.choose(1); // there is none
        QCOMPARE(chosen.size(), 0);
        menu.choose(0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ProspectQuery>(), query);
        menu.fill();
        menu.findChild<QAction *>("saved."_L1 + saved.first().id.toString())->trigger();
        QCOMPARE(chosen.size(), 2);
        menu.findChild<QAction *>("saved.delete."_L1 + saved.first().id.toString())->trigger();
        QVERIFY(saved.isEmpty());
        QVERIFY(m_test->settle());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(saved.size(), 1);
    }

    void sidesAndStagesReplaceEachOther()
    {
        FilterBar bar(**m_test);
        QSignalSpy changed(&bar, &FilterBar::queryChanged);
        bar.findChild<QToolButton *>(u"push"_s)->click();
        QCOMPARE(changed.last().first().value<ProspectQuery>().sides, QList<Side> {Side::Push});
        auto *stages = bar.findChild<QToolButton *>(u"filter.stages"_s);
        QCOMPARE(stages->text(), u"Push"_s);
        emit stages->menu()->aboutToShow();
        stages->menu()->actions().first()->trigger();
        const auto query = changed.last().first().value<ProspectQuery>();
        QVERIFY(query.sides.isEmpty());
        QCOMPARE(query.stages, QList<StageId> {(*m_test)->stages().first().id});
    }

private:
    static QAction *choiceOf(
        const ProspectFilterMenu &menu, const QString &part, const QString &choice)
    {
        const auto *submenu = menu.findChild<QMenu *>("filter.part."_L1 + part);
        if (!submenu)
            return nullptr;
        const auto actions = submenu->actions();
        const auto found = std::ranges::find(actions, choice, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FridayWorkspace> m_test;
};

PULLPUSH_WINDOW_TEST(TestFilterMenus)
#include "tst_filtermenus.moc"
