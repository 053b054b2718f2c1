// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prospectlistmodel.h"
#include "models/threadmodel.h"
#include "session/conversationservice.h"
#include "session/importservice.h"
#include "session/mergeservice.h"
#include "session/poststore.h"
#include "session/prospectdossier.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "session/touchservice.h"
#include "storage/rowspec.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/accessible.h"
#include "ui_common/closebutton.h"
#include "ui_common/theme.h"
#include "ui_prospects/nextsteps.h"
#include "ui_prospects/prospectfiltermenu.h"
#include "ui_prospects/prospectsarea.h"
#include "ui_prospects/prospecttableview.h"
#include "ui_prospects/stageboardview.h"
#include "ui_prospects/stagecolumn.h"
#include "ui_prospects/threadview.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHash>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStringList>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Minute = 60'000;
constexpr qint64 Day = 1440 * Minute;

/// A window that keeps the page that it shows in place of an area.
class PageHost final : public AreaHost
{
public:
    void showInspector(Area *, bool) override { }
    void setLoading(Area *, bool) override { }
    void notify(const NotifierMessage &) override { }
    void showTask(const QString &, QWidget *page) override { delete page; }
    void showPage(const QString &name, QWidget *page) override
    {
        title = name;
        shown.reset(page);
    }
    void closeTask() override { shown.reset(); }
    void showArea(const QString &id) override { areas << id; }
    void setSearchText(Area *, const QString &) override { }
    void searchEverywhere() override { ++searches; }

    int searches = 0;
    QStringList areas;
    QString title;
    std::unique_ptr<QWidget> shown;
};
} // namespace

class TestProspectsArea : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void offersAWayWhenEmpty();
    void createsLogsMovesAndUndoes();
    void importedChatProposesAMove();
    void groupChatBecomesAProspect();
    void deletesAndBringsBack();
    void oldIdsOpenWhoStands();
    void showsOnlyTheChosen();
    void aWayLeadsBackToTheChart();
    void theBoardKnowsTheWayBack();
    void othersHaveNoWayBackToAChart();
    void keysLeadThroughTheList();
    void theKeyboardAloneOpensNobody();
    void whoIsOpenStaysOpen();
    void filtersBySide();
    void theChipNamesThePost();
    void boardAsksWhyTheyLeave();
    void filtersHoldForTheBoardToo();
    void escapeLeadsToTheirCardAndOut();
    void escapeLeadsOutWhereTheListIsEmpty();
    void boardComesBack();
    void editsInPlace();
    void wordsAreOfWhoWasAskedFor();
    void wordsComeBackWithTheDeleted();
    void whoJoinedLaterKeepsTheirProspects();
    void aStepIsDueOnTheNextTuesday();
    void anOfferIsMadeAndWonByKeys();
    void aPageHasOneWayBack_data();
    void aPageHasOneWayBack();
    void whatIsFoldedStaysFolded();
    void lettersOfTheMenuDiffer();
    void theMenuHasGroups();
    void wordsNobodyMatchesAreSoughtEverywhere();
    void theWholeFormComesIntoView();
    void onlyTheLateStepIsAWarning();
    void longWordsDoNotWidenThePage();
    void comesBackAsItWas();
    void everyControlHasAName();
    void picture_data();
    void picture();

private:
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_area->widget()->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        const auto actions = m_area->actions();
        const auto found = std::ranges::find(actions, name, &QAction::objectName);
        return found == actions.end() ? nullptr : *found;
    }
    [[nodiscard]] ProspectTableView *table() const
    {
        return part<ProspectTableView>(u"prospects"_s);
    }
    [[nodiscard]] QList<ThreadEntry> thread() const
    {
        return part<ThreadView>(u"thread"_s)->threadModel()->entries();
    }
    [[nodiscard]] bool hasEntry(
        ThreadEntry::Kind kind, const QString &title, const QString &text) const
    {
        const QList<ThreadEntry> entries = thread();
        return std::ranges::any_of(entries, [&](const ThreadEntry &entry) {
            return entry.kind == kind && entry.title == title && entry.text == text;
        });
    }
    [[nodiscard]] QString stageName(int index) const { return (*m_test)->stages().at(index).name; }
    void createByName(const QString &name)
    {
        action(u"prospect.new"_s)->trigger();
        auto *edit = part<QLineEdit>(u"prospect.new"_s);
        QVERIFY(edit->isVisible());
        QTest::keyClicks(edit, name);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), name);
        QVERIFY(m_test->settle());
    }
    void import(const QString &name, const QByteArray &text)
    {
        ImportOptions options;
        options.me = u"Nora"_s;
        const auto report = ImportService::runNow(**m_test, {m_test->file(name, text)}, options);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }
    void fill();
    void fillConversation(ProspectId id);

    std::unique_ptr<Theme> m_theme;
    AccessibleNames m_names;
    std::unique_ptr<ProspectsArea> m_area;
    std::unique_ptr<QWidget> m_window;
};

void TestProspectsArea::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    qApp->installEventFilter(&m_names);
}

