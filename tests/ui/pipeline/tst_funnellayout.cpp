// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/funnellayout.h"

#include <QTest>

// No window: places are numbers.
class TestFunnelLayout : public QObject
{
    Q_OBJECT
private slots:
    void barsAreInProportion()
    {
        const FunnelLayout layout(sampleReport(), {});
        const qreal whole = layout.column(0).bar.height();
        QVERIFY(whole > 0);
        QCOMPARE(layout.column(1).bar.height(), whole / 2);
        QCOMPARE(layout.column(4).bar.height(), whole / 10);
        QCOMPARE(layout.column(6).bar.height(), 0.0);
    }

    void partsFillTheBar()
    {
        const FunnelReport report = sampleReport();
        const FunnelLayout layout(report, {});
        const qreal person = layout.column(0).bar.height() / 200;
        for (int step = 0; step < 7; ++step) {
            const FunnelColumn column = layout.column(step);
            const FunnelStep &figures = report.total.steps[step];
            QCOMPARE(column.implied.height(), person * double(figures.reached - figures.touched));
            QCOMPARE(column.waiting.height(), person * double(figures.open));
            QCOMPARE(column.lost.height(), person * double(figures.lost));
            QCOMPARE(column.implied.height() + column.onward.height() + column.waiting.height()
                    + column.lost.height(),
                column.bar.height());
            QCOMPARE(column.implied.bottom(), layout.baseLine().y1());
            QVERIFY(qFuzzyCompare(column.lost.top(), column.bar.top()));
        }
    }

    void intervalsStandAroundTheTop()
    {
        const FunnelReport report = sampleReport();
        const FunnelLayout layout(report, {});
        QVERIFY(layout.column(0).whisker.isNull()); // known, not estimated
        const FunnelColumn warm = layout.column(1);
        QVERIFY(warm.whisker.y2() < warm.bar.top() && warm.bar.top() < warm.whisker.y1());
        QVERIFY(warm.label.bottom() < warm.whisker.y2());
        QCOMPARE(warm.whisker.x1(), warm.bar.center().x());
    }

    void nothingOverlaps()
    {
        const FunnelLayout layout(sampleReport(), {.width = 1000});
        for (int step = 0; step < 6; ++step) {
            QVERIFY(layout.column(step).cell.right() <= layout.column(step + 1).cell.left() + .001);
            QVERIFY(layout.figure(FunnelLayout::FigureRow::Lost, step)
                        .intersected(layout.legend())
                        .isEmpty());
        }
        QVERIFY(layout.column(0).label.top() >= layout.stageName(0).bottom());
        QVERIFY(layout.scale(1).top() >= layout.legend().bottom());
        QVERIFY(layout.groupRow(1).top() >= layout.groupRow(0).bottom());
        QVERIFY(layout.footer().top() >= layout.groupRow(1).bottom());
        QVERIFY(layout.size().height() > layout.footer().bottom());
        QVERIFY(layout.size().width() <= 1000);
    }

    void wordsAreAsWideAsWhatIsSeen()
    {
        const FunnelLayout narrow(sampleReport(), {.width = 480});
        QVERIFY(narrow.size().width() > 480); // the bars are scrolled
        for (const QRectF &words :
            {narrow.title(), narrow.subtitle(), narrow.legend(), narrow.footer()}) {
            QVERIFY(words.left() > 0);
            QVERIFY(words.right() < 480);
        }
        const FunnelLayout mirrored(sampleReport(), {.width = 480, .rightToLeft = true});
        QCOMPARE(mirrored.size().width() - mirrored.title().right(), narrow.title().left());
    }

    void theSeamStandsBetweenPullAndPush()
    {
        const FunnelLayout layout(sampleReport(), {});
        QVERIFY(layout.seam().x1() > layout.column(1).cell.right());
        QVERIFY(layout.seam().x1() < layout.column(2).cell.left());
        QCOMPARE(layout.groupSeam().x1(), layout.seam().x1());
        QVERIFY(FunnelLayout(sampleReport(Breakdown::None), {}).groupSeam().isNull());
    }

    void fewHaveNoBar()
    {
        const FunnelLayout layout(sampleReport(), {});
        QVERIFY(layout.groupCell(0, 1).bar.width() > 0);
        QVERIFY(!layout.groupCell(0, 1).whisker.isNull());
        QVERIFY(layout.groupCell(1, 1).bar.isEmpty());
        QVERIFY(layout.groupCell(1, 1).whisker.isNull());
        QVERIFY(layout.groupCell(1, 0).bar.width() > 0); // how many entered is no rate
    }

