// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "storage/rowspec.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_prospects/stageboardview.h"
#include "ui_prospects/stagecolumn.h"
#include "ui_prospects/stageheading.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestStageBoardView : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void cleanup();
    void hasAColumnForEachStage();
    void movesByKeyAndUndoes();
    void focusChoosesNobody();
    void marksWhoIsOpen();
    void whoMovesStaysChosen();
    void asksBeforeAnExit();
    void arrowsPassEmptyColumns();
    void showsWhatTheFilterWants();
    void showsARetiredStageWhileSomebodyIsThere();
    void readsOnlyCardsInView();
    void picture_data();
    void picture();

private:
    ProspectId add(const QString &name, int stage)
    {
        Prospect prospect;
        prospect.name = name;
        prospect.stage = (*m_test)->stages().at(stage).id;
        m_test->clock.advance(60'000);
        return (*m_test)->prospects().create(prospect);
    }
    [[nodiscard]] StageId stage(int index) const { return (*m_test)->stages().at(index).id; }
    [[nodiscard]] StageColumn *column(int index) const { return m_board->column(stage(index)); }
    [[nodiscard]] int cards(int index) const { return column(index)->people()->rowCount(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<StageBoardView> m_board;
};

void TestStageBoardView::init()
{
    QCOMPARE(openWorkspace(), QString());
    m_board = std::make_unique<StageBoardView>(**m_test);
    m_board->resize(1300, 600);
    m_board->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_board.get()));
}

void TestStageBoardView::cleanup()
{
    m_board.reset();
    m_test.reset();
}

void TestStageBoardView::hasAColumnForEachStage()
{
    add(u"Ada"_s, 0);
    add(u"Bo"_s, 0);
    add(u"Cy"_s, 3);
    add(u"Di"_s, 7);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), 2);
    QTRY_COMPARE(cards(3), 1);
    QTRY_VERIFY(m_board->heading(stage(0))->spoken().contains(u"2 prospect"_s));
    QVERIFY(m_board->heading(stage(0))->spoken().contains((*m_test)->stages().at(0).name));
    QCOMPARE(column(0)->accessibleName(), m_board->heading(stage(0))->spoken());
    QVERIFY(column(1)->isVisible()); // an empty one too
    auto *exits = m_board->findChild<QToolButton *>(u"board.exits"_s);
    QVERIFY(!column(7)->isVisible());
    QTRY_VERIFY(exits->text().contains(u'1')); // counted while it is folded
    exits->click();
    QVERIFY(column(7)->isVisible());
    QTRY_COMPARE(cards(7), 1);
    QVERIFY(m_board->areExitsShown());
}

void TestStageBoardView::movesByKeyAndUndoes()
{
    const ProspectId ada = add(u"Ada"_s, 0);
    add(u"Bo"_s, 0);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), 2);
    column(0)->setFocus();
    QVERIFY(column(0)->setCurrent(ada));
    QCOMPARE(m_board->current(), ada);
    QTest::keyClick(column(0), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(cards(1), 1);
    QTRY_COMPARE(m_board->current(), ada); // the keyboard went with the card
    QTRY_VERIFY(column(1)->hasFocus());
    QTRY_COMPARE(cards(0), 1);
    QVERIFY(m_test->settle());
    (*m_test)->undoStack()->undo();
    QTRY_COMPARE(cards(0), 2);
    QTRY_COMPARE(cards(1), 0);
}

