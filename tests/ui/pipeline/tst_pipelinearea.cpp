// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chartmarks.h"
#include "session/pipelinecolumns.h"
#include "session/prospectdossier.h"
#include "session/savedboards.h"
#include "session/savedfilters.h"
#include "session/teamsets.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/emptystate.h"
#include "ui_common/theme.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/chartquestionpane.h"
#include "ui_pipeline/charttablemodel.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/goalbar.h"
#include "ui_pipeline/peoplebutton.h"
#include "ui_pipeline/pipelinearea.h"
#include "ui_pipeline/pipelinepage.h"
#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/plotview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QRegion>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

#include <variant>

using namespace Qt::StringLiterals;

namespace {
/// Keeps the page that the area shows.
class PipelineHost final : public AreaHost
{
public:
    void showInspector(Area *, bool) override { }
    void setLoading(Area *, bool loading) override { isLoading = loading; }
    void notify(const NotifierMessage &message) override { said << message.text; }
    void showTask(const QString &title, QWidget *shown) override
    {
        pageTitle = title;
        page.reset(shown);
    }
    void closeTask() override { page.reset(); }
    void showArea(const QString &id) override { area = id; }
    void setSearchText(Area *, const QString &) override { }

    bool isLoading = false;
    QStringList said;
    QString pageTitle;
    std::unique_ptr<QWidget> page;
    QString area;
};
} // namespace

