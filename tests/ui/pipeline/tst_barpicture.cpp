// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleplots.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/barpicture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

BarPlot barsOf(const Chart &chart)
{
    return std::get<BarPlot>(chart.plot);
}

Chart dotChart()
{
    Chart chart;
    BarPlot plot;
    plot.areDots = true;
    plot.values = {.unit = PlotUnit::Share, .title = u"Won"_s};
    for (int i = 0; i < 3; ++i) {
        plot.bars.append({.name = u"Source %1"_s.arg(i),
            .parts = {{{.kind = PlotInk::Kind::Group, .index = i}, 0.2 + 0.1 * i, -1}},
            .text = u"%1 %"_s.arg(20 + 10 * i),
            .interval = Interval {0.15 + 0.1 * i, 0.28 + 0.1 * i}});
    }
    chart.plot = plot;
    return chart;
}

} // namespace

class TestBarPicture : public QObject
{
    Q_OBJECT
private slots:
    void partsAreInProportion()
    {
        const BarLayout layout(barsOf(sampleBars()), {});
        const BarRow ada = layout.row(0);
        QCOMPARE(ada.parts.size(), 2);
        QVERIFY(ada.parts[0].width() > 0);
        QCOMPARE(ada.parts[0].left(), layout.baseLine().x1());
        QCOMPARE(ada.parts[1].left(), ada.parts[0].right());
        QCOMPARE(ada.parts[1].width() / ada.parts[0].width(), 1.5);
        QCOMPARE(layout.row(1).parts[0].width() / ada.parts[0].width(), 0.75);
        QVERIFY(ada.whisker.x1() < ada.parts[1].right() && ada.parts[1].right() < ada.whisker.x2());
        QVERIFY(layout.row(1).whisker.isNull());
        QVERIFY(layout.row(1).mark.x1() > layout.row(1).parts[1].right()); // 75 beyond 50
        QVERIFY(layout.row(0).mark.isNull());
    }

    void fewHaveTheirTextAlone()
    {
        const BarLayout layout(barsOf(sampleBars()), {});
        QVERIFY(layout.row(2).parts.isEmpty());
        QVERIFY(layout.row(2).text.width() > 0);
        const BarPicture picture(sampleBars(), sampleLook(), 800, 0);
        QCOMPARE(picture.marks().size(), 5); // two parts, two parts, a row
        QCOMPARE(picture.marks()[4].row, 2);
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<qreal>("width");
        for (const int width : {480, 700, 1200, 2000})
            QTest::addRow("%d", width) << qreal(width);
    }
    void nothingOverlaps()
    {
        QFETCH(qreal, width);
        for (const Chart &chart : {sampleBars(), dotChart()}) {
            const BarPicture picture(chart, sampleLook(), width, 0);
            const BarLayout &layout = picture.layout();
            const QRectF whole(QPointF(), layout.size());
            QCOMPARE(whole.width(), width);
            for (int bar = 0; bar < 3; ++bar) {
                const BarRow row = layout.row(bar);
                QVERIFY(whole.contains(row.row));
                QVERIFY(row.name.right() < row.text.left());
                for (const QRectF &part : row.parts) {
                    QVERIFY(part.left() > row.name.right());
                    QVERIFY(part.right() < row.text.left());
                }
                if (bar > 0)
                    QVERIFY(row.row.top() >= layout.row(bar - 1).row.bottom() - 0.001);
                if (!row.whisker.isNull())
                    QVERIFY(row.whisker.x2() <= row.text.left());
            }
            QVERIFY(!layout.ticks().empty());
            for (int tick = 0; tick < layout.ticks().size(); ++tick) {
                QVERIFY(whole.contains(layout.tickLabel(tick)));
                QVERIFY(layout.tickLabel(tick).bottom() <= layout.row(0).row.top());
                if (tick > 0)
                    QVERIFY(layout.tickLabel(tick - 1).right() <= layout.tickLabel(tick).left());
            }
            QVERIFY(layout.keys().bottom() <= layout.axisTitle().top());
            for (const PlotMark &mark : picture.marks())
                QVERIFY(whole.contains(mark.area));
        }
    }

    void dotsStandInTheirInterval()
    {
        const BarLayout layout(barsOf(dotChart()), {});
        for (int bar = 0; bar < 3; ++bar) {
            const BarRow row = layout.row(bar);
            QVERIFY(row.parts.isEmpty());
            QVERIFY(row.whisker.x1() < row.dot.center().x());
            QVERIFY(row.dot.center().x() < row.whisker.x2());
        }
        QVERIFY(layout.row(0).dot.center().x() < layout.row(1).dot.center().x());
    }

