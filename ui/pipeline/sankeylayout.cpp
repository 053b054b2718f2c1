// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/sankeylayout.h"

#include "ui_common/theme.h"

#include <algorithm>
#include <utility>

namespace {

constexpr qreal FlowMargin = Metrics::Large;
constexpr qreal FlowSeamGap = Metrics::Wide; ///< between the bands beside the seam
constexpr qreal LeastFlow = 200; ///< height of what flows through the fullest column
constexpr qreal MostFlow = 520; ///< likewise
constexpr qreal PassageGap = 6;
constexpr qreal LaneGap = Metrics::Medium; ///< over the exits
constexpr qreal MostNodeWidth = 12;
constexpr qreal MostStubWidth = 18;
constexpr qreal HookWidth = 8;
constexpr qreal SignWidth = 10; ///< of a hub
constexpr qreal LeastArc = 24; ///< width of an arc that leads back to where it began
constexpr qreal ArcRadius = 6;
constexpr qreal MostArcs = 0.25; ///< of the height: more of them share their lanes
constexpr int FigureLetters = 9; ///< ": 12,345" and a letter to spare
constexpr int BackLetters = 8; ///< "back to " or " of them"

} // namespace

QPainterPath SankeyRibbon::path() const
{
    QPainterPath path;
    const auto bend = [&path](QPointF from, QPointF to) {
        const qreal middle = (from.x() + to.x()) / 2;
        path.cubicTo(QPointF(middle, from.y()), QPointF(middle, to.y()), to);
    };
    const QPointF down(0, thickness);
    path.moveTo(stations.constFirst());
    for (qsizetype i = 1; i < stations.size(); ++i) {
        if (i % 2 == 1)
            bend(stations[i - 1], stations[i]);
        else
            path.lineTo(stations[i]); // past a column
    }
    path.lineTo(stations.constLast() + down);
    for (qsizetype i = stations.size() - 1; i > 0; --i) {
        if (i % 2 == 1)
            bend(stations[i] + down, stations[i - 1] + down);
        else
            path.lineTo(stations[i - 1] + down);
    }
    path.closeSubpath();
    return path;
}

QPainterPath SankeyArc::path() const
{
    const qreal turn = to.x() < from.x() ? -ArcRadius : ArcRadius;
    QPainterPath path(from);
    path.lineTo(from.x(), bottom - ArcRadius);
    path.quadTo(QPointF(from.x(), bottom), QPointF(from.x() + turn, bottom));
    path.lineTo(to.x() - turn, bottom);
    path.quadTo(QPointF(to.x(), bottom), QPointF(to.x(), bottom - ArcRadius));
    path.lineTo(to);
    return path;
}

SankeyLayout::SankeyLayout(SankeyPlot plot, const SankeyMetrics &metrics)
    : m_plot(std::move(plot))
    , m_metrics(metrics)
{
    const qsizetype nodes = m_plot.nodes.size();
    m_values.resize(nodes, 0);
    m_in.resize(nodes, 0);
    m_out.resize(nodes, 0);
    m_columnOf.resize(nodes, -1);
    m_laneOf.resize(nodes, 0);
    m_linkOf.resize(nodes, -1);
    m_nodes.resize(nodes);
    m_labels.resize(nodes);
    orderColumns();
    orderLanes();
    sortLinks();
    fillPassages();
    const qreal gap = m_seamAfter >= 0 ? FlowSeamGap : 0;
    m_pitch =
        (metrics.width - 2 * FlowMargin - gap) / qreal(std::max<qsizetype>(m_columns.size(), 1));
    arrangeNotes();
    arrangeArcs();
    findScale();
    placeColumns();
    placeExits();
    placeRibbons();
    if (m_seamAfter >= 0) {
        const qreal x = columnX(m_seamAfter) + m_pitch + FlowSeamGap / 2;
        m_seam = QLineF(x, Metrics::Small, x, m_bottom);
    }
    placeNotes();
    placeArcs();
    m_size = QSizeF(metrics.width, m_bottom + Metrics::Small);
    if (metrics.rightToLeft)
        mirror();
}

qreal SankeyLayout::widthFor(int stages, qreal words)
{
    const qreal pitch = MostStubWidth + MostNodeWidth + words + 2 * Metrics::Tiny + 1;
    return 2 * FlowMargin + FlowSeamGap + stages * pitch;
}