    void groupBarsStayInTheirScale()
    {
        const FunnelReport report = sampleReport();
        const FunnelLayout layout(report, {.width = 1400});
        for (int step = 1; step < 7; ++step) {
            QVERIFY(
                layout.fullShare(step) >= report.groups[0].steps[step].overall.interval()->high);
            const FunnelGroupCell cell = layout.groupCell(0, step);
            QVERIFY(cell.whisker.x2() <= cell.cell.right());
        }
    }

    void cellsAreHit()
    {
        const FunnelLayout layout(sampleReport(), {});
        for (int group = -1; group < 2; ++group) {
            for (int step = 0; step < 7; ++step) {
                const FunnelCell cell {group, step};
                QCOMPARE(layout.cellAt(layout.cell(cell).center()), cell);
            }
        }
        QVERIFY(!layout.cellAt({3, 3}));
        QVERIFY(!layout.cellAt(layout.groupName(0).center()));
        QVERIFY(!layout.cellAt(layout.footer().center()));
    }

    void onlyVisibleGroupsAreDrawn()
    {
        const FunnelLayout layout(sampleReport(), {});
        QCOMPARE(layout.groupsIn(layout.groupRow(1).adjusted(0, 2, 0, -2)), (std::pair(1, 2)));
        QCOMPARE(layout.groupsIn(layout.title()), (std::pair(0, 0)));
        QCOMPARE(layout.groupsIn(QRectF(0, 0, 9999, 9999)), (std::pair(0, 2)));
    }

    void mirrored()
    {
        const FunnelReport report = sampleReport();
        const FunnelLayout left(report, {.width = 1000});
        const FunnelLayout right(report, {.width = 1000, .rightToLeft = true});
        for (int step = 0; step < 7; ++step) {
            QCOMPARE(right.column(step).cell.right(), 1000 - left.column(step).cell.left());
            QCOMPARE(right.column(step).bar.height(), left.column(step).bar.height());
            QCOMPARE(
                right.groupCell(0, step).bar.right(), 1000 - left.groupCell(0, step).bar.left());
        }
        QVERIFY(right.seam().x1() < right.column(1).cell.left());
    }

    void aloneItFillsThePage_data()
    {
        QTest::addColumn<qreal>("room"); // beyond what is needed
        QTest::addColumn<qreal>("taken"); // of it by the bars
        QTest::newRow("none") << 0.0 << 0.0;
        QTest::newRow("too little") << -200.0 << 0.0;
        QTest::newRow("some") << 100.0 << 100.0;
        QTest::newRow("as much as a bar may have") << 240.0 << 240.0;
        QTest::newRow("much") << 2000.0 << 240.0;
    }
    void aloneItFillsThePage()
    {
        QFETCH(qreal, room);
        QFETCH(qreal, taken);
        const FunnelReport report = sampleReport(Breakdown::None);
        const FunnelLayout least(report, {.width = 1000});
        const FunnelLayout layout(report, {.width = 1000, .height = least.size().height() + room});
        QCOMPARE(layout.size().height(), least.size().height() + taken);
        QCOMPARE(layout.column(0).bar.height(), least.column(0).bar.height() + taken);
        QCOMPARE(layout.column(1).bar.height(), layout.column(0).bar.height() / 2);
        QCOMPARE(layout.baseLine().y1(), least.baseLine().y1() + taken);
        QCOMPARE(layout.legend().top(), least.legend().top() + taken);
        QVERIFY(layout.footer().bottom() < layout.size().height());
        QVERIFY(layout.column(0).label.top() >= layout.stageName(0).bottom());
    }

    void groupsHaveTheRoomThatIsLeft()
    {
        const FunnelReport report = sampleReport();
        const FunnelLayout least(report, {.width = 1000});
        const FunnelLayout layout(report, {.width = 1000, .height = 5000});
        QCOMPARE(layout.size(), least.size());
        QCOMPARE(layout.column(0).bar, least.column(0).bar);
        QCOMPARE(layout.groupRow(1), least.groupRow(1));
    }

    void emptyPipelines()
    {
        const FunnelLayout nothing(FunnelReport {}, {});
        QVERIFY(!nothing.cellAt({200, 200}));
        QVERIFY(nothing.seam().isNull());
    }
};

PULLPUSH_TEST(TestFunnelLayout)
#include "tst_funnellayout.moc"
