// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"

#include <QLineF>
#include <QPainterPath>

/// What the layout of flows needs to know of fonts and the window, in device-independent pixels.
struct SankeyMetrics
{
    qreal width = 800;
    qreal height = 0; ///< what would be filled
    qreal lineHeight = 16;
    bool rightToLeft = false;
};

/// A link that leads onwards: a ribbon of one thickness. Where it passes a column between, it has a place of its own there.
struct SankeyRibbon
{
    int link = 0;
    QList<QPointF> stations; ///< of its upper edge: leaves and reaches a column by turns
    qreal thickness = 0;
    QRectF area; ///< what a click hits: its end

    [[nodiscard]] QPainterPath path() const;
};

/// A link that leads back: a thin line in a lane of its own below the others, with an arrow at its end and its words.
struct SankeyArc
{
    enum class Room { Before, Within, Behind };
    int link = 0;
    QRectF lane;
    QPointF from; ///< both ends are at the upper edge of the lane
    QPointF to;
    qreal bottom = 0; ///< y of its lowest part
    qreal thickness = 1;
    QRectF text;
    Room room = Room::Within; ///< where the text stands, as one reads

    [[nodiscard]] QPainterPath path() const;
};

/// Where the parts of a picture of flows stand. Pure geometry.
class SankeyLayout
{
public:
    SankeyLayout() = default;
    SankeyLayout(SankeyPlot plot, const SankeyMetrics &metrics);

    [[nodiscard]] QSizeF size() const { return m_size; }
    /// As high as what comes onwards into it or leaves it onwards, whichever is more.
    [[nodiscard]] QRectF node(int node) const { return m_nodes[node]; }
    /// What the node's height stands for.
    [[nodiscard]] qint64 value(int node) const { return m_values[node]; }
    /// Two lines behind the node.
    [[nodiscard]] QRectF label(int node) const;
    /// Links that lead onwards, by the node they leave and there from the top.
    [[nodiscard]] const QList<SankeyRibbon> &ribbons() const { return m_ribbons; }
    [[nodiscard]] const QList<SankeyArc> &arcs() const { return m_arcs; }
    /// Over the arcs; null without any.
    [[nodiscard]] QRectF arcsTitle() const { return m_arcsTitle; }
    /// Null where there is none.
    [[nodiscard]] QLineF seam() const { return m_seam; }
    /// The nodes as one reads: column by column, in each from the top.
    [[nodiscard]] QList<int> readingOrder() const;
    /// Pixels for one that flows.
    [[nodiscard]] qreal scale() const { return m_scale; }

private:
    /// What stands in a column: a node, or a link that passes.
    struct Slot
    {
        int node = -1;
        int link = -1;
        qint64 count = 0;
        qreal y = 0;
    };

    void sortLinks();
    void fillColumns();
    void stackColumns();
    void straightenPassages();
    void placeRibbons();
    void placeArcs(qreal top);
    [[nodiscard]] SankeyArc arc(int link, qreal top) const;
    void mirror();
    [[nodiscard]] qreal columnX(int column) const;
    [[nodiscard]] qreal nodeWidth() const;
    [[nodiscard]] qreal gapAfter(const Slot &slot) const;
    [[nodiscard]] qreal arcsHeight() const;
    /// y of the place that \a link has in \a column.
    [[nodiscard]] qreal passageY(int link, int column) const;
    [[nodiscard]] int columnOf(int node) const { return m_plot.nodes[node].column; }

    SankeyPlot m_plot;
    SankeyMetrics m_metrics;
    QSizeF m_size;
    int m_columns = 1;
    qreal m_pitch = 0;
    qreal m_scale = 1;
    qreal m_flowBottom = 0;
    QList<int> m_onward; ///< links
    QList<int> m_back;
    QList<qint64> m_values;
    QList<QList<Slot>> m_stacks; ///< of each column from the top
    QList<QRectF> m_nodes;
    QList<SankeyRibbon> m_ribbons;
    QList<SankeyArc> m_arcs;
    QRectF m_arcsTitle;
    QLineF m_seam;
};

/// Flows between nodes in columns: ribbons onwards, and below them what leads back.
class SankeyPicture : public PlotPicture
{
public:
    /// \a chart has a SankeyPlot.
    SankeyPicture(Chart chart, const PlotLook &look, qreal width, qreal height);

    [[nodiscard]] QSizeF size() const override { return m_layout.size() * m_scale; }
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const override;

    /// Before it is drawn smaller by scale().
    [[nodiscard]] const SankeyLayout &layout() const { return m_layout; }
    /// 1, or less where the names of the stages would not find room otherwise.
    [[nodiscard]] qreal scale() const { return m_scale; }

private:
    /// What a mark stands for: a node, or a link.
    struct Meaning
    {
        int node = -1;
        int link = -1;
    };

    [[nodiscard]] const SankeyPlot &plot() const { return std::get<SankeyPlot>(m_chart.plot); }
    [[nodiscard]] bool concerns(std::optional<int> mark, int link) const;
    void addMark(const QRectF &area, Meaning meaning);
    [[nodiscard]] QString nodeSentence(int node) const;
    [[nodiscard]] QString linkSentence(int link) const;
    [[nodiscard]] QString arcText(int link) const;
    void paintRibbon(QPainter &painter, const SankeyRibbon &ribbon, bool isStrong) const;
    void paintNode(QPainter &painter, int node) const;
    void paintArc(QPainter &painter, const SankeyArc &arc, bool isStrong) const;

    Chart m_chart;
    PlotLook m_look;
    qreal m_scale = 1;
    SankeyLayout m_layout;
    QList<Meaning> m_meanings; ///< of each mark
};