    void onlyWhatIsSeenIsDrawn()
    {
        BarPlot plot = barsOf(sampleBars());
        for (int i = 0; i < 400; ++i)
            plot.bars.append(plot.bars[0]);
        const BarLayout layout(plot, {});
        QCOMPARE(layout.row(200).row.height(), layout.row(1).row.height());
        QCOMPARE(layout.barsIn(layout.row(200).row.adjusted(0, 1, 0, -1)), (std::pair(200, 201)));
        QCOMPARE(layout.barsIn(QRectF(0, 0, 10, layout.rowsTop())), (std::pair(0, 0)));
        QCOMPARE(layout.barsIn(QRectF(0, 0, 10, 1e6)), (std::pair(0, 403)));
        QVERIFY(layout.barsIn(QRectF(0, 0, 0, 0)) == (std::pair(0, 0)));
    }

    void mirrored()
    {
        const BarLayout left(barsOf(sampleBars()), {.width = 900});
        const BarLayout right(barsOf(sampleBars()), {.width = 900, .rightToLeft = true});
        QCOMPARE(right.row(0).name.right(), 900 - left.row(0).name.left());
        QCOMPARE(right.row(0).parts[1].left(), 900 - left.row(0).parts[1].right());
        QCOMPARE(right.tickLabel(1).right(), 900 - left.tickLabel(1).left());
        QCOMPARE(right.row(0).whisker.x1(), 900 - left.row(0).whisker.x1());
    }

    void theKeyboardStaysInTheRow_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("left to right") << false;
        QTest::newRow("right to left") << true;
    }
    void theKeyboardStaysInTheRow()
    {
        QFETCH(bool, mirrored);
        const BarPicture picture(
            sampleBars(), sampleLook(false, mirrored ? Qt::RightToLeft : Qt::LeftToRight), 800, 0);
        const Qt::Key onwards = mirrored ? Qt::Key_Left : Qt::Key_Right;
        const Qt::Key back = mirrored ? Qt::Key_Right : Qt::Key_Left;
        QCOMPARE(picture.next(0, onwards), 1);
        QCOMPARE(picture.next(1, onwards), 1); // the row ends
        QCOMPARE(picture.next(2, back), 2);
        QCOMPARE(picture.next(0, Qt::Key_Down), 2);
        QCOMPARE(picture.next(3, Qt::Key_Down), 4);
        QCOMPARE(picture.next(4, Qt::Key_Down), 4);
        QCOMPARE(picture.next(2, Qt::Key_Up), 0);
        QCOMPARE(picture.next(0, Qt::Key_End), 4);
    }

    void sentencesHaveTheWholeName()
    {
        const BarPicture bars(sampleBars(), sampleLook(), 800, 0);
        QCOMPARE(bars.marks()[0].sentence, u"Ada: Won 40; Lost 60."_s);
        const BarPicture dots(dotChart(), sampleLook(), 480, 0);
        QCOMPARE(dots.marks()[1].sentence, u"Source 1: 30 %."_s);
        Chart chart = sampleBars();
        BarPlot plot = barsOf(chart);
        plot.bars[0].name = u"Ada in the north"_s;
        chart.plot = plot;
        QVERIFY(BarPicture(chart, sampleLook(), 800, 0)
                    .marks()[0]
                    .sentence.startsWith(u"Ada in the north: "_s));
    }

    void theKeyCallsTheIntervalWhatThePlotDoes()
    {
        const auto keysOf = [](const QString &name) {
            Chart chart = dotChart();
            BarPlot plot = barsOf(chart);
            plot.intervalName = name;
            chart.plot = plot;
            const PlotLook look = sampleLook();
            return paintedImage(BarPicture(chart, look, 480, 0), look);
        };
        QVERIFY(keysOf(u"As low and as high"_s) != keysOf({}));
    }

    void somethingIsDrawn()
    {
        for (const bool dark : {false, true}) {
            for (const Chart &chart : {sampleBars(), dotChart()}) {
                const PlotLook look = sampleLook(dark);
                QVERIFY(coloursIn(paintedImage(BarPicture(chart, look, 600, 0), look)) > 4);
            }
        }
    }

    void figuresAreText()
    {
        const QByteArray svg = paintedSvg(BarPicture(sampleBars(), sampleLook(), 1000, 0));
        QVERIFY(!svg.contains("<image"));
        for (const char *text : {"40 of 100", "30 of 50", "1 of 3", "Berta", "Became customers",
                 "The month before", "Prospects"})
            QVERIFY2(svg.contains(text), text);
    }

    void nothingToDraw()
    {
        Chart chart;
        chart.plot = BarPlot();
        const PlotLook look = sampleLook();
        const BarPicture picture(chart, look, 480, 0);
        QVERIFY(picture.marks().isEmpty());
        QCOMPARE(picture.next(0, Qt::Key_Down), 0);
        QVERIFY(!paintedImage(picture, look).isNull());
    }
};

PULLPUSH_WINDOW_TEST(TestBarPicture)
#include "tst_barpicture.moc"