void TestProspectsArea::init()
{
    QCOMPARE(openWorkspace(), QString());
    m_area = std::make_unique<ProspectsArea>(**m_test);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area->titleWidget());
    layout->addWidget(m_area->widget(), 1);
    m_window->setBackgroundRole(QPalette::Base);
    m_window->setAutoFillBackground(true);
    m_window->resize(1200, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestProspectsArea::cleanup()
{
    m_window.reset();
    m_area.reset();
    m_test.reset();
}

void TestProspectsArea::offersAWayWhenEmpty()
{
    QAction ofWindow(m_window.get());
    ofWindow.setObjectName(u"file.import"_s);
    const QSignalSpy asked(&ofWindow, &QAction::triggered);
    action(u"prospect.import"_s)->trigger();
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(!table()->isVisible());
    QVERIFY(!action(u"prospect.move"_s)->isEnabled());
    createByName(u"Ada Example"_s);
    QTRY_VERIFY(table()->isVisible());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_COMPARE(table()->currentIndex().row(), 0);
}

void TestProspectsArea::createsLogsMovesAndUndoes()
{
    createByName(u"Ada Example"_s);
    action(u"prospect.logCall"_s)->trigger();
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    part<QSpinBox>(u"log.minutes"_s)->setValue(12);
    QTest::keyClicks(text, u"Wants two tables"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Message, u"Call"_s, u"Wants two tables"_s));
    QCOMPARE(std::ranges::count(thread(), 12, &ThreadEntry::minutes), 1);
    QVERIFY(text->toPlainText().isEmpty());
    QVERIFY(m_test->settle());

    action(u"prospect.move"_s)->trigger();
    auto *reason = part<QLineEdit>(u"move.reason"_s);
    QVERIFY(reason->isVisible());
    QCOMPARE(part<QComboBox>(u"move.stage"_s)->currentData().toLongLong(),
        (*m_test)->stages().at(1).id.value());
    QTest::keyClicks(reason, u"Asked for an offer"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    const QString move = u"%1 → %2"_s.arg(stageName(0), stageName(1));
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Move, move, u"Asked for an offer"_s));
    QVERIFY(part<QAbstractButton>(u"prospect.stage"_s)->text().contains(stageName(1)));
    QVERIFY(m_test->settle());
    QTRY_COMPARE(
        table()->model()->index(0, ProspectListModel::StageColumn).data().toString(), stageName(1));

    (*m_test)->undoStack()->undo();
    QTRY_VERIFY(!hasEntry(ThreadEntry::Kind::Move, move, u"Asked for an offer"_s));
    QTRY_VERIFY(part<QAbstractButton>(u"prospect.stage"_s)->text().contains(stageName(0)));
    (*m_test)->undoStack()->redo();
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Move, move, u"Asked for an offer"_s));
}

void TestProspectsArea::importedChatProposesAMove()
{
    import(u"WhatsApp Chat with Ada Example.txt"_s,
        "04/12/2025, 14:05 - Ada Example: Is the oak table still there?\n"
        "04/12/2025, 14:20 - Nora: Yes, and it waits for you\n");
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Message, {}, u"Is the oak table still there?"_s));
    auto *accept = part<QAbstractButton>(u"proposal.accept"_s);
    QVERIFY(accept->isVisible());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(!accept->isVisible());
    QTRY_VERIFY(part<QAbstractButton>(u"prospect.stage"_s)->text().contains(stageName(2)));
    const QList<ThreadEntry> entries = thread();
    const auto moved = std::ranges::find(
        entries, u"%1 → %2"_s.arg(stageName(0), stageName(2)), &ThreadEntry::title);
    QVERIFY(moved != entries.end());
    QCOMPARE(moved->day, QDate(2025, 12, 4)); // dated at the evidence
    QVERIFY(m_test->settle());
    (*m_test)->undoStack()->undo();
    QTRY_VERIFY(accept->isVisible());
}

void TestProspectsArea::groupChatBecomesAProspect()
{
    import(u"WhatsApp Chat with Bakers.txt"_s,
        "04/12/2025, 14:05 - Ada Example: Who has rye?\n"
        "04/12/2025, 14:20 - Nora: I do\n"
        "04/12/2025, 14:21 - Bo Example: Me too\n");
    auto *chats = part<QAbstractButton>(u"chats"_s);
    QTRY_VERIFY(chats->isVisible());
    QTest::mouseClick(chats, Qt::LeftButton);
    auto *list = part<QListWidget>(u"chatList"_s);
    QCOMPARE(list->count(), 1);
    list->setCurrentRow(0);
    auto *person = part<QComboBox>(u"chat.person"_s);
    QTRY_COMPARE(person->count(), 2); // not us
    QTest::mouseClick(chats, Qt::LeftButton);
    QVERIFY(!person->isVisible());
    QTest::mouseClick(chats, Qt::LeftButton);
    list->setCurrentRow(0);
    QTRY_COMPARE(person->count(), 2);
    person->setCurrentText(u"Bo Example"_s);
    QTest::mouseClick(part<QAbstractButton>(u"chat.make"_s), Qt::LeftButton);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Bo Example"_s);
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Message, {}, u"Who has rye?"_s));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(m_test->settle());
    QTRY_VERIFY(!chats->isVisible());
    (*m_test)->undoStack()->undo();
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QTRY_VERIFY(chats->isVisible());
}

void TestProspectsArea::deletesAndBringsBack()
{
    createByName(u"Ada Example"_s);
    createByName(u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    action(u"prospect.delete"_s)->trigger();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QVERIFY(m_test->settle());
    (*m_test)->undoStack()->undo();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->index(table()->currentIndex().row(), 0).data().toString(),
        u"Bo Example"_s);
    // Who opened somebody else since keeps them.
    QVERIFY(m_test->settle());
    action(u"prospect.delete"_s)->trigger();
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QVERIFY(m_test->settle());
    m_area->openProspect({});
    (*m_test)->undoStack()->undo();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(!part<QLineEdit>(u"prospect.name"_s)->isVisible());
}

