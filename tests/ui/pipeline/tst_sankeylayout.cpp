// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplemoves.h"
#include "sampleplots.h"
#include "test_support/testprogram.h"
#include "ui_pipeline/sankeylayout.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = SankeyPlot::Node::Kind;

constexpr qreal Slack = 1e-6;

SankeyPlot flowsOf(const Chart &chart)
{
    return std::get<SankeyPlot>(chart.plot);
}

/// The default pipeline with a second exit.
QList<Stage> withTwoExits()
{
    QList<Stage> stages = defaultPipeline();
    Stage silent = stages.last();
    silent.id = StageId(silent.id.value() + 1);
    silent.key = u"silent"_s;
    silent.name = u"Opted out"_s;
    silent.position += 1;
    stages.append(silent);
    return stages;
}

/// What people did who went about the pipeline by chance: whatever came to a stage left it or is still there.
class RandomMoves
{
public:
    explicit RandomMoves(quint32 seed, int people)
        : m_random(seed)
        , m_stages(withTwoExits())
        , m_advances(any(10))
        , m_leaves(any(4))
        , m_returns(any(3))
    {
        for (int i = 0; i < people; ++i)
            walk();
    }
    [[nodiscard]] SankeyPlot plot() const
    {
        return flowsOf(SampleMoves::chartOf(m_pairs, m_stages));
    }

private:
    int any(int choices) { return int(m_random() % quint32(choices)); }
    void walk()
    {
        const int count = any(4) == 0 ? 1 + any(60) : 1;
        int from = any(3) == 0 ? SampleMoves::Before : SampleMoves::Entered;
        int at = any(3) == 0 ? any(int(m_stages.size())) : 0;
        for (int step = 0; step < 10; ++step) {
            m_pairs.append({from, at, count});
            from = at;
            at = next(at);
            if (at == SampleMoves::Rest)
                break;
            if (from < m_exits && any(6) == 0) {
                m_pairs.append({from, SampleMoves::Retired, count});
                from = SampleMoves::Retired;
                at = any(m_exits);
            }
        }
        if (from == SampleMoves::Retired) {
            m_pairs.append({from, at, count});
            from = at;
        }
        m_pairs.append({from, SampleMoves::Rest, count});
    }
    int next(int at)
    {
        const bool isOut = at >= m_exits;
        if (isOut)
            return any(4) < m_returns ? any(m_exits) : SampleMoves::Rest;
        if (any(12) < m_leaves)
            return m_exits + any(2);
        if (any(12) < m_advances && at + 1 < m_exits)
            return std::min(at + 1 + any(5) / 4, m_exits - 1);
        if (any(12) < m_returns && at > 0)
            return any(at);
        return SampleMoves::Rest;
    }

    std::minstd_rand m_random;
    QList<Stage> m_stages;
    int m_exits = SampleMoves::Lost;
    int m_advances;
    int m_leaves;
    int m_returns;
    QList<SampleMoves::Pair> m_pairs;
};

SankeyPlot anyPlot()
{
    return RandomMoves(*rc::gen::arbitrary<quint32>(), *rc::gen::inRange(1, 200)).plot();
}

SankeyMetrics anyFrame()
{
    SankeyMetrics frame {.width = 900, .height = 500};
    if (*rc::gen::arbitrary<bool>())
        frame = {.width = 560, .height = 420};
    frame.rightToLeft = *rc::gen::arbitrary<bool>();
    return frame;
}

/// All rooms for words.
QList<QRectF> wordsOf(const SankeyPlot &plot, const SankeyLayout &layout)
{
    QList<QRectF> words;
    for (int node = 0; node < plot.nodes.size(); ++node)
        words.append(layout.label(node));
    for (const SankeyNote &note : layout.notes())
        words.append(note.place);
    for (const SankeyArc &arc : layout.arcs())
        words.append(arc.text);
    words.append(layout.arcsTitle());
    words.removeIf([](const QRectF &place) { return place.isEmpty(); });
    return words;
}