void TestStageBoardView::focusChoosesNobody()
{
    const ProspectId ada = add(u"Ada"_s, 0);
    const ProspectId cy = add(u"Cy"_s, 3);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), 1);
    QTRY_COMPARE(cards(3), 1);
    QVERIFY(QTest::qWaitForWindowActive(m_board.get()));
    const QSignalSpy chosen(m_board.get(), &StageBoardView::currentChanged);
    column(1)->setFocus();
    column(0)->setFocus();
    QCOMPARE(m_board->current(), ada); // where the keyboard begins
    QVERIFY(column(0)->selectionModel()->isSelected(column(0)->currentIndex()));
    m_board->setShown(cy);
    QCOMPARE(m_board->current(), cy);
    QVERIFY(column(3)->hasFocus()); // it was in the board
    QVERIFY(column(3)->selectionModel()->isSelected(column(3)->currentIndex()));
    column(0)->setFocus();
    QCOMPARE(m_board->current(), cy);
    m_board->takeKeyboard();
    QVERIFY(column(3)->hasFocus());
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(column(3), Qt::Key_Left);
    QCOMPARE(m_board->current(), ada);
    QCOMPARE(chosen.size(), 1);
    const QSignalSpy left(m_board.get(), &StageBoardView::left);
    QTest::keyClick(column(0), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestStageBoardView::marksWhoIsOpen()
{
    for (int i = 0; i < 30; ++i)
        add(u"Prospect %1"_s.arg(i), 5);
    const ProspectId first = add(u"Ada"_s, 5);
    for (int i = 0; i < 30; ++i)
        add(u"Other %1"_s.arg(i), 5);
    QVERIFY(m_test->settle());
    m_board->resize(700, 400);
    const QSignalSpy chosen(m_board.get(), &StageBoardView::currentChanged);
    m_board->setShown(first); // before a card is read
    m_board->setQuery({});
    QTRY_COMPARE(m_board->current(), first);
    const StageColumn *theirs = column(5);
    QVERIFY(theirs->selectionModel()->isSelected(theirs->currentIndex()));
    QTRY_VERIFY(theirs->viewport()->rect().intersects(theirs->visualRect(theirs->currentIndex())));
    QTRY_VERIFY(!theirs->visibleRegion().isEmpty());
    m_board->setShown({});
    QCOMPARE(m_board->current(), first); // who was looked at last
    QCOMPARE(chosen.size(), 0);
}

void TestStageBoardView::whoMovesStaysChosen()
{
    const ProspectId bo = add(u"Bo"_s, 0);
    const ProspectId ada = add(u"Ada"_s, 0);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), 2);
    m_board->setShown(ada);
    QCOMPARE(m_board->current(), ada);
    const QSignalSpy chosen(m_board.get(), &StageBoardView::currentChanged);
    emit column(2)->dropped(ada);
    QTRY_COMPARE(cards(2), 1);
    QTRY_COMPARE(cards(0), 1);
    QTRY_COMPARE(m_board->current(), ada);
    QVERIFY(m_test->settle());
    const auto isOther = [bo](const QList<QVariant> &one) {
        return one.first().value<ProspectId>() == bo;
    };
    QVERIFY(std::ranges::none_of(chosen, isOther)); // the next one took the place, no more
}

void TestStageBoardView::asksBeforeAnExit()
{
    const ProspectId ada = add(u"Ada"_s, 6);
    QVERIFY(m_test->settle());
    m_board->setExitsShown(true);
    m_board->setQuery({});
    QTRY_COMPARE(cards(6), 1);
    QVERIFY(column(6)->setCurrent(ada));
    QSignalSpy asked(m_board.get(), &StageBoardView::exitRequested);
    QTest::keyClick(column(6), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).value<ProspectId>(), ada);
    QCOMPARE(asked.first().at(1).value<StageId>(), stage(7));
    QVERIFY(!(*m_test)->isWriting()); // nothing moved yet
    QCOMPARE(cards(6), 1);
}

void TestStageBoardView::arrowsPassEmptyColumns()
{
    const ProspectId ada = add(u"Ada"_s, 0);
    const ProspectId cy = add(u"Cy"_s, 3);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), 1);
    QTRY_COMPARE(cards(3), 1);
    column(0)->setFocus();
    QVERIFY(column(0)->setCurrent(ada));
    QSignalSpy opened(m_board.get(), &StageBoardView::opened);
    QTest::keyClick(column(0), Qt::Key_Right);
    QCOMPARE(m_board->current(), cy);
    QVERIFY(column(3)->hasFocus());
    QVERIFY(!column(0)->currentIndex().isValid()); // one card is the current one
    QTest::keyClick(column(3), Qt::Key_Right); // nothing further
    QCOMPARE(m_board->current(), cy);
    QTest::keyClick(column(3), Qt::Key_Left);
    QCOMPARE(m_board->current(), ada);
    QTest::keyClick(column(0), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ProspectId>(), ada);
}

