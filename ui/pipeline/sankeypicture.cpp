// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/sankeypicture.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_pipeline/plotstrokes.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr qreal FlowMargin = Metrics::Large;
constexpr qreal FlowSeamGap = 24; ///< between the columns beside the seam
constexpr qreal LeastFlow =
    200; ///< height of what flows through the fullest column, likewise the next
constexpr qreal MostFlow = 520;
constexpr qreal PassageGap = 6;
constexpr qreal MostNodeWidth = 12;
constexpr qreal LeastFlowHit = 5; ///< height of what can be pointed at
constexpr qreal LeastArc = 24; ///< width of an arc that leads back to where it began
constexpr qreal ArcRadius = 6;
constexpr qreal RibbonStrength = 0.28; ///< of the colour over the ground
constexpr qreal StrongRibbon = 0.5;

struct FlowWords
{
    Q_DECLARE_TR_FUNCTIONS(SankeyPicture)
};

/// Those who are still at a stage: told by their sign, and in words where there is room.
bool isRest(const SankeyPlot::Node &node)
{
    return node.ink.kind == PlotInk::Kind::Open;
}

SankeyMetrics sankeyMetrics(const PlotLook &look, qreal width, qreal height)
{
    return {.width = width,
        .height = height,
        .lineHeight = std::ceil(QFontMetricsF(look.font).height()),
        .rightToLeft = look.direction == Qt::RightToLeft};
}

/// Less than 1 where the names of the stages have no room between their columns: all of them small say more than their beginnings.
qreal sankeyScale(const SankeyPlot &plot, const PlotLook &look, qreal width)
{
    constexpr qreal leastScale = 0.7;
    constexpr qreal narrowest = 0.85; // of a name
    const QFontMetricsF fonts(look.font);
    qreal widest = 0;
    int columns = 1;
    for (const SankeyPlot::Node &node : plot.nodes) {
        columns = std::max(columns, node.column + 1);
        if (!isRest(node))
            widest = std::max(widest, fonts.horizontalAdvance(node.name));
    }
    const qreal pitch = std::ceil(widest * narrowest) + MostNodeWidth + 2 * Metrics::Tiny + 1;
    return std::clamp(width / (2 * FlowMargin + FlowSeamGap + columns * pitch), leastScale, 1.0);
}

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
    for (SankeyPlot::Node &node : m_plot.nodes) {
        node.column = std::max(0, node.column);
        m_columns = std::max(m_columns, node.column + 1);
    }
    const bool hasSeam = m_plot.seam >= 0 && m_plot.seam < m_columns - 1;
    if (!hasSeam)
        m_plot.seam = -1;
    m_pitch = (metrics.width - 2 * FlowMargin - (hasSeam ? FlowSeamGap : 0)) / m_columns;
    sortLinks();
    fillColumns();
    stackColumns();
    straightenPassages();
    placeRibbons();
    if (hasSeam) {
        const qreal x = columnX(m_plot.seam) + m_pitch + FlowSeamGap / 2;
        m_seam = QLineF(x, Metrics::Small, x, m_flowBottom);
    }
    placeArcs(m_flowBottom);
    m_size = QSizeF(metrics.width, m_flowBottom + arcsHeight() + Metrics::Small);
    if (metrics.rightToLeft)
        mirror();
}

void SankeyLayout::sortLinks()
{
    const auto isNode = [this](int node) { return node >= 0 && node < m_plot.nodes.size(); };
    QList<qint64> in(m_plot.nodes.size(), 0);
    QList<qint64> out(m_plot.nodes.size(), 0);
    for (int i = 0; i < m_plot.links.size(); ++i) {
        const SankeyPlot::Link &link = m_plot.links[i];
        if (!isNode(link.from) || !isNode(link.to) || link.count <= 0)
            continue;
        // Whatever it is called: what does not lead to a later column cannot be a ribbon.
        if (link.isBack || columnOf(link.to) <= columnOf(link.from)) {
            m_back.append(i);
            continue;
        }
        m_onward.append(i);
        out[link.from] += link.count;
        in[link.to] += link.count;
    }
    for (qsizetype node = 0; node < m_plot.nodes.size(); ++node)
        m_values.append(std::max(in[node], out[node]));
}

