// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/funnelreport.h"

#include <QLineF>
#include <QRectF>

/// A mark's place: the group's index, or -1 for the whole, the step's, and which part of the bar. Groups have no parts.
struct FunnelCell
{
    int group = -1;
    int step = 0;
    FunnelSegment segment = FunnelSegment::Reached;

    friend bool operator==(const FunnelCell &, const FunnelCell &) = default;
};

/// What the layout needs to know of fonts and the window, in device-independent pixels.
struct FunnelMetrics
{
    qreal width = 800;
    qreal height = 0; ///< what taller bars may fill
    qreal lineHeight = 16;
    qreal titleHeight = 24; ///< of the wrapped title, likewise the next three
    qreal subtitleHeight = 16;
    qreal legendHeight = 16;
    qreal footerHeight = 32;
    int stepLines = 1; ///< of the rates from stage to stage: the rate, of how many, the interval
    bool rightToLeft = false;
};

/// How the parts stand apart, in device-independent pixels.
struct FunnelSpacing
{
    qreal margin = 0;
    qreal gutter = 0; ///< for captions beside the columns; 0: they have lines of their own
    qreal seamGap = 0; ///< between the columns beside the seam
    qreal leastColumn = 0;
    qreal besideBar = 0; ///< both together
    qreal inset = 0; ///< of a group's bar in its column
};

/// A step's column in the upper part: a bar that stands on the base line, its parts from there upwards.
struct FunnelColumn
{
    QRectF cell; ///< what a click hits
    QRectF bar; ///< all reached
    QRectF implied; ///< of those who went on: passed without having been there
    QRectF onward; ///< the others who went on
    QRectF waiting; ///< not further yet, or not within the window
    QRectF lost;
    QLineF whisker; ///< the interval, null where there is none to show
    QRectF label; ///< two lines above the bar and its whisker

    /// Where \a segment is drawn; null for one that is none of a bar's parts.
    [[nodiscard]] QRectF part(FunnelSegment segment) const;
};

/// The marks of \a report: by step the whole bar and from the top those of its parts that somebody is in, then by group the bars. None without people.
[[nodiscard]] QList<FunnelCell> funnelMarks(const FunnelReport &report);
/// The mark of \a marks that an arrow, Home or End leads to from \a cell, or \a cell itself: over the steps along a line, up and down within a step. A bar
/// that lacks the part is entered as a whole.
[[nodiscard]] FunnelCell nextFunnelMark(
    const QList<FunnelCell> &marks, FunnelCell cell, Qt::Key key, bool rightToLeft);

/// A step's cell in the row of a group: a bar from the leading edge.
struct FunnelGroupCell
{
    QRectF cell;
    QRectF bar; ///< empty where the rate is not shown
    QLineF whisker;
    QRectF text; ///< below the bar
};

/// Where a funnel's parts stand: the pipeline reads from the leading to the trailing edge, the whole as columns above,
/// a row for each group below. Where it is narrow, captions stand above what they name in place of beside it, and columns move together, before it
/// becomes wider than its room. Pure geometry; painting, hit testing and accessibility share it.
class FunnelLayout
{
public:
    FunnelLayout() = default;
    FunnelLayout(const FunnelReport &report, const FunnelMetrics &metrics);

    /// Figures under the columns, each a row.
    enum class FigureRow { StepRate, Waiting, Lost };

