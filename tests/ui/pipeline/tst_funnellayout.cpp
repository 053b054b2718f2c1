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
        const FunnelLayout narrow(sampleReport(), {.width = 330});
        QVERIFY(narrow.size().width() > 330); // the bars are scrolled
        for (const QRectF &words :
            {narrow.title(), narrow.subtitle(), narrow.legend(), narrow.footer()}) {
            QVERIFY(words.left() > 0);
            QVERIFY(words.right() < 330);
        }
        const FunnelLayout mirrored(sampleReport(), {.width = 330, .rightToLeft = true});
        QCOMPARE(mirrored.size().width() - mirrored.title().right(), narrow.title().left());
    }

    void itMovesTogetherBeforeItIsScrolled_data()
    {
        QTest::addColumn<qreal>("width");
        QTest::addColumn<bool>("isNarrow");
        QTest::newRow("the least of a window") << 360.0 << true;
        QTest::newRow("beside an inspector") << 520.0 << true;
        QTest::newRow("nearly roomy") << 739.0 << true;
        QTest::newRow("just roomy") << 740.0 << false;
        QTest::newRow("roomy") << 1100.0 << false;
    }
    void itMovesTogetherBeforeItIsScrolled()
    {
        QFETCH(qreal, width);
        QFETCH(bool, isNarrow);
        for (const bool mirrored : {false, true}) {
            const FunnelLayout layout(
                sampleReport(), {.width = width, .stepLines = 2, .rightToLeft = mirrored});
            QCOMPARE(layout.size().width(), width);
            QCOMPARE(layout.isNarrow(), isNarrow);
            checkCaptions(layout);
            for (int step = 0; step < 7; ++step)
                checkColumn(layout, step);
        }
    }

    void theSeamStrikesNoCaptionThrough()
    {
        const FunnelLayout layout(sampleReport(), {.width = 360});
        QVERIFY(layout.seam().y2() <= layout.figure(FunnelLayout::FigureRow::StepRate, -1).top());
        QVERIFY(layout.groupSeam().y1() >= layout.scaleCaption().bottom());
        QVERIFY(layout.groupSeam().y2() <= layout.groupName(0).top());
        for (int group = 0; group < 2; ++group) {
            QCOMPARE(layout.rowSeam(group).x1(), layout.seam().x1());
            QVERIFY(layout.rowSeam(group).y1() >= layout.groupName(group).bottom());
            QCOMPARE(layout.rowSeam(group).y2(), layout.groupRow(group).bottom());
        }
        QVERIFY(FunnelLayout(sampleReport(), {.width = 1000}).rowSeam(0).isNull());
    }

    void whoScalesToTheRoomyWidthHasIt()
    {
        const FunnelLayout first(sampleReport(), {.width = 440});
        QCOMPARE(first.roomyWidth(), 740.0);
        const qreal scale = 440 / first.roomyWidth();
        QVERIFY(!FunnelLayout(sampleReport(), {.width = 440 / scale - 1e-9}).isNarrow());
    }

    void theStepRatesHaveTheirLines()
    {
        const FunnelLayout one(sampleReport(), {.width = 1000});
        const FunnelLayout three(sampleReport(), {.width = 1000, .stepLines = 3});
        using Row = FunnelLayout::FigureRow;
        QCOMPARE(one.figure(Row::StepRate, 1).height(), 16.0);
        QCOMPARE(three.figure(Row::StepRate, 1).height(), 48.0);
        QVERIFY(three.figure(Row::Waiting, 1).top() >= three.figure(Row::StepRate, 1).bottom());
        QCOMPARE(three.size().height(), one.size().height() + 32);
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
        const FunnelReport report = sampleReport();
        const FunnelLayout layout(report, {});
        const QList<FunnelCell> marks = funnelMarks(report);
        QCOMPARE(marks.size(), 7 + 16 + 2 * 7); // bars, parts that somebody is in, groups
        for (const FunnelCell &mark : marks) {
            const bool isWhole = mark.group < 0 && mark.segment == FunnelSegment::Reached;
            const QRectF place = isWhole ? layout.column(mark.step).label : layout.cell(mark);
            QCOMPARE(layout.cellAt(place.center()), mark);
        }
        QVERIFY(!layout.cellAt({3, 3}));
        QVERIFY(!layout.cellAt(layout.groupName(0).center()));
        QVERIFY(!layout.cellAt(layout.footer().center()));
    }

    void figuresLeadWhereTheirPartsDo()
    {
        using Row = FunnelLayout::FigureRow;
        const FunnelLayout layout(sampleReport(), {});
        const auto at = [&layout](Row row, int step) {
            return layout.cellAt(layout.figure(row, step).center());
        };
        QCOMPARE(at(Row::StepRate, 1), (FunnelCell {-1, 1}));
        QCOMPARE(at(Row::Waiting, 1), (FunnelCell {-1, 1, FunnelSegment::Open}));
        QCOMPARE(at(Row::Lost, 1), (FunnelCell {-1, 1, FunnelSegment::Lost}));
        QCOMPARE(at(Row::Lost, 2), std::nullopt); // nobody
        QCOMPARE(at(Row::StepRate, 0), std::nullopt); // no stage is before it
    }

    void smallPartsCanBeHit()
    {
        FunnelReport report = sampleReport();
        report.total.cohort = 200000; // a thousand times smaller
        const FunnelLayout layout(report, {});
        const FunnelCell part {-1, 4, FunnelSegment::Lost};
        QVERIFY(layout.column(4).lost.height() < 1);
        QVERIFY(layout.cell(part).height() > 5);
        QCOMPARE(layout.cellAt(layout.cell(part).center()), part);
    }

    void keysLeadOverTheMarks_data()
    {
        using Segment = FunnelSegment;
        QTest::addColumn<FunnelCell>("from");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<FunnelCell>("to");
        QTest::newRow("into the bar")
            << FunnelCell {-1, 1} << Qt::Key_Down << FunnelCell {-1, 1, Segment::Lost};
        QTest::newRow("down the bar") << FunnelCell {-1, 1, Segment::Onward} << Qt::Key_Down
                                      << FunnelCell {-1, 1, Segment::Unseen};
        QTest::newRow("out of the bar")
            << FunnelCell {-1, 1, Segment::Unseen} << Qt::Key_Down << FunnelCell {0, 1};
        QTest::newRow("back into it")
            << FunnelCell {0, 1} << Qt::Key_Up << FunnelCell {-1, 1, Segment::Unseen};
        QTest::newRow("from group to group")
            << FunnelCell {0, 1} << Qt::Key_Down << FunnelCell {1, 1};
        QTest::newRow("no further down") << FunnelCell {1, 1} << Qt::Key_Down << FunnelCell {1, 1};
        QTest::newRow("no further up") << FunnelCell {-1, 1} << Qt::Key_Up << FunnelCell {-1, 1};
        QTest::newRow("the same part") << FunnelCell {-1, 1, Segment::Open} << Qt::Key_Right
                                       << FunnelCell {-1, 2, Segment::Open};
        QTest::newRow("a bar without that part")
            << FunnelCell {-1, 1, Segment::Lost} << Qt::Key_Right << FunnelCell {-1, 2};
        QTest::newRow("no further right")
            << FunnelCell {0, 6} << Qt::Key_Right << FunnelCell {0, 6};
        QTest::newRow("the last") << FunnelCell {0, 2} << Qt::Key_End << FunnelCell {0, 6};
        QTest::newRow("the first") << FunnelCell {-1, 3, Segment::Open} << Qt::Key_Home
                                   << FunnelCell {-1, 0, Segment::Open};
    }
    void keysLeadOverTheMarks()
    {
        QFETCH(FunnelCell, from);
        QFETCH(Qt::Key, key);
        QFETCH(FunnelCell, to);
        const QList<FunnelCell> marks = funnelMarks(sampleReport());
        QCOMPARE(nextFunnelMark(marks, from, key, false), to);
        const Qt::Key other = key == Qt::Key_Right ? Qt::Key_Left : key;
        QCOMPARE(nextFunnelMark(marks, from, other, true), to);
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
            const FunnelCell part {-1, step, FunnelSegment::Open};
            QCOMPARE(right.cell(part).right(), 1000 - left.cell(part).left());
            QCOMPARE(right.cell(part).height(), left.cell(part).height());
        }
        QVERIFY(right.figure(FunnelLayout::FigureRow::Lost, -1).left()
            > right.figure(FunnelLayout::FigureRow::Lost, 0).right());
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

    void nobodyHasNoMarks() { QVERIFY(funnelMarks(FunnelReport {}).isEmpty()); }

    void emptyPipelines()
    {
        const FunnelLayout nothing(FunnelReport {}, {});
        QVERIFY(!nothing.cellAt({200, 200}));
        QVERIFY(nothing.seam().isNull());
    }