bool areApart(const QList<QRectF> &places)
{
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QRectF inner = places[i].adjusted(Slack, Slack, -Slack, -Slack);
        for (qsizetype k = 0; k < i; ++k) {
            if (inner.intersects(places[k]))
                return false;
        }
    }
    return true;
}

/// Every place and every line of the picture.
QList<QRectF> partsOf(const SankeyPlot &plot, const SankeyLayout &layout)
{
    QList<QRectF> parts = wordsOf(plot, layout);
    for (const int node : layout.readingOrder())
        parts.append(layout.node(node));
    for (const SankeyRibbon &ribbon : layout.ribbons())
        parts.append(ribbon.path().boundingRect());
    for (const SankeyHook &hook : layout.hooks())
        parts.append(hook.place);
    for (const SankeyArc &arc : layout.arcs())
        parts << arc.lane << arc.path().boundingRect();
    return parts;
}

/// Whether \a segments, from top to bottom, fill the edge of \a node without a gap.
bool fill(QList<std::pair<qreal, qreal>> segments, const QRectF &node)
{
    std::ranges::sort(segments);
    qreal y = node.top();
    for (const auto &[top, height] : std::as_const(segments)) {
        if (std::abs(top - y) > Slack)
            return false;
        y = top + height;
    }
    return std::abs(y - node.bottom()) <= Slack;
}

/// Whether what came to the stage \a node, and what left it and is still there, are both as high as it is.
bool isConserved(const SankeyPlot &plot, const SankeyLayout &layout, int node)
{
    QList<std::pair<qreal, qreal>> in;
    QList<std::pair<qreal, qreal>> out;
    for (const SankeyRibbon &ribbon : layout.ribbons()) {
        const SankeyPlot::Link &link = plot.links[ribbon.link];
        if (link.to == node)
            in.append({ribbon.stations.last().y(), ribbon.thickness});
        if (link.from == node)
            out.append({ribbon.stations.first().y(), ribbon.thickness});
    }
    for (const SankeyHook &hook : layout.hooks()) {
        if (hook.node == node)
            (hook.isOut ? out : in).append({hook.place.top(), hook.place.height()});
    }
    for (const SankeyPlot::Link &link : plot.links) {
        const auto segment = [&](int part) {
            return std::pair(layout.node(part).top(), layout.node(part).height());
        };
        if (link.to == node && plot.nodes[link.from].kind == Kind::Arrival)
            in.append(segment(link.from));
        if (link.from == node && plot.nodes[link.to].kind == Kind::Rest)
            out.append(segment(link.to));
    }
    return fill(in, layout.node(node)) && fill(out, layout.node(node));
}

/// Eight columns, each with a stage and an exit, every stage leading to all later ones: much of it thin.
SankeyPlot manyFlows()
{
    SankeyPlot plot;
    constexpr int columns = 8;
    for (int column = 0; column < columns; ++column) {
        plot.nodes.append({u"Stage %1"_s.arg(column), sideInk(Side::Pull, column), column});
        plot.nodes.append(
            {u"Exit %1"_s.arg(column), {.kind = PlotInk::Kind::Lost}, column, Kind::Exit});
    }
    for (int from = 0; from < columns; ++from) {
        for (int to = from + 1; to < columns; ++to)
            plot.links.append(
                {2 * from, 2 * to, from + 1 == to ? 2000 / (from + 1) : 1, false, -1});
        plot.links.append({2 * from, 2 * from + 1, 5, false, -1});
        if (from > 0)
            plot.links.append({2 * from, 0, 2, true, -1});
    }
    plot.seam = 3;
    return plot;
}

} // namespace

class TestSankeyLayout : public QObject
{
    Q_OBJECT
private slots:
    void whatComesToAStageLeavesItOrIsStillThere()
    {
        QVERIFY(rc::check("both edges of every stage are full", [] {
            const SankeyPlot plot = anyPlot();
            const SankeyLayout layout(plot, anyFrame());
            for (int node = 0; node < plot.nodes.size(); ++node) {
                const qreal height = layout.node(node).height();
                if (plot.nodes[node].kind == Kind::Stage) {
                    RC_ASSERT(isConserved(plot, layout, node));
                    RC_ASSERT(
                        std::abs(height - layout.scale() * qreal(layout.value(node))) < Slack);
                }
            }
        }));
    }

