// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_pipeline/plotpicture.h"

#include <QColor>
#include <QFontMetricsF>

/// A table whose cells are tinted by their value. From right to left it is mirrored, as tables are. It is wider than asked for where its figures need that.
class HeatPicture final : public PlotPicture
{
public:
    /// The plot of \a chart is a HeatPlot.
    HeatPicture(const Chart &chart, const PlotLook &look, qreal width, qreal height);

    [[nodiscard]] QSizeF size() const override { return m_size; }
    [[nodiscard]] int next(int mark, Qt::Key key) const override;
    void paint(QPainter &painter, const QRectF &exposed, std::optional<int> current,
        std::optional<int> hovered) const override;

    /// Where a cell stands.
    [[nodiscard]] QRectF cellRect(int line, int column) const;
    /// The tint of \a value; the normal text colour reaches 4.5 : 1 on each of them.
    [[nodiscard]] QColor ground(double value) const;
    /// Every how manyth column has its title: 1 where there is room for all.
    [[nodiscard]] int titleStep() const { return m_titleStep; }
    /// What stands in a cell: its text, or a share without its decimals where cells are narrow.
    [[nodiscard]] QString figure(int line, int column) const;
    /// In which font.
    [[nodiscard]] const QFont &cellFont() const { return m_cellFont; }

private:
    struct Place
    {
        int line = 0;
        int column = 0;
    };

    void findRange();
    void layOut(qreal height);
    [[nodiscard]] qreal widestName() const;
    void layOutColumns();
    [[nodiscard]] qreal figuresWidth() const;
    void makeMarks(const Chart &chart);
    void paintHead(QPainter &painter) const;
    void paintKey(QPainter &painter) const;
    void paintName(QPainter &painter, int line) const;
    void paintCell(QPainter &painter, int line, int column) const;
    void paintHatch(QPainter &painter, const QRectF &rect, double value) const;
    void paintFrame(QPainter &painter, int mark, bool isCurrent) const;
    void drawWords(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
        const QString &text, const QFont &font, const QColor &ink) const;
    [[nodiscard]] QRectF mirrored(const QRectF &rect) const;
    [[nodiscard]] Qt::Alignment leadingSide() const;
    [[nodiscard]] Qt::Alignment trailingSide() const;
    [[nodiscard]] QColor shade(double share) const;

    HeatPlot m_plot;
    PlotLook m_look;
    QSizeF m_size;
    QFontMetricsF m_fonts;
    QFont m_cellFont;
    bool m_areFiguresShort = false;
    qreal m_lineHeight = 0;
    qreal m_nameWidth = 0; ///< with its gap to the cells
    qreal m_top = 0; ///< of the first line
    qreal m_cellWidth = 0;
    qreal m_cellHeight = 0;
    int m_columns = 0;
    int m_titleStep = 1;
    double m_low = 0;
    double m_high = 1;
    qreal m_darkest = 0; ///< strength of the tint of the high end
    QList<Place> m_places; // of each mark
};
