// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplechart.h"
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_pipeline/charttablepage.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

class TestChartTablePage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        m_page = std::make_unique<ChartTablePage>();
        m_page->resize(900, 500);
        Report report;
        report.chart = sampleChart();
        m_page->setReport(report);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_theme->setChoice(Theme::Choice::System);
    }

    void keepsTheWordsOfTheChart()
    {
        const Chart chart = sampleChart();
        QCOMPARE(words("title")->text(), chart.title);
        QCOMPARE(words("subtitle")->text(), chart.subtitle);
        QCOMPARE(words("definition")->text(), chart.definition);
        QCOMPARE(words("title")->font(), headingFont(m_page->font()));
        QVERIFY(placeOf(words("title")).bottom() < placeOf(words("subtitle")).top());
        QVERIFY(placeOf(words("subtitle")).bottom() < placeOf(m_page->table()).top());
        QVERIFY(placeOf(m_page->table()).bottom() < placeOf(words("definition")).top());
        QVERIFY(placeOf(words("definition")).bottom() < m_page->height());
        QCOMPARE(m_page->table()->model()->rowCount(), 3);
    }

    void theWordsAreReadAndSelected()
    {
        for (const char *name : {"title", "subtitle", "definition"}) {
            QLabel *label = words(name);
            QAccessibleInterface *read = QAccessible::queryAccessibleInterface(label);
            QVERIFY(read);
            QCOMPARE(read->text(QAccessible::Name), label->text());
            QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
            // The keys go from table to table without a stop.
            QVERIFY(!(label->focusPolicy() & Qt::TabFocus));
        }
        QCOMPARE(m_page->table()->accessibleDescription(), sampleChart().title);
    }

    void longWordsAreWrapped()
    {
        const int oneLine = words("definition")->height();
        Report report;
        report.chart = sampleChart();
        report.chart.definition = u"Whoever came twice is counted once. "_s.repeated(20);
        m_page->setReport(report);
        QTRY_VERIFY(words("definition")->height() >= 3 * oneLine);
        QVERIFY(words("definition")->width() < m_page->width());
        m_page->resize(400, 250);
        // All of it is reached, and the table keeps its room.
        QTRY_VERIFY(m_page->verticalScrollBar()->maximum() > 0);
        QVERIFY(m_page->table()->height() >= m_page->table()->minimumSizeHint().height());
        QTRY_VERIFY(words("definition")->height()
            >= words("definition")->heightForWidth(words("definition")->width()));
    }

    void theWordsBeginWhereTheLanguageDoes()
    {
        QVERIFY(words("title")->alignment() & Qt::AlignLeft);
        m_page->setLayoutDirection(Qt::RightToLeft);
        for (const char *name : {"title", "subtitle", "definition"}) {
            QVERIFY(words(name)->alignment() & Qt::AlignRight);
            QVERIFY(words(name)->alignment() & Qt::AlignAbsolute);
        }
    }

    void theWordsAreReadInLightAndDark_data()
    {
        QTest::addColumn<Theme::Choice>("choice");
        QTest::newRow("light") << Theme::Choice::Light;
        QTest::newRow("dark") << Theme::Choice::Dark;
    }
    void theWordsAreReadInLightAndDark()
    {
        QFETCH(Theme::Choice, choice);
        m_theme->setChoice(choice);
        for (const char *name : {"title", "subtitle", "definition"}) {
            const QPalette palette = words(name)->palette();
            const QColor ground = palette.color(m_page->widget()->backgroundRole());
            QCOMPARE(ground, palette.color(QPalette::Base));
            QVERIFY(contrast(palette.color(words(name)->foregroundRole()), ground) >= 4.5);
        }
    }

    void onlyGroupsHaveAColumnOfTheirOwn_data()
    {
        QTest::addColumn<Breakdown>("by");
        QTest::addColumn<bool>("isHidden");
        QTest::newRow("whole") << Breakdown::None << true;
        QTest::newRow("by source") << Breakdown::Source << false;
    }
    void onlyGroupsHaveAColumnOfTheirOwn()
    {
        QFETCH(Breakdown, by);
        QFETCH(bool, isHidden);
        Report report;
        report.funnel = sampleReport(by);
        report.chart = report.funnel->chart;
        m_page->setReport(report);
        QCOMPARE(report.chart.columns.first().key, u"group"_s);
        QCOMPARE(m_page->table()->isColumnHidden(0), isHidden);
        QVERIFY(!m_page->table()->isColumnHidden(1));
    }

private:
    [[nodiscard]] QLabel *words(const char *name) const
    {
        return m_page->findChild<QLabel *>("pipeline.table."_L1 + QLatin1String(name));
    }
    [[nodiscard]] QRect placeOf(const QWidget *part) const
    {
        return {part->mapTo(m_page.get(), QPoint()), part->size()};
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ChartTablePage> m_page;
};

PULLPUSH_WINDOW_TEST(TestChartTablePage)
#include "tst_charttablepage.moc"