/// The manager's page over a workspace with three prospects.
class TestPipelineArea : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        for (const auto *name : {"Ada", "Ben", "Cleo"})
            QVERIFY(!m_test->person(QString::fromLatin1(name)).isNull());
        openArea();
    }
    void cleanup()
    {
        closeArea();
        m_test.reset();
    }

    void choosesACharts_data()
    {
        QTest::addColumn<QString>("id");
        for (const ReportKind &kind : reportKinds())
            QTest::newRow(qPrintable(kind.id)) << kind.id;
    }
    void choosesACharts()
    {
        QFETCH(QString, id);
        choose(id);
        QTRY_COMPARE(shownChart(), id);
        QVERIFY(!action(u"pipeline.exportBoard"_s)->isVisible());
        QVERIFY(action(u"pipeline.table"_s)->isVisible());
    }

    void whatIsNotThereYetIsNotHandedOn()
    {
        PipelineHost host;
        m_area->setHost(&host);
        QTRY_COMPARE(shownChart(), u"funnel"_s);
        QTRY_VERIFY(action(u"pipeline.export"_s)->isEnabled());
        QVERIFY(!host.isLoading);
        choose(u"moves"_s);
        QVERIFY(host.isLoading);
        for (const auto &name :
            {u"pipeline.export"_s, u"pipeline.copy"_s, u"pipeline.copyPicture"_s})
            QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
        QTRY_COMPARE(shownChart(), u"moves"_s);
        QVERIFY(!host.isLoading);
        for (const auto &name :
            {u"pipeline.export"_s, u"pipeline.copy"_s, u"pipeline.copyPicture"_s})
            QVERIFY2(action(name)->isEnabled(), qPrintable(name));
        m_area->setHost(nullptr);
    }

    void keepsTheFocusWhileAChartIsAwaited()
    {
        QTRY_COMPARE(shownChart(), u"funnel"_s);
        page()->chart()->setFocus();
        page()->showLoading(u"One moment"_s);
        const auto *words = page()->findChild<QLabel *>(u"pipeline.loading"_s);
        QVERIFY(words);
        QCOMPARE(words->text(), u"One moment"_s);
        QCOMPARE(page()->currentWidget(), words);
        choose(u"moves"_s);
        QTRY_COMPARE(shownChart(), u"moves"_s);
        QVERIFY(page()->plot()->hasFocus());
    }

    void goesRoundTheChartsByKeys()
    {
        QCOMPARE(kinds()->currentData().toString(), u"funnel"_s);
        action(u"pipeline.previous"_s)->trigger();
        QCOMPARE(kinds()->currentData().toString(), u"board"_s);
        action(u"pipeline.next"_s)->trigger();
        QCOMPARE(kinds()->currentData().toString(), u"funnel"_s);
    }

    void everythingIsInReachAtEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("as narrow as it gets") << 0;
        QTest::newRow("narrow") << 240;
        QTest::newRow("between") << 330;
        QTest::newRow("wide") << 900;
    }
    void everythingIsInReachAtEveryWidth()
    {
        QFETCH(int, width);
        choose(u"moves"_s);
        QTRY_COMPARE(shownChart(), u"moves"_s);
        QWidget window;
        QWidget *bar = barOf(window, width);
        QVERIFY(kinds()->isVisible());
        QVERIFY(bar->rect().contains(kinds()->geometry()));
        QVERIFY(kinds()->width() >= kinds()->minimumSizeHint().width());
        auto *more = bar->findChild<QToolButton *>(u"pipeline.more"_s);
        QVERIFY(more);
        QStringList reached;
        QRegion taken = kinds()->geometry();
        const QList<QToolButton *> buttons = bar->findChildren<QToolButton *>();
        for (const QToolButton *button : buttons) {
            if (!button->isVisible())
                continue;
            QVERIFY(bar->rect().contains(button->geometry()));
            QVERIFY(!taken.intersects(button->geometry()));
            taken += button->geometry();
            if (button != more)
                reached << button->defaultAction()->objectName();
        }
        const QStringList all {u"pipeline.table"_s, u"pipeline.copy"_s, u"pipeline.export"_s,
            u"pipeline.notes"_s, u"pipeline.goal"_s};
        QCOMPARE(more->isVisible(), reached.size() < all.size());
        QVERIFY(width != 0 || reached.isEmpty());
        QVERIFY(width != 900 || reached.size() == all.size());
        if (more->isVisible()) {
            for (const QAction *rest : more->menu()->actions())
                reached << rest->objectName();
        }
        QCOMPARE(reached, all);
    }

    void whatIsChosenBehindTheButtonIsDone()
    {
        QWidget window;
        const QWidget *bar = barOf(window, 0);
        const auto *more = bar->findChild<QToolButton *>(u"pipeline.more"_s);
        const auto table = [more] {
            const QList<QAction *> rest = more->menu()->actions();
            const auto found = std::ranges::find(rest, u"pipeline.table"_s, &QAction::objectName);
            return found == rest.end() ? nullptr : *found;
        };
        QVERIFY(table());
        table()->trigger();
        QVERIFY(table()->isChecked());
        choose(u"board"_s); // has none
        QVERIFY(!table());
        choose(u"moves"_s);
        QVERIFY(table());
    }

    void theKeysWorkBesideTheChartToo_data()
    {
        QTest::addColumn<bool>("inQuestion");
        QTest::newRow("where the question is edited") << true;
        QTest::newRow("where the chart is chosen") << false;
    }
    void theKeysWorkBesideTheChartToo()
    {
        QFETCH(bool, inQuestion);
        QWidget *part = inQuestion ? m_area->inspector() : m_area->titleWidget();
        QComboBox *field = inQuestion ? compareField() : kinds();
        part->show();
        part->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(part));
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(kinds()->currentIndex(), 1);
        QTest::keyClick(field, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(kinds()->currentIndex(), 0);
        QTest::keyClick(field, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(action(u"pipeline.table"_s)->isChecked());
    }

    void everyLetterLeadsToOneField_data()
    {
        choosesACharts_data();
        QTest::newRow("board") << u"board"_s;
    }
    void everyLetterLeadsToOneField()
    {
        QFETCH(QString, id);
        m_area->inspector()->show();
        FunnelQuery query; // that has all the days shown
        query.entered = {QDate(2026, 1, 2), QDate(2026, 1, 5)};
        query.cohort = query.entered;
        pane()->setQuery(query);
        choose(id);
        QStringList taken {u"Alt+F"_s, u"Alt+E"_s, u"Alt+P"_s, u"Alt+V"_s, u"Alt+H"_s}; // by menus
        const qsizetype menus = taken.size();
        const QList<QLabel *> labels = m_area->inspector()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            const QString letter = QKeySequence::mnemonic(label->text()).toString();
            if (letter.isEmpty() || !label->isVisible())
                continue;
            QVERIFY2(!taken.contains(letter), qPrintable(label->text()));
            taken << letter;
        }
        QVERIFY(taken.size() >= menus + 10); // what every chart is asked
    }

    void copiesThePicture_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("a picture of its own") << u"funnel"_s;
        QTest::newRow("a plot") << u"moves"_s;
        QTest::newRow("lines") << u"flow"_s;
    }
    void copiesThePicture()
    {
        QFETCH(QString, id);
        choose(id);
        QTRY_COMPARE(shownChart(), id);
        QGuiApplication::clipboard()->clear();
        action(u"pipeline.copyPicture"_s)->trigger();
        const auto hasImage = [] {
            const QMimeData *data = QGuiApplication::clipboard()->mimeData();
            return data && data->hasImage();
        };
        QTRY_VERIFY(hasImage());
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(!copied->imageData().value<QImage>().isNull());
        QVERIFY(copied->data(u"image/svg+xml"_s).contains("<svg"));
    }

    void copiesTheFigures()
    {
        QTRY_COMPARE(shownChart(), u"funnel"_s);
        QGuiApplication::clipboard()->clear();
        action(u"pipeline.copy"_s)->trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u','));
    }

    void savesTheChart_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("a picture of its own") << u"funnel"_s << u"a.svg"_s << QByteArray("<?xml");
        QTest::newRow("a plot") << u"moves"_s << u"a.pdf"_s << QByteArray("%PDF");
        QTest::newRow("lines") << u"flow"_s << u"a.png"_s << QByteArray("\x89PNG");
        QTest::newRow("figures") << u"flow"_s << u"a.csv"_s << QByteArray();
        QTest::newRow("a board") << u"board"_s << u"a.pdf"_s << QByteArray("%PDF");
    }
    void savesTheChart()
    {
        QFETCH(QString, id);
        QFETCH(QString, file);
        QFETCH(QByteArray, begin);
        const bool isBoard = id == "board"_L1;
        choose(id);
        if (isBoard)
            QTRY_COMPARE(board()->shown().size(), firstBoard().size());
        else
            QTRY_COMPARE(shownChart(), id);
        PipelineHost host;
        m_area->setHost(&host);
        const QTemporaryDir folder;
        const QString path = folder.filePath(file);
        save(isBoard, path);
        const auto says = [&host](const QString &words) {
            return !host.said.isEmpty() && host.said.last().contains(words);
        };
        QTRY_VERIFY(says(path)); // maybe after a word that it takes its time
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray content = written.readAll();
        QVERIFY(content.size() > 20 && content.startsWith(begin));
        QVERIFY(!host.isLoading);
        save(isBoard, folder.filePath("no/"_L1 + file));
        QTRY_VERIFY(says(u"“%1”"_s.arg(file)));
        QVERIFY(!QFile::exists(folder.filePath("no/"_L1 + file)));
        m_area->setHost(nullptr);
    }

    void comesBackAsItWasLeft()
    {
        choose(u"trend"_s);
        action(u"pipeline.table"_s)->setChecked(true);
        compare(Comparison::YearBefore);
        FunnelQuery query;
        query.entered = {QDate(2026, 1, 1), QDate(2026, 3, 1)};
        query.windowDays = 30;
        query.owners = QList<UserId> {(*m_test)->viewer().user};
        pane()->setQuery(query);
        QCOMPARE(pane()->query().owners, query.owners);
        const CreditRule credit {CreditTo::Channel, AttributionModel::First, 14};
        pane()->setCredit(credit);
        pane()->setAges(QList<qint64> {30, 90});
        board()->setReports({u"moves"_s, u"funnel"_s});
        const QByteArray state = m_area->saveState();
        closeArea();
        openArea();
        QCOMPARE(kinds()->currentData().toString(), u"funnel"_s);
        m_area->restoreState(state);
        QCOMPARE(kinds()->currentData().toString(), u"trend"_s);
        QVERIFY(action(u"pipeline.table"_s)->isChecked());
        QCOMPARE(pane()->query().entered, query.entered);
        QCOMPARE(pane()->query().windowDays, query.windowDays);
        QCOMPARE(pane()->query().owners, query.owners);
        QCOMPARE(pane()->credit(), credit);
        QCOMPARE(pane()->ages(), std::optional(QList<qint64> {30, 90}));
        QCOMPARE(compareField()->currentData().toInt(), int(Comparison::YearBefore));
        QCOMPARE(board()->reports(), (QStringList {u"moves"_s, u"funnel"_s}));
        m_area->restoreState("garbage");
        QCOMPARE(kinds()->currentData().toString(), u"trend"_s);
        QCOMPARE(m_area->saveState(), state);
    }

    void comesBackWithTheBoard()
    {
        choose(u"board"_s);
        const QByteArray state = m_area->saveState();
        closeArea();
        openArea();
        m_area->restoreState(state);
        QCOMPARE(kinds()->currentData().toString(), u"board"_s);
        QTRY_COMPARE(page()->currentWidget(), board());
    }

    void anEmptyPipelineSaysSo()
    {
        closeArea();
        QCOMPARE(openWorkspace(), QString());
        openArea();
        choose(u"board"_s);
        QTRY_VERIFY(qobject_cast<EmptyState *>(page()->currentWidget()));
    }

    void theBoardShowsWhatIsChosen()
    {
        choose(u"board"_s);
        QTRY_COMPARE(page()->currentWidget(), board());
        QCOMPARE(board()->reports(), firstBoard());
        for (const QString &id : firstBoard())
            QTRY_VERIFY(!board()->tile(id)->finding().isEmpty());
        QVERIFY(action(u"pipeline.exportBoard"_s)->isVisible());
        QVERIFY(!action(u"pipeline.table"_s)->isVisible());
        toggle(u"outcomes"_s);
        toggle(u"funnel"_s);
        QCOMPARE(
            board()->reports(), (QStringList {u"flow"_s, u"moves"_s, u"trend"_s, u"outcomes"_s}));
        QTRY_VERIFY(!board()->tile(u"outcomes"_s)->finding().isEmpty());
        QVERIFY(!board()->tile(u"funnel"_s));
        QCOMPARE(board()->shown().size(), 4);
        const QStringList all = board()->reports();
        for (const QString &id : all)
            toggle(id);
        QVERIFY(qobject_cast<EmptyState *>(board()->currentWidget()));
    }

    /// Those of funnel and trend are counted within different days where the question does not say.
    void theBoardSaysWithinHowManyDays()
    {
        const QSpinBox *window = windowField();
        QVERIFY(window);
        QCOMPARE(window->text(), u"Any number of days"_s);
        choose(u"board"_s);
        QCOMPARE(window->text(), u"Each chart’s usual"_s);
        toggle(u"funnel"_s);
        QVERIFY2(window->text().contains(u"90"_s), qPrintable(window->text()));
        toggle(u"trend"_s);
        QCOMPARE(window->text(), u"Any number of days"_s);
        toggle(u"trend"_s);
        choose(u"funnel"_s);
        QCOMPARE(window->text(), u"Any number of days"_s);
    }

    void oneFilterIsForAllOfTheBoard()
    {
        choose(u"board"_s);
        QTRY_VERIFY(board()->shown().size() == firstBoard().size());
        FunnelQuery query;
        query.entered = {QDate(2020, 1, 1), QDate(2020, 3, 1)};
        pane()->setQuery(query);
        emit pane()->queryChanged(query);
        const auto areAllOf2020 = [this] {
            const QList<Report> reports = board()->shown();
            return std::ranges::all_of(reports, [](const Report &report) {
                return report.document.value(u"from"_s).toString() == "2020-01-01"_L1;
            });
        };
        QTRY_VERIFY(areAllOf2020());
    }

    void aTileShowsTheEarlierTimeToo()
    {
        choose(u"board"_s);
        QTRY_COMPARE(board()->shown().size(), firstBoard().size());
        const BoardTile *funnel = board()->tile(u"funnel"_s);
        BoardTile *moves = board()->tile(u"moves"_s);
        QVERIFY(moves->picture()->plot()->isVisible());
        QVERIFY(!moves->earlierPicture()->isVisible());
        const int height = moves->minimumHeight();
        FunnelQuery query;
        query.entered.from = QDate(2026, 11, 1);
        pane()->setQuery(query);
        compare(Comparison::Previous);
        for (const QString &id : firstBoard())
            QTRY_VERIFY(board()->tile(id)->earlierPicture()->isVisible());
        QVERIFY(funnel->earlierPicture()->funnel()->isVisible());
        QVERIFY(!funnel->earlierPicture()->plot()->isVisible());
        QVERIFY(funnel->earlierPicture()->funnel()->report().chart.subtitle
            != funnel->picture()->funnel()->report().chart.subtitle);
        const Chart &earlier = moves->earlierPicture()->plot()->chart();
        QCOMPARE(earlier.id, u"moves"_s);
        QVERIFY(earlier.subtitle != moves->picture()->plot()->chart().subtitle);
        QVERIFY(earlier.definition.isEmpty());
        QVERIFY2(
            moves->accessibleName().endsWith(earlier.title), qPrintable(moves->accessibleName()));
        QVERIFY(moves->accessibleName().contains(moves->finding()));
        // Both have as much room as the one alone, the earlier one below.
        QCOMPARE(moves->minimumHeight(), 2 * height);
        const auto areBelowEachOther = [moves] {
            const QRect now = moves->picture()->geometry();
            const QRect before = moves->earlierPicture()->geometry();
            return before.top() > now.bottom() && qAbs(before.height() - now.height()) <= 1
                && before.bottom() < moves->height();
        };
        QTRY_VERIFY(areBelowEachOther());
        // The tile has the keyboard as a whole, and both lead to the large ones.
        QCOMPARE(moves->earlierPicture()->plot()->focusPolicy(), Qt::NoFocus);
        compare(Comparison::None);
        QTRY_VERIFY(!moves->earlierPicture()->isVisible());
        QCOMPARE(moves->minimumHeight(), height);
        QVERIFY(!moves->accessibleName().contains(u"earlier"_s));
        compare(Comparison::Previous);
        QTRY_VERIFY(moves->earlierPicture()->isVisible());
        QTest::keyClick(moves, Qt::Key_Return);
        QCOMPARE(kinds()->currentData().toString(), u"moves"_s);
        QTRY_VERIFY(page()->earlierPlot()->isVisible());
    }

    void aTileOpensLargeByKeys()
    {
        choose(u"board"_s);
        QTRY_COMPARE(page()->currentWidget(), board());
        board()->setFocus();
        QTRY_VERIFY(board()->tile(u"funnel"_s)->hasFocus());
        QTest::keyClick(board()->tile(u"funnel"_s), Qt::Key_Right);
        QTRY_VERIFY(board()->tile(u"flow"_s)->hasFocus());
        QTest::keyClick(board()->tile(u"flow"_s), Qt::Key_Left);
        QTRY_VERIFY(board()->tile(u"funnel"_s)->hasFocus());
        QTest::keyClick(board()->tile(u"funnel"_s), Qt::Key_Left); // there is nothing before it
        QVERIFY(board()->tile(u"funnel"_s)->hasFocus());
        QTest::keyClick(board()->tile(u"flow"_s), Qt::Key_Return);
        QCOMPARE(kinds()->currentData().toString(), u"flow"_s);
        QTRY_COMPARE(shownChart(), u"flow"_s);
        choose(u"board"_s);
        QTest::mouseDClick(board()->tile(u"moves"_s), Qt::LeftButton);
        QCOMPARE(kinds()->currentData().toString(), u"moves"_s);
    }

    void aBoardIsSavedChosenRenamedAndDeleted()
    {
        choose(u"board"_s);
        board()->setReports({u"trend"_s});
        compare(Comparison::Previous);
        const CreditRule credit {CreditTo::Channel, AttributionModel::First, 14};
        pane()->setCredit(credit);
        pane()->setAges(QList<qint64> {30, 90});
        enter(u"boards.name.mine"_s, u"Mine"_s);
        QCOMPARE(boards().size(), 1);
        const SavedBoardId id = boards().first().id;
        board()->setReports({u"funnel"_s});
        enter(u"boards.name.team"_s, u"Ours"_s);
        QCOMPARE(boards().size(), 2);
        QVERIFY(boards().last().owner.isNull());
        compare(Comparison::None);
        pane()->setCredit({});
        pane()->setAges({});
        QVERIFY(!savedBoard(id)->isChecked());
        savedBoard(id)->trigger();
        QVERIFY(savedBoard(id)->isChecked());
        QCOMPARE(pane()->credit(), credit);
        QCOMPARE(pane()->ages(), std::optional(QList<qint64> {30, 90}));
        QCOMPARE(board()->reports(), QStringList {u"trend"_s});
        QCOMPARE(compareField()->currentData().toInt(), int(Comparison::Previous));
        enter("boards.rename."_L1 + id.toString(), u"My month"_s);
        QCOMPARE(SavedBoards::find(**m_test, id)->name, u"My month"_s);
        boardMenu()->findChild<QAction *>("boards.delete."_L1 + id.toString())->trigger();
        QVERIFY(!SavedBoards::find(**m_test, id));
        QVERIFY(m_test->settle());
        (*m_test)->undoStack()->undo();
        QTRY_VERIFY(SavedBoards::find(**m_test, id));
    }

    void countsWhomASavedFilterFinds()
    {
        Prospect dora;
        dora.name = u"Dora"_s;
        dora.source = u"fair"_s;
        const ProspectId id = (*m_test)->prospects().create(dora);
        ProspectQuery query;
        query.source = u"fair"_s;
        const SavedFilterId saved = SavedFilters::add(**m_test, u"Guests"_s, query, true);
        QVERIFY(m_test->settle());
        choose(u"moves"_s);
        choosePeople("people.filter."_L1 + saved.toString());
        QTRY_VERIFY(page()->plot()->chart().subtitle.contains(u"only people of “Guests”"_s));
        QSignalSpy asked(m_area.get(), &PipelineArea::prospectsRequested);
        emit page()->plot()->rowActivated(0);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QList<ProspectId>>(), QList<ProspectId> {id});

        // A saved board and the next start bring them back.
        choose(u"board"_s);
        enter(u"boards.name.mine"_s, u"Of guests"_s);
        choosePeople(u"people.all"_s);
        QVERIFY(!pane()->people());
        boardMenu()->findChild<QAction *>("boards."_L1 + boards().first().id.toString())->trigger();
        QCOMPARE(pane()->people(), std::optional(PeopleChoice {u"Guests"_s, query}));
        const auto areAllOfGuests = [this] {
            const QList<Report> reports = board()->shown();
            return reports.size() == firstBoard().size()
                && std::ranges::all_of(reports, [](const Report &report) {
                       return report.document.value(u"filter"_s)[u"people"_s][u"count"_s] == 1;
                   });
        };
        QTRY_VERIFY(areAllOfGuests());
        const QByteArray state = m_area->saveState();
        closeArea();
        openArea();
        QVERIFY(!pane()->people());
        m_area->restoreState(state);
        QCOMPARE(pane()->people(), std::optional(PeopleChoice {u"Guests"_s, query}));
        QCOMPARE(m_area->saveState(), state);
    }

    void aFigureOfTheFunnelsTableLeadsToItsPeople_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("title");
        QTest::newRow("reached") << u"reached"_s << u"Reached %1"_s;
        QTest::newRow("open") << u"open"_s << u"Not further than %1 yet"_s;
        QTest::newRow("lost") << u"lost"_s << u"Lost after %1"_s;
    }
    void aFigureOfTheFunnelsTableLeadsToItsPeople()
    {
        QFETCH(QString, key);
        QFETCH(QString, title);
        const QAbstractItemModel *model = page()->table()->model();
        QTRY_VERIFY(model->rowCount() > 0);
        const QList<ChartColumn> columns =
            qobject_cast<const ChartTableModel *>(model)->chart().columns;
        const auto found = std::ranges::find(columns, key, &ChartColumn::key);
        QVERIFY(found != columns.end());
        const QModelIndex figure = model->index(0, int(found - columns.begin()));
        const QString stage = model->index(0, 1).data().toString();
        QSignalSpy asked(m_area.get(), &PipelineArea::prospectsRequested);
        emit page()->table()->activated(figure);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(qint64(asked.first().first().value<QList<ProspectId>>().size()),
            figure.data(ChartTableModel::SortRole).toLongLong());
        QCOMPARE(asked.first().at(1).toString(), title.arg(stage));
    }

    /// The whole and its parts, and the bars of the groups.
    void eachMarkOfTheFunnelLeadsToThoseItCounts()
    {
        fillThePipeline();
        FunnelQuery query;
        query.by = Breakdown::Source;
        pane()->setQuery(query);
        emit pane()->queryChanged(query);
        FunnelView *chart = page()->chart();
        const auto isThere = [chart] {
            const FunnelReport &report = chart->report();
            return report.groups.size() == 2 && report.total.cohort == 7
                && report.total.steps.at(1).reached == 3;
        };
        QTRY_VERIFY(isThere());
        const FunnelReport report = chart->report();
        const QList<FunnelCell> marks = funnelMarks(report);
        QCOMPARE(marks.size(), chart->markCount());
        QList<FunnelSegment> parts;
        for (int mark = 0; mark < marks.size(); ++mark) {
            const FunnelCell &cell = marks.at(mark);
            const FunnelGroup &group = cell.group < 0 ? report.total : report.groups.at(cell.group);
            const qint64 count = group.steps.at(cell.step).count(cell.segment);
            QSignalSpy asked(m_area.get(), &PipelineArea::prospectsRequested);
            chart->activateMark(mark);
            QTRY_COMPARE(asked.size(), 1);
            QCOMPARE(qint64(asked.first().first().value<QList<ProspectId>>().size()), count);
            QVERIFY(asked.first().at(1).toString().contains(report.steps.at(cell.step).name));
            if (cell.segment != FunnelSegment::Reached)
                QVERIFY(chart->markSentence(mark).contains(u": %1 of "_s.arg(count)));
            if (!parts.contains(cell.segment))
                parts.append(cell.segment);
        }
        QCOMPARE(parts.size(), 5); // the whole, lost, not further, went on seen and not seen
    }

    /// A row of the arrivals holds all so far; one of another chart those that it names.
    void theListIsCalledWhatItHolds()
    {
        choose(u"flow"_s);
        QTRY_COMPARE(shownChart(), u"flow"_s);
        QTRY_VERIFY(!page()->plot()->chart().rows.isEmpty());
        const Chart flow = page()->plot()->chart();
        QSignalSpy asked(m_area.get(), &PipelineArea::prospectsRequested);
        emit page()->plot()->rowActivated(0);
        QTRY_COMPARE(asked.size(), 1);
        const QString title = asked.first().at(1).toString();
        const QString stage = std::get<QString>(flow.rows.first().at(1));
        QVERIFY2(title.startsWith(u"Reached %1 by "_s.arg(stage)), qPrintable(title));
        choose(u"moves"_s);
        QTRY_COMPARE(shownChart(), u"moves"_s);
        QTRY_VERIFY(!page()->plot()->chart().rows.isEmpty());
        emit page()->plot()->rowActivated(0);
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(asked.at(1).at(1).toString(), rowTitle(page()->plot()->chart(), 0));
    }

    void whoComesBackStandsOnTheSameMark_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("the funnel") << u"funnel"_s;
        QTest::newRow("another chart") << u"moves"_s;
    }
    void whoComesBackStandsOnTheSameMark()
    {
        QFETCH(QString, id);
        choose(id);
        QTRY_COMPARE(shownChart(), id);
        MarkView *chart = page()->plot();
        if (id == "funnel"_L1)
            chart = page()->chart();
        QTRY_VERIFY(chart->markCount() > 1);
        // As in the window: a list takes the place of the area.
        QStackedWidget window;
        auto *list = new QLineEdit;
        window.addWidget(m_area->widget());
        window.addWidget(list);
        window.resize(1000, 700);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        m_area->activate();
        QTRY_VERIFY(chart->hasFocus());
        chart->setCurrentMark(1);
        window.setCurrentWidget(list);
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        window.setCurrentWidget(m_area->widget());
        m_area->activate();
        QTRY_VERIFY(chart->hasFocus());
        QCOMPARE(chart->currentMark(), 1);
        m_area->widget()->setParent(nullptr);
    }

    void theEarlierTimeStandsBelow()
    {
        choose(u"moves"_s);
        QTRY_COMPARE(shownChart(), u"moves"_s);
        auto *earlier = page()->findChild<PlotView *>(u"pipeline.earlierPlot"_s);
        QVERIFY(!earlier->isVisible());
        FunnelQuery query;
        query.entered.from = QDate(2026, 11, 1);
        pane()->setQuery(query);
        compare(Comparison::Previous);
        QTRY_VERIFY(earlier->isVisible());
        QCOMPARE(earlier->chart().id, u"moves"_s);
        QVERIFY(earlier->chart().subtitle != page()->plot()->chart().subtitle);
        QSignalSpy asked(m_area.get(), &PipelineArea::prospectsRequested);
        QTRY_VERIFY(!page()->plot()->chart().rows.empty());
        emit page()->plot()->rowActivated(0);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QList<ProspectId>>().size(), 3);
        compare(Comparison::None);
        QTRY_VERIFY(!earlier->isVisible());
    }

    void aComparisonWithoutAFirstDaySaysWhatItNeeds()
    {
        m_area->inspector()->show();
        const auto *note = m_area->inspector()->findChild<QLabel *>(u"pipeline.compare.note"_s);
        QVERIFY(note);
        QVERIFY(!note->isVisible());
        compare(Comparison::Previous);
        QVERIFY(note->isVisible());
        QCOMPARE(compareField()->accessibleDescription(), note->text());
        const QByteArray state = m_area->saveState();
        FunnelQuery query;
        query.entered.from = QDate(2026, 11, 1);
        pane()->setQuery(query);
        emit pane()->queryChanged(query);
        QVERIFY(!note->isVisible());
        QCOMPARE(compareField()->accessibleDescription(), QString());
        m_area->restoreState(state);
        QVERIFY(note->isVisible());
        compare(Comparison::None);
        QVERIFY(!note->isVisible());
    }

    void notesAreAddedAndTakenAway()
    {
        PipelineHost host;
        m_area->setHost(&host);
        action(u"pipeline.notes"_s)->trigger();
        QVERIFY(host.page);
        auto *text = host.page->findChild<QLineEdit *>(u"notes.text"_s);
        auto *list = host.page->findChild<QTreeWidget *>(u"notes.list"_s);
        auto *add = host.page->findChild<QPushButton *>(u"notes.add"_s);
        auto *remove = host.page->findChild<QPushButton *>(u"notes.remove"_s);
        QVERIFY(!add->isEnabled() && !remove->isEnabled());
        QTest::keyClicks(text, u"New prices"_s);
        add->click();
        QVERIFY(text->text().isEmpty());
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(1), u"New prices"_s);
        QCOMPARE((*m_test)->team().chartNotes().first().day, (*m_test)->today());
        list->topLevelItem(0)->setText(1, u"Lower prices"_s);
        QCOMPARE((*m_test)->team().chartNotes().first().text, u"Lower prices"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QVERIFY(m_test->settle());
        QCoreApplication::processEvents();
        list->setCurrentItem(list->topLevelItem(0));
        QVERIFY(remove->isEnabled());
        remove->click();
        QVERIFY((*m_test)->team().chartNotes().isEmpty());
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        m_area->setHost(nullptr);
    }

    void aGoalStandsInTheChart()
    {
        choose(u"moves"_s);
        QTRY_COMPARE(shownChart(), u"moves"_s);
        QVERIFY(!action(u"pipeline.goal"_s)->isEnabled());
        choose(u"flow"_s);
        QTRY_VERIFY(action(u"pipeline.goal"_s)->isEnabled());
        // Below the chart, which stays to be seen; by its key, also from the table.
        action(u"pipeline.table"_s)->setChecked(true);
        page()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page()));
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_G, Qt::ControlModifier);
        QPointer<GoalBar> bar = page()->findChild<GoalBar *>();
        QVERIFY(bar && bar->isVisible());
        QVERIFY(page()->plot()->isVisible());
        auto *amount = bar->findChild<QDoubleSpinBox *>(u"goal.amount"_s);
        QTRY_VERIFY(amount->hasFocus());
        QCOMPARE(amount->value(), GoalBar::startFor(page()->plot()->chart()).value_or(0));
        amount->setValue(120);
        auto *name = bar->findChild<QLineEdit *>(u"goal.name"_s);
        name->setText(u"Spring"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE((*m_test)->team().chartGoals().size(), 1);
        QCOMPARE((*m_test)->team().chartGoals().first().name, u"Spring"_s);
        QTRY_VERIFY(bar.isNull());
        QTRY_VERIFY(page()->plot()->hasFocus());
        const auto goals = [this] {
            const auto *plot = std::get_if<LinePlot>(&page()->plot()->chart().plot);
            return plot ? plot->goals.size() : 0;
        };
        QTRY_COMPARE(goals(), 1); // drawn at once
        // It goes with its chart.
        action(u"pipeline.goal"_s)->trigger();
        bar = page()->findChild<GoalBar *>();
        QVERIFY(bar);
        choose(u"moves"_s);
        QTRY_VERIFY(bar.isNull());
    }

