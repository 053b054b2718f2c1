// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"

#include <QLineF>

#include <utility>

/// What the layout of bars needs to know of fonts and the window, in device-independent pixels.
struct BarMetrics
{
    qreal width = 800;
    qreal lineHeight = 16;
    qreal nameWidth = 160; ///< of the longest name, likewise the next two
    qreal textWidth = 80;
    qreal tickWidth = 40;
    qreal keysHeight = 0;
    bool hasTitle = false; ///< of the axis
    bool rightToLeft = false;
};

/// A bar's row.
struct BarRow
{
    QRectF row; ///< all of it
    QRectF name;
    QList<QRectF>
        parts; ///< as many as the bar has; none where there are too few or where it is a dot
    QRectF dot; ///< null where there is none
    QLineF whisker; ///< the interval, null where there is none to show
    QLineF mark; ///< null where there is nothing to compare with
    QRectF text;
};

/// Where the parts of a picture of bars stand: the key and the axis on top, below them a row of constant height for each bar. Pure geometry.
class BarLayout
{
public:
    BarLayout() = default;
    BarLayout(const BarPlot &plot, const BarMetrics &metrics);

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] QRectF keys() const { return m_keys; }
    [[nodiscard]] QRectF axisTitle() const { return m_axisTitle; }
    [[nodiscard]] const QList<double> &ticks() const { return m_ticks; }
    /// The text of a tick, above the rows, and its line through them.
    [[nodiscard]] QRectF tickLabel(int tick) const;
    [[nodiscard]] QLineF tickLine(int tick) const;
    [[nodiscard]] QLineF baseLine() const;
    [[nodiscard]] qreal rowsTop() const { return m_rowsTop; }
    [[nodiscard]] BarRow row(int bar) const;
    /// Indices of the bars that \a rect touches: [first, second).
    [[nodiscard]] std::pair<int, int> barsIn(const QRectF &rect) const;

private:
    void measureRange();
    void chooseTicks();
    /// Not mirrored; what is beyond the axis stands at its end.
    [[nodiscard]] qreal xOf(double value) const;
    [[nodiscard]] qreal rowHeight() const;
    [[nodiscard]] QRectF mirrored(QRectF rect) const;
    [[nodiscard]] QLineF mirrored(QLineF line) const;

    BarPlot m_plot;
    BarMetrics m_metrics;
    QSizeF m_size;
    QRectF m_keys;
    QRectF m_axisTitle;
    qreal m_labelsTop = 0; ///< of the ticks
    qreal m_rowsTop = 0;
    qreal m_left = 0; ///< where the axis begins and ends
    qreal m_right = 0;
    double m_low = 0;
    double m_high = 1;
    QList<double> m_ticks;
};

/// Bars in parts, or dots with their intervals, a row for each thing.
class BarPicture : public PlotPicture
{
public:
    /// \a chart has a BarPlot. It is as high as its rows, whatever the height.
    BarPicture(Chart chart, const PlotLook &look, qreal width, qreal height);

    [[nodiscard]] QSizeF size() const override { return m_layout.size(); }
    [[nodiscard]] int next(int mark, Qt::Key key) const override;
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const override;

    [[nodiscard]] const BarLayout &layout() const { return m_layout; }

private:
    [[nodiscard]] const BarPlot &plot() const { return std::get<BarPlot>(m_chart.plot); }
    void addMarks(int bar);
    void paintKeys(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintBar(QPainter &painter, int bar) const;
    void paintDot(QPainter &painter, const QRectF &dot, const PlotInk &ink) const;

    Chart m_chart;
    PlotLook m_look;
    BarLayout m_layout;
    QList<int> m_barOf; ///< of each mark
};
