// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importwindow.h"
#include "session/prospectlist.h"
#include "test_support/testprogram.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableWidget>

using namespace Qt::StringLiterals;

class TestImportPage : public QObject, private ImportWindow
{
    Q_OBJECT
private slots:
    void initTestCase() { dress(); }
    void init() { QCOMPARE(openPage(), QString()); }
    void cleanup() { QVERIFY(closePage()); }
    void importsAMappedCsv();
    void takesAnImportBack();
    void tellsWhatIsMissing();
    void takesTwoThingsFromOneColumn();
    void asksForTheOrderOfDates();
    void saysWhichRowsAreRejected();
    void namesUnusedColumns();
    void tellsDatesThatHaveNotCome();
    void importsAChat();
    void showsAFaultInPlace();
    void importsOneFileAfterTheOther();
    void stopsARunningImport();
    void leavesWithoutImporting();
    void everyControlHasAName();
    void picture_data();
    void picture();

private:
    void map(int column, const QString &field) const
    {
        auto *combo = part<QComboBox>(u"field%1"_s.arg(column));
        const int index = combo->findData(field);
        QVERIFY(index >= 0);
        combo->setCurrentIndex(index);
    }
    [[nodiscard]] QString leads() const
    {
        return m_test->file(u"fair.csv"_s,
            "Ref;Who;Mail;Met on;Via\n"
            "7;Ada Example;ada@example.org;2026-03-02;fair\n"
            "8;Bo Example;bo@example.org;2026-03-03;fair\n"
            "9;Cy Example;cy@example.org;;poster\n");
    }
};

void TestImportPage::importsAMappedCsv()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    const QSignalSpy shown(m_page.get(), &ImportPage::showProspects);
    const QSignalSpy closed(m_page.get(), &ImportPage::closeRequested);
    m_page->start({leads()});
    QTRY_VERIFY(shows(u"import"_s));
    map(0, u"id"_s);
    map(1, u"name"_s);
    map(2, u"email"_s);
    map(3, u"entered:cold"_s);
    map(4, u"source"_s);
    QTRY_VERIFY(counts().startsWith(u"3 "_s)); // what will happen, before it does
    QCOMPARE(part<QTableView>(u"previewRows"_s)->model()->columnCount(), 5);
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    const auto report = finished.first().first().value<ImportReport>();
    QCOMPARE(report.prospects.created, 3);
    QCOMPARE(report.moves.created, 2); // of the rows with a date
    QVERIFY(!report.dryRun);
    click(u"showProspects"_s);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().value<QList<ProspectId>>().size(), 3);
    click(u"closeImport"_s);
    QCOMPARE(closed.count(), 1);
}

void TestImportPage::takesAnImportBack()
{
    m_page->start({leads()});
    QTRY_VERIFY(shows(u"import"_s));
    map(1, u"name"_s);
    click(u"import"_s);
    QTRY_VERIFY(shows(u"undoImport"_s));
    click(u"undoImport"_s);
    QTRY_VERIFY(shows(u"import"_s));
    map(1, u"name"_s);
    QTRY_VERIFY(counts().startsWith(u"3 "_s)); // new again
}

void TestImportPage::tellsWhatIsMissing()
{
    m_page->start({leads()});
    QTRY_VERIFY(shows(u"import"_s));
    for (int column = 0; column < 5; ++column)
        map(column, QString());
    QVERIFY(shows(u"mappingProblem"_s));
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled());
    map(1, u"name"_s);
    QVERIFY(!shows(u"mappingProblem"_s));
    QVERIFY(part<QAbstractButton>(u"import"_s)->isEnabled());
    map(4, u"entered:warm"_s); // words where dates must be
    QVERIFY(shows(u"problem4"_s));
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled());
    map(4, u"name"_s);
    QVERIFY(part<QLabel>(u"problem4"_s)->text().contains(u"Who"_s));
}

void TestImportPage::takesTwoThingsFromOneColumn()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    m_page->start({leads()});
    QTRY_VERIFY(shows(u"import"_s));
    for (int column = 0; column < 5; ++column)
        map(column, QString());
    map(1, u"name"_s);
    map(3, u"first_seen"_s);
    QVERIFY(!part<QComboBox>(u"field5"_s));
    click(u"add3"_s);
    QTRY_VERIFY(part<QComboBox>(u"field5"_s));
    QCOMPARE(part<QComboBox>(u"field3"_s)->currentData().toString(), u"first_seen"_s); // kept
    map(4, u"entered:warm"_s);
    QVERIFY(part<QAbstractButton>(u"import"_s)->isEnabled());
    const auto *rows = part<QTableView>(u"previewRows"_s)->model();
    const QString title =
        rows->headerData(rows->columnCount() - 1, Qt::Horizontal, Qt::DisplayRole).toString();
    QVERIFY2(title.contains(u"Warm"_s) && title.contains(u", "_s), qPrintable(title));
    QTRY_VERIFY(part<QAbstractButton>(u"import"_s)->isEnabled());
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    const auto report = finished.first().first().value<ImportReport>();
    QCOMPARE(report.prospects.created, 3);
    QCOMPARE(report.moves.created, 2); // of the rows with a date
}

