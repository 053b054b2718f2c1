// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "test_support/testprogram.h"
#include "ui_common/notifierbar.h"
#include "ui_common/theme.h"
#include "ui_shell/drophint.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/searchfield.h"
#include "ui_shell/startpage.h"
#include "ui_shell/titlerow.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QRegion>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] qint64 now() const override { return 1'790'000'000'000; }
};

/// An area that remembers what the window asked of it.
class StubArea : public Area
{
public:
    explicit StubArea(const QString &id, bool searches = true)
        : m_id(id)
        , m_searches(searches)
        , m_widget(new QLabel(id))
        , m_inspector(new QLabel(id))
        , m_action(std::make_unique<QAction>(id))
    {
        m_action->setObjectName(id + u".new"_s);
    }

    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString title() const override { return m_id.toUpper(); }
    [[nodiscard]] QIcon icon() const override { return {}; }
    [[nodiscard]] QWidget *widget() override { return m_widget; }
    [[nodiscard]] QWidget *inspector() override { return m_inspector; }
    [[nodiscard]] QWidget *titleWidget() override { return controls; }
    [[nodiscard]] QList<QAction *> actions() const override { return {m_action.get()}; }
    [[nodiscard]] QByteArray saveState() const override { return state; }
    void restoreState(const QByteArray &saved) override { state = saved; }
    void activate() override
    {
        ++activated;
        if (taken != nullptr)
            taken->setFocus(Qt::OtherFocusReason);
    }
    void search(const QString &text) override
    {
        searched = text;
        ++asked;
    }
    [[nodiscard]] QString searchHint() const override
    {
        return m_searches ? u"Search "_s + m_id : QString();
    }

    void openInspector() { host()->showInspector(this, true); }
    void setSearchText(const QString &text) { host()->setSearchText(this, text); }

    QByteArray state;
    QString searched;
    int asked = 0;
    int activated = 0;
    QWidget *taken = nullptr; ///< gets the keyboard with the area
    QWidget *controls = nullptr; ///< in the title's row

private:
    QString m_id;
    bool m_searches;
    QWidget *m_widget;
    QWidget *m_inspector;
    std::unique_ptr<QAction> m_action;
};

} // namespace

class TstMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void startPageUntilAWorkspaceIsOpen();
    void areasSwitchByAction();
    void anAreaGivesTheKeyboardBeforeTheWindowIsActive();
    void whatIsHiddenHasNoKeyboard();
    void onlyTheFrontAreasActionsAreInTheMenu();
    void stateComesBack();
    void searchStaysWithItsArea();
    void oneKeyFindsThingsEverywhere();
    void aPageIsLeftByCrossAndEscape();
    void searchLeadsToAnAreaThatSearches();
    void searchNamesTheNearestAreaBefore_data();
    void searchNamesTheNearestAreaBefore();
    void anAreaSetsItsWords();
    void nothingCoversTheSearchInANarrowWindow();
    void theSearchGetsRoomWhereThereIsLittle();
    void undoFollowsTheStack();
    void anEditTakesTheOfferedUndoAway();
    void noticesGoWhereTheyAreSeen();
    void filesAreDropped();
    void onlyFilesAreTaken_data();
    void onlyFilesAreTaken();
    void themeIsRemembered();

private:
    StubArea *openTwo(bool firstSearches = true);
    StubArea *openWithControls();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QUndoStack> m_undo;
    std::unique_ptr<MainWindow> m_window;
    FixedClock m_clock;
};

void TstMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp);
    m_undo = std::make_unique<QUndoStack>();
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme, m_clock);
    m_window->show();
}

void TstMainWindow::cleanup()
{
    m_window.reset();
    m_undo.reset();
    m_theme.reset();
}

StubArea *TstMainWindow::openTwo(bool firstSearches)
{
    WorkbenchContent content;
    content.location = u"/brand.pullpush"_s;
    content.title = u"Brand"_s;
    content.undoStack = m_undo.get();
    auto first = std::make_unique<StubArea>(u"calendar"_s, firstSearches);
    StubArea *shown = first.get();
    content.areas.push_back(std::move(first));
    content.areas.push_back(std::make_unique<StubArea>(u"people"_s));
    m_window->openWorkbench(std::move(content));
    return shown;
}

