// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"
#include "ui_pipeline/plotpoints.h"

#include <QColor>
#include <QFontMetricsF>
#include <QPen>
#include <QPicture>
#include <QPolygonF>

class LineCurves;

/// Lines, steps or bands over time or age. Qt Charts draws the lines and areas; words, axes and notes are ours, since it knows
/// no zone but the computer's, no uneven axis and no label at the end of a line.
///
/// From right to left the picture is mirrored, as bars and tables are: who reads from the right begins there, and takes what stands further left for what
/// came later. So time runs from right to left and the values stand at the right. Everything is laid out from left to right; mirror() turns its places
/// round at the end, never the painter, since words and the angles that tell bands apart are not to be turned.
class LinePicture final : public PlotPicture
{
public:
    /// The name of a series where it is drawn.
    struct Label
    {
        QRectF rect;
        QString text; ///< as it fits
        QPen pen; ///< of its line
        QPolygonF leader; ///< from the end of the line
        bool isInside = false; ///< within its band, on a ground of its own
    };

    /// The plot of \a chart is a LinePlot. On the GUI thread, where Qt Charts lives; painted on any.
    LinePicture(const Chart &chart, const PlotLook &look, qreal width, qreal height);

    [[nodiscard]] QSizeF size() const override { return m_size; }
    [[nodiscard]] int next(int mark, Qt::Key key) const override;
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const override;

    /// What lies between the axes.
    [[nodiscard]] QRectF plotArea() const { return m_area; }
    [[nodiscard]] PlotRange xRange() const { return m_x; }
    [[nodiscard]] PlotRange yRange() const { return m_y; }
    [[nodiscard]] const QList<Label> &labels() const { return m_labels; }
    /// Of all lines, those at the corners of steps included: what is left after thinning out.
    [[nodiscard]] qsizetype drawnPoints() const { return m_drawnPoints; }

private:
    /// Words that are no series' name.
    struct Word
    {
        QRectF rect;
        QString text;
        Qt::Alignment alignment;
        QColor ink;
        bool hasGround = false; ///< hides what runs through it
    };
    struct Stroke
    {
        QLineF line;
        QPen pen;
    };
    struct Hatch
    {
        QList<QLineF> lines;
        QPen pen;
    };
    struct Dot
    {
        QPointF at;
        QColor ink;
    };
    struct LineEnd
    {
        QPointF at;
        QString name;
        QPen pen;
    };
    /// What is known of a band in each pixel column, from m_firstColumn on.
    struct BandEdge
    {
        QList<qreal> tops;
        QList<qreal> bottoms;
    };

    void findRanges();
    [[nodiscard]] QPicture drawnCurves();
    void addLines(LineCurves &curves, const LinePlot::Series &series);
    void addRibbon(LineCurves &curves, const QList<LinePlot::Point> &run, const QColor &ink);
    void addBands(LineCurves &curves);
    void addCurve(LineCurves &curves, const QList<QPointF> &points, const QPen &pen);
    [[nodiscard]] QList<QPointF> corners(const QList<QPointF> &points, bool isHeld) const;

    void layOut();
    [[nodiscard]] qreal labelRoom() const;
    [[nodiscard]] int placeNotes(qreal bottom);
    void placeTicks();
    void placeGoals();
    void findBandEdges();
    [[nodiscard]] QList<qsizetype> placeBandLabels();
    [[nodiscard]] QList<LineEnd> endsOf(const QList<qsizetype> &series) const;
    [[nodiscard]] std::optional<QPointF> endOf(qsizetype series) const;
    void placeEndLabels(const QList<qsizetype> &series);
    void placeDots();
    void placeHatches();
    void makeMarks(const Chart &chart);
    void makePointMarks(const Chart &chart, int series);
    void makeStripMarks(const Chart &chart, int series);

    /// Not mirrored, as all that is placed by it.
    [[nodiscard]] QPointF at(double x, double y) const;
    [[nodiscard]] double clampedY(double y) const;
    [[nodiscard]] QColor inkOf(const LinePlot::Series &series) const;
    [[nodiscard]] QPen penOf(const LinePlot::Series &series) const;
    [[nodiscard]] bool isMirrored() const { return m_look.direction == Qt::RightToLeft; }
    void mirror();
    [[nodiscard]] QRectF mirrored(const QRectF &rect) const;
    [[nodiscard]] QPointF mirrored(QPointF point) const;
    [[nodiscard]] QLineF mirrored(const QLineF &line) const;
    [[nodiscard]] bool isFree(const QRectF &rect) const;
    [[nodiscard]] bool isCrossed(const QRectF &rect) const;
    [[nodiscard]] QRectF goalPlace(qreal y, qreal width) const;
    void paintMark(QPainter &painter, int mark, bool isCurrent) const;
    void paintLabels(QPainter &painter) const;
    void drawWords(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
        const QString &text, const QColor &ink) const;

    LinePlot m_plot;
    PlotLook m_look;
    QSizeF m_size;
    QFontMetricsF m_fonts;
    qreal m_lineHeight = 0;
    PlotRange m_x;
    PlotRange m_y;
    QRectF m_area;

    QPicture m_curves; // what Qt Charts drew
    qsizetype m_drawnPoints = 0;

    QList<Stroke> m_grid; // below the lines
    QList<Hatch> m_hatches; // above them
    QList<Stroke> m_strokes; // above these
    QList<Dot> m_dots;
    QList<Word> m_words;
    QList<Label> m_labels;
    QList<BandEdge> m_edges;
    qsizetype m_firstColumn = 0;
    QList<int> m_markSeries; // of each mark its series
};