    void noWordsLieOverOthers()
    {
        QVERIFY(rc::check("words are apart", [] {
            const SankeyPlot plot = anyPlot();
            RC_ASSERT(areApart(wordsOf(plot, SankeyLayout(plot, anyFrame()))));
        }));
        for (const qreal width : {480, 700, 1200, 2000}) {
            const SankeyPlot plot = manyFlows();
            QVERIFY(areApart(wordsOf(plot, SankeyLayout(plot, {.width = width}))));
        }
    }

    void pullIsBeforeTheSeamAndPushBehindIt()
    {
        QVERIFY(rc::check("sides", [] {
            const SankeyPlot plot = anyPlot();
            const SankeyMetrics frame = anyFrame();
            const SankeyLayout layout(plot, frame);
            if (layout.seam().isNull())
                return;
            const qreal seam = layout.seam().x1();
            const auto isOnItsSide = [&](int node, const QRectF &place) {
                const bool isPull = plot.nodes[node].column <= plot.seam;
                return isPull != frame.rightToLeft ? place.right() < seam : place.left() > seam;
            };
            for (const int node : layout.readingOrder()) {
                if (plot.nodes[node].kind == Kind::Hub) {
                    RC_ASSERT(layout.node(node).top() >= layout.seam().y2()); // of neither
                    continue;
                }
                RC_ASSERT(isOnItsSide(node, layout.node(node)));
                RC_ASSERT(isOnItsSide(node, layout.label(node)));
            }
            for (const SankeyHook &hook : layout.hooks())
                RC_ASSERT(isOnItsSide(hook.node, hook.place));
            for (const SankeyRibbon &ribbon : layout.ribbons()) {
                const SankeyPlot::Link &link = plot.links[ribbon.link];
                if (plot.nodes[link.to].kind == Kind::Exit)
                    RC_ASSERT(isOnItsSide(link.from, ribbon.path().boundingRect()));
            }
        }));
    }

    void everythingIsInside()
    {
        QVERIFY(rc::check("parts are inside", [] {
            const SankeyPlot plot = anyPlot();
            const SankeyMetrics frame = anyFrame();
            const SankeyLayout layout(plot, frame);
            RC_ASSERT(layout.size().width() == frame.width);
            const QRectF whole =
                QRectF(QPointF(), layout.size()).adjusted(-Slack, -Slack, Slack, Slack);
            for (const QRectF &part : partsOf(plot, layout))
                RC_ASSERT(whole.contains(part));
        }));
    }

    void theFrameIsKept_data()
    {
        QTest::addColumn<SankeyPlot>("plot");
        QTest::newRow("many") << flowsOf(SampleMoves::many());
        QTest::newRow("of a time") << flowsOf(SampleMoves::ofATime());
        QTest::newRow("few") << flowsOf(sampleFlows());
        QTest::newRow("retired") << flowsOf(SampleMoves::withARetiredStage());
    }
    void theFrameIsKept()
    {
        QFETCH(SankeyPlot, plot);
        QVERIFY(SankeyLayout(plot, {.width = 900, .height = 500}).size().height() <= 500);
        // As it is drawn in a room of 560 × 420.
        QVERIFY(SankeyLayout(plot, {.width = 800, .height = 600}).size().height() <= 600);
    }

    void whoLeavesOrStaysIsInTheBandOfTheStage()
    {
        const SankeyPlot plot = flowsOf(SampleMoves::many());
        for (const bool isMirrored : {false, true}) {
            const SankeyLayout layout(plot, {.width = 900, .rightToLeft = isMirrored});
            for (const int node : layout.readingOrder()) {
                if (plot.nodes[node].kind == Kind::Hub)
                    continue;
                const QRectF band = layout.band(layout.columnOf(node));
                for (const QRectF &place : {layout.node(node), layout.label(node)}) {
                    QVERIFY(place.left() >= band.left() - Slack);
                    QVERIFY(place.right() <= band.right() + Slack);
                }
            }
        }
    }