/// Stages stand beside each other, also where others lie between them that nobody went to.
void SankeyLayout::orderColumns()
{
    QList<int> stages;
    for (int node = 0; node < m_plot.nodes.size(); ++node) {
        if (isKind(node, Kind::Stage))
            stages.append(node);
    }
    std::ranges::stable_sort(stages, {}, [this](int node) { return m_plot.nodes[node].column; });
    int before = 0;
    for (const int node : std::as_const(stages)) {
        m_columnOf[node] = int(m_columns.size());
        Column column;
        column.node = node;
        m_columns.append(column);
        before += m_plot.nodes[node].column <= m_plot.seam ? 1 : 0;
    }
    const bool hasSeam = m_plot.seam >= 0 && before > 0 && before < m_columns.size();
    m_seamAfter = hasSeam ? before - 1 : -1;
}

void SankeyLayout::orderLanes()
{
    QList<int> lanes;
    for (int node = 0; node < m_plot.nodes.size(); ++node) {
        if (isKind(node, Kind::Hub))
            m_hubs.append(node);
        const int lane = m_plot.nodes[node].lane;
        if ((isKind(node, Kind::Hub) || isKind(node, Kind::Exit)) && !lanes.contains(lane))
            lanes.append(lane);
    }
    const auto laneOf = [this](int node) { return m_plot.nodes[node].lane; };
    std::ranges::stable_sort(m_hubs, {}, laneOf);
    std::ranges::sort(lanes);
    for (int node = 0; node < m_plot.nodes.size(); ++node) {
        if (isKind(node, Kind::Hub) || isKind(node, Kind::Exit))
            m_laneOf[node] = int(lanes.indexOf(laneOf(node)));
    }
    m_lanes.resize(lanes.size());
}

void SankeyLayout::sortLinks()
{
    const auto isNode = [this](int node) { return node >= 0 && node < m_plot.nodes.size(); };
    for (int i = 0; i < m_plot.links.size(); ++i) {
        if (isNode(link(i).from) && isNode(link(i).to) && link(i).count > 0)
            sortLink(i);
    }
    for (Column &column : m_columns) {
        std::ranges::stable_sort(column.exits, {}, [this](int node) { return m_laneOf[node]; });
        m_values[column.node] = std::max(m_in[column.node], m_out[column.node]);
    }
    for (const int hub : std::as_const(m_hubs)) {
        for (int node = 0; node < m_plot.nodes.size(); ++node) {
            if (isKind(node, Kind::Exit) && m_laneOf[node] == m_laneOf[hub])
                m_in[hub] += m_values[node];
        }
        m_values[hub] = std::max(m_in[hub], m_out[hub]);
    }
}

void SankeyLayout::sortLink(int index)
{
    const SankeyPlot::Link &flow = link(index);
    const Kind from = m_plot.nodes[flow.from].kind;
    const Kind to = m_plot.nodes[flow.to].kind;
    if (from == Kind::Hub || to == Kind::Hub) {
        m_told.append(index);
        if (to == Kind::Stage)
            m_columns[columnOf(flow.to)].backIn += flow.count;
    } else if (from == Kind::Arrival && to == Kind::Stage) {
        if (!takePart(flow.from, flow.to, index))
            return;
    } else if (from == Kind::Stage && (to == Kind::Rest || to == Kind::Exit)) {
        if (!takePart(flow.to, flow.from, index))
            return;
    } else if (from != Kind::Stage || to != Kind::Stage) {
        return;
    } else if (flow.isBack || columnOf(flow.to) <= columnOf(flow.from)) {
        // Whatever it is called: what does not lead to a later column cannot be a ribbon.
        m_back.append(index);
        m_columns[columnOf(flow.from)].backOut += flow.count;
        m_columns[columnOf(flow.to)].backIn += flow.count;
    } else {
        m_onward.append(index);
    }
    m_out[flow.from] += flow.count;
    m_in[flow.to] += flow.count;
}

bool SankeyLayout::takePart(int part, int stage, int link)
{
    if (m_linkOf[part] >= 0)
        return false;
    m_linkOf[part] = link;
    m_values[part] = m_plot.links[link].count;
    m_columnOf[part] = columnOf(stage);
    Column &column = m_columns[columnOf(stage)];
    if (isKind(part, Kind::Arrival))
        column.arrivals.append(part);
    else if (isKind(part, Kind::Rest))
        column.rests.append(part);
    else
        column.exits.append(part);
    return true;
}