void SankeyLayout::fillColumns()
{
    m_stacks.resize(m_columns);
    for (int node = 0; node < m_plot.nodes.size(); ++node)
        m_stacks[columnOf(node)].append({.node = node, .count = m_values[node]});
    for (const int link : std::as_const(m_onward)) {
        const SankeyPlot::Link &flow = m_plot.links[link];
        for (int column = columnOf(flow.from) + 1; column < columnOf(flow.to); ++column)
            m_stacks[column].append({.link = link, .count = flow.count});
    }
}

qreal SankeyLayout::gapAfter(const Slot &slot) const
{
    // Two lines stand beside the middle of a node, however low it is.
    return slot.node >= 0 ? 2 * m_metrics.lineHeight + Metrics::Tiny : PassageGap;
}

qreal SankeyLayout::arcsHeight() const
{
    if (m_back.isEmpty())
        return 0;
    return m_metrics.lineHeight + Metrics::Tiny
        + qreal(m_back.size()) * (m_metrics.lineHeight + Metrics::Medium);
}

void SankeyLayout::stackColumns()
{
    const auto gapsOf = [this](const QList<Slot> &stack) {
        qreal gaps = 0;
        for (const Slot &slot : stack)
            gaps += gapAfter(slot);
        return gaps;
    };
    qreal widestGaps = 0;
    for (const QList<Slot> &stack : std::as_const(m_stacks))
        widestGaps = std::max(widestGaps, gapsOf(stack));
    const qreal top = Metrics::Small + m_metrics.lineHeight;
    const qreal given = m_metrics.height - top - arcsHeight() - Metrics::Small;
    const qreal room = std::clamp(given, widestGaps + LeastFlow, widestGaps + MostFlow);

    bool isScaled = false;
    for (const QList<Slot> &stack : std::as_const(m_stacks)) {
        qint64 sum = 0;
        for (const Slot &slot : stack)
            sum += slot.count;
        if (sum == 0)
            continue;
        const qreal scale = (room - gapsOf(stack)) / qreal(sum);
        m_scale = isScaled ? std::min(m_scale, scale) : scale;
        isScaled = true;
    }
    m_nodes.resize(m_plot.nodes.size());
    m_flowBottom = top;
    for (QList<Slot> &stack : m_stacks) {
        qreal y = top;
        for (Slot &slot : stack) {
            slot.y = y;
            const qreal height = m_scale * qreal(slot.count);
            if (slot.node >= 0)
                m_nodes[slot.node] = QRectF(columnX(columnOf(slot.node)), y, nodeWidth(), height);
            y += height + gapAfter(slot);
        }
        m_flowBottom = std::max(m_flowBottom, y);
    }
}

/// Passages keep to the straight way of their ribbon where there is room, so that it does not rise through an empty column.
void SankeyLayout::straightenPassages()
{
    for (int column = 0; column < m_columns; ++column) {
        qreal free = 0; // the end of what stands above
        for (Slot &slot : m_stacks[column]) {
            const qreal height = m_scale * qreal(slot.count);
            if (slot.link >= 0) {
                const SankeyPlot::Link &flow = m_plot.links[slot.link];
                const qreal share = qreal(column - columnOf(flow.from))
                    / qreal(columnOf(flow.to) - columnOf(flow.from));
                const qreal way =
                    std::lerp(m_nodes[flow.from].bottom() - height, m_nodes[flow.to].top(), share);
                slot.y = std::max({slot.y, free, way});
            }
            free = slot.y + height + gapAfter(slot);
            m_flowBottom = std::max(m_flowBottom, free);
        }
    }
}

qreal SankeyLayout::columnX(int column) const
{
    const bool isBehind = m_plot.seam >= 0 && column > m_plot.seam;
    return FlowMargin + column * m_pitch + (isBehind ? FlowSeamGap : 0);
}

qreal SankeyLayout::nodeWidth() const
{
    return std::clamp(m_pitch / 6, 4.0, MostNodeWidth);
}

qreal SankeyLayout::passageY(int link, int column) const
{
    for (const Slot &slot : m_stacks[column]) {
        if (slot.link == link)
            return slot.y;
    }
    return 0;
}

