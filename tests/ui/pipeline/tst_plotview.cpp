// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotcanvas.h"
#include "samplechart.h"
#include "samplecohorts.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_pipeline/plotview.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;

class TestPlotView : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_view = std::make_unique<PlotView>();
        m_view->resize(900, 500);
        m_view->setChart(sampleChart());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_rows = std::make_unique<QSignalSpy>(m_view.get(), &PlotView::rowActivated);
    }

    void cleanup()
    {
        QToolTip::hideText();
        m_view.reset();
    }

    void wordsAndPictureStandBelowEachOther()
    {
        const PlotPage &page = m_view->page();
        QVERIFY(page.title().height() > 0);
        QVERIFY(page.subtitle().height() > 0);
        QVERIFY(page.footer().height() > 0);
        QVERIFY(page.title().bottom() <= page.subtitle().top());
        QVERIFY(page.subtitle().bottom() <= page.picture().top());
        QVERIFY(page.picture().bottom() <= page.footer().top());
        QVERIFY(page.footer().bottom() <= page.size().height());
        QCOMPARE(int(page.size().width()), m_view->viewport()->width());
        QCOMPARE(page.absence(), QString());
        for (int mark = 0; mark < m_view->markCount(); ++mark)
            QVERIFY(page.picture().contains(page.markArea(mark)));
    }

    void aLongSubtitleIsWrapped()
    {
        const qreal oneLine = m_view->page().subtitle().height();
        Chart chart = sampleChart();
        chart.subtitle = u"prospects who came in March "_s.repeated(20);
        m_view->setChart(chart);
        QVERIFY(m_view->page().subtitle().height() >= 2 * oneLine - 1);
        QVERIFY(m_view->page().subtitle().bottom() <= m_view->page().picture().top());
    }

    void theKeyboardReachesEveryMark()
    {
        QCOMPARE(m_view->markCount(), 3);
        QCOMPARE(m_view->currentMark(), 0);
        QCOMPARE(m_view->currentRow(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentRow(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_rows->size(), 1);
        QCOMPARE(m_rows->takeFirst().at(0).toInt(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentRow(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Down); // there is none
        QCOMPARE(m_view->currentRow(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_rows->size(), 1);
        QCOMPARE(m_rows->first().at(0).toInt(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentRow(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentRow(), 2);
    }

    void movingDoesNotPlaceAnythingAnew()
    {
        const PlotPage *page = &m_view->page();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::mouseMove(m_view->viewport(), m_view->markRect(2).center());
        QVERIFY(!m_view->grab().isNull());
        QCOMPARE(&m_view->page(), page);
    }

    void anotherLookPlacesEverythingAnew_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("size") << 0;
        QTest::newRow("font") << 1;
        QTest::newRow("palette") << 2;
        QTest::newRow("direction") << 3;
    }
    void anotherLookPlacesEverythingAnew()
    {
        QFETCH(int, change);
        m_view->setCurrentMark(1);
        const PlotPage *page = &m_view->page();
        QFont large = m_view->font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        switch (change) {
        case 0:
            m_view->resize(700, 450);
            break;
        case 1:
            m_view->setFont(large);
            break;
        case 2:
            m_view->setPalette(Theme::palette(!isDark(m_view->palette())));
            break;
        default:
            m_view->setLayoutDirection(Qt::RightToLeft);
        }
        QTRY_VERIFY(&m_view->page() != page);
        QCOMPARE(m_view->currentRow(), 1);
        QVERIFY(m_view->viewport()->rect().intersects(m_view->markRect(1)));
        QVERIFY(!m_view->grab().isNull());
    }

    void aClickNamesTheRow()
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->markRect(1).center());
        QCOMPARE(m_rows->size(), 1);
        QCOMPARE(m_rows->first().at(0).toInt(), 1);
        QCOMPARE(m_view->currentMark(), 1);
    }

    void aClickBesideTheMarksLeadsNowhere()
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {2, 2});
        QCOMPARE(m_rows->size(), 0);
        QCOMPARE(m_view->currentMark(), 0);
    }

    void aPressThatLeavesItsMarkIsNoClick()
    {
        const QPoint from = m_view->markRect(0).center();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, m_view->markRect(2).center());
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {2, 2});
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, from);
        QCOMPARE(m_rows->size(), 0);
    }

    void aMarkWithoutARowLeadsNowhere()
    {
        Chart chart = sampleChart();
        std::get<BarPlot>(chart.plot).bars[0].parts[0].row = -1;
        m_view->setChart(chart);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_rows->size(), 0);
    }

    void tipsAreSentencesAndNoMarkup()
    {
        Chart chart = sampleChart();
        chart.rows[2][0] = u"<b>Search</b>"_s;
        std::get<BarPlot>(chart.plot).bars[0].name = u"<b>Search</b>"_s;
        m_view->setChart(chart);
        const auto tipAt = [this](QPoint at) {
            QHelpEvent asks(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
            QApplication::sendEvent(m_view->viewport(), &asks);
            return QToolTip::text();
        };
        QVERIFY(m_view->markSentence(0).contains(u"<b>Search</b>"_s));
        const QString tip = tipAt(m_view->markRect(0).center());
        QVERIFY(!tip.isEmpty());
        QTextDocument shown;
        if (Qt::mightBeRichText(tip))
            shown.setHtml(tip);
        else
            shown.setPlainText(tip);
        QVERIFY(shown.toPlainText().contains(u"<b>Search</b>"_s));
        QCOMPARE(tipAt(m_view->markRect(1).center()), m_view->markSentence(1));
    }

    void aNewChartKeepsTheMark()
    {
        m_view->setCurrentMark(2);
        QCOMPARE(m_view->currentRow(), 0);
        m_view->setChart(sampleChart(5));
        QCOMPARE(m_view->currentRow(), 0);
        QCOMPARE(m_view->currentMark(), 4);
        m_view->setCurrentMark(0);
        QCOMPARE(m_view->currentRow(), 4);
        m_view->setChart(sampleChart(2)); // which has no such row
        QCOMPARE(m_view->currentMark(), 0);
        QCOMPARE(m_view->currentRow(), 1);
        m_view->setCurrentMark(1);
        Chart another = sampleChart(5);
        another.id = u"another"_s;
        m_view->setChart(another);
        QCOMPARE(m_view->currentMark(), 0);
        m_view->setCurrentMark(9); // no such mark
        QCOMPARE(m_view->currentMark(), 0);
    }

    /// Of a line there are as many marks as there is room for.
    void aSizeWithoutTheMarkDoesNotForgetIt()
    {
        Chart chart = sampleChart(0);
        chart.id = u"days"_s;
        LinePlot plot;
        LinePlot::Series series;
        for (int day = 0; day < 300; ++day) {
            chart.rows.append({u"Day %1"_s.arg(day), Quantity {double(day), {}}});
            series.points.append({double(day), double(day % 7), {}, day});
        }
        plot.series = {series};
        chart.plot = plot;
        m_view->setChart(chart);
        bool wasMissing = false;
        for (int mark = 1; mark < m_view->markCount() && !wasMissing; ++mark) {
            m_view->resize(900, 500);
            m_view->setCurrentMark(mark);
            const PlotRow row = m_view->currentRow();
            m_view->resize(420, 500);
            wasMissing = m_view->currentRow() != row;
            m_view->resize(900, 500);
            QCOMPARE(m_view->currentRow(), row);
        }
        QVERIFY(wasMissing);
    }

    void theKeyboardScrolls()
    {
        m_view->setChart(sampleChart(60));
        QScrollBar *bar = m_view->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(!m_view->viewport()->rect().contains(m_view->markRect(59)));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->viewport()->rect().contains(m_view->markRect(59)));
        bar->setValue(bar->maximum() - 10);
        QTest::keyClick(m_view.get(), Qt::Key_Down); // no further mark: on to the definition
        QCOMPARE(bar->value(), bar->maximum());
        Chart another = sampleChart(60);
        another.id = u"another"_s;
        m_view->setChart(another);
        QCOMPARE(bar->value(), 0);
    }

    void whatIsOnlyLookedAtIsSeenAsAWhole_data()
    {
        QTest::addColumn<Chart>("chart");
        QTest::addColumn<bool>("isWide");
        const HeatPlot heat = cohorts(14, 22);
        QTest::newRow("22 ages") << PlotCanvas::chart(heat, 14 * 22) << true;
        QTest::newRow("21 bars") << sampleChart(21) << false;
    }
    void whatIsOnlyLookedAtIsSeenAsAWhole()
    {
        QFETCH(Chart, chart);
        QFETCH(bool, isWide);
        m_view->resize(440, 475);
        m_view->setChart(chart);
        QScrollBar *across = m_view->horizontalScrollBar();
        QScrollBar *down = m_view->verticalScrollBar();
        QVERIFY((isWide ? across : down)->maximum() > 0);
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            m_view->setLayoutDirection(direction);
            m_view->setFitted(true);
            QCOMPARE(across->maximum(), 0);
            QCOMPARE(down->maximum(), 0);
            QVERIFY(m_view->scale() < 1);
            const QSizeF drawn = m_view->page().size() * m_view->scale();
            QVERIFY(drawn.width() <= m_view->viewport()->width() + 0.5);
            QVERIFY(drawn.height() <= m_view->viewport()->height() + 0.5);
            for (int mark = 0; mark < m_view->markCount(); ++mark)
                QVERIFY(m_view->viewport()->rect().contains(m_view->markRect(mark)));
            QVERIFY(!m_view->grab().isNull());
            const int last = m_view->markCount() - 1;
            m_rows->clear();
            const QPoint there = m_view->markRect(last).center();
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, there);
            QCOMPARE(m_rows->size(), 1);
            QCOMPARE(m_rows->first().at(0).toInt(), m_view->page().marks().at(last).row);
        }
        m_view->setFitted(false);
        QCOMPARE(m_view->scale(), 1.0);
        QVERIFY((isWide ? across : down)->maximum() > 0);
    }

    void whatIsSmallIsNotEnlarged()
    {
        m_view->setFitted(true);
        QCOMPARE(m_view->scale(), 1.0);
    }

    void aLongChartSaysHowHighItIsRead()
    {
        m_view->setChart(sampleChart(21));
        m_view->setFitted(true);
        m_view->resize(440, 300);
        QVERIFY(m_view->scale() < 0.65);
        m_view->resize(440, m_view->readableHeight(440));
        QVERIFY2(m_view->scale() > 0.69, qPrintable(QString::number(m_view->scale())));
        QVERIFY(m_view->scale() < 1); // and takes no more room than that
    }

    void chartsWithoutAPictureSaySo_data()
    {
        QTest::addColumn<bool>("hasRow");
        QTest::addColumn<bool>("hasPlot");
        QTest::newRow("nothing at all") << false << false;
        QTest::newRow("nobody to draw") << false << true;
        QTest::newRow("a table that says nothing") << true << false;
    }
    void chartsWithoutAPictureSaySo()
    {
        QFETCH(bool, hasRow);
        QFETCH(bool, hasPlot);
        Chart chart = sampleChart(0);
        if (!hasPlot)
            chart.plot = {};
        if (hasRow)
            chart.rows = {{u"Offered"_s, qint64(0)}, {u"Accepted"_s, Proportion()}};
        m_view->setChart(chart);
        QCOMPARE(m_view->markCount(), 0);
        QCOMPARE(m_view->currentRow(), -1);
        const QString sentence = m_view->page().absence();
        QVERIFY(!sentence.isEmpty());
        QVERIFY(m_view->page().picture().height() > 0);
        QVERIFY(m_view->accessibleDescription().contains(sentence));
        QVERIFY(!m_view->grab().isNull());
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {300, 200});
        QCOMPARE(m_rows->size(), 0);
    }

    void figuresWithoutADrawingAreShownAsATable()
    {
        Chart chart = sampleChart(3);
        chart.plot = {};
        m_view->setChart(chart);
        QCOMPARE(m_view->page().absence(), QString());
        QCOMPARE(m_view->markCount(), 3);
        QCOMPARE(m_view->markSentence(1), rowSentence(chart, 1));
        for (int mark = 0; mark < 3; ++mark)
            QVERIFY(m_view->page().picture().contains(m_view->page().markArea(mark)));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentRow(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_rows->size(), 1);
        QCOMPARE(m_rows->first().at(0).toInt(), 1);
    }

    void screenReadersHearTheFindingAndEachMark()
    {
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(heard);
        QCOMPARE(heard->role(), QAccessible::Chart);
        const Chart &chart = m_view->chart();
        QCOMPARE(heard->text(QAccessible::Name), chart.title);
        QCOMPARE(heard->text(QAccessible::Description), chart.subtitle + u'\n' + chart.definition);
        QCOMPARE(heard->childCount(), 3);
        QAccessibleInterface *part = heard->child(1);
        QVERIFY(part->isValid());
        QCOMPARE(part->role(), QAccessible::Button);
        QCOMPARE(part->text(QAccessible::Name), m_view->markSentence(1));
        QVERIFY(part->text(QAccessible::Name).contains(u"Source 2"_s));
        QCOMPARE(heard->indexOfChild(part), 1);
        QCOMPARE(heard->childAt(part->rect().center().x(), part->rect().center().y()), part);
        part->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_rows->size(), 1);
        QCOMPARE(m_view->currentMark(), 1);
        m_view->setChart({});
        QVERIFY(!part->isValid());
        QCOMPARE(heard->childCount(), 0);
    }

    void screenReadersHearNoMarksOfWhatIsOnlyLookedAt()
    {
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(m_view.get());
        QAccessibleInterface *part = heard->child(1);
        m_view->setCurrentMark(2);
        m_view->setFocusPolicy(Qt::NoFocus);
        QCOMPARE(heard->text(QAccessible::Name), m_view->chart().title);
        QCOMPARE(heard->childCount(), 0);
        QVERIFY(!heard->child(1));
        const QPoint there = m_view->viewport()->mapToGlobal(m_view->markRect(1).center());
        QVERIFY(!heard->childAt(there.x(), there.y()));
        QVERIFY(!part->isValid());
        part->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_rows->size(), 0);
        QCOMPARE(m_view->currentMark(), 2);
    }

    void screenReadersComeToAnEnd()
    {
        m_view->setChart(sampleChart(1000));
        QCOMPARE(m_view->markCount(), 1000);
        QCOMPARE(QAccessible::queryAccessibleInterface(m_view.get())->childCount(), 400);
        m_view->setCurrentMark(999);
        QCOMPARE(m_view->currentMark(), 999);
    }

private:
    std::unique_ptr<PlotView> m_view;
    std::unique_ptr<QSignalSpy> m_rows;
};

PULLPUSH_WINDOW_TEST(TestPlotView)
#include "tst_plotview.moc"