/// They pass above the stages, the farther the higher, so that who stays or leaves is crossed by none.
void SankeyLayout::fillPassages()
{
    QList<int> links = m_onward;
    std::ranges::stable_sort(links, {}, [this](int index) {
        return std::pair(-columnOf(link(index).to), columnOf(link(index).from));
    });
    for (const int index : std::as_const(links)) {
        for (int column = columnOf(link(index).from) + 1; column < columnOf(link(index).to);
             ++column)
            m_columns[column].passages.append(index);
    }
}

int SankeyLayout::headLines() const
{
    qsizetype lines = 0;
    for (const Column &column : m_columns)
        lines = std::max(lines, headsOf(column));
    return int(lines);
}

qsizetype SankeyLayout::headsOf(const Column &column)
{
    return column.arrivals.size() - (hasFoot(column) ? 1 : 0);
}

bool SankeyLayout::hasFoot(const Column &column)
{
    return column.arrivals.size() > 1;
}

qreal SankeyLayout::lanesHeight() const
{
    qreal height = m_lanes.isEmpty() ? 0 : LaneGap;
    for (const Lane &lane : m_lanes)
        height += lane.most * (m_metrics.lineHeight + Metrics::Tiny);
    return height;
}

qreal SankeyLayout::arcsHeight() const
{
    if (m_arcs.isEmpty())
        return 0;
    return m_metrics.lineHeight + Metrics::Tiny
        + m_arcLanes * (m_metrics.lineHeight + Metrics::Medium);
}

/// The highest at which everything has room.
void SankeyLayout::findScale()
{
    qreal sumOfLanes = 0;
    for (qsizetype lane = 0; lane < m_lanes.size(); ++lane) {
        for (const Column &column : std::as_const(m_columns)) {
            int terminals = 0;
            qint64 sum = 0;
            for (const int node : column.exits) {
                terminals += m_laneOf[node] == lane ? 1 : 0;
                sum += m_laneOf[node] == lane ? m_values[node] : 0;
            }
            m_lanes[lane].most = std::max(m_lanes[lane].most, terminals);
            m_lanes[lane].highest = std::max(m_lanes[lane].highest, sum);
        }
        sumOfLanes += qreal(m_lanes[lane].highest);
    }
    const qreal line = m_metrics.lineHeight;
    // What is as high at any scale, and what grows with it: by the node itself, or by the words beside a low one.
    struct Need
    {
        qreal fixed = 0;
        qreal grows = 0;
    };
    QList<Need> needs;
    qreal mostFixed = 0;
    for (const Column &column : std::as_const(m_columns)) {
        qreal passing = 0;
        for (const int index : column.passages)
            passing += qreal(link(index).count);
        const qreal fixed = Metrics::Small + qreal(column.passages.size()) * PassageGap
            + headLines() * line + lanesHeight();
        const qreal words = qreal(2 + 2 * column.rests.size() + (hasFoot(column) ? 1 : 0)) * line;
        needs.append({fixed + line, passing + qreal(m_values[column.node]) + sumOfLanes});
        needs.append({fixed + words, passing + sumOfLanes});
        mostFixed = std::max(mostFixed, fixed + words);
    }
    const qreal given = m_metrics.height - m_notesHeight - arcsHeight() - Metrics::Small;
    const qreal room = std::clamp(given, mostFixed + LeastFlow, mostFixed + MostFlow);
    bool isScaled = false;
    for (const Need &need : std::as_const(needs)) {
        if (need.grows <= 0)
            continue;
        const qreal scale = (room - need.fixed) / need.grows;
        m_scale = isScaled ? std::min(m_scale, scale) : scale;
        isScaled = true;
    }
}

qreal SankeyLayout::columnX(int column) const
{
    return FlowMargin + column * m_pitch
        + (m_seamAfter >= 0 && column > m_seamAfter ? FlowSeamGap : 0);
}

qreal SankeyLayout::bandEnd(int column) const
{
    return columnX(column) + m_pitch - Metrics::Tiny;
}

QRectF SankeyLayout::band(int column) const
{
    const qreal left = columnX(column);
    return {m_metrics.rightToLeft ? m_metrics.width - left - m_pitch : left, 0, m_pitch, m_bottom};
}

