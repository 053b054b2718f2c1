// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "session/workspace.h"
#include "test_support/testprogram.h"
#include "ui_common/notifierbar.h"
#include "ui_common/theme.h"
#include "ui_shell/actioncard.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/recentworkspaces.h"
#include "ui_shell/startpage.h"
#include "ui_shell/workspacecontroller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class OneArea : public Area
{
public:
    [[nodiscard]] QString id() const override { return u"only"_s; }
    [[nodiscard]] QString title() const override { return u"Only"_s; }
    [[nodiscard]] QIcon icon() const override { return {}; }
    [[nodiscard]] QWidget *widget() override { return m_widget; }
    [[nodiscard]] QString unkept() const override { return m_widget->windowTitle(); }

private:
    QWidget *m_widget = new QWidget;
};

} // namespace

class TstWorkspaceController : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void opensAndRemembers();
    void aMissingFileIsToldOnTheStartPage();
    void aFailureLeavesTheOpenWorkspace();
    void closesToTheStartPage();
    void asksBeforeWordsAreLost();
    void aNoticeCanBeUndoneOnce();
    void droppedFiles();
    void sampleIsMadeOnce();

private:
    QString makeWorkspace(const QString &name);
    [[nodiscard]] bool startPageSays(const QString &part) const;

    SystemClock m_clock;
    QStringList m_imported;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WorkspaceController> m_controller;
};

void TstWorkspaceController::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TstWorkspaceController::init()
{
    m_imported.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp);
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme, m_clock);
    WorkspaceController::Builders builders;
    builders.areas = [](Workspace &) {
        AreaList areas;
        areas.push_back(std::make_unique<OneArea>());
        return areas;
    };
    builders.importPage = [this](Workspace &, const QStringList &files, AreaHost &,
                              const std::function<void()> &close) {
        m_imported = files;
        auto *page = new QLabel(u"import"_s);
        connect(page, &QLabel::linkActivated, page, [close] { close(); });
        return page;
    };
    m_controller =
        std::make_unique<WorkspaceController>(*m_window, *m_settings, m_clock, std::move(builders));
    m_window->show();
}

void TstWorkspaceController::cleanup()
{
    m_controller.reset();
    m_window.reset();
    m_theme.reset();
}

QString TstWorkspaceController::makeWorkspace(const QString &name)
{
    const QString path = m_folder->filePath(name + u".pullpush"_s);
    const auto made = Workspace::createNow(path, {}, m_clock);
    return made ? path : QString();
}

bool TstWorkspaceController::startPageSays(const QString &part) const
{
    const auto labels = m_window->startPage()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
        return label->isVisible() && label->text().contains(part);
    });
}

void TstWorkspaceController::opensAndRemembers()
{
    const QString path = makeWorkspace(u"brand"_s);
    QVERIFY(!path.isEmpty());
    m_controller->open(path);
    QTRY_VERIFY(m_window->workbench() != nullptr);
    QVERIFY(m_controller->workspace() != nullptr);
    QCOMPARE(RecentWorkspaces::read(*m_settings).constFirst().location, path);

    m_controller->close();
    m_settings->setValue(u"lastOpen"_s, path);
    m_controller->start({}); // what was open at the end is open at the start
    QTRY_VERIFY(m_window->workbench() != nullptr);
}

void TstWorkspaceController::aMissingFileIsToldOnTheStartPage()
{
    m_controller->open(m_folder->filePath(u"gone.pullpush"_s));
    QTRY_VERIFY(startPageSays(u"gone"_s));
    QVERIFY(m_window->workbench() == nullptr);
    QVERIFY(m_window->startPage()->findChild<ActionCard *>()->isEnabled());
    QVERIFY(RecentWorkspaces::read(*m_settings).isEmpty());
}

