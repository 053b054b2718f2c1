// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/plot.h"

#include <QLineF>
#include <QPainterPath>
#include <QRectF>
#include <QSizeF>

/// What the layout of flows needs to know of fonts and the window, in device-independent pixels.
struct SankeyMetrics
{
    qreal width = 800;
    qreal height = 0; ///< what would be filled
    qreal lineHeight = 16;
    qreal letterWidth = 8; ///< of a letter on average
    bool rightToLeft = false;
};

/// A link that leads onwards, or out: a ribbon of one thickness. Where it passes a column between, it has a place of its own there.
struct SankeyRibbon
{
    int link = 0;
    QList<QPointF> stations; ///< of its upper edge: leaves and reaches a column by turns
    qreal thickness = 0;
    QRectF area; ///< what a click hits: its end

    [[nodiscard]] QPainterPath path() const;
};

/// A link that leads back: a thin line in a lane below the others, with an arrow at its end and its words.
struct SankeyArc
{
    enum class Room { Before, Within, Behind };
    int link = 0;
    QRectF lane; ///< its part of it, where several share one
    QPointF from; ///< both ends are at the upper edge of the lane
    QPointF to;
    qreal bottom = 0; ///< y of its lowest part
    qreal thickness = 1;
    QRectF text;
    Room room = Room::Within; ///< where the text stands, as one reads

    [[nodiscard]] QPainterPath path() const;
};

/// The part of a stage's edge that stands for moves back: out of the stage at its trailing edge, into it at its leading one.
struct SankeyHook
{
    int node = 0;
    bool isOut = false;
    QRectF place;
};

/// Words about an exit as a whole: a link of its hub that has no side.
struct SankeyNote
{
    int link = 0;
    QRectF place;
};

/// Where the parts of a picture of flows stand. Pure geometry. Each stage has a band from its node to the next one, and the band what arrives, stays and leaves
/// there: all of pull is before the seam, all of push behind it. From the top: what passes a column, its stage, the exits by lane. Below the seam's
/// end: what is told of no side, and what leads back.
class SankeyLayout
{
public:
    static constexpr qreal LeastHit = 5; ///< height of what can be pointed at

    /// At which each of \a stages has room for \a words beside it.
    [[nodiscard]] static qreal widthFor(int stages, qreal words);

    SankeyLayout() = default;
    SankeyLayout(SankeyPlot plot, const SankeyMetrics &metrics);

    [[nodiscard]] QSizeF size() const { return m_size; }
    /// Of a stage as high as what comes into it or leaves it or stays, whichever is more; of a hub a sign. Null for what has no place of its own.
    [[nodiscard]] QRectF node(int node) const { return m_nodes[node]; }
    /// How many the node stands for.
    [[nodiscard]] qint64 value(int node) const { return m_values[node]; }
    /// The room for its words: two lines of a stage and a rest, else one. Null where there are none.
    [[nodiscard]] QRectF label(int node) const { return m_labels[node]; }
    /// Of an arrival, a rest or an exit its link; else, or where that is broken, -1.
    [[nodiscard]] int linkOf(int node) const { return m_linkOf[node]; }
    /// The place of a node's stage among the columns; -1 of a hub.
    [[nodiscard]] int columnOf(int node) const { return m_columnOf[node]; }
    /// From where to where the band of \a column reaches.
    [[nodiscard]] QRectF band(int column) const;
    /// Links that lead onwards and those that lead out, by the node they leave and there from the top.
    [[nodiscard]] const QList<SankeyRibbon> &ribbons() const { return m_ribbons; }
    [[nodiscard]] const QList<SankeyHook> &hooks() const { return m_hooks; }
    [[nodiscard]] const QList<SankeyNote> &notes() const { return m_notes; }
    [[nodiscard]] const QList<SankeyArc> &arcs() const { return m_arcs; }
    /// Over the arcs; null without any.
    [[nodiscard]] QRectF arcsTitle() const { return m_arcsTitle; }
    /// Null where there is none.
    [[nodiscard]] QLineF seam() const { return m_seam; }
    /// The nodes that have a place, as one reads: column by column with what is of it, then the hubs.
    [[nodiscard]] QList<int> readingOrder() const;
    /// Pixels for one that flows.
    [[nodiscard]] qreal scale() const { return m_scale; }

private:
    using Kind = SankeyPlot::Node::Kind;