StubArea *TstMainWindow::openWithControls()
{
    WorkbenchContent content;
    content.location = u"/brand.pullpush"_s;
    content.undoStack = m_undo.get();
    auto area = std::make_unique<StubArea>(u"pipeline"_s);
    StubArea *shown = area.get();
    area->controls = new QLabel;
    area->controls->setMinimumWidth(180); // a choice and a button
    content.areas.push_back(std::move(area));
    m_window->openWorkbench(std::move(content));
    return shown;
}

void TstMainWindow::startPageUntilAWorkspaceIsOpen()
{
    QVERIFY(m_window->startPage()->isVisible());
    QVERIFY(!m_window->registry().action(u"file.import"_s)->isEnabled());
    openTwo();
    QVERIFY(!m_window->startPage()->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Brand"_s);
    QVERIFY(m_window->registry().action(u"file.import"_s)->isEnabled());
    m_window->closeWorkbench();
    QVERIFY(m_window->startPage()->isVisible());
    QVERIFY(m_window->registry().action(u"area.people"_s) == nullptr);
}

void TstMainWindow::areasSwitchByAction()
{
    const StubArea *calendar = openTwo();
    QCOMPARE(m_window->workbench()->currentArea()->id(), u"calendar"_s);
    QVERIFY(calendar->activated > 0);
    QVERIFY(m_window->registry().trigger(u"area.people"_s));
    QCOMPARE(m_window->workbench()->currentArea()->id(), u"people"_s);
    QCOMPARE(m_window->registry().action(u"area.people"_s)->shortcut(), QKeySequence(u"Ctrl+2"_s));
    m_window->workbench()->showArea(u"nowhere"_s);
    QCOMPARE(m_window->workbench()->currentArea()->id(), u"people"_s);
}

void TstMainWindow::anAreaGivesTheKeyboardBeforeTheWindowIsActive()
{
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme, m_clock); // not shown yet
    StubArea *calendar = openTwo();
    calendar->taken = new QLineEdit(calendar->widget());
    m_window->workbench()->showArea(u"people"_s);
    m_window->workbench()->showArea(u"calendar"_s);
    QVERIFY(!calendar->taken->hasFocus());
    QCOMPARE(m_window->focusWidget(), calendar->taken);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(calendar->taken->hasFocus());
}

void TstMainWindow::whatIsHiddenHasNoKeyboard()
{
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme, m_clock);
    StubArea *calendar = openTwo();
    auto *gone = new QLineEdit(calendar->widget());
    gone->setFocus();
    gone->hide();
    m_window->workbench()->showArea(u"calendar"_s);
    QCOMPARE(m_window->focusWidget(), calendar->widget());
}

void TstMainWindow::onlyTheFrontAreasActionsAreInTheMenu()
{
    const StubArea *calendar = openTwo();
    const auto menus = [this] {
        QStringList titles;
        const auto actions = m_window->menuBar()->actions();
        for (const QAction *action : actions) {
            if (action->isVisible())
                titles.append(action->text().remove(u'&'));
        }
        return titles;
    };
    QVERIFY(m_window->registry().action(u"people.new"_s) != nullptr); // not visited yet
    QVERIFY(menus().contains(u"CALENDAR"_s));
    QCOMPARE(calendar->actions().constFirst()->associatedObjects().size(), 1);
    QVERIFY(m_window->registry().trigger(u"area.people"_s));
    QVERIFY(menus().contains(u"PEOPLE"_s));
    QVERIFY(!menus().contains(u"CALENDAR"_s));
    QVERIFY(calendar->actions().constFirst()->associatedObjects().isEmpty());
    QVERIFY(m_window->registry().trigger(u"area.calendar"_s));
    QVERIFY(m_window->registry().action(u"calendar.new"_s) != nullptr);
}

void TstMainWindow::stateComesBack()
{
    StubArea *calendar = openTwo();
    calendar->state = "third of May";
    calendar->openInspector();
    QVERIFY(m_window->workbench()->inspectorAction()->isChecked());
    QVERIFY(m_window->registry().trigger(u"area.people"_s));
    QVERIFY(!m_window->workbench()->inspectorAction()->isChecked());
    m_window->closeWorkbench();

    calendar = openTwo();
    QCOMPARE(m_window->workbench()->currentArea()->id(), u"people"_s);
    QCOMPARE(calendar->state, QByteArray("third of May"));
    QVERIFY(m_window->registry().trigger(u"area.calendar"_s));
    QVERIFY(m_window->workbench()->inspectorAction()->isChecked());
}