void SankeyLayout::placeRibbons()
{
    // Where the neighbouring station of a link is, from either of its ends: ribbons leave and reach a node in that order and do not cross there.
    const auto nextY = [this](int link) {
        const SankeyPlot::Link &flow = m_plot.links[link];
        const int column = columnOf(flow.from) + 1;
        return column == columnOf(flow.to) ? m_nodes[flow.to].top() : passageY(link, column);
    };
    const auto previousY = [this](int link) {
        const SankeyPlot::Link &flow = m_plot.links[link];
        const int column = columnOf(flow.to) - 1;
        return column == columnOf(flow.from) ? m_nodes[flow.from].top() : passageY(link, column);
    };
    QList<qreal> reached(m_plot.links.size(), 0); // y of each link's end
    QList<int> links = m_onward;
    std::ranges::stable_sort(links, {}, previousY);
    QList<qreal> used(m_plot.nodes.size(), 0);
    for (const int link : std::as_const(links)) {
        const SankeyPlot::Link &flow = m_plot.links[link];
        reached[link] = m_nodes[flow.to].top() + used[flow.to];
        used[flow.to] += m_scale * qreal(flow.count);
    }
    std::ranges::stable_sort(links, {}, nextY);
    for (const int node : readingOrder()) {
        qreal y = m_nodes[node].top();
        for (const int link : std::as_const(links)) {
            const SankeyPlot::Link &flow = m_plot.links[link];
            if (flow.from != node)
                continue;
            SankeyRibbon ribbon {.link = link, .thickness = m_scale * qreal(flow.count)};
            ribbon.stations.append({m_nodes[node].right(), y});
            for (int column = columnOf(node) + 1; column < columnOf(flow.to); ++column) {
                const qreal passage = passageY(link, column);
                ribbon.stations.append({columnX(column), passage});
                ribbon.stations.append({columnX(column) + nodeWidth(), passage});
            }
            const QPointF end(m_nodes[flow.to].left(), reached[link]);
            ribbon.stations.append(end);
            const qreal width = std::min(40.0, m_pitch * 0.35);
            const qreal spare = std::max(0.0, LeastFlowHit - ribbon.thickness) / 2;
            ribbon.area = QRectF(end.x() - width, end.y(), width, ribbon.thickness)
                              .adjusted(0, -spare, 0, spare);
            m_ribbons.append(ribbon);
            y += ribbon.thickness;
        }
    }
}

void SankeyLayout::placeArcs(qreal top)
{
    if (m_back.isEmpty())
        return;
    m_arcsTitle = QRectF(FlowMargin, top, m_metrics.width - 2 * FlowMargin, m_metrics.lineHeight);
    qreal y = m_arcsTitle.bottom() + Metrics::Tiny;
    for (const int link : std::as_const(m_back)) {
        m_arcs.append(arc(link, y));
        y = m_arcs.constLast().lane.bottom();
    }
}

SankeyArc SankeyLayout::arc(int link, qreal top) const
{
    const SankeyPlot::Link &flow = m_plot.links[link];
    const qreal right = m_metrics.width - FlowMargin;
    SankeyArc arc;
    arc.link = link;
    arc.lane = QRectF(FlowMargin, top, right - FlowMargin, m_metrics.lineHeight + Metrics::Medium);
    qreal from = columnX(columnOf(flow.from)) + nodeWidth() / 2;
    const qreal to = columnX(columnOf(flow.to)) + nodeWidth() / 2;
    if (columnOf(flow.from) == columnOf(flow.to))
        from = to + LeastArc;
    arc.from = QPointF(from, top + 2);
    arc.to = QPointF(to, top + 2);
    arc.bottom = arc.lane.bottom() - Metrics::Tiny;
    arc.thickness = std::clamp(m_scale * double(flow.count), 1.0, 4.0);
    // The words stand where there is most room.
    const auto between = [&arc, this](qreal first, qreal last) {
        return QRectF(first, arc.lane.top() + 2, std::max(0.0, last - first), m_metrics.lineHeight);
    };
    const qreal low = std::min(from, to);
    const qreal high = std::max(from, to);
    arc.text = between(low + Metrics::Small, high - Metrics::Small);
    const auto offer = [&arc](const QRectF &rect, SankeyArc::Room room) {
        if (rect.width() > arc.text.width()) {
            arc.text = rect;
            arc.room = room;
        }
    };
    offer(between(high + Metrics::Small, right), SankeyArc::Room::Behind);
    offer(between(FlowMargin, low - Metrics::Small), SankeyArc::Room::Before);
    return arc;
}

void SankeyLayout::mirror()
{
    const qreal width = m_metrics.width;
    const auto turn = [width](QRectF &rect) { rect.moveLeft(width - rect.right()); };
    for (QRectF &node : m_nodes)
        turn(node);
    for (SankeyRibbon &ribbon : m_ribbons) {
        turn(ribbon.area);
        for (QPointF &station : ribbon.stations)
            station.setX(width - station.x());
    }
    for (SankeyArc &arc : m_arcs) {
        turn(arc.lane);
        turn(arc.text);
        arc.from.setX(width - arc.from.x());
        arc.to.setX(width - arc.to.x());
    }
    if (!m_seam.isNull())
        m_seam = QLineF(width - m_seam.x1(), m_seam.y1(), width - m_seam.x2(), m_seam.y2());
}

