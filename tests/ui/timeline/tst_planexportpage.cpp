// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/calendarfeeds.h"
#include "session/importservice.h"
#include "session/plansets.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_timeline/planexportpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestPlanExportPage : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void cleanup();
    void writesWhatIsChosen();
    void asksForTheChannel();
    void tellsWhatIsLeftOut();
    void tellsWhatWentWrong();
    void keepsACalendarUpToDate();
    void picture();

private:
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    [[nodiscard]] bool shows(const QString &name) const
    {
        return part<QWidget>(name) && part<QWidget>(name)->isVisible();
    }
    void choose(const QString &combo, int index) const
    {
        part<QComboBox>(combo)->setCurrentIndex(index);
    }
    void chooseFormat(PlanExportFormat format) const
    {
        auto *combo = part<QComboBox>(u"exportFormat"_s);
        combo->setCurrentIndex(combo->findData(int(format)));
    }
    [[nodiscard]] QString outcome() const { return part<QLabel>(u"exportOutcome"_s)->text(); }
    [[nodiscard]] QString path(const QString &name) const { return m_test->file(name, {}); }
    static QString content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CalendarFeeds> m_feeds;
    std::unique_ptr<PlanExportPage> m_page;
};

void TestPlanExportPage::init()
{
    QCOMPARE(openWorkspace(), QString());
    const QString file = m_test->file(u"plan.csv"_s,
        "caption,platform,date,time\nRye,x,2026-11-05,09:30\nSpelt,instagram,2026-11-06,10:00\n"
        "Oats,x,2026-12-01,10:00\nSome day,x,,\nNo hour,x,2026-11-07,\n");
    QVERIFY(ImportService::runNow(**m_test, {file}, {}));
    QTRY_COMPARE((*m_test)->plan().channels().size(), 2);
    m_feeds = std::make_unique<CalendarFeeds>(
        **m_test, std::make_unique<QSettings>(path(u"settings.ini"_s), QSettings::IniFormat));
    m_page = std::make_unique<PlanExportPage>(**m_test, m_feeds.get(), QDate(2026, 11, 20));
    m_page->setAutoFillBackground(true);
    m_page->setBackgroundRole(QPalette::Base);
    m_page->resize(1100, 680);
    m_page->show();
}

void TestPlanExportPage::cleanup()
{
    m_page.reset();
    m_feeds.reset();
    m_test.reset();
}

void TestPlanExportPage::writesWhatIsChosen()
{
    const QSignalSpy exported(m_page.get(), &PlanExportPage::exported);
    QCOMPARE(m_page->options().days,
        (DateSpan {QDate(2026, 11, 1), QDate(2026, 12, 1)})); // the month that is shown
    const QString file = path(u"november.csv"_s);
    m_page->exportTo(file);
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported.first().first().value<PlanExportReport>().posts, 3);
    QVERIFY(content(file).contains(u"Rye"_s) && !content(file).contains(u"Oats"_s));
    QVERIFY2(outcome().startsWith(u"3 "_s), qPrintable(outcome()));
    QVERIFY(shows(u"exportFolder"_s));

    choose(u"exportDays"_s, 1);
    choose(u"exportChannel"_s, 1);
    m_page->exportTo(file);
    QTRY_COMPARE(exported.count(), 2);
    const QString chosen = (*m_test)->plan().channels().first().name;
    QVERIFY(content(file).contains(u"Oats"_s) == (chosen == u"X"_s));
    choose(u"exportDays"_s, 2);
    QVERIFY(shows(u"exportFrom"_s) && shows(u"exportTo"_s));
    QCOMPARE(m_page->options().days.to, QDate(2026, 12, 1)); // the last day counts
}

void TestPlanExportPage::asksForTheChannel()
{
    const auto *button = part<QAbstractButton>(u"exportPlan"_s);
    QVERIFY(button->isEnabled());
    chooseFormat(PlanExportFormat::Buffer);
    QVERIFY(!button->isEnabled());
    QVERIFY(shows(u"exportProblem"_s));
    choose(u"exportChannel"_s, 1);
    QVERIFY(button->isEnabled());
    QVERIFY(!shows(u"exportProblem"_s));
    QVERIFY(!shows(u"keepUpToDate"_s));
}

void TestPlanExportPage::tellsWhatIsLeftOut()
{
    chooseFormat(PlanExportFormat::Hootsuite);
    const QList<Channel> &channels = (*m_test)->plan().channels();
    choose(u"exportChannel"_s, channels.first().name == u"X"_s ? 1 : 2);
    choose(u"exportDays"_s, 1); // with an idea that has no day
    m_page->exportTo(path(u"bulk.csv"_s));
    QTRY_VERIFY(!outcome().isEmpty());
    QVERIFY2(outcome().contains(u"1 row"_s), qPrintable(outcome()));
}

void TestPlanExportPage::tellsWhatWentWrong()
{
    m_page->exportTo(path(u"file"_s) + u"/below/a/file.csv"_s);
    QTRY_VERIFY(!outcome().isEmpty());
    QVERIFY(!shows(u"exportFolder"_s));
    QVERIFY(part<QAbstractButton>(u"exportPlan"_s)->isEnabled());
}

void TestPlanExportPage::keepsACalendarUpToDate()
{
    chooseFormat(PlanExportFormat::Calendar);
    QVERIFY(shows(u"keepUpToDate"_s));
    QVERIFY(shows(u"noFeeds"_s));
    part<QAbstractButton>(u"keepUpToDate"_s)->click();
    QVERIFY(!part<QComboBox>(u"exportDays"_s)->isEnabled());
    const QString file = path(u"plan.ics"_s);
    m_page->exportTo(file);
    QTRY_COMPARE(m_feeds->feeds().size(), 1);
    QVERIFY(content(file).contains(u"Oats"_s)); // all days
    QVERIFY(!shows(u"noFeeds"_s));
    QTRY_VERIFY(part<QLabel>(u"feedState0"_s)->text().contains(u"written"_s));
    part<QAbstractButton>(u"stopFeed0"_s)->click();
    QVERIFY(m_feeds->feeds().isEmpty());
    QVERIFY(shows(u"noFeeds"_s));
}

void TestPlanExportPage::picture()
{
    const QString folder = qEnvironmentVariable("PULLPUSH_PICTURES");
    if (folder.isEmpty())
        QSKIP("PULLPUSH_PICTURES names no folder");
    chooseFormat(PlanExportFormat::Calendar);
    part<QAbstractButton>(u"keepUpToDate"_s)->click();
    m_page->exportTo(path(u"plan.ics"_s));
    QTRY_VERIFY(!outcome().isEmpty());
    QTRY_VERIFY(part<QLabel>(u"feedState0"_s)->text().contains(u"written"_s));
    QVERIFY(m_page->grab().toImage().save(folder + u"/export.png"_s));
}

PULLPUSH_WINDOW_TEST(TestPlanExportPage)
#include "tst_planexportpage.moc"