void TstWorkspaceController::aFailureLeavesTheOpenWorkspace()
{
    m_controller->open(makeWorkspace(u"brand"_s));
    QTRY_VERIFY(m_window->workbench() != nullptr);
    const Workspace *before = m_controller->workspace();
    QFile other(m_folder->filePath(u"text.pullpush"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(
        "This is no workspace, and long enough to look at its head without reading past its end. ");
    other.write(QByteArray(200, ' '));
    other.close();
    m_controller->open(other.fileName());
    QTRY_VERIFY(!m_window->workbench()->notifier()->isEmpty());
    QCOMPARE(m_window->workbench()->notifier()->current().severity, NoticeSeverity::Error);
    QCOMPARE(m_controller->workspace(), before);
}

void TstWorkspaceController::closesToTheStartPage()
{
    m_controller->open(makeWorkspace(u"brand"_s));
    QTRY_VERIFY(m_window->workbench() != nullptr);
    m_controller->close();
    QVERIFY(m_window->workbench() == nullptr);
    QVERIFY(m_controller->workspace() == nullptr);
    QVERIFY(m_window->startPage()->isVisible());
    QVERIFY(!m_settings->contains(u"lastOpen"_s));
}

void TstWorkspaceController::asksBeforeWordsAreLost()
{
    m_controller->open(makeWorkspace(u"brand"_s));
    QTRY_VERIFY(m_window->workbench() != nullptr);
    QWidget *page = m_window->workbench()->areas().front()->widget();
    page->setWindowTitle(u"Something is not logged yet."_s);
    const auto box = [this] { return m_window->findChild<QDialog *>(); };
    const auto answer = [&box](const QString &text) {
        const auto buttons = box()->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(buttons,
            [&text](const QAbstractButton *button) { return button->text().remove(u'&') == text; });
        QVERIFY(found != buttons.end());
        (*found)->click();
    };
    QVERIFY(!m_window->close());
    QTRY_VERIFY(box() != nullptr);
    const auto labels = box()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels,
        [](const QLabel *label) { return label->text() == u"Something is not logged yet."_s; }));
    answer(u"Cancel"_s);
    QTRY_VERIFY(box() == nullptr);
    QVERIFY(m_window->isVisible());
    m_controller->close();
    QTRY_VERIFY(box() != nullptr);
    QVERIFY(m_window->workbench() != nullptr);
    answer(u"Discard"_s);
    QTRY_VERIFY(m_window->workbench() == nullptr);
    QTRY_VERIFY(box() == nullptr);
    QVERIFY(m_window->close()); // nothing is left to lose
}

void TstWorkspaceController::aNoticeCanBeUndoneOnce()
{
    m_controller->open(makeWorkspace(u"brand"_s));
    QTRY_VERIFY(m_window->workbench() != nullptr);
    Workspace &workspace = *m_controller->workspace();
    workspace.undoStack()->push(new QUndoCommand(u"Move"_s));
    emit workspace.notice({Notice::Severity::Info, u"Moved."_s, {}, true});
    const NotifierMessage message = m_window->workbench()->notifier()->current();
    QVERIFY(message.action);
    message.action();
    QCOMPARE(workspace.undoStack()->index(), 0);
    workspace.undoStack()->push(new QUndoCommand(u"One"_s));
    workspace.undoStack()->push(new QUndoCommand(u"Two"_s));
    message.action(); // something newer stands in its place
    QCOMPARE(workspace.undoStack()->index(), 2);
}

void TstWorkspaceController::droppedFiles()
{
    emit m_window->filesDropped({u"list.csv"_s});
    QVERIFY(startPageSays(u"first"_s));
    const QString path = makeWorkspace(u"brand"_s);
    emit m_window->filesDropped({u"list.csv"_s, path});
    QTRY_VERIFY(m_window->workbench() != nullptr);
    QVERIFY(m_imported.isEmpty());
    emit m_window->filesDropped({u"list.csv"_s});
    QCOMPARE(m_imported, QStringList {u"list.csv"_s});
    const auto pages = m_window->workbench()->findChildren<QLabel *>();
    const auto page = std::find_if(pages.begin(), pages.end(),
        [](const QLabel *label) { return label->text() == u"import"_s; });
    QVERIFY(page != pages.end());
    QVERIFY((*page)->isVisible());
    emit(*page)->linkActivated({});
    QVERIFY(!(*page)->isVisible());
    QVERIFY(m_window->workbench()->currentArea()->widget()->isVisible());
}

void TstWorkspaceController::sampleIsMadeOnce()
{
    const QString path =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/Sample.pullpush"_s;
    QFile::remove(path);
    emit m_window->sampleRequested();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workbench() != nullptr, 20000);
    QVERIFY(QFile::exists(path));
    m_controller->close();
    emit m_window->sampleRequested();
    QTRY_VERIFY(m_window->workbench() != nullptr);
    m_controller->close();
    QVERIFY(QFile::remove(path));
}

PULLPUSH_WINDOW_TEST(TstWorkspaceController)
#include "tst_workspacecontroller.moc"