void TstMainWindow::searchStaysWithItsArea()
{
    const StubArea *calendar = openTwo();
    auto *field = m_window->workbench()->findChild<SearchField *>();
    QVERIFY(m_window->registry().trigger(u"edit.search"_s));
    QTest::keyClicks(field, u"launch"_s);
    QCOMPARE(calendar->searched, u"launch"_s);
    QVERIFY(m_window->registry().trigger(u"area.people"_s));
    QCOMPARE(field->text(), QString());
    QCOMPARE(field->placeholderText(), u"Search people"_s);
    QVERIFY(m_window->registry().trigger(u"area.calendar"_s));
    QCOMPARE(field->text(), u"launch"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(calendar->searched, QString());
}

void TstMainWindow::oneKeyFindsThingsEverywhere()
{
    openTwo();
    const QKeySequence key(Qt::CTRL | Qt::Key_K);
    const ActionRegistry &registry = m_window->registry();
    QCOMPARE(registry.action(u"edit.searchEverywhere"_s)->shortcut(), key); // as menus show it
    QVERIFY(!registry.action(u"edit.search"_s)->shortcuts().contains(key));
}

void TstMainWindow::aPageIsLeftByCrossAndEscape()
{
    StubArea *calendar = openTwo();
    Workbench *bench = m_window->workbench();
    auto *close = bench->findChild<QToolButton *>(u"title.close"_s);
    QVERIFY(!close->isVisible());
    QPointer<QWidget> page = new QLineEdit;
    bench->showPage(u"Companies"_s, page);
    QVERIFY(close->isVisible());
    QTest::mouseClick(close, Qt::LeftButton);
    QTRY_VERIFY(page.isNull());
    QVERIFY(!close->isVisible());
    page = new QLineEdit;
    bench->showPage(u"Companies"_s, page);
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(page.isNull());
    QCOMPARE(bench->currentArea(), calendar);
    // What ends by itself has no cross.
    bench->showTask(u"Import"_s, new QWidget);
    QVERIFY(!close->isVisible());
    bench->closeTask();
}

void TstMainWindow::searchLeadsToAnAreaThatSearches()
{
    const StubArea *calendar = openTwo(false);
    auto *field = m_window->workbench()->findChild<SearchField *>();
    QCOMPARE(field->placeholderText(), u"Search people"_s);
    QTest::keyClicks(field, u"okafor"_s);
    QCOMPARE(calendar->searched, QString());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->workbench()->currentArea()->id(), u"people"_s);
    QCOMPARE(static_cast<StubArea *>(m_window->workbench()->currentArea())->searched, u"okafor"_s);
    QCOMPARE(field->text(), u"okafor"_s);
}

void TstMainWindow::searchNamesTheNearestAreaBefore_data()
{
    QTest::addColumn<QList<bool>>("searching");
    QTest::addColumn<int>("front");
    QTest::addColumn<QString>("hint"); // empty: there is no field
    const auto row = [](const char *name, const QList<bool> &searching, int front,
                         const QString &hint) {
        QTest::newRow(name) << searching << front << hint;
    };
    row("itself", {true, true, true}, 1, u"Search area1"_s);
    row("the one before", {true, true, false}, 2, u"Search area1"_s);
    row("further before", {true, false, false}, 2, u"Search area0"_s);
    row("before rather than behind", {true, false, true}, 1, u"Search area0"_s);
    row("none before: the first", {false, false, true, true}, 1, u"Search area2"_s);
    row("none before the first", {false, true, true}, 0, u"Search area1"_s);
    row("none at all", {false, false}, 1, QString());
}

void TstMainWindow::searchNamesTheNearestAreaBefore()
{
    QFETCH(QList<bool>, searching);
    QFETCH(int, front);
    QFETCH(QString, hint);
    WorkbenchContent content;
    content.location = u"/brand.pullpush"_s;
    content.undoStack = m_undo.get();
    QList<StubArea *> areas;
    for (const bool searches : searching) {
        auto area = std::make_unique<StubArea>(u"area%1"_s.arg(areas.size()), searches);
        areas.append(area.get());
        content.areas.push_back(std::move(area));
    }
    m_window->openWorkbench(std::move(content));
    m_window->workbench()->showArea(areas.at(front)->id());
    auto *field = m_window->workbench()->findChild<SearchField *>();
    QCOMPARE(field->isVisible(), !hint.isEmpty());
    if (hint.isEmpty())
        return;
    QCOMPARE(field->placeholderText(), hint);
    // And there it leads.
    QTest::keyClicks(field, u"okafor"_s);
    QTest::keyClick(field, Qt::Key_Return);
    auto *found = static_cast<StubArea *>(m_window->workbench()->currentArea());
    QCOMPARE(found->searchHint(), hint);
    QCOMPARE(found->searched, u"okafor"_s);
}