void TestProspectsArea::oldIdsOpenWhoStands()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    createByName(u"A. Example"_s);
    const ProspectId twin = table()->currentProspect();
    createByName(u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    MergeService merges(**m_test, nullptr);
    std::optional<MergeDraft> draft;
    merges.read(ada, twin, this, [&draft](const Result<MergeDraft> &read) {
        if (read)
            draft = *read;
    });
    QTRY_VERIFY(draft);
    merges.merge(*draft, draft->proposed());
    QVERIFY(m_test->settle());
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    m_area->openProspect(twin);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QTRY_COMPARE(table()->currentProspect(), ada);
    // Whoever is shown is the one that is deleted.
    action(u"prospect.delete"_s)->trigger();
    QVERIFY(m_test->settle());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Bo Example"_s);
}

void TestProspectsArea::showsOnlyTheChosen()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    createByName(u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    m_area->showOnly({ada}, u"Reached Cold, 2026"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Ada Example"_s);
    const auto buttons = m_area->widget()->findChildren<QAbstractButton *>();
    const auto dismiss =
        std::ranges::find(buttons, u"Show all prospects again"_s, &QAbstractButton::accessibleName);
    QVERIFY(dismiss != buttons.end());
    QTest::mouseClick(*dismiss, Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    m_area->search(u"bo"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestProspectsArea::aWayLeadsBackToTheChart()
{
    PageHost host;
    m_area->setHost(&host);
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    createByName(u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    auto *back = part<QToolButton>(u"prospects.back"_s);
    QVERIFY(back);
    QVERIFY(!back->isVisible());
    QVERIFY(!action(u"prospects.chart"_s)->isEnabled());
    m_area->showBehindMark({ada}, u"Reached Warm"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(back->isVisible());
    QCOMPARE(back->accessibleName(), u"Back to the chart"_s);
    QVERIFY(!back->icon().isNull());
    const QString key = QKeySequence(QKeySequence::Back).toString(QKeySequence::NativeText);
    QVERIFY(!key.isEmpty());
    QVERIFY2(back->toolTip().contains(key), qPrintable(back->toolTip()));
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(host.areas, QStringList {u"pipeline"_s});
    // Whoever comes back finds the list as it was.
    m_area->activate();
    QCOMPARE(table()->model()->rowCount(), 1);
    QVERIFY(back->isVisible());
    QTest::keyClick(table(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(host.areas.size(), 2);
    // Also from one of them.
    m_area->openProspect(ada);
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    QTRY_VERIFY(text->isVisible());
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(host.areas, QStringList(3, u"pipeline"_s));
    // With everybody again there is no chart to go back to.
    const auto buttons = m_area->widget()->findChildren<QAbstractButton *>();
    const auto dismiss =
        std::ranges::find(buttons, u"Show all prospects again"_s, &QAbstractButton::accessibleName);
    QVERIFY(dismiss != buttons.end());
    QTest::mouseClick(*dismiss, Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(!back->isVisible());
    QTest::keyClick(table(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(host.areas.size(), 3);
    m_area->setHost(nullptr);
}

void TestProspectsArea::theBoardKnowsTheWayBack()
{
    PageHost host;
    m_area->setHost(&host);
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    m_area->showBoard(true);
    m_area->showBehindMark({ada}, u"Reached Warm"_s);
    QVERIFY(action(u"prospects.chart"_s)->isEnabled());
    auto *back = part<QToolButton>(u"board.back"_s);
    QVERIFY(back && back->isVisible());
    QCOMPARE(back->accessibleName(), u"Back to the chart"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(host.areas, QStringList {u"pipeline"_s});
    // Beside the list's own button there is no second one.
    m_area->showBoard(false);
    QVERIFY(!back->isVisible());
    QVERIFY(part<QToolButton>(u"prospects.back"_s)->isVisible());
    m_area->showBoard(true);
    QVERIFY(back->isVisible());
    auto *chip = part<QToolButton>(u"criterion.only"_s);
    QVERIFY(chip);
    chip->click();
    QVERIFY(!action(u"prospects.chart"_s)->isEnabled());
    QVERIFY(!back->isVisible());
    m_area->setHost(nullptr);
}

void TestProspectsArea::othersHaveNoWayBackToAChart()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    const auto *back = part<QToolButton>(u"prospects.back"_s);
    m_area->showBehindMark({ada}, u"Reached Warm"_s);
    QVERIFY(back->isVisible());
    m_area->showOnly({ada}, u"Imported today"_s);
    QVERIFY(!back->isVisible());
    QVERIFY(!action(u"prospects.chart"_s)->isEnabled());
}

void TestProspectsArea::keysLeadThroughTheList()
{
    for (const QString &name : {u"Ada Example"_s, u"Bo Example"_s, u"Cy Example"_s}) {
        createByName(name);
        m_test->clock.advance(Minute);
    }
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_End);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QTest::keyClick(table(), Qt::Key_Home);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Cy Example"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    QVERIFY(text->hasFocus());
    // Words that were not logged wait with their prospect.
    QTest::keyClicks(text, u"Half a sentence"_s);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Bo Example"_s);
    QVERIFY(text->toPlainText().isEmpty());
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTRY_COMPARE(text->toPlainText(), u"Half a sentence"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
    QVERIFY(text->isVisible());
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    QCOMPARE(table()->currentIndex().row(), 0);
    QVERIFY(table()->selectionModel()->isRowSelected(0));
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(text->isVisible());
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Cy Example"_s);
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    const QRect row = table()->visualRect(table()->currentIndex());
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, row.center());
    QTRY_VERIFY(text->isVisible()); // by the pointer too
}

void TestProspectsArea::theKeyboardAloneOpensNobody()
{
    for (const QString &name : {u"Ada Example"_s, u"Bo Example"_s}) {
        Prospect prospect;
        prospect.name = name;
        (*m_test)->prospects().create(prospect);
        m_test->clock.advance(Minute);
    }
    QVERIFY(m_test->settle());
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QTRY_VERIFY(table()->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *name = part<QLineEdit>(u"prospect.name"_s);
    m_window->setFocus();
    m_area->activate();
    QVERIFY(table()->hasFocus());
    QVERIFY(!name->isVisible());
    QTRY_VERIFY(table()->selectionModel()->isRowSelected(0)); // and one sees where it is
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(name->isVisible());
    QTRY_COMPARE(name->text(), u"Bo Example"_s);
    QVERIFY(table()->selectionModel()->isRowSelected(0));
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_COMPARE(name->text(), u"Ada Example"_s);
}

void TestProspectsArea::whoIsOpenStaysOpen()
{
    for (const QString &name : {u"Ada Example"_s, u"Bo Example"_s, u"Cy Example"_s}) {
        createByName(name);
        m_test->clock.advance(Minute);
    }
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    table()->setCurrentIndex(table()->model()->index(2, 0)); // by activity: Cy, Bo, Ada
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    auto *step = part<QLineEdit>(u"step.what"_s);
    step->setText(u"Call Ada"_s);
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    text->setPlainText(u"Hello"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(text->toPlainText().isEmpty()); // the guardrails were asked
    QVERIFY(m_test->settle());
    // What is said in private lifts nobody in the list: its order tells the team nothing.
    QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Cy Example"_s);
    QCOMPARE(table()->currentProspect(), ada);
    QTRY_COMPARE(table()->currentIndex().row(), 2);
    QCOMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    // What was typed of a next step waits with its prospect too.
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Cy Example"_s);
    QVERIFY(step->text().isEmpty());
    table()->setCurrentIndex(table()->model()->index(2, 0));
    QTRY_COMPARE(step->text(), u"Call Ada"_s);
}

void TestProspectsArea::theChipNamesThePost()
{
    PostWithVariants post;
    post.post.title = u"Slow mornings"_s;
    const PostId id = (*m_test)->posts().create(post);
    QVERIFY(m_test->settle());
    ProspectQuery query;
    query.touchPost = id;
    const QString saved = queryText(query);
    auto *menu = m_area->titleWidget()->findChild<ProspectFilterMenu *>();
    QVERIFY(menu);
    emit menu->queryChosen(*queryFromText(saved)); // as a saved filter does
    const auto chip = [this] { return part<QAbstractButton>(u"criterion.touchPost"_s); };
    QTRY_VERIFY(chip() && chip()->text().contains(u"“Slow mornings”"_s));
    chip()->click();
    QTRY_VERIFY(!chip());
}

void TestProspectsArea::filtersBySide()
{
    createByName(u"Ada Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    auto *pull = m_area->titleWidget()->findChild<QAbstractButton *>(u"pull"_s);
    auto *push = m_area->titleWidget()->findChild<QAbstractButton *>(u"push"_s);
    QTest::mouseClick(push, Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QTest::mouseClick(pull, Qt::LeftButton);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
}

void TestProspectsArea::boardAsksWhyTheyLeave()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    action(u"prospect.board"_s)->trigger();
    auto *board = part<StageBoardView>(u"board"_s);
    QVERIFY(board->isVisible());
    QVERIFY(!table()->isVisible());
    const Stage lost = (*m_test)->stages().last();
    QCOMPARE(lost.kind, StageKind::Exit);
    emit board->exitRequested(ada, lost.id);
    auto *reason = part<QLineEdit>(u"move.reason"_s);
    QTRY_VERIFY(reason->isVisible());
    QCOMPARE(part<QComboBox>(u"move.stage"_s)->currentData().toLongLong(), lost.id.value());
    QTest::keyClicks(reason, u"No budget"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(m_test->settle());
    board->setExitsShown(true);
    QTRY_COMPARE(board->column(lost.id)->people()->rowCount(), 1);
    action(u"prospect.new"_s)->trigger(); // names are typed into the list
    QVERIFY(!board->isVisible());
    QVERIFY(action(u"prospect.list"_s)->isChecked());
}

void TestProspectsArea::filtersHoldForTheBoardToo()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    createByName(u"Bo Example"_s);
    const StageId cold = (*m_test)->stages().first().id;
    action(u"prospect.board"_s)->trigger();
    auto *board = part<StageBoardView>(u"board"_s);
    QTRY_COMPARE(board->column(cold)->people()->rowCount(), 2);
    m_area->showOnly({ada}, u"Reached Cold, 2026"_s);
    QTRY_COMPARE(board->column(cold)->people()->rowCount(), 1);
    auto *chip = part<QAbstractButton>(u"criterion.only"_s);
    QVERIFY(chip->isVisible());
    chip->click();
    QTRY_COMPARE(board->column(cold)->people()->rowCount(), 2);
    QTRY_VERIFY(!part<QAbstractButton>(u"criterion.only"_s));
}

void TestProspectsArea::escapeLeadsToTheirCardAndOut()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    m_test->clock.advance(Minute);
    createByName(u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    m_area->openProspect(ada);
    auto *name = part<QLineEdit>(u"prospect.name"_s);
    QTRY_COMPARE(name->text(), u"Ada Example"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    action(u"prospect.board"_s)->trigger();
    auto *board = part<StageBoardView>(u"board"_s);
    StageColumn *column = board->column((*m_test)->stages().first().id);
    QTRY_COMPARE(board->current(), ada); // Bo has the first card
    QCOMPARE(column->currentIndex().row(), 1);
    QVERIFY(column->hasFocus());
    QTRY_VERIFY(name->isVisible());
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(column->hasFocus());
    QCOMPARE(name->text(), u"Ada Example"_s);
    QCOMPARE(board->current(), ada);
    QTest::keyClick(column, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
    QVERIFY(column->hasFocus());
    QTest::keyClick(column, Qt::Key_Return); // and back
    QTRY_VERIFY(name->isVisible());
    QTRY_COMPARE(name->text(), u"Ada Example"_s);
    // Where a search has left nobody, Escape still leads out.
    m_area->search(u"nobody"_s);
    QTRY_COMPARE(column->people()->rowCount(), 0);
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(column->hasFocus());
    QTest::keyClick(column, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
}

void TestProspectsArea::escapeLeadsOutWhereTheListIsEmpty()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    m_area->search(u"nobody"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QTRY_VERIFY(!table()->isVisible());
    m_area->openProspect(ada); // as a hit of the search everywhere
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    QTRY_VERIFY(text->isVisible());
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
}

void TestProspectsArea::boardComesBack()
{
    createByName(u"Ada Example"_s);
    action(u"prospect.board"_s)->trigger();
    const QByteArray state = m_area->saveState();
    action(u"prospect.list"_s)->trigger();
    QTRY_VERIFY(table()->isVisible()); // as soon as the new one is read
    m_area->restoreState(state);
    QVERIFY(part<StageBoardView>(u"board"_s)->isVisible());
    QVERIFY(action(u"prospect.board"_s)->isChecked());
}

void TestProspectsArea::editsInPlace()
{
    createByName(u"Ada Example"_s);
    auto *title = part<QLineEdit>(u"prospect.title"_s);
    QTest::keyClicks(title, u"Baker"_s);
    QTest::keyClick(title, Qt::Key_Return);
    auto *what = part<QLineEdit>(u"step.what"_s);
    QTest::keyClicks(what, u"Call back"_s);
    QTest::keyClick(what, Qt::Key_Return);
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Step, u"Next step"_s, u"Call back"_s));
    part<QComboBox>(u"handle.network"_s)->setCurrentIndex(0);
    QTest::mouseClick(part<QAbstractButton>(u"handle.add"_s), Qt::LeftButton);
    QTest::keyClicks(part<QLineEdit>(u"handle.value"_s), u"ada@example.org"_s);
    QTest::keyClick(part<QLineEdit>(u"handle.value"_s), Qt::Key_Return);
    QVERIFY(part<QAbstractButton>(u"handle.add"_s)->hasFocus());
    QVERIFY(m_test->settle());
    ProspectDossier dossier(**m_test, nullptr);
    dossier.open(table()->currentProspect());
    QTRY_COMPARE(dossier.state(), StoreState::Ready);
    QCOMPARE(dossier.prospect()->title, u"Baker"_s);
    QCOMPARE(dossier.handles().size(), 1);
    QCOMPARE(dossier.handles().first().value, u"ada@example.org"_s);
    QCOMPARE(dossier.followUps().first().dueOn, QDate(2026, 11, 21));
    QTest::mouseClick(part<QAbstractButton>(u"step.done"_s), Qt::LeftButton);
    QTRY_VERIFY(dossier.followUps().first().doneAt != 0);
}

void TestProspectsArea::wordsAreOfWhoWasAskedFor()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    createByName(u"Bo Example"_s);
    const ProspectId bo = table()->currentProspect();
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    text->setPlainText(u"For Bo"_s);
    m_area->openProspect(ada);
    QVERIFY(text->toPlainText().isEmpty());
    text->setPlainText(u"For Ada"_s); // before she is read
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QCOMPARE(text->toPlainText(), u"For Ada"_s);
    m_area->openProspect(bo);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Bo Example"_s);
    QCOMPARE(text->toPlainText(), u"For Bo"_s);
    m_area->openProspect(ada);
    QCOMPARE(text->toPlainText(), u"For Ada"_s);
    QVERIFY(m_area->unkept().contains(u'2'));
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(text->toPlainText().isEmpty()); // the guardrails were asked
    QVERIFY(m_test->settle());
    QVERIFY(m_area->unkept().contains(u'1'));
    m_area->openProspect(bo);
    text->clear();
    QVERIFY(m_area->unkept().isEmpty());
}

void TestProspectsArea::wordsComeBackWithTheDeleted()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    auto *text = part<QPlainTextEdit>(u"log.text"_s);
    text->setPlainText(u"Half a sentence"_s);
    auto *title = part<QLineEdit>(u"prospect.title"_s);
    QTest::keyClicks(title, u"Baker"_s); // and not left yet
    action(u"prospect.delete"_s)->trigger();
    QVERIFY(m_test->settle());
    QTRY_VERIFY(!text->isVisible());
    (*m_test)->undoStack()->undo();
    QVERIFY(m_test->settle());
    m_area->openProspect(ada);
    QTRY_COMPARE(title->text(), u"Baker"_s);
    QCOMPARE(text->toPlainText(), u"Half a sentence"_s);
}

void TestProspectsArea::whoJoinedLaterKeepsTheirProspects()
{
    const UserId late(77);
    (*m_test)->apply({insertion(User {late, u"late"_s, u"Late Example"_s, Role::SalesRep})});
    Prospect prospect;
    prospect.name = u"Ada Example"_s;
    prospect.owner = late;
    const ProspectId ada = (*m_test)->prospects().create(prospect);
    QVERIFY(m_test->settle());
    m_area->openProspect(ada);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    auto *title = part<QLineEdit>(u"prospect.title"_s);
    QTest::keyClicks(title, u"Baker"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QVERIFY(m_test->settle());
    ProspectDossier dossier(**m_test, nullptr);
    dossier.open(ada);
    QTRY_COMPARE(dossier.state(), StoreState::Ready);
    QCOMPARE(dossier.prospect()->title, u"Baker"_s);
    QCOMPARE(dossier.prospect()->owner, late);
}

void TestProspectsArea::aStepIsDueOnTheNextTuesday()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    const QDate friday(2026, 11, 20);
    QCOMPARE(nextDayNamed(u"d"_s, friday, german), QDate(2026, 11, 24)); // Dienstag
    QCOMPARE(nextDayNamed(u"d"_s, QDate(2026, 11, 24), german), QDate(2026, 11, 26));
    QCOMPARE(nextDayNamed(u"f"_s, friday, german), QDate(2026, 11, 27)); // not today
    QVERIFY(!nextDayNamed(u"x"_s, friday, german).isValid());

    createByName(u"Ada Example"_s);
    action(u"prospect.nextStep"_s)->trigger();
    auto *what = part<QLineEdit>(u"step.what"_s);
    QTRY_VERIFY(what->hasFocus());
    auto *day = part<QDateEdit>(u"step.day"_s);
    day->setDisplayFormat(u"dd.MM.yyyy"_s);
    QTest::keyClicks(what, u"Call back"_s);
    QTest::keyClick(what, Qt::Key_Tab);
    QVERIFY(day->hasFocus());
    const QString tuesday = m_area->widget()->locale().standaloneDayName(Qt::Tuesday);
    QTest::keyClick(day, tuesday.front().toLatin1());
    QTest::keyClick(day, Qt::Key_Return);
    QVERIFY(what->hasFocus());
    QVERIFY(what->text().isEmpty());
    QCOMPARE(day->date(), QDate(2026, 11, 21)); // the next one is due tomorrow again
    QVERIFY(m_test->settle());
    ProspectDossier dossier(**m_test, nullptr);
    dossier.open(table()->currentProspect());
    QTRY_COMPARE(dossier.state(), StoreState::Ready);
    QCOMPARE(dossier.followUps().size(), 1);
    QCOMPARE(dossier.followUps().first().dueOn, QDate(2026, 11, 24));
    auto *done = part<QAbstractButton>(u"step.done"_s);
    done->setFocus();
    QTest::keyClick(done, Qt::Key_Space);
    QTRY_VERIFY(what->hasFocus()); // the line that had the keyboard is gone
}

void TestProspectsArea::anOfferIsMadeAndWonByKeys()
{
    createByName(u"Ada Example"_s);
    action(u"prospect.makeOffer"_s)->trigger();
    auto *title = part<QLineEdit>(u"offer.title"_s);
    QTRY_VERIFY(title->hasFocus());
    QTest::keyClicks(title, u"Two tables"_s);
    QTest::keyClick(title, Qt::Key_Tab);
    auto *value = part<QLineEdit>(u"offer.value"_s);
    QVERIFY(value->hasFocus());
    QTest::keyClicks(value, u"1200"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(m_test->settle());
    ProspectDossier dossier(**m_test, nullptr);
    dossier.open(table()->currentProspect());
    QTRY_COMPARE(dossier.state(), StoreState::Ready);
    QCOMPARE(dossier.offers().size(), 1);
    QCOMPARE(dossier.offers().first().state, OfferState::Open);
    QTRY_VERIFY(action(u"prospect.winOffer"_s)->isEnabled());
    QVERIFY(action(u"prospect.loseOffer"_s)->isEnabled());
    action(u"prospect.winOffer"_s)->trigger();
    QVERIFY(m_test->settle());
    QTRY_COMPARE(dossier.offers().first().state, OfferState::Won);
    QTRY_VERIFY(!action(u"prospect.winOffer"_s)->isEnabled()); // none is open
    QVERIFY(!action(u"prospect.loseOffer"_s)->isEnabled());
    (*m_test)->undoStack()->undo();
    QTRY_VERIFY(action(u"prospect.winOffer"_s)->isEnabled());
}

void TestProspectsArea::aPageHasOneWayBack_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("duplicates") << u"prospects.duplicates"_s;
    QTest::newRow("reasons for losing") << u"prospects.teamlists"_s;
    QTest::newRow("companies") << u"prospects.companies"_s;
    QTest::newRow("own fields") << u"prospects.fields"_s;
    QTest::newRow("guardrails") << u"prospects.guardrails"_s;
}

void TestProspectsArea::aPageHasOneWayBack()
{
    QFETCH(const QString, id);
    PageHost host;
    m_area->setHost(&host);
    action(id)->trigger();
    m_area->setHost(nullptr);
    QVERIFY(host.shown != nullptr); // the window has the cross
    QVERIFY(!host.title.isEmpty());
    const auto crosses = host.shown->findChildren<CloseButton *>();
    for (const CloseButton *cross : crosses)
        QVERIFY2(!cross->objectName().endsWith(u".close"_s), qPrintable(cross->objectName()));
}

void TestProspectsArea::whatIsFoldedStaysFolded()
{
    import(u"WhatsApp Chat with Ada Example.txt"_s,
        "04/12/2025, 14:20 - Nora: Shall I call you?\n"
        "04/12/2025, 14:25 - Ada Example: Please do not contact me\n");
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    auto *proposal = part<QWidget>(u"consent.proposal"_s);
    QTRY_VERIFY(proposal->isVisible());
    part<QAbstractButton>(u"section.consent"_s)->click();
    QVERIFY(!proposal->isVisible());
    (*m_test)->prospects().addFollowUp(
        table()->currentProspect(), QDate(2026, 11, 24), u"Look again"_s);
    QVERIFY(m_test->settle());
    QTRY_VERIFY(hasEntry(ThreadEntry::Kind::Step, u"Next step"_s, u"Look again"_s));
    QVERIFY(!proposal->isVisible());
}

void TestProspectsArea::lettersOfTheMenuDiffer()
{
    QSet<QChar> letters;
    const auto actions = m_area->actions();
    for (const QAction *action : actions) {
        const QString letter = action->text().section(u'&', 1).left(1).toLower();
        if (letter.isEmpty())
            continue;
        QVERIFY2(!letters.contains(letter.front()), qPrintable(action->text()));
        letters.insert(letter.front());
    }
    QVERIFY(letters.size() > 10);
}

void TestProspectsArea::theMenuHasGroups()
{
    const auto actions = m_area->actions();
    QHash<QString, int> groups;
    int group = 0;
    int length = 0;
    for (const QAction *action : actions) {
        if (action->isSeparator()) {
            QVERIFY(length > 0);
            ++group;
            length = 0;
            continue;
        }
        QVERIFY2(++length <= 6, qPrintable(action->text()));
        groups.insert(action->objectName(), group);
    }
    QVERIFY(length > 0); // no separator at the end
    QCOMPARE(groups.value(u"prospect.delete"_s), groups.value(u"prospect.erase"_s));
    QVERIFY(groups.value(u"prospect.rename"_s) < groups.value(u"prospect.delete"_s));
    QVERIFY(groups.value(u"prospect.delete"_s) < groups.value(u"prospects.companies"_s));
    QVERIFY(groups.value(u"prospects.companies"_s) < groups.value(u"prospects.fields"_s));
    QVERIFY(!action(u"prospect.logMessage"_s)->shortcut().isEmpty());
}

void TestProspectsArea::wordsNobodyMatchesAreSoughtEverywhere()
{
    createByName(u"Ada Example"_s);
    auto *everywhere = part<QAbstractButton>(u"prospects.everywhere"_s);
    QVERIFY(everywhere && !everywhere->isVisible());
    PageHost host;
    m_area->setHost(&host);
    m_area->search(u"kettle"_s);
    QTRY_VERIFY(everywhere->isVisible());
    everywhere->click();
    m_area->setHost(nullptr);
    QCOMPARE(host.searches, 1);
}

void TestProspectsArea::theWholeFormComesIntoView()
{
    createByName(u"Ada Example"_s);
    action(u"prospect.makeOffer"_s)->trigger();
    auto *title = part<QLineEdit>(u"offer.title"_s);
    QTRY_VERIFY(title->hasFocus());
    QTest::keyClicks(title, u"Two tables"_s);
    QTest::keyClicks(part<QLineEdit>(u"offer.value"_s), u"1200"_s);
    QTest::keyClick(title, Qt::Key_Return);
    QVERIFY(m_test->settle());
    QTRY_VERIFY(part<QAbstractButton>(u"offer.won"_s));
    m_window->resize(1200, 640);
    action(u"prospect.loseOffer"_s)->trigger();
    const auto *say = part<QAbstractButton>(u"loss.say"_s);
    QTRY_VERIFY(say->isVisible());
    QTRY_COMPARE(say->visibleRegion().boundingRect(), say->rect());
}

void TestProspectsArea::onlyTheLateStepIsAWarning()
{
    createByName(u"Ada Example"_s);
    const auto *turn = part<QWidget>(u"prospect.turn"_s);
    const auto *next = part<QWidget>(u"prospect.next"_s);
    (*m_test)->prospects().addFollowUp(
        table()->currentProspect(), (*m_test)->today().addDays(-3), u"Bring the filter"_s);
    QVERIFY(m_test->settle());
    QTRY_VERIFY(next->accessibleName().contains(u"Bring the filter"_s));
    QVERIFY(!turn->accessibleName().contains(u"Bring the filter"_s));
    const auto ink = [](const QWidget *label) {
        return label->palette().color(label->foregroundRole());
    };
    QVERIFY(ink(turn) != ink(next));
}

void TestProspectsArea::longWordsDoNotWidenThePage()
{
    createByName(u"Ada Example"_s);
    const ProspectId ada = table()->currentProspect();
    for (int i = 0; i < 5; ++i)
        (*m_test)->prospects().addHandle(ada, u"web"_s,
            u"https://www%1.example.org/people/ada-example-of-the-bakery-by-the-river"_s.arg(i));
    (*m_test)->prospects().addFollowUp(
        ada, QDate(2026, 11, 24), u"Ask about tables "_s.repeated(20));
    QVERIFY(m_test->settle());
    QTRY_COMPARE(m_area->widget()->findChildren<QLabel *>(u"handle.shown"_s).size(), 5);
    const QWidget *header = part<QLineEdit>(u"prospect.name"_s)->parentWidget();
    const int least = header->minimumSizeHint().width();
    QVERIFY2(least <= 500, qPrintable(QString::number(least)));
}

void TestProspectsArea::comesBackAsItWas()
{
    createByName(u"Ada Example"_s);
    createByName(u"Bo Example"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    const QByteArray state = m_area->saveState();
    m_window.reset();
    m_area = std::make_unique<ProspectsArea>(**m_test);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_area->widget());
    m_window->show();
    m_area->restoreState("garbage");
    m_area->restoreState(state);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), u"Ada Example"_s);
    QTRY_COMPARE(table()->currentIndex().row(), 1);
    delete m_area->titleWidget(); // what a window would do
}

void TestProspectsArea::everyControlHasAName()
{
    createByName(u"Ada Example"_s);
    const auto widgets = m_window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool control = qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || qobject_cast<const QAbstractItemView *>(widget) != nullptr;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((!control && button == nullptr) || !widget->isVisible()
            || (button != nullptr && !button->text().isEmpty()))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(),
            qPrintable(widget->objectName() + u' '
                + QString::fromLatin1(widget->metaObject()->className())));
    }
}

void TestProspectsArea::fillConversation(ProspectId id)
{
    ProspectService &service = (*m_test)->prospects();
    ProspectDossier dossier(**m_test, nullptr);
    dossier.open(id);
    QTRY_VERIFY(dossier.state() == StoreState::Ready && dossier.prospect());
    const qint64 now = m_test->clock.now();
    const auto log = [&](qint64 ago, Medium medium, Direction direction, const QString &body,
                         int seconds = 0) {
        (*m_test)->conversations().log(dossier,
            {.medium = medium,
                .direction = direction,
                .body = body,
                .durationSeconds = seconds,
                .at = Moment {now - ago, Precision::Exact}});
        QVERIFY(m_test->settle());
        QTRY_VERIFY(!dossier.messages().isEmpty() && dossier.messages().last().body == body);
    };
    log(6 * Day, Medium::DirectMessage, Direction::Theirs,
        u"Hi Nora, your post about slow mornings made my week. Do you deliver the small oak table to Lisbon?"_s);
    log(6 * Day - 40 * Minute, Medium::DirectMessage, Direction::Ours,
        u"Thank you, that means a lot! We do, it takes nine days. Is it for a café or for home?"_s);
    log(6 * Day - 55 * Minute, Medium::DirectMessage, Direction::Theirs, u"A café, 12 of them."_s);
    log(3 * Day, Medium::Call, Direction::Ours,
        u"Opens in March. Wants oiled oak, not lacquered. Decides with her sister."_s, 17 * 60);
    log(3 * Day - 30 * Minute, Medium::Note, Direction::Ours,
        u"Budget about 9,000. Do not push before the lease is signed."_s);
    service.moveTo(*dossier.prospect(), (*m_test)->stages().at(2).id, u"Talked about her café"_s,
        Moment {now - 3 * Day + 20 * Minute, Precision::Exact});
    QVERIFY(m_test->settle());
    log(1 * Day, Medium::Email, Direction::Ours,
        u"Offer for twelve tables, oiled, delivered to Rua das Flores.\nValid until 15 December."_s);
    log(30 * Minute, Medium::Email, Direction::Theirs,
        u"The lease is signed. Can we have them by 1 March?"_s);
    service.addFollowUp(id, QDate(2026, 11, 23), u"Ask the workshop about 1 March"_s);
    service.addFollowUp(id, QDate(2026, 11, 18), u"Send samples of the oil"_s);
    service.addHandle(id, u"instagram"_s, u"ines.cafe"_s);
    service.addHandle(id, u"phone"_s, u"+351 910 000 000"_s);
    QVERIFY(m_test->settle());
}

void TestProspectsArea::fill()
{
    const QStringList names {u"Inês Carvalho"_s, u"Tomás Vidal"_s, u"Mira Okafor"_s,
        u"Jonas Brandt"_s, u"Lucía Ferrer"_s, u"Anouk de Wit"_s, u"Samuel Adeyemi"_s,
        u"Petra Nováková"_s, u"Kenji Mori"_s, u"Clara Lindqvist"_s, u"Omar Haddad"_s,
        u"Wren Ashby"_s, u"Giulia Conti"_s, u"Björn Hauge"_s};
    const QStringList sources {u"Instagram"_s, u"Referral"_s, u"Newsletter"_s, QString()};
    ProspectService &service = (*m_test)->prospects();
    PostWithVariants post;
    post.post.title = u"Slow mornings"_s;
    post.post.day = QDate(2026, 11, 9);
    const PostId slow = (*m_test)->posts().create(post);
    ProspectId first;
    for (qsizetype i = names.size() - 1; i >= 0; --i) {
        Prospect prospect;
        prospect.name = names.at(i);
        prospect.title = i == 0 ? u"Café owner"_s : QString();
        prospect.stage = (*m_test)->stages().at(i == 0 ? 1 : (i * 5) % 8).id;
        prospect.source = sources.at(i % sources.size());
        first = service.create(prospect);
        m_test->clock.advance(37 * Minute);
    }
    QVERIFY(m_test->settle());
    ProspectDossier dossier(**m_test, nullptr);
    dossier.open(first);
    QTRY_VERIFY(dossier.prospect());
    Touch touch;
    touch.kind = TouchKind::Commented;
    touch.post = slow;
    touch.quote = u"This is exactly how I want my café to feel."_s;
    touch.at = {m_test->clock.now() - 9 * Day, Precision::Exact};
    TouchService(**m_test).add(dossier, touch);
    QVERIFY(m_test->settle());
    fillConversation(first);
    m_area->openProspect(first);
    QTRY_COMPARE(part<QLineEdit>(u"prospect.name"_s)->text(), names.first());
    QTRY_VERIFY(thread().size() > 12);
    QTRY_COMPARE(table()->model()->rowCount(), int(names.size()));
}

void TestProspectsArea::picture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1208, 700);
    QTest::newRow("dark") << true << QSize(1208, 700);
    QTest::newRow("narrow") << false << QSize(860, 640);
    QTest::newRow("wide") << false << QSize(1600, 900);
}

/// Nothing may be cut off: the parts of the page keep inside it. With PULLPUSH_PICTURES (a folder) the pictures are kept.
void TestProspectsArea::picture()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    fill();
    m_window->resize(size);
    QTRY_COMPARE(m_window->size(), size);
    const auto *thread = part<ThreadView>(u"thread"_s);
    QVERIFY2(thread->width() > 230, qPrintable(QString::number(thread->width())));
    QVERIFY(
        m_window->rect().contains(QRect(thread->mapTo(m_window.get(), QPoint()), thread->size())));
    const QString folder = qEnvironmentVariable("PULLPUSH_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_window->grab().save(
            u"%1/prospects-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
    m_theme->setChoice(Theme::Choice::System);
}

PULLPUSH_WINDOW_TEST(TestProspectsArea)
#include "tst_prospectsarea.moc"