void TestStageBoardView::showsWhatTheFilterWants()
{
    add(u"Ada"_s, 0);
    add(u"Bo"_s, 0);
    add(u"Cy"_s, 3);
    QVERIFY(m_test->settle());
    ProspectQuery query;
    query.text = u"ada"_s;
    m_board->setQuery(query);
    QTRY_COMPARE(cards(0), 1);
    QTRY_COMPARE(cards(3), 0);
    QTRY_VERIFY(m_board->heading(stage(0))->spoken().contains(u"1 prospect"_s));
    query.text.clear();
    query.sides = {Side::Push};
    m_board->setQuery(query);
    QVERIFY(!column(0)->isVisible());
    QVERIFY(column(3)->isVisible());
    QTRY_COMPARE(cards(3), 1);
    query.sides = {Side::Exit}; // who asks for exits need not unfold them
    m_board->setQuery(query);
    QVERIFY(column(7)->isVisible());
    QVERIFY(!column(3)->isVisible());
}

void TestStageBoardView::showsARetiredStageWhileSomebodyIsThere()
{
    const ProspectId bo = add(u"Bo"_s, 2);
    const ProspectId cy = add(u"Cy"_s, 3);
    add(u"Di"_s, 7);
    QVERIFY(m_test->settle());
    RowEdits edits;
    for (const int index : {1, 3, 7}) {
        const Stage used = (*m_test)->stages().at(index);
        Stage retired = used;
        retired.retiredAt = m_test->clock.now();
        edits << update(used, retired);
    }
    (*m_test)->apply(edits);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(3), 1);
    QVERIFY(column(3)->isVisible());
    QVERIFY(m_board->heading(stage(3))->spoken().contains(u"Offer (retired)"_s));
    QVERIFY(!column(1)->isVisible()); // nobody is there
    QVERIFY(!column(7)->isVisible()); // folded, and counted
    QVERIFY(m_board->findChild<QToolButton *>(u"board.exits"_s)->text().contains(u'1'));
    QTRY_COMPARE(cards(2), 1);
    QVERIFY(column(2)->setCurrent(bo));
    QTest::keyClick(column(2), Qt::Key_Right, Qt::AltModifier); // past it
    QTRY_COMPARE(cards(4), 1);
    QVERIFY(m_test->settle());
    QVERIFY(column(3)->setCurrent(cy));
    QTest::keyClick(column(3), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(cards(2), 1);
    QTRY_VERIFY(!column(3)->isVisible());
    m_board->setExitsShown(true);
    QTRY_COMPARE(cards(7), 1);
}

void TestStageBoardView::readsOnlyCardsInView()
{
    constexpr int Many = ProspectList::PageSize + 60;
    for (int i = 0; i < Many; ++i)
        add(u"Prospect %1"_s.arg(i), 0);
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), Many);
    QVERIFY(!column(0)->people()->index(Many - 1, 0).data(ProspectRole::Company).isValid());
    column(0)->verticalScrollBar()->setValue(column(0)->verticalScrollBar()->maximum());
    QTRY_COMPARE(column(0)->people()->index(Many - 1, 0).data().toString(), u"Prospect 0"_s);
}

void TestStageBoardView::picture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("light") << false << Qt::LeftToRight;
    QTest::newRow("dark") << true << Qt::LeftToRight;
    QTest::newRow("mirrored") << false << Qt::RightToLeft;
}

void TestStageBoardView::picture()
{
    QFETCH(bool, dark);
    QFETCH(Qt::LayoutDirection, direction);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    m_board->setLayoutDirection(direction);
    const QDate today = (*m_test)->today();
    for (int i = 0; i < 14; ++i) {
        const ProspectId id = add(u"Prospect %1"_s.arg(i), i % 5);
        if (i % 3 != 0)
            (*m_test)->prospects().addFollowUp(id, today.addDays(i - 6), u"Call"_s);
    }
    QVERIFY(m_test->settle());
    m_board->setQuery({});
    QTRY_COMPARE(cards(0), 3);
    QTRY_COMPARE(cards(4), 2);
    const QImage picture = m_board->grab().toImage();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("PULLPUSH_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(
            u"%1/board-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
    m_theme->setChoice(Theme::Choice::System);
}

PULLPUSH_WINDOW_TEST(TestStageBoardView)
#include "tst_stageboardview.moc"
