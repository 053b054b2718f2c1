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

using namespace Qt::StringLiterals;

namespace {

constexpr qreal RibbonStrength = 0.28; ///< of the colour over the ground
constexpr qreal StrongRibbon = 0.5;

struct FlowWords
{
    Q_DECLARE_TR_FUNCTIONS(SankeyPicture)
};

SankeyMetrics sankeyMetrics(const PlotLook &look, qreal width, qreal height)
{
    const QFontMetricsF fonts(look.font);
    return {.width = width,
        .height = height,
        .lineHeight = std::ceil(fonts.height()),
        .letterWidth = fonts.averageCharWidth(),
        .rightToLeft = look.direction == Qt::RightToLeft};
}

/// Less than 1 where the names of the stages have no room between their columns: all of them small say more than their beginnings.
qreal sankeyScale(const SankeyPlot &plot, const PlotLook &look, qreal width)
{
    constexpr qreal leastScale = 0.7;
    constexpr qreal narrowest = 0.85; // of a name
    const QFontMetricsF fonts(strongFont(look.font));
    qreal widest = 0;
    int stages = 0;
    for (const SankeyPlot::Node &node : plot.nodes) {
        if (node.kind != SankeyPlot::Node::Kind::Stage)
            continue;
        ++stages;
        widest = std::max(widest, fonts.horizontalAdvance(node.name));
    }
    const qreal wanted = SankeyLayout::widthFor(stages, std::ceil(widest * narrowest));
    return std::clamp(width / wanted, leastScale, 1.0);
}

QRectF pointedArea(const QRectF &place)
{
    const qreal spare = std::max(0.0, 2 * SankeyLayout::LeastHit - place.height()) / 2;
    return place.adjusted(-2, -spare, 2, spare);
}

} // namespace

SankeyPicture::SankeyPicture(Chart chart, const PlotLook &look, qreal width, qreal height)
    : m_chart(std::move(chart))
    , m_look(look)
    , m_scale(sankeyScale(plot(), look, width))
    , m_layout(plot(), sankeyMetrics(look, width / m_scale, height / m_scale))
    , m_stageFont(stageFont())
{
    for (const int node : m_layout.readingOrder()) {
        if (plot().nodes[node].kind == SankeyPlot::Node::Kind::Hub)
            addHubMarks(node);
        else
            addNodeMarks(node);
    }
    for (const SankeyArc &arc : m_layout.arcs())
        addMark(arc.lane, {.link = arc.link});
}

QFont SankeyPicture::stageFont() const
{
    const QFont strong = strongFont(m_look.font);
    QFont least = strong;
    const auto advance = [](const QFont &font) {
        return QFontMetricsF(font).horizontalAdvance(u"Mm"_s);
    };
    for (int node = 0; node < plot().nodes.size(); ++node) {
        const QRectF label = m_layout.label(node);
        if (plot().nodes[node].kind != SankeyPlot::Node::Kind::Stage || label.isEmpty())
            continue;
        const QFont narrow =
            PlotStrokes::narrowFont(strong, plot().nodes[node].name, label.width());
        if (advance(narrow) < advance(least))
            least = narrow;
    }
    return least;
}

void SankeyPicture::addNodeMarks(int node)
{
    const QRectF area = pointedArea(m_layout.node(node));
    if (const int link = m_layout.linkOf(node); link >= 0) {
        addMark(area, {.link = link});
        return;
    }
    addMark(area, {.node = node});
    for (const SankeyRibbon &ribbon : m_layout.ribbons()) {
        const SankeyPlot::Link &flow = plot().links[ribbon.link];
        if (flow.from == node && m_layout.linkOf(flow.to) < 0)
            addMark(ribbon.area, {.link = ribbon.link});
    }
}