    /// A stage with what is of it.
    struct Column
    {
        int node = -1;
        QList<int> passages; ///< links, from the top
        QList<int> arrivals; ///< nodes, likewise the next
        QList<int> rests;
        QList<int> exits; ///< by lane
        qint64 backIn = 0;
        qint64 backOut = 0;
        qreal top = 0; ///< of its node
    };
    /// The exits of one kind.
    struct Lane
    {
        int most = 0; ///< terminals below one stage
        qint64 highest = 0; ///< sum of them
    };

    void orderColumns();
    void orderLanes();
    void sortLinks();
    void sortLink(int index);
    /// Gives \a part to \a stage; false where it is given already.
    bool takePart(int part, int stage, int link);
    void fillPassages();
    void findScale();
    void placeColumns();
    void placeLabels(const Column &column);
    void placeExits();
    void placeRibbons();
    void placeTrailingEdge(int column, const QList<int> &links, const QList<qreal> &reached);
    void arrangeNotes();
    void placeNotes();
    void arrangeArcs();
    void placeArcs();
    [[nodiscard]] SankeyArc arc(int link, bool isShared) const;
    void mirror();
    [[nodiscard]] qreal columnX(int column) const;
    [[nodiscard]] qreal bandEnd(int column) const;
    [[nodiscard]] qreal nodeX(int column) const;
    [[nodiscard]] qreal nodeWidth() const;
    [[nodiscard]] qreal stubWidth() const;
    /// How many lines stand over every stage: from where people came.
    [[nodiscard]] int headLines() const;
    /// How many of the arrivals are at the upper end of the stage, with their words over it. The last of several is at the lower end, with its words below.
    [[nodiscard]] static qsizetype headsOf(const Column &column);
    [[nodiscard]] static bool hasFoot(const Column &column);
    [[nodiscard]] qreal passagesHeight(const Column &column) const;
    [[nodiscard]] qreal passageY(int link, int column) const;
    [[nodiscard]] qreal lanesHeight() const;
    [[nodiscard]] qreal arcsHeight() const;
    /// What is left of the band behind the node of \a column.
    [[nodiscard]] qreal roomBehind(int column) const;
    [[nodiscard]] qreal heightOf(qint64 count) const { return m_scale * qreal(count); }
    [[nodiscard]] const SankeyPlot::Link &link(int index) const { return m_plot.links[index]; }
    [[nodiscard]] bool isKind(int node, Kind kind) const { return m_plot.nodes[node].kind == kind; }

    SankeyPlot m_plot;
    SankeyMetrics m_metrics;
    QSizeF m_size;
    qreal m_pitch = 0;
    qreal m_scale = 1;
    qreal m_bottom = 0; ///< of what is placed already
    int m_seamAfter = -1; ///< column
    QList<int> m_onward; ///< links
    QList<int> m_back;
    QList<int> m_told; ///< in words alone
    QList<int> m_hubs; ///< nodes
    QList<qint64> m_values;
    QList<qint64> m_in; ///< how many came to each node, likewise the next
    QList<qint64> m_out;
    QList<int> m_columnOf;
    QList<int> m_laneOf; ///< by node
    QList<int> m_linkOf;
    QList<Column> m_columns;
    QList<Lane> m_lanes;
    QList<QRectF> m_nodes;
    QList<QRectF> m_labels;
    QList<SankeyRibbon> m_ribbons;
    QList<SankeyHook> m_hooks;
    QList<SankeyNote> m_notes;
    QList<SankeyArc> m_arcs;
    QRectF m_arcsTitle;
    QLineF m_seam;
    qreal m_notesHeight = 0;
    int m_arcLanes = 0;
};
