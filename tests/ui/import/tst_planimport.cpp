// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importwindow.h"
#include "session/plansets.h"
#include "test_support/testprogram.h"
#include "ui_import/planrowsmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;

/// The import page with files of posts and calendars.
class TestPlanImport : public QObject, private ImportWindow
{
    Q_OBJECT
private slots:
    void initTestCase() { dress(); }
    void init() { QCOMPARE(openPage(), QString()); }
    void cleanup() { QVERIFY(closePage()); }
    void importsAPlan();
    void asksForTheChannel();
    void asksForTheOrderOfDates();
    void placesTimesInTheZone();
    void readsATableAsPosts();
    void keepsRejectedRows();
    void showsRepeatingEvents();
    void takesEventsAsDays();
    void updatesDraftsThatDiffer();
    void readsForeignFiles();
    void picture_data();
    void picture();

private:
    void choose(const QString &combo, const QVariant &data) const
    {
        auto *box = part<QComboBox>(combo);
        const int index = box->findData(data);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
    }
    [[nodiscard]] QStringList told() const
    {
        QStringList lines;
        for (const PlanRow &row : rows())
            lines << PlanRowsModel::fateText(row.fate) + u' '
                    + (row.day ? row.day->toString(Qt::ISODate) : u"-"_s) + u' '
                    + (row.time ? row.time->toString(u"HH:mm"_s) : u"-"_s) + u' '
                    + row.channels.join(u'+') + u' ' + row.headline;
        return lines;
    }
    [[nodiscard]] QList<PlanRow> rows() const
    {
        return static_cast<PlanRowsModel *>(part<QTableView>(u"planRows"_s)->model())->rows();
    }
    /// Imports a file that makes the channels "Brew" and "Brew North" of X.
    void makeChannels() const
    {
        ImportOptions options;
        const QString file = m_test->file(
            u"channels.csv"_s, "caption,network,channel\nSeed one,x,Brew\nSeed two,x,Brew North\n");
        options.mapping.fields = {
            {u"text"_s, u"caption"_s}, {u"network"_s, u"network"_s}, {u"channel"_s, u"channel"_s}};
        options.format = u"posts-csv"_s;
        QVERIFY(ImportService::runNow(**m_test, {file}, options));
        QTRY_COMPARE((*m_test)->plan().channels().size(), 2);
    }
};

void TestPlanImport::importsAPlan()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    const QSignalSpy shown(m_page.get(), &ImportPage::showDay);
    const QString file = m_test->file(u"plan.csv"_s,
        "caption,platform,date,time,notes\nRye is here,x,2026-12-05,09:30,a\n"
        "Spelt too,x,2026-12-03,,b\nSome day,x,,,c\n");
    m_page->start({file});
    QTRY_VERIFY(shows(u"import"_s));
    QTRY_COMPARE(told(),
        (QStringList {u"New 2026-12-05 09:30 X Rye is here"_s, u"New 2026-12-03 - X Spelt too"_s,
            u"New - - X Some day"_s}));
    QVERIFY(counts().startsWith(u"3 "_s));
    choose(u"planField4"_s, QString()); // an ignored column
    QTRY_VERIFY(!(*m_test)->imports().isRunning());
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    const auto report = finished.first().first().value<ImportReport>();
    QCOMPARE(report.posts.created, 3);
    click(u"showCalendar"_s);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().toDate(), QDate(2026, 12, 3));

    // The same file once more: nothing new, and back again what was made.
    m_page->start({file});
    QTRY_VERIFY(shows(u"import"_s));
    QTRY_VERIFY(!told().isEmpty() && told().first().startsWith(u"Differs"_s)); // the notes
    choose(u"planField4"_s, QString());
    QTRY_VERIFY(!told().isEmpty() && told().first().startsWith(u"Known"_s));
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(finished.last().first().value<ImportReport>().posts.created, 0);
    QVERIFY(!shows(u"showCalendar"_s));
}

