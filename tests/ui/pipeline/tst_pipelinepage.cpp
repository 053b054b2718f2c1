// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplechart.h"
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/funnelview.h"
#include "ui_pipeline/pipelinepage.h"
#include "ui_pipeline/plotview.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <memory>

namespace {

Report reportOf(const Chart &chart)
{
    Report report;
    report.chart = chart;
    return report;
}

Report reportOf(const FunnelReport &funnel)
{
    Report report = reportOf(funnel.chart);
    report.funnel = funnel;
    return report;
}

Report withEarlier(Report report, const Report &earlier)
{
    report.earlier = std::make_shared<Report>(earlier);
    return report;
}

bool canScroll(const MarkView *view)
{
    return view->isVisible() && view->verticalScrollBar()->maximum() > 0;
}

/// Whether \a follower stands at the same share of its way as \a view.
bool isBeside(const MarkView *follower, const MarkView *view)
{
    const QScrollBar *bar = view->verticalScrollBar();
    const QScrollBar *other = follower->verticalScrollBar();
    return other->value() == qRound(double(bar->value()) / bar->maximum() * other->maximum());
}

} // namespace

/// The chart with that of the earlier time below it.
class TestPipelinePage : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_page = std::make_unique<PipelinePage>();
        m_page->resize(700, 640);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void chartsOfTwoTimesAreScrolledTogether()
    {
        m_page->setReport(withEarlier(reportOf(sampleChart(90)), reportOf(sampleChart(120))));
        PlotView *now = m_page->plot();
        PlotView *before = m_page->earlierPlot();
        QTRY_VERIFY(canScroll(now) && canScroll(before));
        QVERIFY(before->verticalScrollBar()->maximum() > now->verticalScrollBar()->maximum());
        QTest::keyClick(now, Qt::Key_End);
        QVERIFY(now->verticalScrollBar()->value() > 0);
        QVERIFY(isBeside(before, now));
        before->verticalScrollBar()->setValue(30);
        QCOMPARE(before->verticalScrollBar()->value(), 30);
        QVERIFY(isBeside(now, before));
    }

    void funnelsOfTwoTimesAreScrolledTogether()
    {
        m_page->setReport(
            withEarlier(reportOf(sampleReport()), reportOf(sampleReport(Breakdown::None))));
        const FunnelView *now = m_page->chart();
        const FunnelView *before = m_page->earlierChart();
        QTRY_VERIFY(canScroll(now) && canScroll(before));
        now->verticalScrollBar()->setValue(40);
        QVERIFY(isBeside(before, now));
        before->verticalScrollBar()->setValue(before->verticalScrollBar()->maximum());
        QCOMPARE(now->verticalScrollBar()->value(), now->verticalScrollBar()->maximum());
    }

    void aChartStaysWhereItIsWhenItIsCompared()
    {
        // The pane below was at the end of another chart.
        Chart another = sampleChart(120);
        another.id = QStringLiteral("another");
        m_page->setReport(withEarlier(reportOf(another), reportOf(another)));
        const PlotView *now = m_page->plot();
        const PlotView *before = m_page->earlierPlot();
        QTRY_VERIFY(canScroll(now) && canScroll(before));
        before->verticalScrollBar()->setValue(before->verticalScrollBar()->maximum());
        m_page->setReport(reportOf(sampleChart(90)));
        QTRY_VERIFY(!before->isVisible() && canScroll(now));
        now->verticalScrollBar()->setValue(40);
        m_page->setReport(withEarlier(reportOf(sampleChart(90)), reportOf(sampleChart(120))));
        QTRY_VERIFY(canScroll(before));
        QCOMPARE(now->verticalScrollBar()->value(), 40);
        QVERIFY(isBeside(before, now));
    }

private:
    std::unique_ptr<PipelinePage> m_page;
};

PULLPUSH_WINDOW_TEST(TestPipelinePage)
#include "tst_pipelinepage.moc"
