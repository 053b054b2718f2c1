// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"
#include "domain/post.h"
#include "session/savedfilters.h"
#include "session/teamsets.h"
#include "session/touchedpost.h"
#include "storage/database.h"
#include "storage/rowspec.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_prospects/criteriarow.h"
#include "ui_prospects/filterbar.h"
#include "ui_prospects/prospectfiltermenu.h"
#include "ui_prospects/savedfiltermenu.h"
#include "ui_prospects/touchedpostdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

/// How filters are chosen, shown, taken away and saved.
class TestFilterMenus : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { QCOMPARE(openWorkspace(), QString()); }
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

    void aPostIsPickedAndNamed()
    {
        const auto [tea, bread] = somePosts();
        ProspectQuery before;
        before.turn = Turn::We;
        ProspectFilterMenu menu(**m_test);
        menu.setQuery(before);
        QSignalSpy chosen(&menu, &ProspectFilterMenu::queryChosen);
        menu.fill();
        auto *ask = menu.findChild<QAction *>(u"filter.touchedPost"_s);
        QVERIFY(ask && !ask->isChecked());
        ask->trigger();
        auto *dialog = menu.findChild<TouchedPostDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QTreeWidget *>(u"touched.list"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 2);
        auto *words = dialog->findChild<QLineEdit *>(u"touched.words"_s);
        QTest::keyClicks(words, u"sourdough"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), u"Bread & butter"_s);
        QCOMPARE(list->topLevelItem(0)->text(1), Formatting::date(QDate(2026, 11, 12)));
        QCOMPARE(list->topLevelItem(0)->text(2), u"Brew"_s);
        auto *kind = dialog->findChild<QComboBox *>(u"touched.kind"_s);
        kind->setCurrentIndex(kind->findData(int(TouchKind::Commented)));
        dialog->findChild<QPushButton *>(u"touched.choose"_s)->click();
        QCOMPARE(chosen.size(), 1);
        const auto query = chosen.first().first().value<ProspectQuery>();
        ProspectQuery wanted = before;
        wanted.touch = TouchKind::Commented;
        wanted.touchPost = bread;
        QCOMPARE(query, wanted);
        menu.setQuery(query);
        menu.fill();
        QVERIFY(menu.findChild<QAction *>(u"filter.touchedPost"_s)->isChecked());
        QVERIFY(tea != bread);

        // The chip names the post, and takes nothing else away.
        const auto criteria = FilterWords::criteria(query, **m_test, u"Bread & butter"_s);
        const auto chip = std::ranges::find(criteria, u"touchPost"_s, &FilterCriterion::key);
        QVERIFY(chip != criteria.end());
        QCOMPARE(chip->text, u"Touched “Bread & butter”"_s);
        wanted.touchPost = {};
        QCOMPARE(chip->without, wanted);
        const auto kept = queryFromText(queryText(query)); // as a saved filter
        QVERIFY(kept);
        QCOMPARE(*kept, query);
    }

    void aPostIsPickedByKeyboard()
    {
        const auto [tea, bread] = somePosts();
        TouchedPostDialog dialog(**m_test, {});
        QSignalSpy chosen(&dialog, &TouchedPostDialog::queryChosen);
        auto *words = dialog.findChild<QLineEdit *>(u"touched.words"_s);
        auto *list = dialog.findChild<QTreeWidget *>(u"touched.list"_s);
        dialog.show();
        QTest::keyClicks(words, u"TEA"_s);
        QTest::keyClick(words, Qt::Key_Return); // before there is an answer
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<ProspectQuery>().touchPost, tea);
        QVERIFY(dialog.isHidden());
        QVERIFY(list->currentItem() != nullptr);
    }

    void anUnknownPostIsSaid()
    {
        const auto [tea, bread] = somePosts();
        TouchedPostDialog dialog(**m_test, {});
        auto *words = dialog.findChild<QLineEdit *>(u"touched.words"_s);
        auto *choose = dialog.findChild<QPushButton *>(u"touched.choose"_s);
        dialog.show();
        QTRY_VERIFY(choose->isEnabled());
        QTest::keyClicks(words, u"no such words"_s);
        QTRY_VERIFY(dialog.findChild<QWidget *>(u"touched.empty"_s)->isVisible());
        QVERIFY(!choose->isEnabled());
        QVERIFY(!tea.isNull() && !bread.isNull());
    }

    void theNameOfAPostFollowsIt()
    {
        const auto [tea, bread] = somePosts();
        TouchedPost shown(**m_test, nullptr);
        shown.show(tea);
        QCOMPARE(shown.name(), QString());
        QTRY_COMPARE(shown.name(), u"Tea"_s);
        const auto read = (*m_test)
                              ->database()
                              ->read([id = tea](Connection &c) {
                                  return selectRows<Post>(c, u"WHERE id = ?"_s, {id.value()});
                              })
                              .result();
        QVERIFY(read && read->size() == 1);
        Post renamed = read->first();
        renamed.title = u"Green tea"_s;
        (*m_test)->commit({update(read->first(), renamed)}, u"Rename"_s);
        QTRY_COMPARE(shown.name(), u"Green tea"_s);
        (*m_test)->commit({removal(renamed)}, u"Delete"_s);
        QTRY_COMPARE(shown.name(), u"(deleted)"_s);
        shown.show(bread);
        QTRY_COMPARE(shown.name(), u"Bread & butter"_s);
        shown.show({});
        QCOMPARE(shown.name(), QString());
    }

    void aRetiredStageIsOfferedForThoseWhoAreThere()
    {
        const auto namesWith = [this](const QString &key) {
            const int index = indexOfStage((*m_test)->stages(), key);
            const Stage stage = (*m_test)->stages().at(index);
            Stage retired = stage;
            retired.retiredAt = 1;
            (*m_test)->apply({update(stage, retired)});
            QStringList names;
            if (!m_test->settle())
                return names;
            FilterBar bar(**m_test);
            auto *stages = bar.findChild<QToolButton *>(u"filter.stages"_s);
            emit stages->menu()->aboutToShow();
            const QList<QAction *> actions = stages->menu()->actions();
            for (const QAction *action : actions)
                names << action->text();
            return names;
        };
        QVERIFY(namesWith(u"lost"_s).contains(u"Lost (retired)"_s)); // who left by it is
        const QStringList names = namesWith(u"offer"_s); // who came back by an undo, or was kept
        QCOMPARE(names.mid(names.indexOf(QString()) + 1),
            (QStringList {u"Offer (retired)"_s, u"Lost (retired)"_s}));
        QCOMPARE(names.indexOf(QString()), 6); // behind those that are in use
        FilterBar bar(**m_test);
        ProspectQuery query;
        query.stages = {(*m_test)->stages().at(3).id};
        bar.setQuery(query);
        QCOMPARE(bar.findChild<QToolButton *>(u"filter.stages"_s)->text(), u"Offer (retired)"_s);
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
    /// Two posts that are out: "Tea", and "Bread & butter" on the channel Brew.
    std::pair<PostId, PostId> somePosts()
    {
        IdSource &ids = (*m_test)->ids();
        Channel channel;
        channel.id = ChannelId::create(ids);
        channel.network = u"x"_s;
        channel.name = u"Brew"_s;
        Post tea;
        tea.id = PostId::create(ids);
        tea.title = u"Tea"_s;
        tea.day = QDate(2026, 11, 10);
        Post bread;
        bread.id = PostId::create(ids);
        bread.title = u"Bread & butter"_s;
        bread.text = u"Sourdough for everybody"_s;
        bread.day = QDate(2026, 11, 12);
        Variant variant;
        variant.id = VariantId::create(ids);
        variant.post = bread.id;
        variant.channel = channel.id;
        (*m_test)->commit(
            {insertion(channel), insertion(tea), insertion(bread), insertion(variant)}, u"Plan"_s);
        [this] { QVERIFY(m_test->settle()); }();
        return {tea.id, bread.id};
    }
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
};

PULLPUSH_WINDOW_TEST(TestFilterMenus)
#include "tst_filtermenus.moc"
