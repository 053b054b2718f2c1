// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plotcanvas.h"
#include "samplechart.h"
#include "samplecohorts.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/plotview.h"

#include <QAccessible>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

Report plainReport(const Chart &chart)
{
    Report report;
    report.chart = chart;
    return report;
}

Report comparedReport(const Chart &chart)
{
    Report report = plainReport(chart);
    report.earlier = std::make_shared<Report>(report);
    return report;
}

/// Nothing of it lies beyond what is seen.
bool isWhole(const PlotView *view)
{
    const QSizeF drawn = view->page().size() * view->scale();
    const QSize room = view->viewport()->size();
    return view->isVisible() && drawn.width() <= room.width() + 0.5
        && drawn.height() <= room.height() + 0.5;
}

} // namespace

/// Charts made small, side by side.
class TestBoardPage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_board = std::make_unique<BoardPage>();
        m_board->resize(520, 700); // one column
        m_board->show();
        QVERIFY(QTest::qWaitForWindowActive(m_board.get()));
    }
    void cleanup() { m_board.reset(); }

    void aTileCutsNothingOff_data()
    {
        QTest::addColumn<Chart>("chart");
        const HeatPlot heat = cohorts(14, 22);
        QTest::newRow("22 ages") << PlotCanvas::chart(heat, 14 * 22);
        QTest::newRow("21 bars") << sampleChart(21);
    }
    void aTileCutsNothingOff()
    {
        QFETCH(Chart, chart);
        m_board->setReports({u"cohorts"_s});
        m_board->setReport(u"cohorts"_s, comparedReport(chart));
        const BoardTile *tile = m_board->tile(u"cohorts"_s);
        QTRY_VERIFY(tile->height() >= tile->minimumHeight());
        QTRY_VERIFY(isWhole(tile->picture()->plot()));
        QVERIFY(isWhole(tile->earlierPicture()->plot()));
    }

    void aLongChartHasAHigherTile()
    {
        m_board->setReports({u"attribution"_s});
        const BoardTile *tile = m_board->tile(u"attribution"_s);
        const int usual = tile->minimumHeight();
        m_board->setReport(u"attribution"_s, plainReport(sampleChart(3)));
        QCOMPARE(tile->minimumHeight(), usual);
        m_board->setReport(u"attribution"_s, plainReport(sampleChart(40)));
        const int high = tile->minimumHeight();
        QVERIFY(high > usual);
        const PlotView *plot = tile->picture()->plot();
        const auto isRead = [plot] { return isWhole(plot) && plot->scale() > 0.69; };
        QTRY_VERIFY(isRead());
        m_board->setReport(u"attribution"_s, comparedReport(sampleChart(40)));
        QVERIFY(tile->minimumHeight() > 2 * high - usual);
        const PlotView *earlier = tile->earlierPicture()->plot();
        const auto areRead = [isRead, earlier] {
            return isRead() && isWhole(earlier) && earlier->scale() > 0.69;
        };
        QTRY_VERIFY(areRead());
        m_board->setReport(u"attribution"_s, plainReport(sampleChart(3)));
        QCOMPARE(tile->minimumHeight(), usual);
    }

    void theKeyboardLeadsToTheTopOfATile()
    {
        m_board->resize(520, 400);
        m_board->setReports({u"attribution"_s, u"moves"_s});
        BoardTile *first = m_board->tile(u"attribution"_s);
        BoardTile *second = m_board->tile(u"moves"_s);
        for (const BoardTile *tile : {first, second})
            m_board->setReport(tile->id(), comparedReport(sampleChart()));
        QTRY_VERIFY(first->height() > m_board->height() && second->y() > first->height());
        const auto top = [this](const BoardTile *tile) {
            return tile->mapTo(m_board.get(), QPoint()).y();
        };
        m_board->setFocus();
        QTRY_VERIFY(first->hasFocus());
        QTest::keyClick(first, Qt::Key_Down);
        QVERIFY(second->hasFocus());
        QCOMPARE(top(second), 0);
        QTest::keyClick(second, Qt::Key_Up);
        QCOMPARE(top(first), 0);
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        QCOMPARE(top(second), 0);
        QTest::keyClick(second, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(first->hasFocus());
        QCOMPARE(top(first), 0);
        // Under the pointer everything stays.
        QScrollBar *bar = m_board->findChild<QScrollArea *>()->verticalScrollBar();
        bar->setValue(first->height() - 100);
        second->setFocus(Qt::MouseFocusReason);
        QVERIFY(second->hasFocus());
        QCOMPARE(bar->value(), first->height() - 100);
    }

    void aTileThatFitsIsSeenAsAWhole()
    {
        m_board->setReports({u"attribution"_s, u"moves"_s});
        BoardTile *first = m_board->tile(u"attribution"_s);
        BoardTile *second = m_board->tile(u"moves"_s);
        QTRY_VERIFY(second->y() > first->height());
        m_board->setFocus();
        QTRY_VERIFY(first->hasFocus());
        QTest::keyClick(first, Qt::Key_Down);
        const QRect seen(second->mapTo(m_board.get(), QPoint()), second->size());
        QVERIFY(m_board->rect().contains(seen));
    }

    void screenReadersPressATileAsAWhole()
    {
        m_board->setReports({u"attribution"_s});
        m_board->setReport(u"attribution"_s, plainReport(sampleChart(5)));
        BoardTile *tile = m_board->tile(u"attribution"_s);
        QCOMPARE(tile->picture()->plot()->markCount(), 5);
        QAccessibleInterface *picture =
            QAccessible::queryAccessibleInterface(tile->picture()->plot());
        QCOMPARE(picture->text(QAccessible::Name), tile->finding());
        QCOMPARE(picture->childCount(), 0); // no marks, which would lead nowhere
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(tile);
        QCOMPARE(heard->role(), QAccessible::Button);
        QVERIFY(heard->text(QAccessible::Name).contains(tile->finding()));
        QVERIFY(heard->state().focusable);
        QAccessibleActionInterface *actions = heard->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
        const QSignalSpy opened(m_board.get(), &BoardPage::opened);
        actions->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).toString(), u"attribution"_s);
        actions->doAction(QAccessibleActionInterface::setFocusAction());
        QTRY_VERIFY(tile->hasFocus());
        QCOMPARE(opened.size(), 1);
    }

private:
    std::unique_ptr<BoardPage> m_board;
};

PULLPUSH_WINDOW_TEST(TestBoardPage)
#include "tst_boardpage.moc"