void TestPlanImport::asksForTheChannel()
{
    makeChannels();
    m_page->start({m_test->file(
        u"bulk.csv"_s, "12/24/2026 10:00,Merry baking,\n12/31/2026 18:00,Last loaf,\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QVERIFY(part<QLabel>(u"planRecognised"_s)->text().contains(u"Hootsuite"_s));
    QVERIFY(shows(u"channelProblem"_s));
    QVERIFY(shows(u"noPlanRows"_s) && !shows(u"planRows"_s));
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled());
    auto *channel = part<QComboBox>(u"targetChannel"_s);
    QCOMPARE(channel->count(), 4); // the question, two channels, none
    channel->setCurrentIndex(2);
    QVERIFY(!shows(u"channelProblem"_s));
    QTRY_VERIFY(shows(u"planRows"_s));
    QTRY_COMPARE(told(),
        (QStringList {u"New 2026-12-24 10:00 Brew North Merry baking"_s,
            u"New 2026-12-31 18:00 Brew North Last loaf"_s}));
    channel->setCurrentIndex(3);
    QTRY_COMPARE(told().value(0), u"New 2026-12-24 10:00  Merry baking"_s);
}

void TestPlanImport::asksForTheOrderOfDates()
{
    makeChannels();
    m_page->start({m_test->file(u"plan.csv"_s,
        "caption,platform account,date\nOne,Brew,01/02/2027\nTwo,Brew,03/04/2027\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QVERIFY(shows(u"planDateProblem"_s));
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled());
    choose(u"planDateOrder"_s, toText(DateOrder::MonthFirst));
    QTRY_VERIFY(told().value(0).startsWith(u"New 2027-01-02"_s));
    choose(u"planDateOrder"_s, toText(DateOrder::DayFirst));
    QTRY_VERIFY(told().value(0).startsWith(u"New 2027-02-01"_s));
    // The question goes with the column.
    choose(u"planDateOrder"_s, QString());
    QVERIFY(shows(u"planDateProblem"_s));
    choose(u"planField2"_s, QString());
    QVERIFY(!shows(u"planDateProblem"_s));
}

void TestPlanImport::placesTimesInTheZone()
{
    m_page->start(
        {m_test->file(u"plan.csv"_s, "caption,platform,date,time\nOne,x,2026-12-05,09:30\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QCOMPARE(part<QComboBox>(u"fileZone"_s)->currentText(), u"UTC"_s);
    QTRY_COMPARE(rows().size(), 1);
    QVERIFY(rows().first().zone.isEmpty());
    choose(u"fileZone"_s, u"Asia/Tokyo"_s);
    QTRY_COMPARE(rows().value(0).zone, u"Asia/Tokyo"_s);
    part<QComboBox>(u"fileZone"_s)->setEditText(u"Atlantis"_s);
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled());
    QVERIFY(counts().contains(u"Atlantis"_s));
}

void TestPlanImport::readsATableAsPosts()
{
    m_page->start({m_test->file(u"plan.csv"_s, "Wann,Wortlaut\n2026-12-05 08:00,Roggen ist da\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QVERIFY(shows(u"readAs"_s));
    auto *kind = part<QComboBox>(u"readAs"_s);
    kind->setCurrentIndex(kind->findData(u"posts-csv"_s));
    emit kind->activated(kind->currentIndex());
    QTRY_VERIFY(shows(u"planField1"_s));
    QVERIFY(shows(u"planProblem"_s)); // nothing says what is what
    choose(u"planField0"_s, u"when"_s);
    choose(u"planField1"_s, u"text"_s);
    QVERIFY(!shows(u"planProblem"_s));
    part<QComboBox>(u"targetChannel"_s)->setCurrentIndex(1); // none yet
    QTRY_COMPARE(told(), (QStringList {u"New 2026-12-05 08:00  Roggen ist da"_s}));
}

void TestPlanImport::keepsRejectedRows()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    m_page->start({m_test->file(u"plan.csv"_s,
        "caption,platform,date\nOne,x,2026-12-05\nTwo,x,some day\nThree,nowhere,2026-12-06\n")});
    QTRY_VERIFY(shows(u"import"_s));
    QTRY_COMPARE(rows().size(), 3);
    QCOMPARE(rows().at(1).fate, PlanFate::Rejected);
    QVERIFY(rows().at(1).note.contains(u"some day"_s));
    QCOMPARE(rows().at(2).fate, PlanFate::Rejected);
    QVERIFY(rows().at(2).note.contains(u"nowhere"_s));
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    const auto report = finished.first().first().value<ImportReport>();
    QCOMPARE(report.rejected, 2);
    QVERIFY(QFile::exists(report.rejectedFiles.value(0)));
    QVERIFY(shows(u"openFolder"_s));
    click(u"undoImport"_s);
    QTRY_VERIFY(shows(u"import"_s));
    QTRY_VERIFY(counts().startsWith(u"1 "_s)); // new again
}

void TestPlanImport::showsRepeatingEvents()
{
    m_page->start({m_test->file(u"fairs.ics"_s,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261201T090000\nSUMMARY:Weekly tip\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nBEGIN:VTODO\nUID:e\nEND:VTODO\nEND:VCALENDAR\n")});
    QTRY_VERIFY(shows(u"import"_s));
    const QString about = part<QLabel>(u"planRecognised"_s)->text();
    QVERIFY2(about.contains(u"1 that repeat"_s) && about.contains(u"1 task"_s), qPrintable(about));
    QVERIFY(!shows(u"readAs"_s));
    part<QComboBox>(u"targetChannel"_s)->setCurrentIndex(1);
    QTRY_COMPARE(told(),
        (QStringList {u"New 2026-12-01 09:00  Weekly tip"_s, u"New 2026-12-08 09:00  Weekly tip"_s,
            u"New 2026-12-15 09:00  Weekly tip"_s}));
}

void TestPlanImport::takesEventsAsDays()
{
    QStringList taken;
    m_page->setDaysHandler([&taken](const QString &path, const ImportPage::DaysTaken &done) {
        taken << path;
        done(qsizetype(2));
    });
    const QString file = m_test->file(u"holidays.ics"_s,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Holiday\n"
        "END:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20261226\nSUMMARY:Other\nEND:VEVENT\n"
        "END:VCALENDAR\n");
    m_page->start({file});
    QTRY_VERIFY(shows(u"import"_s));
    QVERIFY(!part<QAbstractButton>(u"import"_s)->isEnabled()); // where to?
    auto *kind = part<QComboBox>(u"readAs"_s);
    QVERIFY(kind->isVisible());
    kind->setCurrentIndex(1);
    emit kind->activated(1);
    QVERIFY(shows(u"aboutDays"_s));
    click(u"import"_s);
    QCOMPARE(taken, QStringList {file});
    QVERIFY(shows(u"closeImport"_s));
    QVERIFY(counts().startsWith(u"2 "_s));
}

void TestPlanImport::updatesDraftsThatDiffer()
{
    const QSignalSpy finished(m_page.get(), &ImportPage::finished);
    const QByteArray event("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261201T090000\n"
                           "SUMMARY:Tip\nEND:VEVENT\nEND:VCALENDAR\n");
    ImportOptions options;
    QVERIFY(ImportService::runNow(**m_test, {m_test->file(u"tips.ics"_s, event)}, options));
    m_page->start({m_test->file(u"tips.ics"_s, QByteArray(event).replace("1201T", "1202T"))});
    QTRY_VERIFY(shows(u"import"_s));
    QVERIFY(!shows(u"updateKnown"_s));
    part<QComboBox>(u"targetChannel"_s)->setCurrentIndex(1);
    QTRY_COMPARE(told(), (QStringList {u"Differs 2026-12-02 09:00  Tip"_s}));
    QVERIFY(shows(u"updateKnown"_s));
    click(u"updateKnown"_s);
    QTRY_COMPARE(told(), (QStringList {u"Update 2026-12-02 09:00  Tip"_s}));
    click(u"import"_s);
    QTRY_COMPARE(finished.count(), 1);
    const auto report = finished.first().first().value<ImportReport>();
    QCOMPARE(report.posts.updated, 1);
    QCOMPARE(report.firstDay, QDate(2026, 12, 2));
    click(u"undoImport"_s);
    QTRY_VERIFY(shows(u"import"_s));
    part<QComboBox>(u"targetChannel"_s)->setCurrentIndex(1);
    QTRY_COMPARE(told(), (QStringList {u"Differs 2026-12-02 09:00  Tip"_s})); // as before
}

/// Files of other programs, by the way that the page takes: what is detected, shown and tried.
void TestPlanImport::readsForeignFiles()
{
    const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
    if (folder.isEmpty())
        QSKIP("PULLPUSH_SHARED_DATA is not set");
    QFile sources(folder + u"/exports/SOURCES.tsv"_s);
    QVERIFY(sources.open(QIODevice::ReadOnly));
    int files = 0;
    while (!sources.atEnd()) {
        const QStringList cells = QString::fromUtf8(sources.readLine()).split(u'\t');
        const QString name = cells.value(0);
        const bool isPlan = name.startsWith("scheduler-calendar/"_L1) && name.endsWith(".csv"_L1);
        if (!isPlan && !(name.startsWith("ical/"_L1) && name.endsWith(".ics"_L1)))
            continue;
        const QString path = folder + u"/exports/"_s + name;
        bool isAnswered = false;
        Result<ImportPreview> preview = ImportPreview();
        (*m_test)->imports().preview(path, {}, this, [&](const Result<ImportPreview> &read) {
            preview = read;
            isAnswered = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered, 30'000);
        ++files;
        const QString expected = cells.value(7);
        const auto count = [&expected](const QString &before) {
            const auto match = QRegularExpression(before).match(expected);
            return match.hasMatch() ? match.captured(1).toInt() : -1;
        };
        if (!preview) { // a file without a calendar in it says so
            QVERIFY2(!preview.error().message.isEmpty(), qPrintable(name));
            continue;
        }
        if (isPlan)
            QVERIFY2(preview->posts == count(u"(\\d+) non-blank"_s) - 1, qPrintable(name));
        else
            QVERIFY2(preview->posts <= std::max(0, count(u"VEVENT (\\d+)"_s)), qPrintable(name));
        ImportOptions options;
        options.format = preview->format;
        options.mapping = preview->mapping;
        options.dryRun = true;
        const auto report = ImportService::runNow(**m_test, {path}, options);
        if (!report)
            QVERIFY2(!report.error().message.isEmpty(), qPrintable(name));
        else if (isPlan)
            QVERIFY2(
                report->posts.created + report->posts.skipped + report->rejected == preview->posts,
                qPrintable(name));
    }
    QVERIFY(files > 50);
}

void TestPlanImport::picture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("kind");
    for (const bool dark : {false, true}) {
        for (const char *kind : {"table", "calendar", "done"})
            QTest::addRow("%s %s", kind, dark ? "dark" : "light")
                << dark << QString::fromLatin1(kind);
    }
}

void TestPlanImport::picture()
{
    const QString folder = qEnvironmentVariable("PULLPUSH_PICTURES");
    if (folder.isEmpty())
        QSKIP("PULLPUSH_PICTURES names no folder");
    QFETCH(const bool, dark);
    QFETCH(const QString, kind);
    m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    makeChannels();
    if (kind == "calendar"_L1)
        m_page->start({m_test->file(u"fairs.ics"_s,
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261201T090000\nSUMMARY:Weekly tip for "
            "bakers\nRRULE:FREQ=WEEKLY;COUNT=30\nEND:VEVENT\nEND:VCALENDAR\n")});
    else
        m_page->start({m_test->file(u"december.csv"_s,
            "caption,platform,date,time,media_url,mood\n"
            "\"Rye is here, and it is darker than you think. Come and smell it.\",Brew,2026-12-05,"
            "09:30,https://x.example/a.jpg,sunny\nSpelt too,Brew North,2026-12-03,12:00,,\n"
            "Some day,Brew,,,,\nTwo,Brew,some day,,,calm\nThree,nowhere,2026-12-06,,,\n")});
    QTRY_VERIFY(shows(u"import"_s));
    if (kind != "calendar"_L1)
        QTRY_VERIFY(!rows().isEmpty());
    if (kind == "done"_L1) {
        click(u"import"_s);
        QTRY_VERIFY(shows(u"closeImport"_s));
    }
    QTRY_VERIFY(!(*m_test)->imports().isRunning());
    QVERIFY(m_page->grab().toImage().save(
        folder + u"/planimport-%1-%2.png"_s.arg(kind, dark ? u"dark"_s : u"light"_s)));
    m_theme->setChoice(Theme::Choice::Light);
}

PULLPUSH_WINDOW_TEST(TestPlanImport)
#include "tst_planimport.moc"