qreal SankeyLayout::nodeX(int column) const
{
    const Column &own = m_columns[column];
    const bool isBehindStub = !own.arrivals.isEmpty() || own.backIn > 0;
    return columnX(column) + (isBehindStub ? stubWidth() : 0);
}

qreal SankeyLayout::nodeWidth() const
{
    return std::clamp(m_pitch / 6, 4.0, MostNodeWidth);
}

qreal SankeyLayout::stubWidth() const
{
    return std::min(MostStubWidth, m_pitch * 0.18);
}

qreal SankeyLayout::roomBehind(int column) const
{
    return std::max(0.0, bandEnd(column) - nodeX(column) - nodeWidth());
}

qreal SankeyLayout::passagesHeight(const Column &column) const
{
    qreal height = 0;
    for (const int index : column.passages)
        height += heightOf(link(index).count) + PassageGap;
    return height;
}

qreal SankeyLayout::passageY(int link, int column) const
{
    qreal y = Metrics::Small;
    for (const int other : m_columns[column].passages) {
        if (other == link)
            break;
        y += heightOf(m_plot.links[other].count) + PassageGap;
    }
    return y;
}

void SankeyLayout::placeColumns()
{
    m_bottom = Metrics::Small;
    for (int i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        column.top = Metrics::Small + passagesHeight(column) + headLines() * m_metrics.lineHeight;
        const qreal left = nodeX(i);
        const qreal right = left + nodeWidth();
        m_nodes[column.node] =
            QRectF(left, column.top, nodeWidth(), heightOf(m_values[column.node]));
        qint64 in = 0;
        qint64 out = 0;
        for (const int index : std::as_const(m_onward)) {
            in += link(index).to == column.node ? link(index).count : 0;
            out += link(index).from == column.node ? link(index).count : 0;
        }
        // Down the leading edge, then down the trailing one.
        qreal y = column.top;
        const auto placeArrival = [&](int node) {
            m_nodes[node] = QRectF(columnX(i), y, left - columnX(i), heightOf(m_values[node]));
            y += heightOf(m_values[node]);
        };
        for (const int node : column.arrivals.first(headsOf(column)))
            placeArrival(node);
        y += heightOf(in);
        const qreal hook = std::min(HookWidth, stubWidth());
        if (column.backIn > 0)
            m_hooks.append(
                {column.node, false, QRectF(left - hook, y, hook, heightOf(column.backIn))});
        y += heightOf(column.backIn);
        if (hasFoot(column))
            placeArrival(column.arrivals.constLast());
        y = column.top + heightOf(out);
        if (column.backOut > 0)
            m_hooks.append({column.node, true, QRectF(right, y, hook, heightOf(column.backOut))});
        y += heightOf(column.backOut);
        const qreal width = std::min(MostStubWidth, roomBehind(i) * 0.3);
        for (const int node : std::as_const(column.rests)) {
            m_nodes[node] = QRectF(right, y, width, heightOf(m_values[node]));
            y += heightOf(m_values[node]);
        }
        m_bottom = std::max(m_bottom, m_nodes[column.node].bottom() + m_metrics.lineHeight);
        placeLabels(column);
    }
}

/// Beside what they name; where that is low, one below the other.
void SankeyLayout::placeLabels(const Column &column)
{
    const int index = columnOf(column.node);
    const qreal line = m_metrics.lineHeight;
    const QRectF node = m_nodes[column.node];
    const qreal end = bandEnd(index);
    qreal over = column.top;
    for (qsizetype i = headsOf(column) - 1; i >= 0; --i) {
        over -= line;
        m_labels[column.arrivals[i]] = QRectF(columnX(index), over, end - columnX(index), line);
    }
    qreal free =
        column.arrivals.isEmpty() ? column.top - std::min(line, headLines() * line) : column.top;
    const auto place = [&](int part, qreal left, qreal middle) {
        const qreal top = std::max(middle - line, free);
        m_labels[part] = QRectF(left, top, std::max(0.0, end - left), 2 * line);
        free = m_labels[part].bottom();
    };
    qreal onward = node.height() - heightOf(column.backOut);
    for (const int part : column.rests)
        onward -= m_nodes[part].height();
    for (const int part : column.exits)
        onward -= heightOf(m_values[part]);
    const qreal middle = column.top + onward / 2;
    qreal left = node.right() + Metrics::Tiny;
    // Not across who stays, where few go on.
    for (const int part : column.rests) {
        if (std::max(middle, free + line) + line > m_nodes[part].top())
            left = m_nodes[part].right() + Metrics::Tiny;
    }
    place(column.node, left, middle);
    // None reaches farther down than a line below the stage, if those after it have room to.
    qreal lowest =
        node.bottom() + (hasFoot(column) ? 0 : line) - 2 * line * qreal(column.rests.size());
    for (const int part : column.rests) {
        place(part, m_nodes[part].right() + Metrics::Tiny,
            std::min(m_nodes[part].center().y(), lowest + line));
        lowest += 2 * line;
    }
    if (hasFoot(column)) {
        free = std::max(free, node.bottom());
        m_labels[column.arrivals.constLast()] =
            QRectF(columnX(index), free, end - columnX(index), line);
        free += line;
    }
    m_bottom = std::max(m_bottom, free);
}