void TestImportPage::asksForTheOrderOfDates()
{
    m_page->start({m_test->file(
        u"dates.csv"_s, "name,first_seen\nAda Example,03/04/2026\nBo Example,05/06/2026\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QVERIFY(shows(u"dateProblem"_s));
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled());
    auto *order = part<QComboBox>(u"dateOrder"_s);
    QTest::keyClick(order, Qt::Key_Down);
    QVERIFY(!shows(u"dateProblem"_s));
    QTRY_VERIFY(counts().startsWith(u"2 "_s));
}

void TestImportPage::saysWhichRowsAreRejected()
{
    m_page->start({m_test->file(u"short.csv"_s,
        "name,email,first_seen\nAda Example,ada@example.org,2026-03-04\nBo Example\n"
        "Cy Example,cy@example.org,someday 12\n")});
    QTRY_VERIFY(shows(u"issues"_s));
    const auto *issues = part<QTableWidget>(u"issues"_s);
    QCOMPARE(issues->rowCount(), 2);
    QCOMPARE(issues->item(0, 0)->text(), u"short.csv"_s);
    QCOMPARE(issues->item(0, 1)->text(), u"3"_s);
    QVERIFY(!issues->item(0, 2)->text().isEmpty());
    QVERIFY(counts().startsWith(u"1 "_s));
}

void TestImportPage::namesUnusedColumns()
{
    m_page->start({m_test->file(
        u"odd.csv"_s, "name,entered cold,Shoe size\nAda Example,2026-03-04,canary\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QTRY_VERIFY(counts().contains(u"“Shoe size”"_s));
    QVERIFY(counts().startsWith(u"1 "_s));
    QVERIFY2(counts().contains(u"“entered cold”"_s) && counts().contains(u"“Cold”"_s),
        qPrintable(counts()));
    QVERIFY(!counts().contains(u"canary"_s));
    map(1, u"entered:cold"_s);
    QTRY_VERIFY(!counts().contains(u"entered cold"_s));
    QVERIFY(counts().contains(u"“Shoe size”"_s));
}

void TestImportPage::tellsDatesThatHaveNotCome()
{
    m_page->start({m_test->file(
        u"late.csv"_s, "name,first_seen\nAda Example,2026-11-20\nBo Example,2026-11-21\n")});
    QTRY_VERIFY(shows(u"issues"_s));
    const auto *issues = part<QTableWidget>(u"issues"_s);
    QCOMPARE(issues->rowCount(), 1);
    QCOMPARE(issues->item(0, 1)->text(), u"3"_s);
    QVERIFY2(issues->item(0, 2)->text().contains(u"“first_seen” 1 "_s),
        qPrintable(issues->item(0, 2)->text()));
}

void TestImportPage::importsAChat()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    m_page->start({m_test->file(u"WhatsApp Chat with Ada Example.txt"_s,
        "14/12/2025, 14:05 - Ada Example: Is the oak table still there?\n"
        "14/12/2025, 14:20 - Nora: Yes, and it waits for you\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QCOMPARE(part<QLabel>(u"chatTitle"_s)->text(), u"Ada Example"_s);
    QVERIFY(
        part<QAbstractButton>(u"sender1"_s)->isChecked()); // the other one gives the chat its name
    QTRY_VERIFY(!counts().isEmpty());
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    const auto report = finished.first().first().value<ImportReport>();
    QCOMPARE(report.prospects.created, 1);
    QCOMPARE(report.conversations.created, 1);
    QCOMPARE(report.messages.created, 2);
    QCOMPARE(report.proposals, 1);
}

void TestImportPage::showsAFaultInPlace()
{
    m_page->start({m_test->file(u"page.csv"_s, "<!DOCTYPE html><html><body>no</body></html>")});
    QTRY_VERIFY(shows(u"fileFault"_s));
    QVERIFY(!shows(u"import"_s));
    QVERIFY(shows(u"chooseFiles"_s));
}

void TestImportPage::importsOneFileAfterTheOther()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    const QSignalSpy closed(m_page.get(), &ImportPage::closeRequested);
    m_page->start({m_test->file(u"a.csv"_s, "name\nAda Example\n"),
        m_test->file(u"b.csv"_s, "name\nBo Example\n"), m_test->file(u"c.csv"_s, "name\nCy\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QCOMPARE(part<QLabel>(u"importFile"_s)->text(), u"a.csv"_s);
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    click(u"closeImport"_s);
    QTRY_VERIFY(shows(u"import"_s));
    QCOMPARE(part<QLabel>(u"importFile"_s)->text(), u"b.csv"_s);
    click(u"skipFile"_s);
    QTRY_COMPARE(part<QLabel>(u"importFile"_s)->text(), u"c.csv"_s);
    QTRY_VERIFY(shows(u"import"_s));
    QCOMPARE(closed.count(), 0);
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 2);
    click(u"closeImport"_s);
    QCOMPARE(closed.count(), 1);
}

void TestImportPage::stopsARunningImport()
{
    QByteArray many = "name,email,notes\n";
    for (int i = 0; i < 6000; ++i) {
        const QByteArray number = QByteArray::number(i);
        many += "Person " + number + ",p" + number + "@example.org," + QByteArray(200, '.')
            + '\n'; // too large to be tried unasked
    }
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    const QSignalSpy cancelled(m_page.get(), &ImportPage::cancelled);
    const QSignalSpy closed(m_page.get(), &ImportPage::closeRequested);
    m_page->start({m_test->file(u"many.csv"_s, many)});
    QTRY_VERIFY(shows(u"import"_s));
    click(u"import"_s);
    QVERIFY(!shows(u"import"_s));
    const auto *progress = m_page->findChild<QProgressBar *>();
    QVERIFY(progress->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, 30000); // some of it is written
    click(u"cancelImport"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"import"_s), 30000);
    QVERIFY(!progress->isVisible());
    QVERIFY(shows(u"importProblem"_s));
    QVERIFY(part<QLabel>(u"importProblem"_s)->text().contains(u"stopped"_s));
    QCOMPARE(finished.count(), 0);
    QCOMPARE(cancelled.count(), 0); // the page stays
    QCOMPARE(closed.count(), 0);
    QTRY_VERIFY(!(*m_test)->imports().isRunning());
    ProspectList list(**m_test, nullptr);
    list.setQuery({});
    QTRY_COMPARE(list.state(), StoreState::Ready);
    QCOMPARE(list.size(), 0);
    std::optional<qsizetype> batches;
    (*m_test)->imports().batches(this,
        [&batches](const Result<QList<ImportBatch>> &all) { batches = all ? all->size() : -1; });
    QTRY_COMPARE(batches.value_or(-2), 0);

    click(u"import"_s); // and it can be imported after all
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
    QCOMPARE(finished.first().first().value<ImportReport>().prospects.created, 6000);
}

void TestImportPage::leavesWithoutImporting()
{
    const QSignalSpy cancelled(m_page.get(), &ImportPage::cancelled);
    m_page->start({leads()});
    QTRY_VERIFY(shows(u"import"_s));
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
}

void TestImportPage::everyControlHasAName()
{
    m_page->start({leads()});
    QTRY_VERIFY(shows(u"import"_s));
    const auto widgets = m_page->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name =
            button && !button->text().isEmpty() ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                + widget->objectName()));
    }
}

void TestImportPage::picture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("kind");
    for (const bool dark : {false, true}) {
        for (const char *kind : {"csv", "chat", "done", "start"})
            QTest::addRow("%s %s", kind, dark ? "dark" : "light")
                << dark << QString::fromLatin1(kind);
    }
}

void TestImportPage::picture()
{
    const QString folder = qEnvironmentVariable("PULLPUSH_PICTURES");
    if (folder.isEmpty())
        QSKIP("PULLPUSH_PICTURES names no folder");
    QFETCH(const bool, dark);
    QFETCH(const QString, kind);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    if (kind == "chat"_L1) {
        m_page->start({m_test->file(u"WhatsApp Chat with Bakers.txt"_s,
            "14/12/2025, 14:05 - Ada Example: Who has rye?\n14/12/2025, 14:20 - Nora: I do\n"
            "14/12/2025, 14:21 - Bo Example: Me too\n")});
    } else {
        m_page->start({m_test->file(u"fair.csv"_s,
            "Record ID;Who;Email;Met on;Via;Mood\n"
            "7;Ada Example;ada@example.org;2026-03-02;fair;sunny\n"
            "8;Bo Example;bo@example.org;2026-03-03;fair\n"
            "9;Cy Example;cy@example.org;sometime 3;poster;calm\n"
            "10;Di Example;di@example.org;2026-03-03;poster;calm\n")});
    }
    QTRY_VERIFY(shows(u"import"_s));
    if (kind != "chat"_L1) {
        map(1, u"name"_s);
        map(3, u"entered:cold"_s);
        map(4, kind == "csv"_L1 ? u"entered:warm"_s : u"source"_s);
    }
    if (kind == "done"_L1 || kind == "start"_L1) {
        click(u"import"_s);
        QTRY_VERIFY(shows(u"closeImport"_s));
    }
    if (kind == "start"_L1) {
        m_page->start({});
        QTRY_VERIFY(shows(u"earlier0"_s));
    }
    if (kind == "chat"_L1)
        QTRY_VERIFY(shows(u"whoProblem"_s));
    else
        QTRY_VERIFY(!counts().isEmpty());
    QTRY_VERIFY(!(*m_test)->imports().isRunning());
    QVERIFY(m_page->grab().toImage().save(
        folder + u"/import-%1-%2.png"_s.arg(kind, dark ? u"dark"_s : u"light"_s)));
    m_theme->setChoice(Theme::Choice::Light);
}

PULLPUSH_WINDOW_TEST(TestImportPage)
#include "tst_importpage.moc"