private:
    /// Each caption is beside what it names, or above it.
    static void checkCaptions(const FunnelLayout &layout)
    {
        using Row = FunnelLayout::FigureRow;
        const QRectF page(QPointF(), layout.size());
        for (const Row row : {Row::StepRate, Row::Waiting, Row::Lost}) {
            QVERIFY(page.contains(layout.figure(row, -1)));
            QVERIFY(layout.figure(row, -1).intersected(layout.figure(row, 0)).isEmpty());
        }
        QVERIFY(layout.legend().top() >= layout.figure(Row::Lost, 0).bottom());
        QVERIFY(layout.scaleCaption().top() >= layout.legend().bottom());
        const QRectF head = layout.scale(0).translated(0, -layout.scale(0).height());
        QVERIFY(layout.scaleCaption().intersected(head).isEmpty());
        for (int group = 0; group < 2; ++group) {
            QVERIFY(layout.groupRow(group).contains(layout.groupName(group)));
            QVERIFY(layout.groupName(group).intersected(layout.groupCell(group, 0).cell).isEmpty());
        }
        QVERIFY(layout.footer().top() >= layout.groupRow(1).bottom());
    }

    /// All of a step is on the page, and beside the next.
    static void checkColumn(const FunnelLayout &layout, int step)
    {
        const QRectF page(QPointF(), layout.size());
        const QRectF cell = layout.column(step).cell;
        QVERIFY(cell.width() >= 45);
        const QList<QRectF> parts {cell, layout.stageName(step), layout.scale(step),
            layout.figure(FunnelLayout::FigureRow::Lost, step), layout.groupCell(1, step).cell};
        for (const QRectF &part : parts)
            QVERIFY(page.adjusted(-.001, 0, .001, 0).contains(part));
        const QRectF bar = layout.column(step).bar;
        QVERIFY(bar.left() >= cell.left() && bar.right() <= cell.right());
        QVERIFY(layout.groupCell(0, step).cell.contains(layout.groupCell(0, step).text));
        if (step < 6) {
            const QRectF both = cell.intersected(layout.column(step + 1).cell);
            QVERIFY(both.width() < .001);
        }
    }
};

PULLPUSH_TEST(TestFunnelLayout)
#include "tst_funnellayout.moc"
