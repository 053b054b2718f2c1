// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleplots.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/sankeypicture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

SankeyPlot flowsOf(const Chart &chart)
{
    return std::get<SankeyPlot>(chart.plot);
}

/// Eight columns, each with a stage and an exit, every stage leading to all later ones: much of it thin.
SankeyPlot manyFlows()
{
    SankeyPlot plot;
    constexpr int columns = 8;
    for (int column = 0; column < columns; ++column) {
        plot.nodes.append({u"Stage %1"_s.arg(column), sideInk(Side::Pull, column), column});
        plot.nodes.append({u"Exit %1"_s.arg(column), {.kind = PlotInk::Kind::Lost}, column});
    }
    for (int from = 0; from < columns; ++from) {
        for (int to = from + 1; to < columns; ++to)
            plot.links.append(
                {2 * from, 2 * to, from + 1 == to ? 2000 / (from + 1) : 1, false, -1});
        if (from > 0) {
            plot.links.append({2 * from - 2, 2 * from + 1, 5, false, -1});
            plot.links.append({2 * from, 0, 2, true, -1});
        }
    }
    plot.seam = 3;
    return plot;
}

} // namespace

class TestSankeyPicture : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsLostInANode()
    {
        for (const SankeyPlot &plot : {flowsOf(sampleFlows()), manyFlows()}) {
            const SankeyLayout layout(plot, {});
            for (int node = 0; node < plot.nodes.size(); ++node) {
                qreal in = 0;
                qreal out = 0;
                for (const SankeyRibbon &ribbon : layout.ribbons()) {
                    in += plot.links[ribbon.link].to == node ? ribbon.thickness : 0;
                    out += plot.links[ribbon.link].from == node ? ribbon.thickness : 0;
                }
                const qreal height = layout.node(node).height();
                QVERIFY(std::abs(std::max(in, out) - height) < 1e-6);
                QVERIFY(std::abs(height - layout.scale() * qreal(layout.value(node))) < 1e-6);
            }
        }
        const SankeyLayout layout(flowsOf(sampleFlows()), {});
        QCOMPARE(layout.value(0), 100);
        QCOMPARE(layout.value(1), 60);
        QCOMPARE(layout.value(3), 55);
    }

    void ribbonsEndAtTheirNodesSideBySide()
    {
        const SankeyPlot plot = manyFlows();
        const SankeyLayout layout(plot, {.width = 1200});
        QList<QList<std::pair<qreal, qreal>>> ends(plot.nodes.size() * 2);
        for (const SankeyRibbon &ribbon : layout.ribbons()) {
            const SankeyPlot::Link &link = plot.links[ribbon.link];
            const QPointF first = ribbon.stations.first();
            const QPointF last = ribbon.stations.last();
            QCOMPARE(first.x(), layout.node(link.from).right());
            QCOMPARE(last.x(), layout.node(link.to).left());
            QCOMPARE(ribbon.stations.size(),
                2 * (plot.nodes[link.to].column - plot.nodes[link.from].column));
            ends[2 * link.from].append({first.y(), first.y() + ribbon.thickness});
            ends[2 * link.to + 1].append({last.y(), last.y() + ribbon.thickness});
        }
        for (qsizetype i = 0; i < ends.size(); ++i) {
            std::ranges::sort(ends[i]);
            const QRectF node = layout.node(int(i / 2));
            for (qsizetype k = 0; k < ends[i].size(); ++k) {
                QVERIFY(ends[i][k].first >= node.top() - 1e-6);
                QVERIFY(ends[i][k].second <= node.bottom() + 1e-6);
                if (k > 0)
                    QVERIFY(ends[i][k].first >= ends[i][k - 1].second - 1e-6);
            }
        }
    }

    void everythingHasItsPlace_data()
    {
        QTest::addColumn<qreal>("width");
        QTest::addColumn<bool>("mirrored");
        for (const int width : {480, 700, 1200, 2000}) {
            QTest::addRow("%d", width) << qreal(width) << false;
            QTest::addRow("%d, right to left", width) << qreal(width) << true;
        }
    }
    void everythingHasItsPlace()
    {
        QFETCH(qreal, width);
        QFETCH(bool, mirrored);
        for (const SankeyPlot &plot : {flowsOf(sampleFlows()), manyFlows()}) {
            const SankeyLayout layout(plot, {.width = width, .rightToLeft = mirrored});
            const QRectF whole(QPointF(), layout.size());
            QCOMPARE(whole.width(), width);
            for (int node = 0; node < plot.nodes.size(); ++node) {
                QVERIFY(whole.contains(layout.label(node)));
                QVERIFY(layout.label(node).width() > 0);
                QVERIFY(layout.node(node).top() >= 0);
                QVERIFY(layout.node(node).bottom() <= whole.bottom());
                for (int other = 0; other < node; ++other)
                    QVERIFY(!layout.label(node).intersects(layout.label(other)));
                const QRectF label = layout.label(node);
                QVERIFY(layout.seam().x1() <= label.left() || layout.seam().x1() >= label.right());
            }
            for (const SankeyRibbon &ribbon : layout.ribbons())
                QVERIFY(whole.contains(ribbon.path().boundingRect()));
            qreal bottom = layout.arcsTitle().bottom();
            for (const SankeyArc &arc : layout.arcs()) {
                QVERIFY(whole.contains(arc.lane));
                QVERIFY(arc.lane.contains(arc.path().boundingRect()));
                QVERIFY(arc.lane.contains(arc.text));
                QVERIFY(arc.lane.top() >= bottom);
                bottom = arc.lane.bottom();
            }
        }
    }

    void whatPassesAnEmptyColumnKeepsToItsWay()
    {
        // From Cold past two empty columns to Customer, which is higher than where the ribbon begins.
        SankeyPlot plot;
        plot.nodes = {{u"Cold"_s, sideInk(Side::Pull, 0), 0},
            {u"Still there"_s, {.kind = PlotInk::Kind::Open}, 1},
            {u"Customer"_s, sideInk(Side::Push, 0), 4}};
        plot.links = {{0, 1, 90, false, -1}, {0, 2, 10, false, -1}};
        const SankeyLayout layout(plot, {});
        const QList<QPointF> &stations = layout.ribbons().last().stations;
        QCOMPARE(stations.size(), 8);
        for (qsizetype i = 4; i < stations.size(); ++i)
            QVERIFY(stations[i].y() <= stations[i - 1].y());
        QVERIFY(stations[4].y() > layout.node(2).top());
        QVERIFY(stations[6].y() > layout.node(2).top());
    }

    void theNamesOfStagesFindRoom()
    {
        const SankeyPicture wide(sampleFlows(), sampleLook(), 1000, 0);
        QCOMPARE(wide.scale(), 1.0);
        Chart chart;
        chart.plot = manyFlows();
        const SankeyPicture narrow(chart, sampleLook(), 420, 0);
        QVERIFY(narrow.scale() < 1);
        QCOMPARE(narrow.size().width(), 420.0);
        const QRectF whole(QPointF(), narrow.size());
        for (const PlotMark &mark : narrow.marks())
            QVERIFY(whole.adjusted(-3, -3, 3, 3).contains(mark.area));
        QVERIFY(paintedSvg(narrow).contains("Stage 7"));
    }

    void whatLeadsBackIsApart()
    {
        const SankeyPlot plot = flowsOf(sampleFlows());
        const SankeyLayout layout(plot, {});
        QCOMPARE(layout.ribbons().size(), 6);
        QCOMPARE(layout.arcs().size(), 2);
        QVERIFY(layout.arcs()[0].to.x() < layout.arcs()[0].from.x());
        for (int node = 0; node < plot.nodes.size(); ++node)
            QVERIFY(layout.node(node).bottom() <= layout.arcsTitle().top());
        SankeyPlot onward = plot;
        onward.links.resize(6);
        QVERIFY(SankeyLayout(onward, {}).arcsTitle().isNull());
    }

    void theSeamStandsBetweenItsColumns()
    {
        const SankeyLayout layout(flowsOf(sampleFlows()), {});
        QVERIFY(layout.seam().x1() > layout.node(1).right());
        QVERIFY(layout.seam().x1() < layout.node(3).left());
        SankeyPlot plot = flowsOf(sampleFlows());
        plot.seam = -1;
        QVERIFY(SankeyLayout(plot, {}).seam().isNull());
    }

    void mirrored()
    {
        const SankeyPlot plot = flowsOf(sampleFlows());
        const SankeyLayout left(plot, {.width = 900});
        const SankeyLayout right(plot, {.width = 900, .rightToLeft = true});
        for (int node = 0; node < plot.nodes.size(); ++node) {
            QCOMPARE(right.node(node).right(), 900 - left.node(node).left());
            QCOMPARE(right.label(node).right(), 900 - left.label(node).left());
        }
        QCOMPARE(right.seam().x1(), 900 - left.seam().x1());
        QVERIFY(right.arcs()[0].to.x() > right.arcs()[0].from.x());
        QCOMPARE(right.ribbons()[0].area.right(), 900 - left.ribbons()[0].area.left());
    }

    void moreHeightIsFilled()
    {
        const SankeyPlot plot = flowsOf(sampleFlows());
        const SankeyLayout least(plot, {});
        const qreal room = least.size().height() + 100;
        const SankeyLayout taller(plot, {.height = room});
        QVERIFY(taller.scale() > least.scale());
        QVERIFY(taller.size().height() > least.size().height());
    }

    void marksSaySomething()
    {
        const SankeyPicture picture(sampleFlows(), sampleLook(), 1000, 0);
        QCOMPARE(picture.marks().size(), 14); // six nodes, six ribbons, two arcs
        QCOMPARE(picture.marks()[0].sentence, u"Cold: 0 in, 100 out."_s);
        QCOMPARE(picture.marks()[0].row, -1);
        QStringList sentences;
        for (const PlotMark &mark : picture.marks()) {
            QVERIFY(!mark.sentence.isEmpty());
            QVERIFY(mark.area.width() > 0 && mark.area.height() >= 5);
            sentences.append(mark.sentence);
        }
        QVERIFY(sentences.contains(u"Cold → Warm: Moves 60."_s));
        QCOMPARE(picture.marks()[13].sentence, u"Warm → Warm: Moves 3."_s);
        QCOMPARE(picture.marks()[13].row, 7);
    }

    void brokenLinksAreLeftOut()
    {
        SankeyPlot plot = flowsOf(sampleFlows());
        plot.links = {{0, 99, 5, false, -1}, {-1, 0, 5, false, -1}, {0, 1, 0, false, -1},
            {3, 0, 5, false, -1}}; // the last leads back and does not say so
        const SankeyLayout layout(plot, {});
        QVERIFY(layout.ribbons().isEmpty());
        QCOMPARE(layout.arcs().size(), 1);
        QVERIFY(layout.size().height() > 0);
        QVERIFY(SankeyLayout(SankeyPlot(), {}).ribbons().isEmpty());
    }

    void somethingIsDrawn()
    {
        for (const bool dark : {false, true}) {
            const PlotLook look = sampleLook(dark);
            const SankeyPicture picture(sampleFlows(), look, 600, 0);
            QVERIFY(coloursIn(paintedImage(picture, look)) > 6);
        }
    }

    void figuresAreText()
    {
        const QByteArray svg = paintedSvg(SankeyPicture(sampleFlows(), sampleLook(), 1200, 0));
        QVERIFY(!svg.contains("<image"));
        // The arrow may come from another font, which makes a text of its own.
        for (const char *text : {"Cold", "100", "Still there", "Warm: 7", "Warm: 3"})
            QVERIFY2(svg.contains(text), text);
    }
};

PULLPUSH_WINDOW_TEST(TestSankeyPicture)
#include "tst_sankeypicture.moc"