void SankeyLayout::placeExits()
{
    if (m_lanes.isEmpty())
        return;
    const auto lanes = qreal(m_lanes.size());
    qreal y = m_bottom + LaneGap;
    for (int lane = 0; lane < m_lanes.size(); ++lane) {
        qreal bottom = y;
        for (int i = 0; i < m_columns.size(); ++i) {
            // What leads to a lower lane falls before what stands in a higher one.
            const qreal room = roomBehind(i);
            const qreal left =
                nodeX(i) + nodeWidth() + room * 0.2 + room * 0.3 * (lanes - 1 - lane) / lanes;
            const qreal width = std::min<qreal>(SignWidth, room * 0.15);
            qreal top = y;
            for (const int node : std::as_const(m_columns[i].exits)) {
                if (m_laneOf[node] != lane)
                    continue;
                const qreal height = heightOf(m_values[node]);
                const qreal needed = std::max(height, m_metrics.lineHeight);
                m_nodes[node] = QRectF(left, top + (needed - height) / 2, width, height);
                const qreal label = left + width + Metrics::Tiny;
                m_labels[node] = QRectF(label, top + (needed - m_metrics.lineHeight) / 2,
                    std::max(0.0, bandEnd(i) - label), m_metrics.lineHeight);
                top += needed + Metrics::Tiny;
            }
            bottom = std::max(bottom, top);
        }
        y = bottom;
    }
    m_bottom = y;
}

void SankeyLayout::placeRibbons()
{
    // Where the neighbouring station of a link is, from either of its ends: ribbons leave and reach a node in that order and do not cross there.
    const auto nextY = [this](int index) {
        const int column = columnOf(link(index).from) + 1;
        return column == columnOf(link(index).to) ? m_nodes[link(index).to].top()
                                                  : passageY(index, column);
    };
    const auto previousY = [this](int index) {
        const int column = columnOf(link(index).to) - 1;
        return column == columnOf(link(index).from) ? m_nodes[link(index).from].top()
                                                    : passageY(index, column);
    };
    QList<qreal> reached(m_plot.links.size(), 0); // y of each link's end
    QList<int> links = m_onward;
    std::ranges::stable_sort(links, {}, previousY);
    QList<qreal> used(m_plot.nodes.size(), 0);
    for (const Column &column : std::as_const(m_columns)) {
        for (const int node : column.arrivals.first(headsOf(column)))
            used[column.node] += m_nodes[node].height();
    }
    for (const int index : std::as_const(links)) {
        const SankeyPlot::Link &flow = link(index);
        reached[index] = m_nodes[flow.to].top() + used[flow.to];
        used[flow.to] += heightOf(flow.count);
    }
    std::ranges::stable_sort(links, {}, nextY);
    for (int column = 0; column < m_columns.size(); ++column)
        placeTrailingEdge(column, links, reached);
}