QRectF SankeyLayout::label(int node) const
{
    const QRectF place = m_nodes[node];
    const qreal width = std::max(0.0, m_pitch - nodeWidth() - 2 * Metrics::Tiny);
    const qreal line = m_metrics.lineHeight;
    const qreal left = m_metrics.rightToLeft ? place.left() - Metrics::Tiny - width
                                             : place.right() + Metrics::Tiny;
    return {left, place.center().y() - line, width, 2 * line};
}

QList<int> SankeyLayout::readingOrder() const
{
    QList<int> order;
    for (const QList<Slot> &stack : m_stacks) {
        for (const Slot &slot : stack) {
            if (slot.node >= 0)
                order.append(slot.node);
        }
    }
    return order;
}

SankeyPicture::SankeyPicture(Chart chart, const PlotLook &look, qreal width, qreal height)
    : m_chart(std::move(chart))
    , m_look(look)
    , m_scale(sankeyScale(plot(), look, width))
    , m_layout(plot(), sankeyMetrics(look, width / m_scale, height / m_scale))
{
    for (const int node : m_layout.readingOrder()) {
        QRectF area = m_layout.node(node);
        const qreal spare = std::max(0.0, 2 * LeastFlowHit - area.height()) / 2;
        addMark(area.adjusted(-2, -spare, 2, spare), {.node = node});
        for (const SankeyRibbon &ribbon : m_layout.ribbons()) {
            if (plot().links[ribbon.link].from == node)
                addMark(ribbon.area, {.link = ribbon.link});
        }
    }
    for (const SankeyArc &arc : m_layout.arcs())
        addMark(arc.lane, {.link = arc.link});
}

void SankeyPicture::addMark(const QRectF &area, Meaning meaning)
{
    const bool isLink = meaning.link >= 0;
    const QRectF shown(area.topLeft() * m_scale, area.size() * m_scale);
    m_marks.append({shown, isLink ? linkSentence(meaning.link) : nodeSentence(meaning.node),
        isLink ? plot().links[meaning.link].row : -1});
    m_meanings.append(meaning);
}

QString SankeyPicture::nodeSentence(int node) const
{
    qint64 in = 0;
    qint64 out = 0;
    for (const SankeyPlot::Link &link : plot().links) {
        in += link.to == node ? link.count : 0;
        out += link.from == node ? link.count : 0;
    }
    //: A stage, how many came to it and how many left it.
    return FlowWords::tr("%1: %2 in, %3 out.")
        .arg(plot().nodes[node].name, Formatting::number(in), Formatting::number(out));
}

QString SankeyPicture::linkSentence(int link) const
{
    const QString sentence = rowSentence(m_chart, plot().links[link].row);
    return sentence.isEmpty() ? FlowWords::tr("%1.").arg(arcText(link)) : sentence;
}

QString SankeyPicture::arcText(int link) const
{
    const SankeyPlot::Link &flow = plot().links[link];
    //: Where from, where to and how many: "Warm → Cold: 12".
    return FlowWords::tr("%1 → %2: %3")
        .arg(plot().nodes[flow.from].name, plot().nodes[flow.to].name,
            Formatting::number(flow.count));
}

/// Whether \a mark is \a link or a node at one of its ends.
bool SankeyPicture::concerns(std::optional<int> mark, int link) const
{
    if (!mark || *mark < 0 || *mark >= m_meanings.size())
        return false;
    const Meaning &meaning = m_meanings[*mark];
    const SankeyPlot::Link &flow = plot().links[link];
    return meaning.link >= 0 ? meaning.link == link
                             : flow.from == meaning.node || flow.to == meaning.node;
}