    void ribbonsPassOverWhatStandsBetween()
    {
        const SankeyPlot plot = flowsOf(sampleFlows());
        const SankeyLayout layout(plot, {});
        // From Cold past Warm to Offer.
        const auto passing = std::ranges::find_if(
            layout.ribbons(), [](const SankeyRibbon &ribbon) { return ribbon.link == 2; });
        QVERIFY(passing != layout.ribbons().end());
        QCOMPARE(passing->stations.size(), 4);
        QVERIFY(passing->stations[1].y() + passing->thickness < layout.node(1).top());
        QCOMPARE(passing->stations.first().x(), layout.node(0).right());
        QCOMPARE(passing->stations.last().x(), layout.node(3).left());
    }

    void whoArrivesIsNamedBesideTheStub()
    {
        const SankeyPlot plot = flowsOf(SampleMoves::withARetiredStage());
        for (const bool isMirrored : {false, true}) {
            const SankeyLayout layout(plot, {.width = 900, .rightToLeft = isMirrored});
            int arrivals = 0;
            for (int node = 0; node < plot.nodes.size(); ++node) {
                if (plot.nodes[node].kind != Kind::Arrival)
                    continue;
                ++arrivals;
                const QRectF stub = layout.node(node);
                const QRectF label = layout.label(node);
                const bool isOver = std::abs(label.bottom() - stub.top()) < Slack;
                const bool isBelow = std::abs(label.top() - stub.bottom()) < Slack;
                QVERIFY(isOver || isBelow);
                QVERIFY(label.left() < stub.right() && stub.left() < label.right());
                // Of those of a stage, the last is at its lower end.
                const bool isRetired = plot.nodes[node].ink.kind == PlotInk::Kind::Retired;
                QCOMPARE(isBelow, isRetired);
            }
            QCOMPARE(arrivals, 3); // into Cold, and twice into Offer
        }
        QVERIFY(areApart(wordsOf(plot, SankeyLayout(plot, {.width = 900}))));
    }

    void valuesAreWhatIsMore()
    {
        const SankeyLayout layout(flowsOf(sampleFlows()), {});
        QCOMPARE(layout.value(0), 100);
        QCOMPARE(layout.value(1), 70); // also those who moved back
        QCOMPARE(layout.value(2), 30);
        QCOMPARE(layout.value(3), 62);
        QCOMPARE(layout.value(4), 55);
        QCOMPARE(layout.value(5), 15);
    }

    void anExitHasASignAndWordsOfItsOwn()
    {
        const SankeyPlot plot = flowsOf(SampleMoves::ofATime());
        const auto hub = std::ranges::find(plot.nodes, Kind::Hub, &SankeyPlot::Node::kind);
        QVERIFY(hub != plot.nodes.end());
        const SankeyLayout layout(plot, {});
        // 30 from Cold, 40 from Warm, 80 who were lost before.
        QCOMPARE(layout.value(int(hub - plot.nodes.begin())), 150);
        QCOMPARE(layout.notes().size(), 4); // from before, back to two stages, still there
        qint64 back = 0;
        for (const SankeyNote &note : layout.notes()) {
            const SankeyPlot::Link &link = plot.links[note.link];
            back += plot.nodes[link.to].kind == Kind::Stage ? link.count : 0;
        }
        QCOMPARE(back, 7);
    }

