// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/funnelreport.h"

#include <QLineF>
#include <QRectF>

/// A bar's place: the group's index, or -1 for the whole, and the step's.
struct FunnelCell
{
    int group = -1;
    int step = 0;

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
    bool rightToLeft = false;
};

/// A step's column in the upper part: a bar that stands on the base line, its parts from there upwards.
struct FunnelColumn
{
    QRectF cell; ///< what a click hits
    QRectF bar; ///< all reached
    QRectF implied; ///< of those who went on: passed without having been there
    QRectF onward; ///< the others who went on
    QRectF waiting; ///< still there, or not further within the window
    QRectF lost;
    QLineF whisker; ///< the interval, null where there is none to show
    QRectF label; ///< two lines above the bar and its whisker
};

/// A step's cell in the row of a group: a bar from the leading edge.
struct FunnelGroupCell
{
    QRectF cell;
    QRectF bar; ///< empty where the rate is not shown
    QLineF whisker;
    QRectF text; ///< below the bar
};

/// Where a funnel's parts stand: the pipeline reads from the leading to the trailing edge, the whole as columns above,
/// a row for each group below. Pure geometry; painting, hit testing and accessibility share it.
class FunnelLayout
{
public:
    FunnelLayout() = default;
    FunnelLayout(const FunnelReport &report, const FunnelMetrics &metrics);

    /// Figures under the columns, each a row.
    enum class FigureRow { StepRate, Waiting, Lost };

    [[nodiscard]] QSizeF size() const { return m_size; }
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
    [[nodiscard]] std::optional<FunnelCell> cellAt(QPointF point) const;
    /// The cell of the whole or of a group.
    [[nodiscard]] QRectF cell(FunnelCell cell) const;
    /// Indices of the groups that \a rect touches: [first, second).
    [[nodiscard]] std::pair<int, int> groupsIn(const QRectF &rect) const;

private:
    [[nodiscard]] qreal columnX(int step) const;
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
    FunnelMetrics m_metrics;
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