    [[nodiscard]] QSizeF size() const { return m_size; }
    /// From which width on captions stand beside the columns.
    [[nodiscard]] qreal roomyWidth() const { return m_roomyWidth; }
    [[nodiscard]] bool isNarrow() const { return m_spacing.gutter == 0; }
    [[nodiscard]] qreal columnWidth() const { return m_columnWidth; }
    /// How many lines the rates from stage to stage have, see FunnelMetrics.
    [[nodiscard]] int stepLines() const { return m_metrics.stepLines; }
    [[nodiscard]] QRectF title() const { return m_title; }
    [[nodiscard]] QRectF subtitle() const { return m_subtitle; }
    [[nodiscard]] QRectF legend() const { return m_legend; }
    [[nodiscard]] QRectF footer() const { return m_footer; }
    /// The band over the steps \a first … \a last of one side.
    [[nodiscard]] QRectF sideBand(int first, int last) const;
    [[nodiscard]] QRectF stageName(int step) const;
    [[nodiscard]] QLineF baseLine() const;
    [[nodiscard]] FunnelColumn column(int step) const;
    /// The figure of \a step in \a row, or with -1 the row's caption.
    [[nodiscard]] QRectF figure(FigureRow row, int step) const;
    /// The line with the scales over the groups.
    [[nodiscard]] QRectF scale(int step) const;
    [[nodiscard]] QRectF scaleCaption() const;
    [[nodiscard]] QRectF groupRow(int group) const;
    [[nodiscard]] QRectF groupName(int group) const;
    [[nodiscard]] FunnelGroupCell groupCell(int group, int step) const;
    /// The share at a group cell's full width: at least the highest that is shown in that column, 0 where none is.
    [[nodiscard]] double fullShare(int step) const { return m_fullShare.value(step, 1); }
    /// The line between pull and push through the whole and through the groups, each null where there is no such place.
    [[nodiscard]] QLineF seam() const;
    [[nodiscard]] QLineF groupSeam() const;
    /// Its part beside the cells of \a group, where the lines of the names interrupt it; else null.
    [[nodiscard]] QLineF rowSeam(int group) const;
    [[nodiscard]] std::optional<FunnelCell> cellAt(QPointF point) const;
    /// The cell of the whole or of a group; a part of a bar, which is high enough to be hit.
    [[nodiscard]] QRectF cell(FunnelCell cell) const;
    /// Indices of the groups that \a rect touches: [first, second).
    [[nodiscard]] std::pair<int, int> groupsIn(const QRectF &rect) const;

private:
    [[nodiscard]] qreal widthWith(const FunnelSpacing &spacing) const;
    [[nodiscard]] qreal columnX(int step) const;
    /// Of captions that stand above what they name, else 0.
    [[nodiscard]] qreal captionHeight() const;
    [[nodiscard]] qreal captionWidth() const;
    [[nodiscard]] qreal figureHeight(FigureRow row) const;
    [[nodiscard]] qreal figureTop(int row) const;
    /// The part of \a step's bar at \a point, of several the smallest; the whole where none is.
    [[nodiscard]] FunnelCell partAt(int step, QPointF point) const;
    /// The mark whose figure below the bars is at \a point.
    [[nodiscard]] std::optional<FunnelCell> figureAt(int step, QPointF point) const;
    [[nodiscard]] qreal seamX() const;
    [[nodiscard]] QRectF mirrored(QRectF rect) const;
    [[nodiscard]] QLineF mirrored(QLineF line) const;
    /// Places everything from top to bottom.
    void stackUp();
    void measureScales();

    FunnelGroup m_total;
    QList<FunnelGroup> m_groups;
    int m_steps = 0;
    int m_seam = -1;
    QList<FunnelSegment> m_segments;
    QList<FunnelCell> m_marks;
    FunnelMetrics m_metrics;
    FunnelSpacing m_spacing;
    qreal m_roomyWidth = 0;
    qreal m_textWidth = 0; ///< of title, subtitle, key and footer
    qreal m_barHeight = 0; ///< of a share of 1
    QSizeF m_size;
    qreal m_columnWidth = 0;
    qreal m_headTop = 0; ///< of the sides' band
    qreal m_plotTop = 0;
    qreal m_base = 0; ///< y of the base line
    qreal m_figuresTop = 0;
    qreal m_groupsTop = 0;
    QRectF m_title;
    QRectF m_subtitle;
    QRectF m_legend;
    QRectF m_footer;
    QList<double> m_fullShare;
};