void SankeyLayout::placeTrailingEdge(
    int column, const QList<int> &links, const QList<qreal> &reached)
{
    const Column &own = m_columns[column];
    const QRectF node = m_nodes[own.node];
    qreal y = node.top();
    for (const int index : links) {
        const SankeyPlot::Link &flow = link(index);
        if (flow.from != own.node)
            continue;
        SankeyRibbon ribbon {index, {}, heightOf(flow.count), {}};
        ribbon.stations.append({node.right(), y});
        for (int passed = column + 1; passed < columnOf(flow.to); ++passed) {
            const qreal passage = passageY(index, passed);
            ribbon.stations.append({nodeX(passed), passage});
            ribbon.stations.append({nodeX(passed) + nodeWidth(), passage});
        }
        const QPointF end(m_nodes[flow.to].left(), reached[index]);
        ribbon.stations.append(end);
        const qreal width = std::min(40.0, m_pitch * 0.35);
        const qreal spare = std::max(0.0, LeastHit - ribbon.thickness) / 2;
        ribbon.area =
            QRectF(end.x() - width, end.y(), width, ribbon.thickness).adjusted(0, -spare, 0, spare);
        m_ribbons.append(ribbon);
        y += ribbon.thickness;
    }
    y += heightOf(own.backOut);
    for (const int rest : own.rests)
        y += m_nodes[rest].height();
    for (const int exit : own.exits) {
        SankeyRibbon ribbon {m_linkOf[exit], {}, m_nodes[exit].height(), m_nodes[exit]};
        ribbon.stations = {QPointF(node.right(), y), m_nodes[exit].topLeft()};
        m_ribbons.append(ribbon);
        y += ribbon.thickness;
    }
}

/// From the top of what they will stand below.
void SankeyLayout::arrangeNotes()
{
    const qreal line = m_metrics.lineHeight;
    const qreal end = m_metrics.width - FlowMargin;
    qreal y = Metrics::Small;
    for (const int hub : std::as_const(m_hubs)) {
        qreal x = FlowMargin;
        m_nodes[hub] = QRectF(x, y + (line - SignWidth) / 2, SignWidth, SignWidth);
        x += SignWidth + Metrics::Small;
        const auto place = [&](const QString &name, int more) {
            const qreal needed = qreal(name.size() + more) * m_metrics.letterWidth;
            if (x + needed > end && x > FlowMargin + SignWidth + Metrics::Small) {
                x = FlowMargin + SignWidth + Metrics::Small;
                y += line + Metrics::Tiny;
            }
            const QRectF rect(x, y, std::clamp(needed, 0.0, std::max(0.0, end - x)), line);
            x = rect.right() + Metrics::Wide;
            return rect;
        };
        m_labels[hub] = place(m_plot.nodes[hub].name, FigureLetters);
        for (const int index : std::as_const(m_told)) {
            const SankeyPlot::Link &flow = link(index);
            // Between two exits it is told once, of the one that was left.
            if (flow.from == hub)
                m_notes.append(
                    {index, place(m_plot.nodes[flow.to].name, FigureLetters + BackLetters)});
            else if (flow.to == hub && !isKind(flow.from, Kind::Hub))
                m_notes.append({index, place(m_plot.nodes[flow.from].name, FigureLetters)});
        }
        y += line + Metrics::Tiny;
    }
    m_notesHeight = m_hubs.isEmpty() ? 0 : y;
}

void SankeyLayout::placeNotes()
{
    for (const int hub : std::as_const(m_hubs)) {
        m_nodes[hub].translate(0, m_bottom);
        m_labels[hub].translate(0, m_bottom);
    }
    for (SankeyNote &note : m_notes)
        note.place.translate(0, m_bottom);
    m_bottom += m_notesHeight;
}

/// Each in a lane of its own with all its words; where that takes too much, with others beside it.
void SankeyLayout::arrangeArcs()
{
    const qreal height = m_metrics.lineHeight + Metrics::Medium;
    const bool isShared =
        m_metrics.height > 0 && qreal(m_back.size()) * height > MostArcs * m_metrics.height;
    for (const int index : std::as_const(m_back))
        m_arcs.append(arc(index, isShared));
    if (isShared)
        std::ranges::stable_sort(m_arcs, {}, [](const SankeyArc &one) { return one.lane.left(); });
    QList<qreal> ends; // where each lane is taken up to
    for (SankeyArc &one : m_arcs) {
        const auto lane = std::ranges::find_if(
            ends, [&one](qreal end) { return end + Metrics::Small <= one.lane.left(); });
        const auto number = isShared ? lane - ends.begin() : ends.size();
        if (number == ends.size())
            ends.append(0);
        ends[number] = one.lane.right();
        const QPointF down(0, qreal(number) * height);
        one.lane.translate(down);
        one.text.translate(down);
        one.from += down;
        one.to += down;
        one.bottom += down.y();
    }
    m_arcLanes = int(ends.size());
}