void SankeyPicture::paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
    std::optional<int> hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    const QRectF seen(exposed.topLeft() / m_scale, exposed.size() / m_scale);
    const auto isStrong = [&](int link) {
        return concerns(current, link) || concerns(hovered, link);
    };
    // The thin lie over the thick, and what is meant over both.
    QList<const SankeyRibbon *> ribbons;
    for (const SankeyRibbon &ribbon : m_layout.ribbons())
        ribbons.append(&ribbon);
    std::ranges::stable_sort(ribbons, [&](const SankeyRibbon *one, const SankeyRibbon *other) {
        const bool strong = isStrong(one->link);
        return strong == isStrong(other->link) ? one->thickness > other->thickness : !strong;
    });
    for (const SankeyRibbon *ribbon : std::as_const(ribbons))
        paintRibbon(painter, *ribbon, isStrong(ribbon->link));
    PlotStrokes::seam(painter, m_layout.seam(), m_look.palette);
    for (int node = 0; node < plot().nodes.size(); ++node)
        paintNode(painter, node);
    if (!m_layout.arcs().isEmpty()) {
        PlotStrokes::text(painter, m_layout.arcsTitle(),
            PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter, FlowWords::tr("Moved back"),
            strongFont(m_look.font), m_look.palette.color(QPalette::Text));
    }
    for (const SankeyArc &arc : m_layout.arcs()) {
        if (arc.lane.intersects(seen))
            paintArc(painter, arc, isStrong(arc.link));
    }
    if (current && *current >= 0 && *current < m_marks.size()) {
        const QRectF area = m_marks[*current].area;
        PlotStrokes::currentFrame(painter,
            QRectF(area.topLeft() / m_scale, area.size() / m_scale).adjusted(-2, -2, 2, 2),
            m_look.palette);
    }
    painter.restore();
}

void SankeyPicture::paintRibbon(QPainter &painter, const SankeyRibbon &ribbon, bool isStrong) const
{
    const PlotInk &ink = plot().nodes[plot().links[ribbon.link].from].ink;
    const QColor shade = inkColour(ink, m_look.palette);
    painter.setBrush(tint(shade, m_look.palette, isStrong ? StrongRibbon : RibbonStrength));
    painter.setPen(QPen(shade, 1)); // also of those too thin for a ground
    painter.drawPath(ribbon.path());
    painter.setBrush(Qt::NoBrush);
}

void SankeyPicture::paintNode(QPainter &painter, int node) const
{
    QRectF place = m_layout.node(node);
    if (place.height() < 2)
        place.adjust(0, -1, 0, 1); // nothing flows on, and yet it is there
    const SankeyPlot::Node &figures = plot().nodes[node];
    fillInk(painter, place, figures.ink, m_look.palette);
    const QColor text = m_look.palette.color(QPalette::Text);
    const auto alignment = PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter;
    QRectF line = m_layout.label(node);
    line.setHeight(line.height() / 2);
    const auto write = [&](const QString &words, const QFont &font) {
        PlotStrokes::rimmedText(painter, line, alignment, words,
            PlotStrokes::narrowFont(font, words, line.width()), text,
            m_look.palette.color(QPalette::Base));
        line.translate(0, line.height());
    };
    const auto fits = [&line](const QFont &font, const QString &words) {
        const QFont narrow = PlotStrokes::narrowFont(font, words, line.width());
        return QFontMetricsF(narrow).horizontalAdvance(words) <= line.width() + 0.5;
    };
    const bool isStage = !isRest(figures);
    const QFont strong = isStage ? strongFont(m_look.font) : m_look.font;
    if (isStage || fits(strong, figures.name))
        write(figures.name, fits(strong, figures.name) ? strong : m_look.font);
    else
        line.translate(0, line.height() / 2); // the figure alone, in the middle
    write(Formatting::number(m_layout.value(node)), m_look.font);
}

void SankeyPicture::paintArc(QPainter &painter, const SankeyArc &arc, bool isStrong) const
{
    const QColor shade = inkColour(plot().nodes[plot().links[arc.link].from].ink, m_look.palette);
    if (isStrong)
        PlotStrokes::hoverGround(painter, arc.lane.adjusted(-4, 0, 4, 0), m_look.palette);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(shade, arc.thickness, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(arc.path());
    // The arrow leads back up to where they went.
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawPolygon(
        QPolygonF({arc.to + QPointF(0, -2), arc.to + QPointF(-5, 6), arc.to + QPointF(5, 6)}));
    painter.setBrush(Qt::NoBrush);
    Qt::Alignment alignment = Qt::AlignHCenter;
    if (arc.room == SankeyArc::Room::Behind)
        alignment = PlotStrokes::leading(m_look.direction);
    else if (arc.room == SankeyArc::Room::Before)
        alignment = PlotStrokes::trailing(m_look.direction);
    PlotStrokes::text(painter, arc.text, alignment | Qt::AlignVCenter, arcText(arc.link),
        m_look.font, m_look.palette.color(QPalette::Text));
}
