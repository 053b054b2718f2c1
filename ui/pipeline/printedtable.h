// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/chart.h"
#include "ui_pipeline/drawing.h"

#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QFontMetricsF;
class QPainter;

/// A chart's figures in rows and columns, as they are drawn below a picture or in its place. Nothing is cut off: where the columns do not
/// fit, words are broken into lines, then the font is smaller, then the columns stand in several parts one below the other, each beside the
/// columns that name the row. A figure stays in one line. A value, laid out once.
class PrintedTable
{
public:
    static constexpr qsizetype MostRows = 20; ///< of a table below its picture

    /// What stands at one place of the table.
    struct Cell
    {
        QString text;
        QRectF rect;
        int flags = 0; ///< of drawText()
        bool isHead = false;
        bool isFigure = false; ///< not words
    };

    /// \a width wide, with \a mostRows rows or a few more: of a chart over time the newest, and fewer where the last would cut a period in two; else
    /// the first. Those that are zero throughout only where there is room left. Of the others their number is told.
    PrintedTable(const Chart &chart, PaperLook look, qreal width, qsizetype mostRows = MostRows);

    [[nodiscard]] qreal height() const { return m_height; }
    /// How many rows are drawn, without the head.
    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }
    /// The place of a row, across all columns; of a table in parts, in the first of them.
    [[nodiscard]] QRectF row(int row) const { return m_places.at(row); }
    /// Which row of the chart that is.
    [[nodiscard]] int chartRow(int row) const { return int(m_rows.at(row)); }
    /// All that is drawn but the number of rows that are not.
    [[nodiscard]] const QList<Cell> &cells() const { return m_cells; }
    [[nodiscard]] QFont fontOf(const Cell &cell) const { return font(cell.isHead); }

    void paint(QPainter &painter) const;

private:
    using Columns = QList<qsizetype>;

    struct Line
    {
        QStringList texts; ///< by column
        QList<bool> areFigures; ///< likewise
    };

    struct Part
    {
        Columns columns;
        QList<qreal> widths; ///< of those
        qreal gap = 0; ///< between two of them
    };

    void takeLines(const Chart &chart);
    [[nodiscard]] QList<Columns> chosenParts();
    [[nodiscard]] QList<Columns> partsIn(const QFont &font);
    [[nodiscard]] QList<Columns> partsBeside(qsizetype keys) const;
    void measureColumns();
    [[nodiscard]] qreal leastWidth(
        const Line &line, qsizetype column, bool isHead, const QFontMetricsF &fonts) const;
    [[nodiscard]] qreal leastWidth(const Columns &columns) const;
    [[nodiscard]] qsizetype keyCount() const;
    [[nodiscard]] Part partOf(const Columns &columns) const;
    void stackPart(const Part &part);
    [[nodiscard]] qreal stackLine(const Part &part, qsizetype line);
    [[nodiscard]] int flagsOf(
        const Line &line, qsizetype column, qreal room, const QFontMetricsF &fonts) const;
    [[nodiscard]] QFont font(bool isHead) const;
    [[nodiscard]] Qt::Alignment alignmentOf(qsizetype column) const;

    PaperLook m_look; ///< with the font in the size that was chosen
    qreal m_width = 0;
    qreal m_height = 0;
    QList<qsizetype> m_rows; ///< of the chart, those that are drawn
    QList<Line> m_lines; ///< the head first
    QString m_rest;
    QRectF m_restPlace;
    QList<bool> m_isNumber; ///< by column
    QList<qreal> m_widths; ///< by column, in one line
    QList<qreal> m_leastWidths; ///< likewise, with its words below each other
    QList<Cell> m_cells;
    QList<QRectF> m_places; ///< by row
    QList<qreal> m_rules; ///< the lines below the heads
};