/// In the first lane.
SankeyArc SankeyLayout::arc(int index, bool isShared) const
{
    const SankeyPlot::Link &flow = link(index);
    const qreal height = m_metrics.lineHeight + Metrics::Medium;
    const qreal start = FlowMargin;
    const qreal end = m_metrics.width - FlowMargin;
    qreal from = nodeX(columnOf(flow.from)) + nodeWidth() / 2;
    const qreal to = nodeX(columnOf(flow.to)) + nodeWidth() / 2;
    if (columnOf(flow.from) == columnOf(flow.to))
        from = to + LeastArc;
    const qreal low = std::min(from, to);
    const qreal high = std::max(from, to);
    QRectF lane(start, 0, end - start, height);
    if (isShared) {
        const qreal words = FigureLetters * m_metrics.letterWidth;
        const bool isWithin = high - low - 2 * Metrics::Small >= words;
        const bool isBehind = !isWithin && high + Metrics::Small + words <= end;
        const bool isBefore = !isWithin && !isBehind;
        lane.setLeft(std::max(start, low - (isBefore ? Metrics::Small + words : ArcRadius)));
        lane.setRight(std::min(end, high + (isBehind ? Metrics::Small + words : ArcRadius)));
    }
    SankeyArc arc;
    arc.link = index;
    arc.lane = lane;
    arc.from = QPointF(from, 2);
    arc.to = QPointF(to, 2);
    arc.bottom = height - Metrics::Tiny;
    // The words stand where there is most room.
    const auto between = [this](qreal first, qreal last) {
        return QRectF(first, 2, std::max(0.0, last - first), m_metrics.lineHeight);
    };
    arc.text = between(low + Metrics::Small, high - Metrics::Small);
    const auto offer = [&arc](const QRectF &rect, SankeyArc::Room room) {
        if (rect.width() > arc.text.width()) {
            arc.text = rect;
            arc.room = room;
        }
    };
    offer(between(high + Metrics::Small, lane.right()), SankeyArc::Room::Behind);
    offer(between(lane.left(), low - Metrics::Small), SankeyArc::Room::Before);
    return arc;
}

void SankeyLayout::placeArcs()
{
    if (m_arcs.isEmpty())
        return;
    m_arcsTitle =
        QRectF(FlowMargin, m_bottom, m_metrics.width - 2 * FlowMargin, m_metrics.lineHeight);
    const qreal top = m_arcsTitle.bottom() + Metrics::Tiny;
    const QPointF down(0, top);
    for (SankeyArc &arc : m_arcs) {
        arc.thickness = std::clamp(heightOf(link(arc.link).count), 1.0, 4.0);
        arc.lane.translate(down);
        arc.text.translate(down);
        arc.from += down;
        arc.to += down;
        arc.bottom += top;
    }
    m_bottom += arcsHeight();
}

void SankeyLayout::mirror()
{
    const qreal width = m_metrics.width;
    const auto turn = [width](QRectF &rect) {
        if (!rect.isNull())
            rect.moveLeft(width - rect.right());
    };
    const auto turned = [width](QPointF point) { return QPointF(width - point.x(), point.y()); };
    for (QList<QRectF> *rects : {&m_nodes, &m_labels}) {
        for (QRectF &rect : *rects)
            turn(rect);
    }
    for (SankeyRibbon &ribbon : m_ribbons) {
        turn(ribbon.area);
        for (QPointF &station : ribbon.stations)
            station = turned(station);
    }
    for (SankeyHook &hook : m_hooks)
        turn(hook.place);
    for (SankeyNote &note : m_notes)
        turn(note.place);
    for (SankeyArc &arc : m_arcs) {
        turn(arc.lane);
        turn(arc.text);
        arc.from = turned(arc.from);
        arc.to = turned(arc.to);
    }
    if (!m_seam.isNull())
        m_seam = QLineF(turned(m_seam.p1()), turned(m_seam.p2()));
}

QList<int> SankeyLayout::readingOrder() const
{
    QList<int> order;
    for (const Column &column : m_columns)
        order << column.arrivals << column.node << column.rests << column.exits;
    return order + m_hubs;
}