    void lanesAreSharedWhereManyLeadBack()
    {
        const SankeyPlot plot = flowsOf(SampleMoves::many());
        const SankeyLayout apart(plot, {.width = 900});
        const SankeyLayout together(plot, {.width = 900, .height = 500});
        const auto lanes = [](const SankeyLayout &layout) {
            QList<qreal> tops;
            for (const SankeyArc &arc : layout.arcs()) {
                if (!tops.contains(arc.lane.top()))
                    tops.append(arc.lane.top());
            }
            return tops.size();
        };
        QCOMPARE(apart.arcs().size(), 5);
        QCOMPARE(lanes(apart), 5);
        QCOMPARE(together.arcs().size(), 5);
        QVERIFY(lanes(together) < 5);
        for (const SankeyLayout &layout : {apart, together}) {
            for (const SankeyArc &arc : layout.arcs()) {
                QVERIFY(arc.to.x() < arc.from.x());
                QVERIFY(arc.lane.contains(arc.text));
            }
        }
    }

    void whatLeadsBackIsApart()
    {
        const SankeyPlot plot = flowsOf(sampleFlows());
        const SankeyLayout layout(plot, {});
        QCOMPARE(layout.ribbons().size(), 5);
        QCOMPARE(layout.arcs().size(), 2);
        QCOMPARE(layout.hooks().size(), 3); // out of Offer, into Warm and out of it
        QVERIFY(layout.arcs()[0].to.x() < layout.arcs()[0].from.x());
        for (int node = 0; node < plot.nodes.size(); ++node)
            QVERIFY(layout.node(node).bottom() <= layout.arcsTitle().top());
        SankeyPlot onward = plot;
        onward.links.resize(6);
        QVERIFY(SankeyLayout(onward, {}).arcsTitle().isNull());
        QVERIFY(SankeyLayout(onward, {}).hooks().isEmpty());
    }

    void theSeamStandsBetweenItsColumns()
    {
        const SankeyLayout layout(flowsOf(sampleFlows()), {});
        QVERIFY(layout.seam().x1() > layout.node(1).right());
        QVERIFY(layout.seam().x1() < layout.node(3).left());
        SankeyPlot plot = flowsOf(sampleFlows());
        plot.seam = -1;
        QVERIFY(SankeyLayout(plot, {}).seam().isNull());
        plot.seam = 3; // nothing behind it
        QVERIFY(SankeyLayout(plot, {}).seam().isNull());
    }

    void mirrored()
    {
        const SankeyPlot plot = flowsOf(SampleMoves::many());
        const SankeyLayout left(plot, {.width = 900});
        const SankeyLayout right(plot, {.width = 900, .rightToLeft = true});
        for (const int node : left.readingOrder()) {
            QCOMPARE(right.node(node).right(), 900 - left.node(node).left());
            QCOMPARE(right.label(node).right(), 900 - left.label(node).left());
        }
        QCOMPARE(right.seam().x1(), 900 - left.seam().x1());
        QVERIFY(right.arcs()[0].to.x() > right.arcs()[0].from.x());
        QCOMPARE(right.ribbons()[0].area.right(), 900 - left.ribbons()[0].area.left());
        QCOMPARE(right.hooks()[0].place.right(), 900 - left.hooks()[0].place.left());
        QCOMPARE(right.notes()[0].place.right(), 900 - left.notes()[0].place.left());
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

    void brokenLinksAreLeftOut()
    {
        SankeyPlot plot = flowsOf(sampleFlows());
        plot.links = {{0, 99, 5, false, -1}, {-1, 0, 5, false, -1}, {0, 1, 0, false, -1},
            {5, 2, 5, false, -1}, {2, 0, 5, false, -1},
            {3, 0, 5, false, -1}}; // the last leads back and does not say so
        const SankeyLayout layout(plot, {});
        QVERIFY(layout.ribbons().isEmpty());
        QCOMPARE(layout.arcs().size(), 1);
        QCOMPARE(layout.linkOf(2), -1);
        QVERIFY(!layout.readingOrder().contains(2));
        QVERIFY(layout.size().height() > 0);
        QVERIFY(SankeyLayout(SankeyPlot(), {}).ribbons().isEmpty());
    }
};

PULLPUSH_WINDOW_TEST(TestSankeyLayout)
#include "tst_sankeylayout.moc"