void TstMainWindow::anAreaSetsItsWords()
{
    StubArea *calendar = openTwo();
    const auto *field = m_window->workbench()->findChild<SearchField *>();
    calendar->setSearchText(u"launch"_s);
    QCOMPARE(field->text(), u"launch"_s);
    QCOMPARE(calendar->asked, 0); // it filters by them already
    QVERIFY(m_window->registry().trigger(u"area.people"_s));
    QCOMPARE(field->text(), QString());
    calendar->setSearchText(u"harvest"_s); // from behind
    QCOMPARE(field->text(), QString());
    QVERIFY(m_window->registry().trigger(u"area.calendar"_s));
    QCOMPARE(field->text(), u"harvest"_s);
    calendar->setSearchText({});
    QCOMPARE(field->text(), QString());
    QCOMPARE(calendar->asked, 0);
    StubArea stranger(u"stranger"_s);
    m_window->workbench()->setSearchText(&stranger, u"nobody"_s);
    QCOMPARE(field->text(), QString());
    delete stranger.widget();
    delete stranger.inspector();
}

void TstMainWindow::nothingCoversTheSearchInANarrowWindow()
{
    StubArea *area = openWithControls();
    area->openInspector();
    auto *row = m_window->workbench()->findChild<TitleRow *>();
    const QWidget *search = row->search();
    auto *title = row->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const int width : {720, 760, 900, 1400}) {
        m_window->resize(width, 600);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->width(), width);
        QRegion taken;
        for (const QWidget *part : {static_cast<const QWidget *>(title), search,
                 static_cast<const QWidget *>(row->inspectorButton()),
                 static_cast<const QWidget *>(area->controls)}) {
            if (!part->isVisible())
                continue;
            QVERIFY(row->rect().contains(part->geometry()));
            QVERIFY(!taken.intersects(part->geometry()));
            taken += part->geometry();
        }
        QVERIFY(search->isVisible() && row->inspectorButton()->isVisible());
        QVERIFY(area->controls->isVisible());
        if (width != 900) // where that depends on the font
            QCOMPARE(title->isVisible(), width > 900);
    }
}

void TstMainWindow::theSearchGetsRoomWhereThereIsLittle()
{
    StubArea *area = openWithControls();
    area->openInspector();
    auto *row = m_window->workbench()->findChild<TitleRow *>();
    m_window->resize(720, 600);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(area->controls->isVisible());
    const int narrow = row->search()->width();
    m_window->workbench()->focusSearch();
    QTRY_VERIFY(row->search()->hasFocus());
    QVERIFY(!area->controls->isVisible());
    QTRY_VERIFY(row->search()->width() > narrow);
    QVERIFY(row->search()->width() >= SearchField::ReadableWidth);
    QTest::keyClick(row->search(), Qt::Key_Escape);
    QTRY_VERIFY(area->controls->isVisible());
    // Where there is room for both, both stay.
    m_window->resize(1400, 600);
    QCoreApplication::processEvents();
    m_window->workbench()->focusSearch();
    QTRY_VERIFY(row->search()->hasFocus());
    QVERIFY(area->controls->isVisible());
}

void TstMainWindow::undoFollowsTheStack()
{
    openTwo();
    const QAction *undo = m_window->registry().action(u"edit.undo"_s);
    QVERIFY(!undo->isEnabled());
    m_undo->push(new QUndoCommand(u"Move “Launch”"_s));
    QVERIFY(undo->isEnabled());
    QCOMPARE(undo->text(), u"&Undo: Move “Launch”"_s);
    QVERIFY(m_window->registry().trigger(u"edit.undo"_s));
    QCOMPARE(m_undo->index(), 0);
    QVERIFY(!undo->isEnabled());
    QVERIFY(m_window->registry().action(u"edit.redo"_s)->isEnabled());
    m_window->closeWorkbench();
    QVERIFY(!m_window->registry().action(u"edit.redo"_s)->isEnabled());
}