void SankeyPicture::addHubMarks(int hub)
{
    addMark(m_layout.node(hub).united(m_layout.label(hub)), {.node = hub});
    for (const SankeyNote &note : m_layout.notes()) {
        const SankeyPlot::Link &flow = plot().links[note.link];
        const bool isOther = flow.from != hub
            && (flow.to != hub || plot().nodes[flow.from].kind == SankeyPlot::Node::Kind::Hub);
        if (!isOther)
            addMark(note.place, {.link = note.link});
    }
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
    using Kind = SankeyPlot::Node::Kind;
    const SankeyPlot::Node &figures = plot().nodes[node];
    if (figures.kind == Kind::Hub) {
        //: An exit of the pipeline and how many came to it from all stages.
        return FlowWords::tr("%1: %2 in all.")
            .arg(figures.name, Formatting::number(m_layout.value(node)));
    }
    qint64 in = 0;
    qint64 out = 0;
    QString rests;
    for (const SankeyPlot::Link &link : plot().links) {
        in += link.to == node ? link.count : 0;
        if (link.from != node)
            continue;
        const SankeyPlot::Node &other = plot().nodes[link.to];
        if (other.kind == Kind::Rest) {
            //: Who did not move on: "Still there: 12."
            rests += u' '
                + FlowWords::tr("%1: %2.", "of a stage")
                      .arg(other.name, Formatting::number(link.count));
        } else {
            out += link.count;
        }
    }
    //: A stage, how many came to it and how many left it.
    return FlowWords::tr("%1: %2 in, %3 out.")
               .arg(figures.name, Formatting::number(in), Formatting::number(out))
        + rests;
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

/// Of nobody's side: "12 of them still there", of those who came back to where.
QString SankeyPicture::noteText(int link) const
{
    using Kind = SankeyPlot::Node::Kind;
    const SankeyPlot::Link &flow = plot().links[link];
    const Kind to = plot().nodes[flow.to].kind;
    const int other = plot().nodes[flow.from].kind == Kind::Hub ? flow.to : flow.from;
    const QString figure = Formatting::number(flow.count);
    if (other == flow.to && to != Kind::Rest) {
        //: Of an exit: back to which stage, and how many.
        return FlowWords::tr("back to %1: %2").arg(plot().nodes[other].name, figure);
    }
    if (to == Kind::Rest && plot().nodes[flow.to].ink.kind == PlotInk::Kind::Open) {
        if (flow.count == m_layout.value(flow.from)) {
            //: Of an exit, behind how many came to it: none of them came back.
            return FlowWords::tr("all still there");
        }
        //: Of an exit, behind how many came to it: so many of them did not come back.
        return FlowWords::tr("%1 of them still there").arg(figure);
    }
    //: Of an exit: "Was there before: 3".
    return FlowWords::tr("%1: %2", "of an exit").arg(plot().nodes[other].name, figure);
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
    const QList<int> nodes = m_layout.readingOrder();
    for (const int node : nodes)
        paintNode(painter, node, m_layout.linkOf(node) >= 0 && isStrong(m_layout.linkOf(node)));
    for (const SankeyHook &hook : m_layout.hooks())
        paintHook(painter, hook);
    for (const int node : nodes)
        paintWords(painter, node);
    for (const SankeyNote &note : m_layout.notes())
        paintNote(painter, note, isStrong(note.link));
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

void SankeyPicture::paintNode(QPainter &painter, int node, bool isStrong) const
{
    QRectF place = m_layout.node(node);
    if (place.height() < 2)
        place.adjust(0, -1, 0, 1); // nothing flows on, and yet it is there
    const SankeyPlot::Node &figures = plot().nodes[node];
    fillInk(painter, place, figures.ink, m_look.palette);
    if (isStrong) {
        painter.setPen(QPen(inkColour(figures.ink, m_look.palette), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place);
    }
}

/// Hollow, with a point that leads back out of the stage or back into it.
void SankeyPicture::paintHook(QPainter &painter, const SankeyHook &hook) const
{
    QRectF place = hook.place;
    if (place.height() < 2)
        place.adjust(0, -1, 0, 1);
    const bool isMirrored = m_look.direction == Qt::RightToLeft;
    const qreal tip = isMirrored ? place.right() : place.left();
    const qreal base = isMirrored ? place.left() : place.right();
    painter.setPen(QPen(inkColour(plot().nodes[hook.node].ink, m_look.palette), 1));
    painter.setBrush(m_look.palette.color(QPalette::Base));
    painter.drawPolygon(QPolygonF({QPointF(tip, place.center().y()), QPointF(base, place.top()),
        QPointF(base, place.bottom())}));
    painter.setBrush(Qt::NoBrush);
}

void SankeyPicture::paintWords(QPainter &painter, int node) const
{
    using Kind = SankeyPlot::Node::Kind;
    const QRectF label = m_layout.label(node);
    if (label.isEmpty())
        return;
    const SankeyPlot::Node &figures = plot().nodes[node];
    const QString figure = Formatting::number(m_layout.value(node));
    const bool isStage = figures.kind == Kind::Stage;
    if (isStage || figures.kind == Kind::Rest) {
        paintLines(painter, label, figures.name,
            isStage ? m_stageFont
                    : PlotStrokes::narrowFont(m_look.font, figures.name, label.width()),
            figure);
        return;
    }
    // Of one exit alone its hub says which it is.
    const auto isHub = [](const SankeyPlot::Node &other) { return other.kind == Kind::Hub; };
    const bool isOnly =
        figures.kind == Kind::Exit && std::ranges::count_if(plot().nodes, isHub) == 1;
    paintLine(painter, label, isOnly ? QString() : figures.name, figure);
}

/// The name in \a font, and below it the figure.
void SankeyPicture::paintLines(QPainter &painter, QRectF line, const QString &name,
    const QFont &font, const QString &figure) const
{
    const QColor text = m_look.palette.color(QPalette::Text);
    const auto alignment = PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter;
    line.setHeight(line.height() / 2);
    const QColor ground = m_look.palette.color(QPalette::Base);
    PlotStrokes::rimmedText(painter, line, alignment, name, font, text, ground);
    line.translate(0, line.height());
    PlotStrokes::rimmedText(painter, line, alignment, figure,
        PlotStrokes::narrowFont(m_look.font, figure, line.width()), text, ground);
}

/// Name and figure in one line: of a long name its beginning, and the figure alone where not even that has room.
void SankeyPicture::paintLine(
    QPainter &painter, const QRectF &line, const QString &name, const QString &figure) const
{
    //: What somebody came from or left to, and how many: "Entered 40".
    const QString both = name.isEmpty() ? figure : FlowWords::tr("%1 %2").arg(name, figure);
    QFont font = PlotStrokes::narrowFont(m_look.font, both, line.width());
    const QFontMetricsF fonts(font);
    QString words = both;
    if (fonts.horizontalAdvance(both) > line.width() + 0.5) {
        const QString bare = FlowWords::tr("%1 %2").arg(QString(), figure);
        const QString beginning = fonts.elidedText(
            name, Qt::ElideRight, std::max(0.0, line.width() - fonts.horizontalAdvance(bare)));
        words = FlowWords::tr("%1 %2").arg(beginning, figure);
        if (beginning.size() < 2 || fonts.horizontalAdvance(words) > line.width() + 0.5) {
            words = figure;
            font = PlotStrokes::narrowFont(m_look.font, figure, line.width());
        }
    }
    PlotStrokes::rimmedText(painter, line,
        PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter, words, font,
        m_look.palette.color(QPalette::Text), m_look.palette.color(QPalette::Base));
}

void SankeyPicture::paintNote(QPainter &painter, const SankeyNote &note, bool isStrong) const
{
    if (isStrong)
        PlotStrokes::hoverGround(painter, note.place.adjusted(-4, 0, 4, 0), m_look.palette);
    const QString words = noteText(note.link);
    PlotStrokes::text(painter, note.place,
        PlotStrokes::leading(m_look.direction) | Qt::AlignVCenter, words,
        PlotStrokes::narrowFont(m_look.font, words, note.place.width()),
        m_look.palette.color(QPalette::Text));
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
    // Where several share a lane the columns that it leads between say the rest.
    const QString words = arcText(arc.link);
    const bool fits = QFontMetricsF(m_look.font).horizontalAdvance(words) <= arc.text.width() + 0.5;
    PlotStrokes::text(painter, arc.text, alignment | Qt::AlignVCenter,
        fits ? words : Formatting::number(plot().links[arc.link].count), m_look.font,
        m_look.palette.color(QPalette::Text));
}