private:
    void openArea()
    {
        m_area = std::make_unique<PipelineArea>(**m_test);
        m_area->widget()->resize(1200, 800);
        m_area->widget()->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_area->widget()));
        m_area->widget()->activateWindow();
        m_area->activate();
        QTRY_VERIFY((*m_test)->pipeline().columns());
    }
    void closeArea() { m_area.reset(); }
    /// Four more, beside three who are cold: one each who was won at once, was lost, came warm, and became so.
    void fillThePipeline() const
    {
        const QList<Stage> &stages = (*m_test)->stages();
        const auto lost = std::ranges::find(stages, StageKind::Exit, &Stage::kind);
        const auto add = [this](const QString &name, StageId stage, const QString &source) {
            Prospect prospect;
            prospect.name = name;
            prospect.stage = stage;
            prospect.source = source;
            return (*m_test)->prospects().create(prospect);
        };
        add(u"Dora"_s, stages.at(4).id, u"fair"_s);
        add(u"Emil"_s, lost->id, {});
        add(u"Finn"_s, stages.at(1).id, u"fair"_s);
        const ProspectId id = add(u"Gus"_s, stages.at(0).id, {});
        QVERIFY(m_test->settle());
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(id);
        QTRY_VERIFY(dossier.prospect());
        m_test->clock.advance(60000);
        (*m_test)->prospects().moveTo(*dossier.prospect(), stages.at(1).id, u"asked"_s);
        QVERIFY(m_test->settle());
    }

    [[nodiscard]] PipelinePage *page() const
    {
        return qobject_cast<PipelinePage *>(m_area->widget());
    }
    [[nodiscard]] BoardPage *board() const { return page()->board(); }
    [[nodiscard]] QComboBox *kinds() const
    {
        return m_area->titleWidget()->findChild<QComboBox *>(u"pipeline.kind"_s);
    }
    /// The choice of the chart and its buttons in \a window, that wide or as narrow as they get.
    [[nodiscard]] QWidget *barOf(QWidget &window, int width) const
    {
        QWidget *bar = m_area->titleWidget();
        bar->setParent(&window);
        bar->show();
        window.resize(1000, 100);
        window.show();
        bar->resize(std::max(width, bar->minimumSizeHint().width()), bar->sizeHint().height());
        QCoreApplication::processEvents();
        return bar;
    }
    [[nodiscard]] QComboBox *compareField() const
    {
        return m_area->inspector()->findChild<QComboBox *>(u"pipeline.compare"_s);
    }
    [[nodiscard]] ChartQuestionPane *pane() const
    {
        return m_area->inspector()->findChild<ChartQuestionPane *>();
    }
    [[nodiscard]] QSpinBox *windowField() const
    {
        const QList<QSpinBox *> fields = pane()->findChildren<QSpinBox *>();
        const auto found =
            std::ranges::find(fields, u"Within days of entry"_s, &QWidget::accessibleName);
        return found == fields.end() ? nullptr : *found;
    }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        const QList<QAction *> actions = m_area->actions();
        const auto found = std::ranges::find(
            actions, name, [](const QAction *action) { return action->objectName(); });
        return found == actions.end() ? nullptr : *found;
    }
    [[nodiscard]] QMenu *boardMenu() const
    {
        QMenu *menu = action(u"pipeline.boards"_s)->menu();
        emit menu->aboutToShow();
        return menu;
    }
    [[nodiscard]] QAction *savedBoard(SavedBoardId id) const
    {
        return boardMenu()->findChild<QAction *>("boards."_L1 + id.toString());
    }
    [[nodiscard]] const QList<SavedBoard> &boards() const
    {
        return (*m_test)->team().savedBoards();
    }
    /// The id of the chart whose figures are shown.
    [[nodiscard]] QString shownChart() const
    {
        const QComboBox *list = kinds();
        if (list->currentData().toString() == "funnel"_L1)
            return page()->chart()->isVisible() ? u"funnel"_s : QString();
        return page()->plot()->isVisible() ? page()->plot()->chart().id : QString();
    }
    void choose(const QString &id) const
    {
        const int place = kinds()->findData(id);
        kinds()->setCurrentIndex(place);
        emit kinds()->activated(place);
    }
    void choosePeople(const QString &entry) const
    {
        auto *button = m_area->inspector()->findChild<PeopleButton *>();
        emit button->menu()->aboutToShow();
        button->menu()->findChild<QAction *>(entry)->trigger();
    }
    /// As if somebody had chosen that name.
    void save(bool isBoard, const QString &path) const
    {
        action(isBoard ? u"pipeline.exportBoard"_s : u"pipeline.export"_s)->trigger();
        auto *dialog = page()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        delete dialog;
    }
    void compare(Comparison comparison) const
    {
        const int place = compareField()->findData(int(comparison));
        compareField()->setCurrentIndex(place);
        emit compareField()->activated(place);
    }
    void toggle(const QString &id) const
    {
        QMenu *menu = action(u"pipeline.boardCharts"_s)->menu();
        emit menu->aboutToShow();
        for (QAction *chart : menu->actions()) {
            if (chart->objectName() == "pipeline.onBoard."_L1 + id)
                chart->toggle();
        }
    }
    void enter(const QString &field, const QString &name) const
    {
        auto *edit = boardMenu()->findChild<QLineEdit *>(field);
        QVERIFY(edit);
        edit->setText(name);
        emit edit->returnPressed();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PipelineArea> m_area;
};

PULLPUSH_WINDOW_TEST(TestPipelineArea)
#include "tst_pipelinearea.moc"