void TstMainWindow::anEditTakesTheOfferedUndoAway()
{
    openTwo();
    const NotifierBar *notifier = m_window->workbench()->notifier();
    m_undo->push(new QUndoCommand(u"Delete “Launch”"_s));
    m_window->notify({.text = u"“Launch” deleted."_s, .actionText = u"Undo"_s, .isUndo = true});
    QVERIFY(!notifier->isEmpty());
    m_undo->push(new QUndoCommand(u"Move “Harvest”"_s));
    QVERIFY(notifier->isEmpty()); // it would take back the move
    m_window->notify({.text = u"“Harvest” moved."_s, .actionText = u"Undo"_s, .isUndo = true});
    m_undo->undo();
    QVERIFY(notifier->isEmpty());
}

void TstMainWindow::noticesGoWhereTheyAreSeen()
{
    m_window->notify({.severity = NoticeSeverity::Error, .text = u"This is no workspace."_s});
    bool shown = false;
    const auto labels = m_window->startPage()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        shown = shown || (label->isVisible() && label->text() == u"This is no workspace."_s);
    QVERIFY(shown);
    openTwo();
    m_window->notify({.text = u"Moved."_s});
    QCOMPARE(m_window->workbench()->notifier()->current().text, u"Moved."_s);
}

void TstMainWindow::filesAreDropped()
{
    const QSignalSpy dropped(m_window.get(), &MainWindow::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/lists/list.csv"_s), QUrl(u"https://example.org/"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().toStringList(), QStringList {u"/lists/list.csv"_s});
}

void TstMainWindow::onlyFilesAreTaken_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("taken");
    for (const bool isOpen : {false, true}) {
        const char *where = isOpen ? "workspace" : "start page";
        const auto row = [&](const char *name, const QStringList &urls, const QString &text,
                             const QStringList &taken) {
            QTest::addRow("%s: %s", where, name) << isOpen << urls << text << taken;
        };
        row("files", {u"file:///lists/a.csv"_s, u"file:///lists/caf%C3%A9%20%231.txt"_s}, {},
            {u"/lists/a.csv"_s, u"/lists/café #1.txt"_s});
        row("a web link", {u"https://example.org/list.csv"_s}, {}, {});
        row("links of other kinds", {u"mailto:nora@example.org"_s, u"ftp://example.org/a.csv"_s},
            {}, {});
        row("text", {}, u"/lists/a.csv"_s, {});
        row("nothing", {}, {}, {});
    }
}

void TstMainWindow::onlyFilesAreTaken()
{
    QFETCH(bool, isOpen);
    QFETCH(QStringList, urls);
    QFETCH(QString, text);
    QFETCH(QStringList, taken);
    if (isOpen)
        openTwo();
    const auto *hint = m_window->findChild<DropHint *>();
    const QSignalSpy dropped(m_window.get(), &MainWindow::filesDropped);
    QMimeData data;
    if (!urls.isEmpty())
        data.setUrls(QUrl::fromStringList(urls));
    if (!text.isEmpty())
        data.setText(text);
    // First over the window and away again, then dropped.
    for (const bool isDropped : {false, true}) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);
        QCOMPARE(enter.isAccepted(), !taken.isEmpty());
        QCOMPARE(hint->isVisible(), !taken.isEmpty());
        if (isDropped) {
            QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            drop.ignore();
            QApplication::sendEvent(m_window.get(), &drop);
            QCOMPARE(drop.isAccepted(), !taken.isEmpty());
        } else {
            QDragLeaveEvent leave;
            QApplication::sendEvent(m_window.get(), &leave);
            QCOMPARE(dropped.count(), 0);
        }
        QVERIFY(!hint->isVisible());
    }
    QCOMPARE(dropped.count(), taken.isEmpty() ? 0 : 1);
    if (!taken.isEmpty())
        QCOMPARE(dropped.first().first().toStringList(), taken);
}

void TstMainWindow::themeIsRemembered()
{
    QVERIFY(m_window->registry().trigger(u"view.theme.dark"_s));
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(m_settings->value(u"theme"_s).toString(), u"dark"_s);
    QVERIFY(m_window->registry().trigger(u"view.theme.light"_s));
    QVERIFY(!isDark(QApplication::palette()));
}

PULLPUSH_WINDOW_TEST(TstMainWindow)
#include "tst_mainwindow.moc"
